"""The wording that a promise and a statement share, as spans of both."""

from __future__ import annotations

from rapidfuzz.distance import LCSseq

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
