"""Signed audits, and every verdict that has changed since the first signature."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.judging.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class State:
    """All verdicts of one audit at one time; `at` dates what changed without anybody's decision.

    `baseline` and `answer` number the reports it held together, `last_decision` the newest row of the
    ledger that it took in.
    """

    at: str
    baseline: int
    answer: int | None
    last_decision: int
    verdicts: Mapping[str, Verdict]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed a body's audit of a year, and what it said; `undecided` promises waited for a person."""

    reviewer: str
    note: str
    undecided: int
    state: State

    @property
    def signed_at(self) -> str:
        """When (ISO 8601)."""
        return self.state.at


@dataclass(frozen=True, slots=True)
class Change:
    """A row of the ledger: a decision, or one taken back (`undoes`), which has no verdict of its own."""

    number: int
    commitment_id: str
    verdict: Verdict | None
    undoes: int | None
    reviewer: str
    at: str
    note: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A verdict that changed after a signature.

    `before` is None for a promise that a corrected plan added, `after` for one that it no longer holds.
    `by` is empty where nobody decided: then `report` tells a corrected report from a newer program.
    """

    at: str
    commitment_id: str
    before: Verdict | None
    after: Verdict | None
    by: str
    reason: str
    report: bool


def corrections(
    signatures: Sequence[Signature], changes: Iterable[Change], today: State
) -> tuple[Correction, ...]:
    """Everything that changed from the first signature to today, oldest first; `changes` as recorded."""
    rows = tuple(changes)
    states = [signature.state for signature in signatures] + [today]
    found = (correction for former, later in pairwise(states) for correction in _between(former, later, rows))
    return tuple(found)


def _between(former: State, later: State, rows: Sequence[Change]) -> Iterator[Correction]:
    """What people decided, in their order, then what changed by itself, by promise."""
    verdicts: dict[str, Verdict] = dict(former.verdicts)
    taken_back: dict[str, Change] = {}
    for row, verdict in _standing(rows):
        if not former.last_decision < row.number <= later.last_decision:
            continue
        if verdict is None:
            taken_back[row.commitment_id] = row
            continue
        taken_back.pop(row.commitment_id, None)
        before = verdicts.get(row.commitment_id)
        if before not in (None, verdict):
            yield _decided(row, before, verdict)
        if before is not None:
            verdicts[row.commitment_id] = verdict
    for key in sorted(verdicts.keys() | later.verdicts.keys()):
        before, after = verdicts.get(key), later.verdicts.get(key)
        if before is after:
            continue
        if key in taken_back:
            yield _decided(taken_back[key], before, after)
        else:
            yield Correction(later.at, key, before, after, "", "", _other_reports(former, later))


def _standing(rows: Iterable[Change]) -> Iterator[tuple[Change, Verdict | None]]:
    """Each row with the decision that stands after it; None where the machine's verdict is back in force."""
    live: dict[str, dict[int, Verdict]] = {}
    for row in rows:
        own = live.setdefault(row.commitment_id, {})
        if row.verdict is not None:
            own[row.number] = row.verdict
        elif row.undoes is not None:
            own.pop(row.undoes, None)
        yield row, own[max(own)] if own else None


def _decided(row: Change, before: Verdict | None, after: Verdict | None) -> Correction:
    return Correction(row.at, row.commitment_id, before, after, row.reviewer, row.note, report=False)


def _other_reports(former: State, later: State) -> bool:
    return (former.baseline, former.answer) != (later.baseline, later.answer)
