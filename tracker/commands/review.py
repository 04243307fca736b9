"""`tracker review`: decisions in and their ledger, second readings, replies, signatures, labels."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker import dates
from tracker.errors import TrackerError
from tracker.parameters import Year
from tracker.storage.store import Store
from tracker.terminal import Terminal

if TYPE_CHECKING:
    from tracker.audits.audit import Audit
    from tracker.audits.second import Reading
    from tracker.review import Weighed
    from tracker.storage.decisions import Logged
    from tracker.storage.holdings import Pairing

LONGEST_REPLY = 20_000
"""Characters of a body's reply; the bytes of its file are limited to four times as many."""


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

    now = dates.now()
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
        row = store.ledger.undo(number, reviewer, note, dates.now())
    terminal.echo("review.undone", number=number, row=row)


@review.command(help="published.blind")
@click.option("--year", type=Year(), help="cli.audit_year")
@click.option("--issuer", "issuers", multiple=True, help="cli.audit_issuer")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, metavar="DIR", help="published.blind_out"
)
@click.pass_obj
def blind(terminal: Terminal, year: int | None, issuers: tuple[str, ...], out: Path) -> None:
    """Write pages for a second reader."""
    from tracker.pages.write import write_year  # start-up: with its templates
    from tracker.year import audits, missing, shipped_judge

    with Store.open(terminal.db) as store:
        pairs = _pairs(store, year, issuers)
        done = terminal.watch(audits(store, pairs, shipped_judge(), dates.now()), len(pairs), "cli.auditing")
        page = write_year(out, pairs[0].year, done, missing(store, pairs), terminal.pages, unseen=True)
    terminal.echo("published.blind_written", page=page)


@review.command(help="published.agreement")
@click.option("--year", type=Year(), required=True, help="cli.audit_year")
@click.option("--issuer", "issuers", multiple=True, help="cli.audit_issuer")
@click.pass_obj
def agreement(terminal: Terminal, year: int, issuers: tuple[str, ...]) -> None:
    """List where two readers differ, and say how far they agree."""
    from tracker.audits.second import agreement as agreed  # start-up: with numbers

    with Store.open(terminal.db, write=False) as store:
        found = [one for pairing in _pairs(store, year, issuers) for one in store.ledger.readings(pairing)]
    for one in found:
        if not one.agreed:
            click.echo(_differ(one, terminal))
    total = agreed((one.first, one.second) for one in found)
    if total.share is None:
        terminal.note("published.read_once", year=year)
        return
    kappa = "–" if total.kappa is None else f"{total.kappa:.2f}"
    terminal.echo(
        "published.agreed", both=total.both, agreed=total.agreed, share=f"{total.share:.0%}", kappa=kappa
    )


@review.command(help="published.reply")
@click.argument("commitment_id")
@click.option("--year", type=Year(), required=True, help="cli.audit_year")
@click.option("--who", required=True, help="published.reply_who")
@click.option("--text", help="published.reply_text")
@click.option("--file", "path", type=click.Path(path_type=Path), help="published.reply_file")
@click.option("--source", default="", help="published.reply_source")
@click.option("--date", "dated", help="published.reply_date")
@click.pass_obj
def reply(  # noqa: PLR0913, PLR0917 (click gives one argument an option)
    terminal: Terminal,
    commitment_id: str,
    year: int,
    who: str,
    text: str | None,
    path: Path | None,
    source: str,
    dated: str | None,
) -> None:
    """Attach a body's own words to a promise."""
    from tracker import reviewing  # start-up: with its tables
    from tracker.audits.replies import Reply

    words = _words(text, path)
    with Store.open(terminal.db) as store, store.transaction():
        pairing = reviewing.place(store, year, commitment_id)
        number = store.replies.record(
            pairing, Reply(0, commitment_id, words, who, source, dated, dates.now())
        )
    terminal.echo("published.replied", number=number, promise=commitment_id)


@review.command(help="published.withdraw")
@click.argument("number", type=int)
@click.option("--who", required=True, help="published.withdraw_who")
@click.pass_obj
def withdraw(terminal: Terminal, number: int, who: str) -> None:
    """Take a reply back by a new row."""
    with Store.open(terminal.db) as store, store.transaction():
        store.replies.withdraw(number, who, dates.now())
    terminal.echo("published.withdrawn", number=number)


