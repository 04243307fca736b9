"""An audit → the same promises and passages, without anything that anyone has said of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tracker.audits.audit import Audit, Finding, History
from tracker.export import head, one_audit
from tracker.judging.verdicts import Judgement, Verdict
from tracker.matching.matches import Candidate, Match
from tracker.reading.commitments import Testability

SCHEMA = "tracker.blind/1"
MOST_CANDIDATES = 5
PROMISE = ("id", "text", "start", "end", "item_path")
SILENT = Judgement(Verdict.PENDING, 0.0, needs_review=False, repeated=False, flags=(), reasons=())


def blind(audit: Audit) -> Audit:
    """What a second reader may see: neither the machine's verdict nor the first reader's decision.

    The nearest passages stay, in the order of the report and without the scores that judge them; nothing
    says for how long the promise has been made, or how it can be checked.
    """
    findings = tuple(_blind(finding, audit.year) for finding in audit.findings)
    bare = replace(audit, findings=findings, unplaced=(), chain=None)
    return replace(bare, readings=(), replies=(), signatures=(), corrections=())


def blind_head(year: int) -> dict[str, Any]:
    """What stands before the audits in that file."""
    return {**head(year), "schema": SCHEMA}


def blind_json(audit: Audit) -> dict[str, Any]:
    """What stands in the file beside blind pages: the promises, and which reports they were held against."""
    whole = one_audit(audit)
    promises = [{key: promise[key] for key in PROMISE} for promise in whole["commitments"]]
    return {**{key: whole[key] for key in ("issuer", "baseline", "answer")}, "commitments": promises}


def _blind(finding: Finding, year: int) -> Finding:
    return Finding(
        commitment=replace(finding.commitment, testability=Testability.CONTINUING),
        verdict=Verdict.PENDING,
        judgement=SILENT,
        match=finding.match and _unscored(finding.match),
        history=History(year, 1),
        decision=None,
    )


def _unscored(match: Match) -> Match:
    """The nearest passages in the order of the report."""
    near = sorted(match.answers[:MOST_CANDIDATES], key=lambda one: one.statement.start)
    return Match(
        replace(match.commitment, testability=Testability.CONTINUING),
        answers=tuple(Candidate(one.statement, 0.0, (), one.shared) for one in near),
        repeats=(),
        admissions=(),
        answered=0.0,
        repeated=0.0,
        admitted=0.0,
        explained=(),
    )
