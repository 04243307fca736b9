"""`tracker parse`: how reports are read, touching no store."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import click

from tracker.commitments import commitments
from tracker.document import Given, Report, read
from tracker.language import Language
from tracker.outline import as_json, tree
from tracker.parameters import OneOf
from tracker.readers.files import files
from tracker.readers.isolation import isolated
from tracker.readers.raw import Raw, Unreadable
from tracker.terminal import Terminal


@click.command(help="cli.parse")
@click.argument("paths", metavar="FILES...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "style", type=OneOf(["tree", "jsonl"]), default="tree", help="cli.parse_format")
@click.pass_obj
def parse(terminal: Terminal, paths: tuple[Path, ...], style: str) -> int:
    """Show each report as it comes; 1 where a file could not be read."""
    failed = False
    for found in files(paths):
        raw = isolated(found)
        if isinstance(raw, Unreadable):
            failed = True
            terminal.note("cli.unreadable", name=found.name, reason=terminal.say(raw.code, **raw.details))
        else:
            show = _tree if style == "tree" else _json_line
            click.echo(show(found.name, _report(raw), terminal.language))
    return int(failed)


def _report(raw: Raw) -> Report:
    """The report of a text, with the notices of getting the text first."""
    report = read(raw.text, Given(title=raw.metadata.title, published=raw.metadata.published))
    return replace(report, notices=(*raw.notices, *report.notices))


def _tree(name: str, report: Report, language: Language) -> str:
    return f"{name}\n{tree(report, commitments(report), language)}\n"


def _json_line(name: str, report: Report, language: Language) -> bytes:
    """UTF-8 whatever the terminal, since programs read it."""
    line = json.dumps(as_json(name, report, commitments(report), language), ensure_ascii=False)
    return line.encode("utf-8", "backslashreplace")
