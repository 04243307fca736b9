"""`tracker review`: decisions in from files, the ledger, and decisions taken back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.store import Store
from tracker.terminal import Terminal

if TYPE_CHECKING:
    from tracker.decisions import Logged
    from tracker.review import Weighed


@click.group(help="cli.review")
def review() -> None:
    """Hold the subcommands."""


@review.command("import", help="review.import")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="review.dry_run")
@click.option("--force", is_flag=True, help="review.force")
@click.pass_obj
def take_in(terminal: Terminal, path: Path, *, dry_run: bool, force: bool) -> int:
    """Show what fits and what does not, then record what fits; 1 if something was left out."""
    from tracker import reviewing  # start-up: with its tables
    from tracker.review import Standing

    now = _now()
    with Store.open(terminal.db, write=not dry_run) as store:
        planned = reviewing.plan(store, reviewing.read(path, now))
        doubtful = planned.of(Standing.CONFLICT, Standing.CHANGED)
        unknown = planned.of(Standing.UNKNOWN)
        for one in (*doubtful, *unknown):
            click.echo(_doubt(one, terminal))
        for flaw in planned.flaws:
            terminal.note(f"review.flaw-{flaw.code}", place=flaw.place, **dict(flaw.details))
        accepted = planned.of(Standing.NEW) + (doubtful if force else ())
        if not dry_run:
            reviewing.record(store, planned, accepted, now)
    left = len(unknown) + len(planned.flaws) + (0 if force else len(doubtful))
    terminal.echo(
        "review.would_import" if dry_run else "review.imported",
        taken=len(accepted),
        known=len(planned.of(Standing.SAME)),
        withdrawn=len(planned.withdrawn),
        left=left,
    )
    if doubtful and not force:
        terminal.note("review.force_hint")
    return 1 if left else 0


@review.command(help="review.log")
@click.pass_obj
def log(terminal: Terminal) -> None:
    """Print every row of the ledger, oldest first."""
    with Store.open(terminal.db, write=False) as store:
        rows = store.ledger.log()
    for row in rows:
        click.echo(_row(row, terminal))
    terminal.note("review.logged", count=len(rows))


@review.command(help="review.undo")
@click.argument("number", type=int)
@click.option("--reviewer", required=True, help="review.undo_reviewer")
@click.option("--note", default="", help="review.undo_note")
@click.pass_obj
def undo(terminal: Terminal, number: int, reviewer: str, note: str) -> None:
    """Take a decision back by a new row."""
    with Store.open(terminal.db) as store, store.transaction():
        row = store.ledger.undo(number, reviewer, note, _now())
    terminal.echo("review.undone", number=number, row=row)


def _doubt(one: Weighed, terminal: Terminal) -> str:
    decision, met = one.submitted.decision, one.meets
    return terminal.say(
        f"review.standing-{one.standing}",
        promise=decision.commitment_id,
        year=one.submitted.year,
        verdict=terminal.say(f"pages.verdict_{decision.verdict}"),
        reviewer=decision.reviewer,
        other=met.reviewer if met else "",
        theirs=terminal.say(f"pages.verdict_{met.verdict}") if met else "",
        at=met.decided_at if met else "",
    )


def _row(row: Logged, terminal: Terminal) -> str:
    decided = terminal.say(f"pages.verdict_{row.decision.verdict}") if row.decision else ""
    code = "review.row" if row.decision else "review.row_undo"
    line = terminal.say(
        code,
        number=row.number,
        at=row.decided_at,
        reviewer=row.reviewer,
        issuer=row.issuer,
        year=row.year,
        id=row.commitment_id,
        verdict=decided,
        undoes=row.undoes,
        promise=row.promise,
        note=row.note,
    )
    return line + (terminal.say("review.row_undone") if row.undone else "")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
