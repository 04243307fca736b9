"""Clauses: how many of a promise its answers touch, and which two of two passages say the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.matching.matches import Candidate
from tracker.text import Span

TOUCH = 3
"""Least characters of shared wording inside a clause to call it touched."""

SHORTEST = 4
"""A piece between two commas with fewer characters belongs to the clause before it."""

SAME_CLAUSE = 4
"""Least characters that two clauses have in common to speak of the same thing."""

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


def covered(promise: str, answers: Sequence[Candidate]) -> Coverage:
    """Count the clauses that share wording with any of the answers."""
    spans = [ours for answer in answers for ours, _ in answer.shared]
    pieces = clauses(promise)
    touched = sum(any(min(end, e) - max(start, s) >= TOUCH for s, e in spans) for start, end in pieces)
    return Coverage(touched, len(pieces))


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


def nearest(one: str, other: str, shared: Sequence[tuple[Span, Span]]) -> tuple[str, str, int] | None:
    """The clauses of two passages with most wording in common, and how many characters that is."""
    ours, theirs = clauses(one), clauses(other)
    common: Counter[tuple[Span, Span]] = Counter()
    for (start, end), (begin, _) in shared:
        left = next((span for span in ours if span[0] <= start < span[1]), None)
        right = next((span for span in theirs if span[0] <= begin < span[1]), None)
        if left and right:
            common[left, right] += end - start
    if not common:
        return None
    (left, right), length = max(common.items(), key=lambda item: (item[1], -item[0][0][0]))
    return one[slice(*left)], other[slice(*right)], length
