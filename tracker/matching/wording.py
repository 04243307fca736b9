"""The wording that a promise and a statement share, as spans of both."""

from __future__ import annotations

from rapidfuzz.distance import LCSseq

from tracker.text import Span, fold

SHORTEST = 2
"""Characters in a row that count as shared wording."""


def shared(promise: str, statement: str) -> tuple[tuple[Span, Span], ...]:
    """Runs of at least two characters that stand in both texts in the same order."""
    ours, theirs = fold(promise), fold(statement)
    blocks = LCSseq.opcodes(ours.text, theirs.text)
    return tuple(
        (ours.source(b.src_start, b.src_end), theirs.source(b.dest_start, b.dest_end))
        for b in blocks
        if b.tag == "equal" and _counts(ours.text[b.src_start : b.src_end])
    )


def _counts(run: str) -> bool:
    return len(run) >= SHORTEST and any(char.isalnum() for char in run)
