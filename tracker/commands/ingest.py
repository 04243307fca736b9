"""`tracker ingest`: reports into the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

import click

from tracker import dates, manifest
from tracker.examined import Told
from tracker.intake import take_in
from tracker.outcomes import show
from tracker.parameters import Date, Jobs, Year
from tracker.readers.files import Found, files
from tracker.storage import database
from tracker.storage.store import Store
from tracker.terminal import Terminal

NOWHERE = "sqlite://"
"""A store in memory, for a rehearsal where there is none yet."""


@click.command(help="cli.ingest")
@click.argument("paths", metavar="PATHS...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--issuer", help="cli.ingest_issuer")
@click.option("--year", type=Year(), help="cli.ingest_year")
@click.option("--published", type=Date(), help="cli.ingest_published")
@click.option("--url", help="cli.ingest_url")
@click.option(
    "--manifest", "table", type=click.Path(path_type=Path), metavar="CSV", help="cli.ingest_manifest"
)
@click.option("--dry-run", is_flag=True, help="cli.ingest_dry_run")
@click.option("--jobs", type=Jobs(), default=1, metavar="N", help="cli.ingest_jobs")
@click.pass_obj
def ingest(  # noqa: PLR0913, PLR0917 (one parameter an option)
    terminal: Terminal,
    paths: tuple[Path, ...],
    issuer: str | None,
    year: int | None,
    published: str | None,
    url: str | None,
    table: Path | None,
    *,
    dry_run: bool,
    jobs: int,
) -> int:
    """Take in every file; 1 where one is missing, could not be read, or needs an answer."""
    listed = manifest.read(table) if table else {}
    there = terminal.present(paths)
    found = list(files([*there, *listed]))
    if not found:
        terminal.note("cli.no_files")
        return 1
    told = _told(Told(issuer, year, published, url), listed)
    now = dates.now()
    with _open(terminal.db, dry_run=dry_run) as store:
        taken = take_in(store, found, told, now, jobs=jobs, keep=not dry_run)
        outcomes = list(terminal.watch(taken, len(found), "cli.ingesting"))
    if dry_run:
        terminal.note("cli.rehearsed")
    left = show(outcomes, terminal, kept=not dry_run)
    if dry_run:
        terminal.note("intake.rehearsed")
    return left or int(len(there) < len(paths))


def _told(of_all: Told, listed: Mapping[Path, Told]) -> Callable[[Found], Told]:
    """What the user says of a file: in the manifest, or else for all."""
    by_place = {path.resolve(): told for path, told in listed.items()}
    return lambda found: by_place.get(found.path.resolve(), of_all)


def _open(db: str, *, dry_run: bool) -> AbstractContextManager[Store]:
    """The store, made where there is none, except in a rehearsal."""
    file = database.file(database.address(db))
    if dry_run and file is not None and not file.exists():
        return Store.open(NOWHERE, create=True)
    return Store.open(db, create=True, write=True)
