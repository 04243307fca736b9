"""Verdicts as a page tells them: how sure the wording may be, what needs a person, in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.audits.audit import Finding
from tracker.audits.summary import UNANSWERED
from tracker.judging.verdicts import Verdict
from tracker.language import Language, say

LEFT_OUT = frozenset({Verdict.PENDING, Verdict.NOT_CHECKABLE})
TENTATIVE = frozenset({Verdict.DROPPED})
"""Verdicts that stay a suspicion until a person has decided."""


@dataclass(frozen=True, slots=True)
class Named:
    """A verdict as the page names it; `code` picks its colour and symbol."""

    code: str
    label: str


def named(verdict: Verdict, language: Language, *, tentative: bool = False) -> Named:
    """The verdict in words; a `tentative` one is worded as a suspicion."""
    suffix = "_tentative" if tentative and verdict in TENTATIVE else ""
    return Named(verdict.value, say(language, f"pages.verdict_{verdict.value}{suffix}"))


def is_tentative(finding: Finding) -> bool:
    """Nobody has looked at it yet."""
    return finding.decision is None and finding.verdict in TENTATIVE


def needs_review(finding: Finding) -> bool:
    """A person must decide, or decide again where two readers differ."""
    return finding.waits


def tally(findings: Iterable[Finding]) -> tuple[tuple[str, int], ...]:
    """How many findings have each verdict, in the order of `Verdict`."""
    found = Counter(finding.verdict for finding in findings)
    return tuple((verdict.value, found[verdict]) for verdict in Verdict)


def doubt(finding: Finding) -> tuple[int, float]:
    """The order of the queue: unanswered and unsure first, decided last, the least certain before others."""
    open_question = needs_review(finding)
    steps = (
        open_question and finding.verdict in UNANSWERED,
        open_question,
        finding.decision is None and finding.verdict in UNANSWERED,
        finding.decision is None and finding.verdict not in LEFT_OUT,
        finding.decision is None,
        True,
    )
    return steps.index(True), finding.judgement.confidence
