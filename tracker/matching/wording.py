"""The wording that a promise and a statement share, as spans of both."""

from __future__ import annotations

from rapidfuzz.distance import Indel, LCSseq

from tracker.reading.text import Folded, Span

SHORTEST = 2
"""Characters in a row that count as shared wording."""


def shared(ours: Folded, theirs: Folded) -> tuple[tuple[Span, Span], ...]:
    """Runs of at least two characters that stand in both texts in the same order, as spans of the sources."""
    blocks = LCSseq.editops(ours.text, theirs.text).as_matching_blocks()
    return tuple(
        (ours.source(b.a, b.a + b.size), theirs.source(b.b, b.b + b.size))
        for b in blocks
        if b.size >= SHORTEST and any(map(str.isalnum, ours.text[b.a : b.a + b.size]))
    )


def alike(one: str, other: str) -> float:
    """The share of two texts that is the same in the same order, 0–1 (办案周期 and 办理周期: 0.75)."""
    return Indel.normalized_similarity(one, other)
