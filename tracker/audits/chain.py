"""Problem → plan → measure: what a body's admitted problems led to, as far as its reports say."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracker.audits.problems import Problem, problems
from tracker.judging.coverage import clauses
from tracker.judging.cues import telling
from tracker.matching.matches import Candidate, Match
from tracker.reading.commitments import Commitment, Statement, Testability
from tracker.reading.document import Report, SectionKind
from tracker.reading.text import Span

__all__ = ["Chain", "Grade", "Held", "Link", "Matching", "chain"]

Matching = Callable[[Sequence[Commitment], Sequence[Statement]], Sequence[Match]]
"""The matcher that finds repeats and admissions: one match each, in the same order."""


class Grade(StrEnum):
    """How far two passages speak of the same thing; only `named` is said without reserve."""

    NAMED = "named"
    DOUBTFUL = "doubtful"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Held:
    """Two passages held against each other: a sentence of a problem, and the one nearest to it.

    `probability` is the matcher's that they speak of the same thing, `score` 0–1 orders candidates,
    `shared` are spans of wording in both, relative to their texts.
    """

    grade: Grade
    said: Statement
    found: Statement
    probability: float
    score: float
    shared: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """What became of one problem.

    `promises` are (commitment id, how it was held): every promise that names the problem's object,
    or else the nearest one, if there is any. `again` is the nearest problem of the answering report,
    `since` the first covered year of the unbroken run of reports that name it, with `before` the
    passages of the years before, latest first.
    """

    problem: Problem
    promises: tuple[tuple[str, Held], ...]
    again: Held | None
    since: int
    before: tuple[tuple[int, Held], ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """The problems of the report on `year` and what became of them.

    `planned` says whether that report has a plan, `answered` whether the next report is there and
    admits problems at all: without it nothing can return.
    """

    year: int
    links: tuple[Link, ...]
    planned: bool
    answered: bool


LIKELY = 0.3
"""Least probability to name the same thing, beside `COMMON`: 1 sentence in 100 does in the other genre."""

COMMON = 4
"""Least characters two clauses have in common, words of mere lack or effort aside, to name the same thing."""

PLAIN = 6
"""As many in common, `COMMON` of them in a row, do so alone: 1 sentence in 100 does in the other genre."""

SHORTEST = 2
"""Fewer characters in a row are alike by chance."""

NEAR = 0.1
"""Least probability to call a passage possibly meant; below it, and without common words, none is found."""

MOST = 3
"""Promises kept for one problem."""


def chain(  # noqa: PLR0913, PLR0917 - a chain joins exactly these
    year: int,
    baseline: Report,
    promises: Sequence[Commitment],
    answer: Report | None,
    earlier: Mapping[int, Report],
    match: Matching,
) -> Chain:
    """Follow the problems of `baseline`, which covers `year`, into its plan, `answer` and back."""
    admitted = problems(baseline)
    plan = [Statement(SectionKind.PLAN, c.text, c.start, c.end, c.item_path) for c in promises]
    ids = {promise.start: promise.id for promise in promises}
    planned = _promises(admitted, plan, match)
    later = problems(answer) if answer else ()
    again = _again(admitted, later, match)
    runs = _runs(year, admitted, earlier, match)
    return Chain(
        year=year,
        links=tuple(
            Link(
                problem=problem,
                promises=tuple((ids[held.found.start], held) for held in planned[place]),
                again=again[place],
                since=year - len(runs[place]),
                before=runs[place],
            )
            for place, problem in enumerate(admitted)
        ),
        planned=bool(promises),
        answered=bool(later),
    )


def _promises(
    admitted: Sequence[Problem], plan: Sequence[Statement], match: Matching
) -> list[tuple[Held, ...]]:
    """For each problem the promises that name its object, or the nearest one."""
    return [
        _chosen(held for one in matches for held in _all(one, one.repeats, one.repeated))
        for matches in _matched(admitted, plan, match)
    ]


def _chosen(held: Iterable[Held]) -> tuple[Held, ...]:
    """The best of each promise: those that name the thing, or the nearest alone."""
    best: dict[int, Held] = {}
    for one in sorted(held, key=_order):
        best.setdefault(one.found.start, one)
    ranked = sorted(best.values(), key=_order)
    named = [one for one in ranked if one.grade is Grade.NAMED]
    return tuple(named[:MOST] or ranked[:1])


def _order(held: Held) -> tuple[bool, bool, float, float, int, int]:
    """Best first: named, doubtful, likely, high in score, early in both texts."""
    return (
        held.grade is not Grade.NAMED,
        held.grade is Grade.NOTHING,
        -held.probability,
        -held.score,
        held.found.start,
        held.said.start,
    )


def _again(admitted: Sequence[Problem], later: Sequence[Problem], match: Matching) -> list[Held | None]:
    """For each problem the nearest of another report's."""
    told = [statement for problem in later for statement in problem.named]
    return [
        min(
            (held for one in matches for held in _all(one, one.admissions, one.admitted)),
            key=_order,
            default=None,
        )
        for matches in _matched(admitted, told, match)
    ]


