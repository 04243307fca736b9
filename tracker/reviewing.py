"""Decisions between files and the store: what an import would do, doing it, and what labels it gives."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tracker.audits.audit import Decision
from tracker.errors import TrackerError
from tracker.review import Flaw, Held, Received, Standing, Weighed, Withdrawn, receive, weigh
from tracker.storage.decisions import Logged
from tracker.storage.store import Pairing, Store
from tracker.tables import seen
from tracker.workbook import read_xlsx

MOST_BYTES = 64 * 1024 * 1024
"""No file of decisions is larger; one of 3,000 decisions takes about 1 MB."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do: each decision with its standing, what is taken back, and what is flawed.

    `places` says of each promise of the plans concerned which audit it belongs to; the rows of a `blind`
    reading decide nothing.
    """

    weighed: tuple[Weighed, ...]
    withdrawn: tuple[Withdrawn, ...]
    flaws: tuple[Flaw, ...]
    places: Mapping[tuple[int, str], Pairing]
    blind: bool = False

    def of(self, *standings: Standing) -> tuple[Weighed, ...]:
        """The decisions of these standings, in the order of the file."""
        return tuple(one for one in self.weighed if one.standing in standings)


def read(path: Path, now: str) -> Received:
    """What a file of decisions holds: JSON or a review sheet, told by content; TrackerError if neither."""
    if path.stat().st_size > MOST_BYTES:
        raise TrackerError("review.too_large", path=path)
    data = path.read_bytes()
    if data.startswith(b"PK"):
        return receive(read_xlsx(path, now))
    try:
        payload = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise TrackerError("review.unreadable", path=path) from error
    received = receive(payload)
    if any(flaw.place == 0 for flaw in received.flaws):
        raise TrackerError("review.not_decisions", path=path)
    return received


def plan(store: Store, received: Received) -> Plan:
    """Hold what a file says against the store; nothing is written."""
    named = [(one.year, one.decision.commitment_id) for one in received.submitted]
    named += [(one.year, one.commitment_id) for one in received.withdrawn]
    held: dict[tuple[int, str], Held] = {}
    places: dict[tuple[int, str], Pairing] = {}
    for year in sorted({year for year, _ in named}):
        of_year = [promise for its_year, promise in named if its_year == year]
        for pairing, baseline, answer in store.holding(year, of_year):
            promises = [(year, promise.id) for promise in baseline.commitments or ()]
            places |= dict.fromkeys(promises, pairing)
            held |= _held(store, pairing, promises, seen(baseline, answer), blind=received.blind)
    return Plan(
        weigh(received.submitted, held), received.withdrawn, received.flaws, places, blind=received.blind
    )


def _held(
    store: Store, pairing: Pairing, promises: Iterable[tuple[int, str]], today: str, *, blind: bool
) -> dict[tuple[int, str], Held]:
    """A blind reading meets no decision, and neither does one that settles a dispute."""
    ever: dict[str, list[Decision]] = {}
    standing: dict[str, Decision] = {}
    disputed = {one.commitment_id for one in store.ledger.readings(pairing) if one.disputed}
    for row in store.ledger.all_of(pairing):
        if row.decision and row.blind is blind:
            ever.setdefault(row.commitment_id, []).append(row.decision)
            if not (row.undone or blind or row.commitment_id in disputed):
                standing[row.commitment_id] = row.decision
    return {key: Held(today, tuple(ever.get(key[1], ())), standing.get(key[1])) for key in promises}


def place(store: Store, year: int, commitment: str) -> Pairing:
    """The audit of `year` a promise belongs to; TrackerError where there is none."""
    for pairing, baseline, _ in store.holding(year, [commitment]):
        if any(promise.id == commitment for promise in baseline.commitments or ()):
            return pairing
    raise TrackerError("store.no_commitment", commitment=commitment)


def record(store: Store, planned: Plan, accepted: Iterable[Weighed], at: str) -> int:
    """Add the accepted decisions as rows, and take back what was taken back, all or none: how many rows."""
    with store.transaction():
        rows = [
            store.ledger.record(
                planned.places[one.submitted.year, one.submitted.decision.commitment_id],
                one.submitted.decision,
                at,
                blind=planned.blind,
            )
            for one in accepted
        ]
        rows += [
            store.ledger.undo(row.number, gone.reviewer, "", at)
            for gone in planned.withdrawn
            for row in _own(store, planned, gone)[-1:]
        ]
    return len(rows)


def _own(store: Store, planned: Plan, gone: Withdrawn) -> list[Logged]:
    """The reviewer's decisions of this kind on the promise that stand, oldest first."""
    pairing = planned.places.get((gone.year, gone.commitment_id))
    rows = store.ledger.all_of(pairing) if pairing else ()
    return [
        row
        for row in rows
        if row.decision
        and not row.undone
        and row.blind is planned.blind
        and (row.commitment_id, row.reviewer) == (gone.commitment_id, gone.reviewer)
    ]