@review.command(help="published.sign")
@click.option("--year", type=Year(), required=True, help="cli.audit_year")
@click.option("--issuer", required=True, help="published.sign_issuer")
@click.option("--reviewer", required=True, help="published.sign_reviewer")
@click.option("--note", default="", help="published.sign_note")
@click.option("--partial", is_flag=True, help="published.sign_partial")
@click.pass_obj
def sign(  # noqa: PLR0913 (click gives one argument an option)
    terminal: Terminal, year: int, issuer: str, reviewer: str, note: str, *, partial: bool
) -> None:
    """Sign a body's audit as it stands today."""
    from tracker.audits.signatures import Signature  # start-up: with the machine's tables
    from tracker.year import audits, shipped_judge

    now = dates.now()
    with Store.open(terminal.db) as store:
        pairs = [pair for pair in _pairs(store, year, (issuer,)) if pair.baseline and pair.answer]
        if not pairs:
            raise TrackerError("published.sign_nothing", issuer=issuer, year=year)
        done = list(audits(store, pairs, shipped_judge(), now))
        waiting = [sum(finding.waits for finding in audit.findings) for audit in done]
        if any(waiting) and not partial:
            raise TrackerError("published.sign_open", open=sum(waiting))
        with store.transaction():
            for pair, audit, undecided in zip(pairs, done, waiting, strict=True):
                state = store.signatures.state(pair, audit, now)
                store.signatures.record(pair, Signature(reviewer, note, undecided, state))
    terminal.echo("published.signed", promises=_promises(done), open=sum(waiting), reviewer=reviewer)


@review.command("export", help="published.export")
@click.option("--gold", is_flag=True, required=True, help="published.gold")
@click.option("--year", type=Year(), required=True, help="cli.audit_year")
@click.option("--issuer", "issuers", multiple=True, help="cli.audit_issuer")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, metavar="DIR", help="published.gold_out"
)
@click.pass_obj
def export(terminal: Terminal, year: int, issuers: tuple[str, ...], out: Path, *, gold: bool) -> None:  # noqa: ARG001 (the only kind there is)
    """Write what was decided as labels, with the texts beside."""
    from tracker.labelling import write_labels  # start-up: with its tables

    with Store.open(terminal.db, write=False) as store:
        count, left = write_labels(store, _pairs(store, year, issuers), out)
    terminal.echo("published.labelled", path=out / "labels.jsonl", count=count)
    if left:
        terminal.note("published.labels_left", count=left)


def _pairs(store: Store, year: int | None, issuers: tuple[str, ...]) -> tuple[Pairing, ...]:
    from tracker.naming import called
    from tracker.year import pairings

    return pairings(store, year, [called(name, store.issuers()).id for name in issuers])


def _promises(audits: list[Audit]) -> int:
    return sum(len(audit.findings) for audit in audits)


def _words(text: str | None, path: Path | None) -> str:
    """The reply, from the one place that was named."""
    if (text is None) is (path is None):
        raise TrackerError("published.reply_one")
    words = (text if path is None else _content(path)) or ""
    if not words.strip():
        raise TrackerError("published.reply_empty")
    if len(words) > LONGEST_REPLY:
        raise TrackerError("published.reply_long", most=LONGEST_REPLY)
    return words.strip()


def _content(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(4 * LONGEST_REPLY + 4).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TrackerError("published.reply_unreadable", path=path) from error


def _differ(one: Reading, terminal: Terminal) -> str:
    return terminal.say(
        "published.differ_settled" if one.settled else "published.differ",
        id=one.commitment_id,
        promise=one.promise,
        first=terminal.say(f"pages.verdict_{one.first}"),
        first_by=one.first_by,
        second=terminal.say(f"pages.verdict_{one.second}"),
        second_by=one.second_by,
    )


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
    line += terminal.say("published.row_blind") if row.blind else ""
    return line + (terminal.say("review.row_undone") if row.undone else "")
