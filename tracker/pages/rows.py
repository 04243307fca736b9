"""A finding → everything its place on the page prints."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from tracker.audits.audit import Audit, Decision, Finding
from tracker.audits.summary import ANSWERED
from tracker.judging.verdicts import Verdict
from tracker.language import Language, say
from tracker.matching.matches import Candidate
from tracker.pages.outcomes import (
    Named,
    doubt,
    is_tentative,
    named,
    needs_review,
)
from tracker.pages.places import Paragraph, anchor_of, context
from tracker.pages.quotes import Piece, pieces, visible
from tracker.pages.shares import Computation, computation, known
from tracker.reading.document import SectionKind

MOST_CANDIDATES = 5
PROBLEMS = frozenset({"admitted", "generic_problem"})
"""Flags that speak of a problem."""

EXCERPT = 36
"""Characters of a promise in the queue."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of the answering report; `start` and `end` are code points into its text."""

    pieces: tuple[Piece, ...]
    where: str
    anchor: str
    start: int
    end: int
    score: str


@dataclass(frozen=True, slots=True)
class Signed:
    """A reviewer's decision beside the machine's verdict; `passage` is the one he chose himself."""

    machine: Named
    reviewer: str
    at: str
    day: str
    note: str
    passage: Quote | None


@dataclass(frozen=True, slots=True)
class Row:
    """One promise and everything said of it; `doubt` is its place in the queue, from 1."""

    number: int
    id: str
    path: str
    promise: tuple[Piece, ...]
    excerpt: str
    grade: str
    named: Named
    machine: Named
    signed: Signed | None
    flags: tuple[str, ...]
    review: bool
    doubt: int
    confidence: str
    reasons: tuple[str, ...]
    evidence_heading: str
    evidence: tuple[Quote, ...]
    admission: Quote | None
    repeat: Quote | None
    context: tuple[Piece, ...]
    computed: Computation | None


def rows(audit: Audit, language: Language, text: tuple[Paragraph, ...]) -> tuple[Row, ...]:
    """The findings in the order of the plan; `text` are the paragraphs of the answering report."""
    findings = audit.findings
    order = sorted(range(len(findings)), key=lambda index: (doubt(findings[index]), index))
    places = {index: place for place, index in enumerate(order, 1)}
    sheet = _Sheet(audit, language, tuple(paragraph.start for paragraph in text))
    return tuple(sheet.row(finding, index + 1, places[index]) for index, finding in enumerate(findings))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every row of one page shares; `starts` are those of the answering report's paragraphs."""

    audit: Audit
    language: Language
    starts: tuple[int, ...]

    def say(self, key: str, **details: object) -> str:
        return say(self.language, f"pages.{key}", **details)

    def row(self, finding: Finding, number: int, place: int) -> Row:
        commitment, judgement, match = finding.commitment, finding.judgement, finding.match
        answers = match.answers[:MOST_CANDIDATES] if match else ()
        marked = [pair[0] for pair in answers[0].shared] if answers else []
        return Row(
            number=number,
            id=commitment.id,
            path=_path(commitment.item_path),
            promise=pieces(commitment.text, marked),
            excerpt=visible(commitment.text[:EXCERPT]),
            grade=self.say(f"grade_{commitment.testability.value}"),
            named=named(finding.verdict, self.language, tentative=is_tentative(finding)),
            machine=named(judgement.verdict, self.language, tentative=True),
            signed=self.signed(finding),
            flags=self.flags(finding),
            review=needs_review(finding),
            doubt=place,
            confidence=f"{100 * judgement.confidence:.0f}%",
            reasons=self.reasons(finding),
            evidence_heading=self.evidence_heading(finding),
            evidence=tuple(map(self.quote, answers)),
            admission=self.admission(finding),
            repeat=self.repeat(finding),
            context=context(self.audit.baseline.report, commitment.start, commitment.end),
            computed=computation(match, self.language) if match else None,
        )

    def reasons(self, finding: Finding) -> tuple[str, ...]:
        return tuple(
            visible(say(self.language, f"reasons.{reason.code}", **dict(reason.details)))
            for reason in finding.judgement.reasons
        )

    def flags(self, finding: Finding) -> tuple[str, ...]:
        """Facts beside the verdict, the oldest promise first."""
        history, judgement = finding.history, finding.judgement
        lasting = self.say("flag_years", years=history.years, since=history.first_year)
        flags = [lasting] if history.years > 1 else []
        flags += [self.say("flag_repeated")] if judgement.repeated else []
        flags += [say(self.language, "published.flag_disputed")] if finding.disputed else []
        flags += [say(self.language, "published.flag_outdated")] if finding.outdated else []
        others = (flag for flag in judgement.flags if flag != "repeated")
        return (*flags, *(known(f"flag_{flag}", flag, self.language) for flag in others))

    def evidence_heading(self, finding: Finding) -> str:
        if finding.match is None:
            return self.say("evidence_unread" if self.audit.answer else "evidence_pending")
        if not finding.match.answers:
            return self.say("evidence_none")
        if finding.verdict is Verdict.PENDING:
            return self.say("evidence_open")
        return self.say("evidence_answer" if finding.verdict in ANSWERED else "evidence_nearest")

    def admission(self, finding: Finding) -> Quote | None:
        """The problem that the verdict or a flag speaks of; the best of many distant ones says nothing."""
        told = finding.verdict is Verdict.ADMITTED or PROBLEMS.intersection(finding.judgement.flags)
        return self.first(finding.match.admissions) if finding.match and told else None

    def repeat(self, finding: Finding) -> Quote | None:
        return self.first(finding.match.repeats) if finding.match and finding.judgement.repeated else None

    def first(self, candidates: tuple[Candidate, ...]) -> Quote | None:
        return next(map(self.quote, islice(candidates, 1)), None)

    def quote(self, candidate: Candidate) -> Quote:
        statement = candidate.statement
        return Quote(
            pieces=pieces(statement.text, [pair[1] for pair in candidate.shared]),
            where=self.where(statement.section, statement.item_path),
            anchor=anchor_of(self.starts, statement.start),
            start=statement.start,
            end=statement.end,
            score=f"{candidate.score:.2f}",
        )

    def where(self, kind: SectionKind, item_path: tuple[str, ...]) -> str:
        """The kind of section in our words stands for the section's own heading."""
        sections = self.audit.answer.report.sections if self.audit.answer else ()
        own = {section.heading for section in sections}
        return _path((self.say(f"section_{kind.value}"), *(one for one in item_path if one not in own)))

    def signed(self, finding: Finding) -> Signed | None:
        decision = finding.decision
        if decision is None:
            return None
        return Signed(
            machine=named(finding.judgement.verdict, self.language, tentative=True),
            reviewer=visible(decision.reviewer),
            at=visible(decision.decided_at),
            day=visible(decision.decided_at[:10]),
            note=visible(decision.note),
            passage=self.passage(decision),
        )

    def passage(self, decision: Decision) -> Quote | None:
        if decision.evidence is None or self.audit.answer is None:
            return None
        start, end = decision.evidence
        report = self.audit.answer.report
        kinds = (section.kind for section in report.sections if section.start <= start < section.end)
        where = self.where(next(kinds, SectionKind.OTHER), ())
        return Quote(pieces(report.text[start:end], ()), where, anchor_of(self.starts, start), start, end, "")


def _path(headings: tuple[str, ...]) -> str:
    return " › ".join(visible(heading) for heading in headings)
