"""Matches and figures → one verdict for each commitment, by rules one can read aloud."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What became of a promise, as far as the reports say."""

    FULFILLED = "fulfilled"
    PARTLY_FULFILLED = "partly_fulfilled"
    MISSED = "missed"
    ADMITTED = "admitted"
    REPEATED = "repeated"
    DROPPED = "dropped"
    PENDING = "pending"
    NOT_CHECKABLE = "not_checkable"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a verdict is what it is; `code` is a key of `tracker.wording.reasons`."""

    code: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """The machine's verdict on one commitment.

    `confidence` is calibrated (of all verdicts given 0.8, about 80 in 100 are right);
    `needs_review` says that the machine does not decide this alone. `flags` are facts that stand
    beside the verdict, e.g. `repeated`, `aggregate`, `recycled`, `weaker`, `underway`.
    """

    verdict: Verdict
    confidence: float
    needs_review: bool
    repeated: bool
    flags: tuple[str, ...]
    reasons: tuple[Reason, ...]
