"""`tracker ingest`: reports into the store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import click

from tracker.intake import Kind, Outcome, Told, take_in
from tracker.outline import message
from tracker.parameters import Date, Year
from tracker.readers.files import files
from tracker.store import Store
from tracker.terminal import Terminal

IN_ORDER = frozenset({Kind.TAKEN, Kind.KNOWN, Kind.NEWER})


@click.command(help="cli.ingest")
@click.argument("paths", metavar="PATHS...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--issuer", help="cli.ingest_issuer")
@click.option("--year", type=Year(), help="cli.ingest_year")
@click.option("--published", type=Date(), help="cli.ingest_published")
@click.option("--url", help="cli.ingest_url")
@click.pass_obj
def ingest(  # noqa: PLR0913, PLR0917 (one parameter an option)
    terminal: Terminal,
    paths: tuple[Path, ...],
    issuer: str | None,
    year: int | None,
    published: str | None,
    url: str | None,
) -> int:
    """Take in every file; 1 where one is missing, could not be read, or needs an answer."""
    there = terminal.present(paths)
    found = list(files(there))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with Store.open(terminal.db, create=True) as store:
        taken = take_in(store, found, Told(issuer, year, published, url), now)
        outcomes = list(terminal.watch(taken, len(found), "cli.ingesting"))
    _show(outcomes, terminal)
    return int(len(there) < len(paths) or not all(outcome.kind in IN_ORDER for outcome in outcomes))


def _show(outcomes: Iterable[Outcome], terminal: Terminal) -> None:
    """A table by what became of the files: results on stdout, what needs the user on stderr."""
    for kind in Kind:
        of_kind = [outcome for outcome in outcomes if outcome.kind is kind]
        if of_kind:
            err = kind not in IN_ORDER
            click.echo(terminal.say(f"cli.kind_{kind.value}", count=len(of_kind)), err=err)
            for outcome in of_kind:
                click.echo(f"  {outcome.source}  {message(outcome.reason, terminal.language)}", err=err)
                for more in _more(outcome, terminal):
                    click.echo(f"    {more}", err=err)


def _more(outcome: Outcome, terminal: Terminal) -> list[str]:
    """What the user should know of the file beside what became of it."""
    notices = [message(notice, terminal.language) for notice in outcome.notices]
    if outcome.candidates:
        notices.insert(0, terminal.say("cli.candidates", names="、".join(outcome.candidates)))
    return notices
