"""`tracker reports`: what is in the store."""

from __future__ import annotations

import click

from tracker import dates
from tracker.audits.audit import Filed
from tracker.errors import TrackerError
from tracker.intake import BY_USER
from tracker.naming import called
from tracker.parameters import Year
from tracker.reading.document import Genre
from tracker.storage.differences import Change, Difference, differences
from tracker.storage.holdings import Entry, Issuer
from tracker.storage.rereading import reread
from tracker.storage.store import Store
from tracker.terminal import Terminal


@click.group(help="cli.reports", invoke_without_command=True)
@click.pass_context
def reports(ctx: click.Context) -> None:
    """List every report, unless a subcommand follows."""
    terminal = ctx.ensure_object(Terminal)
    if ctx.invoked_subcommand is None:
        with Store.open(terminal.db, write=False) as store:
            entries = store.reports()
        for entry in entries:
            click.echo(_line(entry, terminal))
        terminal.note("cli.reports_counted", count=len(entries))


@reports.command(help="cli.reports_diff")
@click.argument("issuer")
@click.argument("year", type=Year())
@click.pass_obj
def diff(terminal: Terminal, issuer: str, year: int) -> None:
    """Show what the latest version of a report changed in the one before, promises first."""
    with Store.open(terminal.db, write=False) as store:
        old, new = _last_two(store, called(issuer, store.issuers()), year)
    found = differences(old.report, new.report, old.commitments or (), new.commitments or ())
    terminal.note("cli.diff_versions", old=old.source, new=new.source)
    if not found.promises:
        only_more = all(each.change is Change.ADDED for each in found.others)
        terminal.note("intake.only_added" if only_more else "intake.promises_alike", count=len(found.others))
    for code, changes in (("cli.diff_promises", found.promises), ("cli.diff_others", found.others)):
        terminal.echo(code, count=len(changes))
        for each in changes:
            click.echo("\n".join(_signed(each)))


@reports.command("reread", help="cli.reports_reread")
@click.pass_obj
def read_again(terminal: Terminal) -> None:
    """Read every stored text with today's reader; decisions stay with their promises."""
    with Store.open(terminal.db) as store:
        total = len(store.reports())
        done = [
            each for each in terminal.watch(reread(store), total, "cli.ingesting") if each.found or each.lost
        ]
    for each in done:
        entry = each.entry
        found, lost = len(each.found), len(each.lost)
        terminal.echo("cli.reread", issuer=entry.issuer, year=entry.reported_year, found=found, lost=lost)
    terminal.echo("cli.reread_counted", count=total, changed=len(done))


@reports.command("move", help="moving.move")
@click.argument("issuer")
@click.argument("year", type=Year())
@click.option("--to-issuer", help="moving.to_issuer")
@click.option("--to-year", type=Year(), help="moving.to_year")
@click.option("--new", "new_issuer", is_flag=True, help="moving.new")
@click.option("--version", type=click.IntRange(min=1), metavar="N", help="moving.version")
@click.option("--genre", type=click.Choice([genre.value for genre in Genre]), help="moving.genre")
@click.option("--note", default="", help="moving.note")
@click.pass_obj
def move(  # noqa: PLR0913, PLR0917 (one parameter an option)
    terminal: Terminal,
    issuer: str,
    year: int,
    to_issuer: str | None,
    to_year: int | None,
    version: int | None,
    genre: str | None,
    note: str,
    *,
    new_issuer: bool,
) -> None:
    """File a report under the body or year it is of; its promises and all decisions go with it."""
    with Store.open(terminal.db) as store, store.transaction():
        body = called(issuer, store.issuers())
        entries = _versions(store, body, year, genre, version)
        numbers = [entry.id for entry in entries]
        now, target = dates.now(), body.id
        if to_issuer and new_issuer:
            target = store.add_issuer(to_issuer, BY_USER, now)
        elif to_issuer:
            target = called(to_issuer, store.issuers()).id
        if (target, to_year or year) == (body.id, year):
            raise click.UsageError(terminal.say("moving.nowhere"))
        store.moves.move(numbers, target, to_year or year, note, BY_USER, now)
        for entry in map(store.entry, numbers):
            terminal.echo("moving.moved", source=entry.source, issuer=entry.issuer, year=entry.reported_year)
        decisions = store.moves.decisions(numbers)
    if decisions:
        terminal.note("moving.decisions", count=decisions)


@reports.command("moves", help="moving.moves")
@click.pass_obj
def moved(terminal: Terminal) -> None:
    """Show every move."""
    with Store.open(terminal.db, write=False) as store:
        moves = store.moves.log()
    for one in moves:
        sides = {"old": f"{one.from_issuer} {one.from_year}", "new": f"{one.to_issuer} {one.to_year}"}
        terminal.echo("moving.line", at=one.at, source=one.source, note=one.note, **sides)
    terminal.note("moving.counted", count=len(moves))


def _versions(store: Store, body: Issuer, year: int, genre: str | None, version: int | None) -> list[Entry]:
    """The versions of one report; TrackerError where there is none, or where it may be one of two genres."""
    found = [
        entry
        for entry in store.reports()
        if (entry.issuer_id, entry.reported_year) == (body.id, year)
        and genre in {None, entry.genre.value}
        and version in {None, entry.version}
    ]
    if not found:
        raise TrackerError("moving.nothing", issuer=body.name, year=year)
    if len({entry.genre for entry in found}) > 1:
        raise TrackerError("moving.genres", issuer=body.name, year=year)
    return found


def _last_two(store: Store, body: Issuer, year: int) -> tuple[Filed, Filed]:
    """The last two versions of a body's report of a year; TrackerError where there is only one, or none."""
    series = [entry for entry in store.reports() if (entry.issuer_id, entry.reported_year) == (body.id, year)]
    newest = max(
        (entry for entry in series if entry.version > 1), key=lambda entry: entry.version, default=None
    )
    if newest is None:
        raise TrackerError("cli.diff_nothing", issuer=body.name, year=year)
    before = max(
        (entry for entry in series if entry.genre == newest.genre and entry.version < newest.version),
        key=lambda entry: entry.version,
    )
    return store.filed(before.id), store.filed(newest.id)


def _signed(difference: Difference) -> list[str]:
    """The sentence before and after, marked as in any diff."""
    sides = (("-", difference.old), ("+", difference.new))
    return [f"  {sign} {' '.join(said.text.split())}" for sign, said in sides if said is not None]


def _line(entry: Entry, terminal: Terminal) -> str:
    return terminal.say(
        "cli.reports_line" if entry.current else "cli.reports_superseded",
        issuer=entry.issuer,
        genre=terminal.say(f"cli.genre_{entry.genre.name.lower()}"),
        year=entry.reported_year,
        plan=entry.plan_year or "—",
        promises=entry.promises,
        version=entry.version,
        source=entry.source,
    )