def _runs(
    year: int, admitted: Sequence[Problem], earlier: Mapping[int, Report], match: Matching
) -> list[tuple[tuple[int, Held], ...]]:
    """For each problem the passages that named it in the years just before, latest first, without a gap."""
    runs: list[list[tuple[int, Held]]] = [[] for _ in admitted]
    going = set(range(len(admitted)))
    before = year - 1
    while going and before in earlier:
        found = _again(admitted, problems(earlier[before]), match)
        for place in sorted(going):
            held = found[place]
            if held is not None and held.grade is Grade.NAMED:
                runs[place].append((before, held))
            else:
                going.discard(place)
        before -= 1
    return [tuple(run) for run in runs]


def _matched(
    admitted: Sequence[Problem], told: Sequence[Statement], match: Matching
) -> list[tuple[Match, ...]]:
    """The matches of the sentences of each problem; none where there is nothing to hold them against."""
    asked = [_as_promise(said) for problem in admitted for said in problem.named]
    if not told or not asked:
        return [()] * len(admitted)
    found = iter(match(asked, told))
    return [tuple(next(found) for _ in problem.named) for problem in admitted]


def _as_promise(said: Statement) -> Commitment:
    """A sentence of a problem as the matcher takes it."""
    return Commitment(
        str(said.start), said.text, said.start, said.end, said.item_path, Testability.CONTINUING
    )


def _all(one: Match, candidates: Sequence[Candidate], probability: float) -> Iterator[Held]:
    """Every candidate as it is held; the probability is that of the best, the others have their score."""
    for rank, candidate in enumerate(candidates):
        yield _held(one, candidate, min(probability, candidate.score) if rank else probability)


def _held(one: Match, candidate: Candidate, probability: float) -> Held:
    """A candidate and how far it speaks of the same thing."""
    asked, found = one.commitment, candidate.statement
    common, longest = _common(asked.text, found.text, candidate.shared)
    plain = common >= PLAIN and longest >= COMMON
    if plain or (common >= COMMON and probability >= LIKELY):
        grade = Grade.NAMED
    elif probability >= NEAR or common >= COMMON:
        grade = Grade.DOUBTFUL
    else:
        grade = Grade.NOTHING
    said = Statement(SectionKind.PROBLEMS, asked.text, asked.start, asked.end, asked.item_path)
    return Held(grade, said, found, probability, candidate.score, candidate.shared)


def _common(one: str, other: str, shared: Iterable[tuple[Span, Span]]) -> tuple[int, int]:
    """The most characters that a clause of each have in common, and the longest run among these.

    Words of mere lack or effort count for nothing, single characters neither.
    """
    ours, theirs = _starts(one), _starts(other)
    runs: dict[tuple[int, int], list[int]] = {}
    for (start, end), (begin, _) in shared:
        place = bisect_right(ours, start), bisect_right(theirs, begin)
        length = telling(one[start:end])
        if length >= SHORTEST:
            runs.setdefault(place, []).append(length)
    return max(((sum(lengths), max(lengths)) for lengths in runs.values()), default=(0, 0))


def _starts(text: str) -> list[int]:
    return [start for start, _ in clauses(text)]
