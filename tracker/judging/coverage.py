"""Clauses: how many of a promise its answers touch, and which two of two passages say the same."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.judging import cues
from tracker.matching.matches import Candidate
from tracker.reading.text import Span


@dataclass(frozen=True, slots=True)
class Touching:
    """Two clauses with wording in common: how many characters, and the longest run that names something."""

    ours: str
    theirs: str
    common: int
    row: int


TOUCH = 3
"""Least characters of shared wording inside a clause to call it touched."""

TOUCHED = 0.25
"""Least share of a clause that must be shared wording to call it touched."""

TELLING = 2
"""Least characters of shared wording that are no words of mere lack or effort, to name something."""

SHORTEST = 4
"""A piece between two commas with fewer characters belongs to the clause before it."""

SAME_CLAUSE = 4
"""Least characters that two clauses have in common to speak of the same thing."""

_PURPOSE = re.compile(
    r"(?:切实|不断|有效|更好|进一步|全面|着力|持续)?(?:推动|促进|提升|提高|增强|激发|让|以|确保|防止|帮助|使|为|破解|激励|打通|锻造|助力|夯实|筑牢|营造)"
)
_COMMA = re.compile(r"[，,；;。！？]")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Clauses of a promise, and how many of them an answer touches."""

    covered: int
    total: int

    @property
    def share(self) -> float:
        """Covered clauses among all, 0–1; 1 for a promise without clauses."""
        return self.covered / self.total if self.total else 1.0


def covered(
    promise: str, answers: Sequence[Candidate], figures: Mapping[int, bool] | None = None
) -> Coverage:
    """Count the clauses that share wording with any of the answers.

    `figures` are the promised ones by their place, and whether a reported one meets them: a clause that
    sets figures is answered by these alone.
    """
    told = {place for answer in answers for (start, end), _ in answer.shared for place in range(start, end)}
    set_there = figures or {}
    counted = weighty(promise)
    return Coverage(sum(_is_covered(told, set_there, *span) for span in counted), len(counted))


def _is_covered(told: set[int], figures: Mapping[int, bool], start: int, end: int) -> bool:
    """Whether a clause has its figures met, or, where it sets none, its words told."""
    outcomes = [is_met for place, is_met in figures.items() if start <= place < end]
    return any(outcomes) if outcomes else _is_touched(told, start, end)


def _is_touched(told: set[int], start: int, end: int) -> bool:
    """Whether enough of a clause is among the characters that answers repeat."""
    return len(told.intersection(range(start, end))) >= max(TOUCH, TOUCHED * (end - start))


def weighty(promise: str) -> list[Span]:
    """The clauses that promise something; those that only say to what end count if there are no others."""
    spans = clauses(promise)
    return [span for span in spans if not _PURPOSE.match(promise, *span)] or spans


def clauses(text: str) -> list[Span]:
    """The pieces between commas, as spans; very short ones go with the one before."""
    found: list[Span] = []
    start = 0
    for end in [*(m.start() for m in _COMMA.finditer(text)), len(text)]:
        if end - start >= SHORTEST:
            found.append((start, end))
        elif found and end > start:
            found[-1] = (found[-1][0], end)
        start = end + 1
    return found


def pieces(text: str) -> list[str]:
    """The clauses of a passage."""
    return [text[slice(*span)] for span in clauses(text)]


def repeating(statement: str, shared: Sequence[tuple[Span, Span]]) -> list[str]:
    """The clauses of a statement that hold the beginning of wording shared with a promise."""
    spans = clauses(statement)
    held = {_holding(spans, begin) for _, (begin, _) in shared}
    return [statement[slice(*span)] for span in spans if span in held]


def touching(one: str, other: str, shared: Sequence[tuple[Span, Span]]) -> list[Touching]:
    """The clauses of two passages that share wording, in the order of the first."""
    ours, theirs = clauses(one), clauses(other)
    runs: dict[tuple[Span, Span], list[Span]] = {}
    for (start, end), (begin, _) in shared:
        left, right = _holding(ours, start), _holding(theirs, begin)
        if left and right:
            runs.setdefault((left, right), []).append((start, end))
    return [
        Touching(
            one[slice(*left)],
            other[slice(*right)],
            sum(end - start for start, end in held),
            max((end - start for start, end in held if cues.telling(one[start:end]) >= TELLING), default=0),
        )
        for (left, right), held in sorted(runs.items())
    ]


def nearest(one: str, other: str, shared: Sequence[tuple[Span, Span]]) -> tuple[str, str, int] | None:
    """The clauses of two passages with most wording in common, and how many characters that is."""
    best = max(touching(one, other, shared), key=lambda found: found.common, default=None)
    return (best.ours, best.theirs, best.common) if best else None


def _holding(spans: Sequence[Span], place: int) -> Span | None:
    """The span among sorted ones that holds a place."""
    before = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return spans[before] if before >= 0 and place < spans[before][1] else None
