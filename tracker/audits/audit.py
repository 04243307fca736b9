"""The audit of one body for one year: a pure function of its reports, decisions and field statistics."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from tracker.audits.chain import Chain, chain
from tracker.audits.replies import Reply
from tracker.audits.second import Reading
from tracker.audits.signatures import Correction, Signature
from tracker.judging.again import Asked, Plan, asked, asked_back, links, named
from tracker.judging.cases import Case, told_first
from tracker.judging.claims import Claim, Lists, claims, covering, lists
from tracker.judging.comparison import Outcome, Reported, compare, figures
from tracker.judging.cues import stage
from tracker.judging.drift import SHORTEST_COPY, Repeated, bare, compare_promises, is_copy
from tracker.judging.history import History, histories
from tracker.judging.policy import Policy
from tracker.judging.verdicts import Judgement, Verdict, judge
from tracker.matching.matches import Candidate, Match
from tracker.reading.commitments import Commitment, Statement, commitments, statements
from tracker.reading.document import Report, SectionKind

__all__ = ["Audit", "Decision", "Filed", "Finding", "Gap", "History", "Matcher", "Missing", "audit"]


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
class Finding:
    """What became of one commitment. `verdict` is the reviewer's where there is a decision.

    `match` is None while no answering report is in the store. `disputed` is the second reading that
    contradicts the first one's decision, until somebody has decided again. `outdated` says that the decision
    was made on an earlier version of either report.
    """

    commitment: Commitment
    verdict: Verdict
    judgement: Judgement
    match: Match | None
    history: History
    decision: Decision | None
    disputed: Reading | None = None
    outdated: bool = False

    @property
    def waits(self) -> bool:
        """Whether a person must decide: neither the machine alone nor anybody has, or two readers differ."""
        if self.verdict is Verdict.PENDING:
            return False
        return bool(self.disputed) or (self.decision is None and self.judgement.needs_review)


@dataclass(frozen=True, slots=True)
class Audit:
    """One body's plan for `year` held against the report that covers `year`.

    `answer` is None where that report is not in the store: every verdict is then `pending`.
    `unplaced` are decisions on promises that this version of the plan does not hold: shown for a
    second look, never moved and never lost. `chain` is None where nobody asked for it.
    What people added to it (`readings` by two, the body's `replies`, `signatures`, and `corrections` of what
    was signed) comes from the store, and the verdicts do not depend on it.
    """

    issuer: str
    year: int
    baseline: Filed
    answer: Filed | None
    findings: tuple[Finding, ...]
    unplaced: tuple[Decision, ...] = ()
    chain: Chain | None = None
    readings: tuple[Reading, ...] = ()
    replies: tuple[Reply, ...] = ()
    signatures: tuple[Signature, ...] = ()
    corrections: tuple[Correction, ...] = ()


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


Matcher = Callable[[Sequence[Commitment], Sequence[Statement]], Sequence[Match]]
"""Holds promises against the statements of another report: one match each, in the same order."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What an answering report offers: sentences that can answer, figures, claims over all, old news."""

    matches: Mapping[str, Match]
    reported: tuple[Reported, ...]
    claims: tuple[Claim, ...]
    old_news: frozenset[str]
    lists: Lists


def audit(  # noqa: PLR0913, PLR0917 - the audit of a body is a function of exactly these
    issuer: str,
    year: int,
    baseline: Filed,
    answer: Filed | None,
    earlier: Iterable[Filed],
    decisions: Iterable[Decision],
    match: Matcher,
    policy: Policy,
    ask: Asked | None = None,
) -> Audit:
    """Hold the plan of `baseline` for `year` against `answer`; `earlier` are reports of years before.

    `ask` says where one plan makes the promises of another; it may remember what it was asked, since each
    pair of plans is asked again for every later year. Without it the matcher is asked.
    """
    promises, before, policy = _promises(baseline), tuple(earlier), policy.of(baseline.report.genre)
    ask, plan = ask or partial(asked, match), _plan(baseline, year)
    offered = _offered(plan, baseline, answer, match, ask) if answer else None
    obstacle = "pending-no-measures" if answer else "pending-no-report"
    lasting = histories(plan, _plans(before), partial(links, ask=ask, least=policy.repeated))
    in_order = sorted(decisions, key=lambda d: (d.decided_at, d.reviewer))
    decided = {decision.commitment_id: decision for decision in in_order}
    known = {promise.id for promise in promises}
    return Audit(
        issuer=issuer,
        year=year,
        baseline=baseline,
        answer=answer,
        findings=tuple(
            _finding(_case(promise, offered, obstacle, year, policy), policy, lasting[promise.id], decided)
            for promise in promises
        ),
        unplaced=tuple(decision for decision in in_order if decision.commitment_id not in known),
        chain=chain(
            year - 1,
            baseline.report,
            promises,
            answer.report if answer else None,
            _reports(before, year - 1),
            match,
        ),
    )


