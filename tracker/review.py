"""Reviewers' decisions on their way in: read from a file, weighed against what the store holds.

Nothing here writes. A decision that fits is `NEW`; one that meets another reviewer's, a promise the
store does not know, or a text that has changed since is named as such, with what it meets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tracker.audits.audit import Decision
from tracker.judging.verdicts import Verdict

SCHEMA = "tracker.decisions/1"
DECIDABLE = frozenset(Verdict) - {Verdict.PENDING}
"""What a reviewer may decide: everything but the absence of a report."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """One decision as a file carries it; `seen` names the two reports its author saw (`tables.seen`)."""

    year: int
    decision: Decision
    seen: str | None


@dataclass(frozen=True, slots=True)
class Flaw:
    """An entry of a file that is no decision: its place in the file (from 1) and what is wrong."""

    place: int
    code: str
    details: tuple[tuple[str, str], ...] = ()


class Standing(StrEnum):
    """How a submitted decision stands to the store."""

    NEW = "new"
    SAME = "same"
    CONFLICT = "conflict"
    CHANGED = "changed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A submitted decision and how it stands; `meets` is the decision it contradicts, if any."""

    submitted: Submitted
    standing: Standing
    meets: Decision | None = None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A decision its author takes back, by promise and year."""

    year: int
    commitment_id: str
    reviewer: str


@dataclass(frozen=True, slots=True)
class Received:
    """What a file held: decisions, those taken back, and entries that are neither.

    `blind` says that its author saw neither the machine's verdicts nor the first reader's.
    """

    submitted: tuple[Submitted, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    blind: bool = False


def receive(payload: object) -> Received:
    """What a parsed `tracker.decisions/1` file holds; a payload of another kind is one flaw at place 0."""
    match payload:
        case {"schema": str(schema), "decisions": list(entries), **rest} if schema == SCHEMA:
            seen = _seen(rest.get("seen"))
            read = [_entry(place, entry, seen) for place, entry in enumerate(entries, 1)]
            taken_back = rest.get("withdrawn")
            return Received(
                tuple(one for one in read if isinstance(one, Submitted)),
                tuple(_taken_back(taken_back if isinstance(taken_back, list) else [])),
                tuple(one for one in read if isinstance(one, Flaw)),
                blind=bool(rest.get("blind")),
            )
        case _:
            return Received(flaws=(Flaw(0, "not-decisions"),))


def _taken_back(entries: list[object]) -> Iterator[Withdrawn]:
    for entry in entries:
        match entry:
            case {"commitment_id": str(number), "year": int(year), "reviewer": str(reviewer)}:
                yield Withdrawn(year, number, reviewer.strip())


def _seen(value: object) -> str | None:
    match value:
        case {"baseline": str(baseline), "answer": str(answer)}:
            return f"{baseline}:{answer}"
        case {"baseline": str(baseline), "answer": None}:
            return f"{baseline}:"
        case _:
            return None


def _entry(place: int, entry: object, seen: str | None) -> Submitted | Flaw:
    match entry:
        case {
            "commitment_id": str(number),
            "year": int(year),
            "verdict": str(verdict),
            "reviewer": str(reviewer),
            "decided_at": str(time),
            **rest,
        } if number and reviewer.strip():
            pass
        case _:
            return Flaw(place, "incomplete")
    if verdict not in DECIDABLE:
        return Flaw(place, "verdict-unknown", (("verdict", verdict[:40]),))
    if not _is_time(time):
        return Flaw(place, "time-unreadable", (("time", time[:40]),))
    evidence = _evidence(rest.get("evidence"))
    if evidence is _BAD:
        return Flaw(place, "evidence-unreadable")
    note = rest.get("note")
    decision = Decision(
        commitment_id=number,
        verdict=Verdict(verdict),
        reviewer=reviewer.strip(),
        decided_at=time,
        note=note if isinstance(note, str) else "",
        evidence=evidence,
    )
    return Submitted(year, decision, _seen(rest.get("seen")) or seen)


_BAD = (-1, -1)


def _evidence(value: object) -> tuple[int, int] | None:
    if value is None:
        return None
    match value:
        case {"start": int(start), "end": int(end)} if 0 <= start < end:
            return start, end
        case _:
            return _BAD


def _is_time(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Held:
    """What the store holds of one promise: what a reviewer of it sees today, and what was decided.

    `seen` names the two reports as `tables.seen` does; `ever` are all decisions, those taken back too;
    `standing` is the one in force.
    """

    seen: str
    ever: tuple[Decision, ...] = ()
    standing: Decision | None = None


def weigh(submitted: Iterable[Submitted], held: Mapping[tuple[int, str], Held]) -> tuple[Weighed, ...]:
    """Hold each submitted decision against the store, in the order of the file; `held` by (year, promise)."""
    return tuple(_weigh_one(one, held.get((one.year, one.decision.commitment_id))) for one in submitted)


def _weigh_one(one: Submitted, held: Held | None) -> Weighed:
    if held is None:
        return Weighed(one, Standing.UNKNOWN)
    if one.decision in held.ever:
        return Weighed(one, Standing.SAME)
    if one.seen is not None and one.seen != held.seen:
        return Weighed(one, Standing.CHANGED, held.standing)
    last = held.standing
    if last and last.reviewer != one.decision.reviewer and last.verdict != one.decision.verdict:
        return Weighed(one, Standing.CONFLICT, last)
    return Weighed(one, Standing.NEW, last)
