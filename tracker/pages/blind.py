"""An audit → the same promises and passages, without anything that anyone has said of them."""

from __future__ import annotations

from dataclasses import replace

from tracker.audit import Audit, Finding
from tracker.verdicts import Judgement, Verdict

SILENT = Judgement(Verdict.PENDING, 0.0, needs_review=False, repeated=False, flags=(), reasons=())


def blind(audit: Audit) -> Audit:
    """What a second reader may see: neither the machine's verdict nor the first reader's decision.

    The passages stay in the order of their likeness to the promise, without the scores that judge them.
    """
    return replace(audit, findings=tuple(map(_blind, audit.findings)), unplaced=(), chain=None)


def _blind(finding: Finding) -> Finding:
    match = finding.match and replace(finding.match, admissions=(), repeats=(), explained=())
    return replace(finding, verdict=Verdict.PENDING, judgement=SILENT, match=match, decision=None)
