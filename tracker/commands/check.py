"""`tracker check`: reports held against the norm for what they must hold, with a store or without."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from tracker.audits.norms import Check, Result
from tracker.audits.norms import check as hold
from tracker.errors import TrackerError
from tracker.examined import Told, examine
from tracker.language import Language, say
from tracker.normbook import SHIPPED, load
from tracker.outline import message
from tracker.parameters import OneOf, Year
from tracker.readers.files import files
from tracker.reading.document import Report
from tracker.storage.store import Store
from tracker.terminal import Terminal

FINDINGS = 3
QUOTED = 60
"""Characters of a passage on the screen; the JSON holds all of it."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A report, its file's name, and how it stands to the norm."""

    source: str
    report: Report
    check: Check


@click.command(help="cli.check")
@click.argument("paths", metavar="[FILES]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--year", type=Year(), help="cli.check_year")
@click.option("--norms", "book", type=click.Path(path_type=Path), metavar="FILE", help="cli.check_norms")
@click.option("--format", "style", type=OneOf(["text", "json"]), default="text", help="cli.check_format")
@click.option("--strict", is_flag=True, help="cli.check_strict")
@click.pass_obj
def check(  # noqa: PLR0913 - one parameter for each option
    terminal: Terminal,
    paths: tuple[Path, ...],
    year: int | None,
    book: Path | None,
    style: str,
    *,
    strict: bool,
) -> int:
    """Show how each report stands; 1 where a file could not be read, 3 where `strict` and something lacks."""
    if bool(paths) == (year is not None):
        raise click.UsageError(terminal.say("norms.files_or_year"))
    norms = load(book or SHIPPED)
    unread: list[str] = []
    read = _files(paths, terminal, unread) if year is None else _stored(terminal, year)
    done = [Checked(source, report, hold(report, norms)) for source, report in read]
    _show(done, style, terminal)
    lacking = any(one.check.lacking for one in done)
    return 1 if unread else FINDINGS if strict and lacking else 0


def _files(paths: Sequence[Path], terminal: Terminal, unread: list[str]) -> Iterator[tuple[str, Report]]:
    """The reports of the files; the names of those that cannot be read go to `unread`."""
    there = terminal.present(paths)
    unread += map(str, set(paths) - set(there))
    for found in files(there):
        file = examine(found, Told())
        if file.report is not None:
            yield found.name, file.report
        elif file.failure is not None:
            unread.append(found.name)
            why = message(file.failure, terminal.language)
            terminal.note("cli.unreadable", name=found.name, reason=why)


def _stored(terminal: Terminal, year: int) -> Iterator[tuple[str, Report]]:
    """The store's current reports that cover `year`; TrackerError if there is none."""
    with Store.open(terminal.db, write=False) as store:
        entries = [one for one in store.reports() if one.current and one.reported_year == year]
        if not entries:
            raise TrackerError("norms.nothing_of_year", year=year)
        for entry in entries:
            yield entry.source, store.filed(entry.id).report


def _show(done: Sequence[Checked], style: str, terminal: Terminal) -> None:
    """The whole result, to stdout."""
    if style == "json":
        content = {"schema": "tracker.check/1", "reports": [_json(one, terminal.language) for one in done]}
        click.echo(json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace"))
        return
    for one in done:
        click.echo("\n".join(_lines(one, terminal)) + "\n")
    lacking = sum(len(one.check.lacking) for one in done)
    terminal.echo("norms.counted", checked=sum(one.check.norm is not None for one in done), lacking=lacking)


def _lines(one: Checked, terminal: Terminal) -> Iterator[str]:
    """What a person reads of one report."""
    report, norm = one.report, one.check.norm
    year = report.reported_year or terminal.say("norms.unknown_year")
    issuer = report.issuer or terminal.say("norms.nobody")
    yield terminal.say("norms.head", issuer=issuer, year=year, source=one.source)
    if norm is None:
        genre = terminal.say(f"norms.genre_{report.genre.name.lower()}")
        yield "  " + terminal.say("norms.no_norm", genre=genre, year=year)
        return
    yield "  " + terminal.say("norms.held_against", source=norm.source, since=norm.since)
    for result in one.check.results:
        yield from _result_lines(result, report, terminal)


def _result_lines(result: Result, report: Report, terminal: Terminal) -> Iterator[str]:
    """One requirement, with the first passage that shows it."""
    yield terminal.say(
        "norms.line",
        state=terminal.say(f"norms.state_{result.state.value}"),
        requirement=terminal.say(f"norms.require_{result.requirement}"),
        reason=_reason(result, terminal.language),
    )
    for start, end in result.passages[:1]:
        quote = " ".join(report.text[start:end].split())
        short = quote if len(quote) <= QUOTED else quote[: QUOTED - 1] + "…"
        yield terminal.say("norms.passage", quote=short)


def _reason(result: Result, language: Language) -> str:
    return say(language, f"norms.{result.reason.code}", **dict(result.reason.details))


def _json(one: Checked, language: Language) -> dict[str, object]:
    """What a program reads of one report; `norm` is null where none applies."""
    report, norm = one.report, one.check.norm
    return {
        "source": one.source,
        "issuer": report.issuer,
        "genre": report.genre.value,
        "reported_year": report.reported_year,
        "published": report.published,
        "norm": {"id": norm.id, "name": norm.name, "from": norm.since, "to": norm.until} if norm else None,
        "results": [
            {
                "requirement": str(result.requirement),
                "state": result.state.value,
                "reason": _reason(result, language),
                "passages": [
                    {"text": report.text[start:end], "start": start, "end": end}
                    for start, end in result.passages
                ],
            }
            for result in one.check.results
        ],
    }
