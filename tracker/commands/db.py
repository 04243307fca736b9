"""`tracker db`: which version of the tables the store has."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.errors import TrackerError
from tracker.storage import database, upgrade
from tracker.terminal import Terminal


@click.group(help="cli.db")
def db() -> None:
    """Hold the subcommands."""


@db.command(help="cli.db_current")
@click.pass_obj
def current(terminal: Terminal) -> int:
    """Say at which revision the store stands; 1 where this version of the tracker cannot use it as it is."""
    url = database.address(terminal.db)
    _require(database.file(url))
    with database.told(url), database.engine(url, write=False).connect() as connection:
        found, revision = upgrade.standing(connection), upgrade.revision(connection)
    terminal.echo(f"cli.db_standing_{found.value}", path=database.shown(url), revision=revision)
    return int(found is not upgrade.Standing.CURRENT)


@db.command("upgrade", help="cli.db_upgrade")
@click.pass_obj
def bring_up(terminal: Terminal) -> None:
    """Bring the store to this version's tables, a copy kept."""
    url = database.address(terminal.db)
    _require(database.file(url))
    with database.told(url):
        done = upgrade.upgrade(url)
    code = "cli.db_was_current" if done.before == done.after else "cli.db_upgraded"
    terminal.echo(code, path=database.shown(url), before=done.before, after=done.after)
    if done.backup:
        terminal.echo("cli.db_backup", path=done.backup)


def _require(path: Path | None) -> None:
    """TrackerError where the store would be a file and there is none."""
    if path and not path.exists():
        raise TrackerError("store.missing", path=path)
