"""The audit of one body for one year: a pure function of its reports, decisions and field statistics."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracker.commitments import Commitment
from tracker.document import Report
from tracker.matching.matches import Match
from tracker.verdicts import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Filed:
    """A report as the store keeps it: what was read, and where it came from.

    `source` is the file name or URL, `sha256` that of the file's bytes, `version` counts the
    versions of this body and year from 1. `commitments` are those of the store, whose ids stay
    when a corrected version or a newer reader comes; None outside a store: extract them.
    """

    report: Report
    source: str
    sha256: str
    version: int
    ingested_at: str
    commitments: tuple[Commitment, ...] | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A reviewer's decision on one commitment: who, when, why, and on which passage."""

    commitment_id: str
    verdict: Verdict
    reviewer: str
    decided_at: str
    note: str
    evidence: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class History:
    """For how many years in a row a promise has been made, and since which plan year."""

    first_year: int
    years: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one commitment. `verdict` is the reviewer's where there is a decision.

    `match` is None while no answering report is in the store.
    """

    commitment: Commitment
    verdict: Verdict
    judgement: Judgement
    match: Match | None
    history: History
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class Audit:
    """One body's plan for `year` held against the report that covers `year`.

    `answer` is None where that report is not in the store: every verdict is then `pending`.
    """

    issuer: str
    year: int
    baseline: Filed
    answer: Filed | None
    findings: tuple[Finding, ...]


class Gap(StrEnum):
    """What keeps a body that reported on a year out of that year's audits."""

    NO_BASELINE = "no-baseline"
    NO_PLAN = "no-plan"


@dataclass(frozen=True, slots=True)
class Missing:
    """A body without an audit for a year: the report before is not in the store, or holds no plan.

    A body whose *answering* report is missing has an audit, all of it `pending`.
    """

    issuer: str
    gap: Gap
