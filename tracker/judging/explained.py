"""Findings → the reasons a reviewer reads, each with the passages it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.judging.comparison import Comparison, Outcome, arithmetic
from tracker.judging.reasons import Reason, reason
from tracker.matching.matches import Match
from tracker.reading.commitments import Statement
from tracker.reading.document import SectionKind

LONGEST_QUOTE = 60
"""Characters of a passage that stand in a sentence; the whole of it stands beside the verdict."""


def quote(statement: Statement) -> str:
    """A passage short enough to stand in a sentence."""
    text = " ".join(statement.text.split())
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"


def answered(match: Match | None, aggregate: Statement | None) -> tuple[Reason, ...]:
    """The passage that answers the promise."""
    if aggregate:
        return (reason("aggregate", quote=quote(aggregate)),)
    if match is None or not match.answers:
        return ()
    best = match.answers[0].statement
    code = "answered" if best.section is SectionKind.MEASURES else "answered-elsewhere"
    return (reason(code, quote=quote(best), percent=percent(match.answered)),)


def unanswered(match: Match | None) -> tuple[Reason, ...]:
    """That nothing answers, and what came nearest."""
    if match is None or not match.answers:
        return (Reason("nothing-near"),)
    nearest = quote(match.answers[0].statement)
    return (reason("not-answered", quote=nearest, percent=percent(match.answered)),)


def figures(promise: str, comparisons: Sequence[Comparison], *outcomes: Outcome) -> tuple[Reason, ...]:
    """Both passages and the arithmetic of each comparison that came out like this (or at all)."""
    return tuple(_figure(promise, c) for c in comparisons if not outcomes or c.outcome in outcomes)


def percent(probability: float) -> str:
    """A probability as a reader expects it."""
    return f"{probability:.0%}"


def _figure(promise: str, comparison: Comparison) -> Reason:
    """One comparison, in the words of both reports."""
    target = comparison.target
    wanted = promise[target.start : target.end]
    subject = target.before or target.after or wanted
    if comparison.reported is None or comparison.statement is None:
        return reason(comparison.obstacle or "figure-none", target=wanted, subject=subject)
    code = comparison.obstacle or f"figure-{comparison.outcome}"
    found = comparison.statement.text[comparison.reported.start : comparison.reported.end]
    return reason(
        code,
        target=wanted,
        subject=subject,
        reported=found,
        quote=quote(comparison.statement),
        arithmetic=arithmetic(comparison),
    )
