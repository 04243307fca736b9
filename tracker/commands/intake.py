"""`tracker intake`: files that wait for an answer."""

from __future__ import annotations

from itertools import groupby

import click

from tracker import dates
from tracker.errors import TrackerError
from tracker.examined import Told
from tracker.intake import answer, retry
from tracker.outcomes import show
from tracker.outline import message
from tracker.parameters import Year
from tracker.storage.store import Store
from tracker.storage.waiting import Waiting
from tracker.terminal import Terminal

SHOWN = 8
"""Digits of a file's hash that name it on the screen."""


@click.group(help="cli.intake")
def intake() -> None:
    """Hold the subcommands."""


@intake.command("list", help="cli.intake_list")
@click.pass_obj
def waiting(terminal: Terminal) -> None:
    """Show every file with its question."""
    with Store.open(terminal.db, write=False) as store:
        files = store.waiting.all()
    for _, together in groupby(files, lambda file: (file.question, file.about)):
        alike = list(together)
        if len(alike) > 1:
            terminal.echo("intake.alike", count=len(alike))
        for file in alike:
            click.echo(f"{file.sha256[:SHOWN]}  {file.source}  {message(file.reason, terminal.language)}")
            if file.candidates:
                click.echo("    " + terminal.say("cli.candidates", names="、".join(file.candidates)))
    terminal.note("cli.intake_counted", count=len(files))
    if files:
        terminal.note("intake.how")


@intake.command(help="cli.intake_resolve")
@click.argument("file")
@click.option("--issuer", help="cli.ingest_issuer")
@click.option("--year", type=Year(), help="cli.ingest_year")
@click.option("--new", "new_issuer", is_flag=True, help="cli.intake_new")
@click.option("--no-report", is_flag=True, help="cli.intake_no_report")
@click.pass_obj
def resolve(  # noqa: PLR0913 (one parameter an option)
    terminal: Terminal, file: str, issuer: str | None, year: int | None, *, new_issuer: bool, no_report: bool
) -> int:
    """Settle a file, and all that wait for the same answer."""
    if no_report == bool(issuer or year):
        raise click.UsageError(terminal.say("cli.intake_which"))
    with Store.open(terminal.db) as store:
        chosen = _chosen(store, file)
        if no_report:
            with store.transaction():
                store.waiting.dismiss(chosen.sha256, dates.now())
            terminal.echo("cli.intake_dismissed", source=chosen.source)
            return 0
        return show(
            list(answer(store, chosen, Told(issuer, year, new_issuer=new_issuer), dates.now())), terminal
        )


@intake.command("retry", help="cli.intake_retry")
@click.pass_obj
def again(terminal: Terminal) -> int:
    """Try every waiting file once more."""
    with Store.open(terminal.db) as store:
        waiting = len(store.waiting.all())
        outcomes = list(terminal.watch(retry(store, dates.now()), waiting, "cli.ingesting"))
    return show(outcomes, terminal)


def _chosen(store: Store, asked: str) -> Waiting:
    """The one waiting file whose hash begins so, or of that name."""
    found = [file for file in store.waiting.all() if file.sha256.startswith(asked) or file.source == asked]
    if len(found) != 1:
        raise TrackerError("cli.intake_several" if found else "cli.intake_unknown", file=asked)
    return found[0]
