"""`tracker parse`: how reports are read, touching no store."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import click

from tracker.examined import Examined, Told, examine
from tracker.language import Language
from tracker.outline import as_json, message, tree
from tracker.parameters import OneOf
from tracker.readers.files import files
from tracker.reading.document import Report
from tracker.terminal import Terminal


@click.command(help="cli.parse")
@click.argument("paths", metavar="FILES...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "style", type=OneOf(["tree", "jsonl"]), default="tree", help="cli.parse_format")
@click.pass_obj
def parse(terminal: Terminal, paths: tuple[Path, ...], style: str) -> int:
    """Show each report as it comes; 1 where a file is missing or could not be read."""
    there = terminal.present(paths)
    unread = len(paths) - len(there)
    show = _tree if style == "tree" else _json_line
    for found in files(there):
        file = examine(found, Told())
        if file.report is not None:
            click.echo(show(file, _with_notices(file, file.report), terminal.language))
        elif file.failure is not None:
            unread += 1
            reason = message(file.failure, terminal.language)
            terminal.note("cli.unreadable", name=file.found.name, reason=reason)
    return int(unread > 0)


def _with_notices(file: Examined, report: Report) -> Report:
    """The report, with the notices of getting its text first."""
    return replace(report, notices=(*file.notices, *report.notices))


def _tree(file: Examined, report: Report, language: Language) -> str:
    return f"{file.found.name}\n{tree(report, file.promises, language)}\n"


def _json_line(file: Examined, report: Report, language: Language) -> bytes:
    """UTF-8 whatever the terminal, since programs read it."""
    line = json.dumps(as_json(file.found.name, report, file.promises, language), ensure_ascii=False)
    return line.encode("utf-8", "backslashreplace")
