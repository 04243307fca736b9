"""Whether one plan makes the promises of another again, asked both ways: of the earlier and of the later."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tracker.judging.drift import is_copy
from tracker.matching.matches import Candidate, Match
from tracker.reading.commitments import Commitment, Statement

SURER = 0.6
"""The weight of the surer of two answers to “is it the same promise?”; the other one has the rest.

On the labels, pairs left out, macro-F1 of promised again is .83 with any least probability from .40 to .50,
and with weights from .5 to .7 at theirs; asked one way it is .80.
"""


@dataclass(frozen=True, slots=True)
class Plan:
    """One year's plan: its promises, and its sentences as a reader of another plan would find them."""

    year: int
    commitments: tuple[Commitment, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Again:
    """A promise (its id), the place [start:end) of another plan nearest to it, how likely it is the same."""

    promise: str
    start: int
    end: int
    probability: float


Asked = Callable[[Plan, Plan], tuple[Again, ...]]
"""Where the second plan makes the promises of the first: one answer at most for each of them."""

Matcher = Callable[[Sequence[Commitment], Sequence[Statement]], Sequence[Match]]

Named = Mapping[str, Sequence[tuple[Commitment, float]]]
"""For promises by id: the promises of another plan that name them when asked, and how surely."""


def asked(match: Matcher, ours: Plan, theirs: Plan) -> tuple[Again, ...]:
    """Ask the matcher where `theirs` makes each promise of `ours`; the same words are certain."""
    return tuple(_again(one) for one in match(ours.commitments, theirs.statements) if one.repeats)


def _again(match: Match) -> Again:
    there = match.repeats[0].statement
    same = is_copy(match.commitment.text, there.text)
    return Again(match.commitment.id, there.start, there.end, 1.0 if same else match.repeated)


def both(one: float, other: float) -> float:
    """The probability of the same promise by the answers of both ways; 0 for none."""
    return round(SURER * max(one, other) + (1 - SURER) * min(one, other), 4)


def links(earlier: Plan, later: Plan, ask: Asked, least: float) -> dict[str, set[str]]:
    """For each promise of the later plan, by id, those of the earlier one that it makes again."""
    forward = {(one.promise, there.id): one.probability for one, there in _held(ask(earlier, later), later)}
    back = {(there.id, one.promise): one.probability for one, there in _held(ask(later, earlier), earlier)}
    found: dict[str, set[str]] = {}
    for before, after in forward | back:
        if both(forward.get((before, after), 0.0), back.get((before, after), 0.0)) >= least:
            found.setdefault(after, set()).add(before)
    return found


def _held(found: Sequence[Again], plan: Plan) -> Iterator[tuple[Again, Commitment]]:
    """Each answer with the promises of the plan that stand at its place."""
    for one in found:
        for there in plan.commitments:
            if there.start < one.end and one.start < there.end:
                yield one, there


def named(plan: Plan, following: Plan, ask: Asked) -> Named:
    """Which promises of the following plan name those of this one, when they are asked."""
    by_id = {promise.id: promise for promise in following.commitments}
    found: dict[str, list[tuple[Commitment, float]]] = {}
    for one, there in _held(ask(following, plan), plan):
        found.setdefault(there.id, []).append((by_id[one.promise], one.probability))
    return found


def asked_back(match: Match, naming: Named) -> Match:
    """The match with `repeated` by the answers of both ways, its likeliest place first.

    A place that the matcher did not put first is believed no more than its own score.
    """
    if not match.repeats:
        return match
    answers = naming.get(match.commitment.id, ())
    sure = {rank: _sure(match, rank, candidate, answers) for rank, candidate in enumerate(match.repeats)}
    order = sorted(sure, key=lambda rank: (-sure[rank], rank))
    return replace(match, repeats=tuple(match.repeats[rank] for rank in order), repeated=sure[order[0]])


def _sure(
    match: Match, rank: int, candidate: Candidate, answers: Sequence[tuple[Commitment, float]]
) -> float:
    """How likely one place makes the promise again, asked both ways."""
    there = candidate.statement
    back = [p for later, p in answers if later.start < there.end and there.start < later.end]
    ours = min(match.repeated, candidate.score) if rank else match.repeated
    return both(ours, max(back, default=0.0))
