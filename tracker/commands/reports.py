"""`tracker reports`: what is in the store."""

from __future__ import annotations

import click

from tracker.store import Entry, Store
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
