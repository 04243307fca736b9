"""`tracker export`: a year as one table, for spreadsheets, for programs, or to be filled in by a reviewer."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import click

from tracker import dates
from tracker.audits.audit import Audit
from tracker.errors import TrackerError
from tracker.export import audit_json
from tracker.language import Language
from tracker.naming import called
from tracker.parameters import Year
from tracker.storage.store import Store
from tracker.tables import to_csv
from tracker.terminal import Terminal
from tracker.workbook import to_xlsx
from tracker.year import audits, pairings, shipped_judge


def _json(done: list[Audit], language: Language) -> bytes:
    content = audit_json(done[0].year, done, language)
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


FORMATS: dict[str, Callable[[list[Audit], Language], bytes]] = {
    ".csv": lambda done, language: to_csv(done, language).encode(),
    ".xlsx": to_xlsx,
    ".json": _json,
}
"""Suffix of the file → what writes it."""


@click.command(help="cli.export")
@click.option("--year", type=Year(), help="cli.audit_year")
@click.option("--issuer", "issuers", multiple=True, help="cli.audit_issuer")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, metavar="FILE", help="review.export_out"
)
@click.pass_obj
def export(terminal: Terminal, year: int | None, issuers: tuple[str, ...], out: Path) -> None:
    """Audit, and write the table the file's name asks for."""
    if out.suffix.lower() not in FORMATS:
        raise TrackerError("review.export_suffix", path=out, known=", ".join(FORMATS))
    now = dates.now()
    with Store.open(terminal.db) as store:
        bodies = [called(name, store.issuers()).id for name in issuers]
        pairs = pairings(store, year, bodies)
        done = list(terminal.watch(audits(store, pairs, shipped_judge(), now), len(pairs), "cli.auditing"))
    if not done:
        raise TrackerError("review.export_nothing", year=pairs[0].year)
    _write(out, FORMATS[out.suffix.lower()](done, terminal.pages))
    terminal.echo("review.exported", path=out, promises=sum(len(one.findings) for one in done))


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: what stood there before stands until the new file is complete."""
    aside = path.with_name(f".{path.name}.part")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
