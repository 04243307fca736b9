"""`tracker field`: build the table of field statistics, and fit the models on it."""

from __future__ import annotations

from pathlib import Path

import click

from tracker import field as tables
from tracker.lessons.labels import load, taught
from tracker.lessons.training import fit, lessons, pair_key
from tracker.terminal import Terminal

OUTPUT = click.Path(dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group(help="cli.field")
def field() -> None:
    """Hold the subcommands."""


@field.command("build", help="evaluate.field_build")
@click.option("--data", required=True, type=FOLDER, help="evaluate.field_data")
@click.option("--out", required=True, type=OUTPUT, help="evaluate.field_out")
@click.option("--leave-out", multiple=True, help="evaluate.field_leave_out")
@click.pass_obj
def build(terminal: Terminal, data: Path, out: Path, leave_out: tuple[str, ...]) -> None:
    """Count and compress; minutes for a few million characters."""
    table = tables.build(tables.sources(data, leave_out))
    tables.write_table(out, table)
    terminal.echo("evaluate.field_built", path=out, rows=len(table[0]))


@field.command("fit", help="evaluate.field_fit")
@click.argument("paths", metavar="LABELS...", nargs=-1, required=True, type=OUTPUT)
@click.option("--table", default=tables.TABLE, type=OUTPUT, help="evaluate.field_table")
@click.option("--name", required=True, help="evaluate.field_name")
@click.option("--out", required=True, type=OUTPUT, help="evaluate.field_out")
@click.pass_obj
def fit_models(terminal: Terminal, paths: tuple[Path, ...], table: Path, name: str, out: Path) -> None:
    """Fit all models on the labels and a table."""
    given, texts = load(paths)
    further, texts = taught(texts)
    labels = (*given, *further)
    pairs = {pair_key(texts[label.baseline], texts[label.answer]) for label in labels}
    tables.write_model(out, name, fit(lessons(labels, texts, tables.load(table, None))), pairs)
    terminal.echo("evaluate.field_fitted", version=tables.load(table, out).version, pairs=len(pairs))