def _promises(filed: Filed) -> tuple[Commitment, ...]:
    """The store's promises of a report, or those that the text gives."""
    return commitments(filed.report) if filed.commitments is None else filed.commitments


def _offered(plan: Plan, baseline: Filed, answer: Filed, match: Matcher, ask: Asked) -> _Answer | None:
    """What the answering report says, or None where its review of the year could not be read."""
    said, promises = statements(answer.report), plan.commitments
    if not any(s.section is SectionKind.MEASURES and not s.outline for s in said):
        return None
    answering = [s for s in said if _can_answer(s)]
    before = statements(baseline.report)
    naming = named(plan, _plan(answer, plan.year + 1), ask)
    return _Answer(
        matches={one.commitment.id: told_first(asked_back(one, naming)) for one in match(promises, said)},
        reported=figures(answering),
        claims=claims(answering),
        old_news=frozenset(filter(_is_long, (bare(s.text) for s in before if _is_news(s)))),
        lists=lists(promises, plan.statements, baseline.report.text),
    )


def _is_news(statement: Statement) -> bool:
    """Whether a sentence tells an achievement; thanks and glossaries are the same every year."""
    told = statement.section in {SectionKind.MEASURES, SectionKind.DUTY} and not statement.outline
    return told and stage(statement.text) is not None and "感谢" not in statement.text


def _is_long(words: str) -> bool:
    """Whether a passage is too long to be the same by chance."""
    return len(words) >= SHORTEST_COPY


def _can_answer(statement: Statement) -> bool:
    """Whether a sentence reports on the past: neither plan nor problem nor five-year goals."""
    return statement.section not in {SectionKind.PLAN, SectionKind.PROBLEMS} and not statement.outline


def _case(promise: Commitment, offered: _Answer | None, obstacle: str, year: int, policy: Policy) -> Case:
    """All that is known of one promise."""
    if offered is None:
        return Case(promise, None, obstacle)
    match = offered.matches[promise.id]
    again = match.repeats[0] if match.repeats and _is_again(promise, match, policy) else None
    best = match.answers[0].statement if match.answers and match.answered >= policy.answered else None
    comparisons = compare(promise.text, offered.reported, year, _answering(match, policy))
    answered = any(c.outcome is Outcome.MET for c in comparisons) or match.answered >= policy.sure
    return Case(
        commitment=promise,
        match=match,
        comparisons=comparisons,
        aggregate=None if answered else covering(promise, offered.lists, offered.claims),
        drift=_drift(promise, again) if again else None,
        recycled=(best,) if best and bare(best.text) in offered.old_news else (),
    )


def _answering(match: Match, policy: Policy) -> tuple[Statement, ...]:
    """The passages that answer a promise, where it is answered at all."""
    if match.answered < policy.answered:
        return ()
    return tuple(one.statement for one in match.relevant(policy.relevant))


def _is_again(promise: Commitment, match: Match, policy: Policy) -> bool:
    """Whether the next plan likely makes the promise again, or has it word for word."""
    return match.repeated >= policy.repeated or is_copy(promise.text, match.repeats[0].statement.text)


def _drift(promise: Commitment, again: Candidate) -> Repeated:
    """How the promise changed; five-year goals set other figures than a year's plan."""
    said = again.statement
    return compare_promises(promise.text, said.text, same_term=not said.outline)


def _finding(case: Case, policy: Policy, history: History, decided: Mapping[str, Decision]) -> Finding:
    """The machine's judgement, and the reviewer's verdict over it where there is one."""
    judgement = judge(case, policy)
    decision = decided.get(case.commitment.id)
    return Finding(
        commitment=case.commitment,
        verdict=decision.verdict if decision else judgement.verdict,
        judgement=judgement,
        match=case.match,
        history=history,
        decision=decision,
    )


def _plans(filed: Iterable[Filed]) -> tuple[Plan, ...]:
    """The plans of earlier reports, of each year the last version."""
    ordered = sorted(filed, key=lambda one: one.version)
    years = [(one, one.report.plan_year) for one in ordered]
    return tuple(_plan(one, year) for one, year in years if year is not None)


def _reports(filed: Iterable[Filed], until: int) -> dict[int, Report]:
    """The last version of each report that covers a year before `until`."""
    ordered = sorted(filed, key=lambda one: one.version)
    years = [(one.report.reported_year, one.report) for one in ordered]
    return {year: report for year, report in years if year is not None and year < until}


def _plan(filed: Filed, year: int) -> Plan:
    """A report's plan for `year`."""
    said = tuple(s for s in statements(filed.report) if s.section is SectionKind.PLAN)
    return Plan(year, _promises(filed), said)
