"""An audit → the values its page prints. Every decision is made here; the templates loop and print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from tracker.audits.audit import Audit, Decision, Filed, Finding
from tracker.audits.summary import Rate as Counted
from tracker.audits.summary import summarise
from tracker.export import origin
from tracker.judging.verdicts import Verdict
from tracker.language import Language, say
from tracker.pages.charts import Part, stacked
from tracker.pages.checked import Checked, checked
from tracker.pages.glance import Glance, glance
from tracker.pages.names import page_name
from tracker.pages.outcomes import (
    Named,
    is_tentative,
    named,
    tally,
)
from tracker.pages.places import Paragraph, paragraphs
from tracker.pages.problems import Problems, problems
from tracker.pages.quotes import visible
from tracker.pages.rows import Row, rows
from tracker.topicbook import topics

DECIDABLE = tuple(verdict for verdict in Verdict if verdict is not Verdict.PENDING)
"""What a reviewer can decide, in the order of the keys 1–7."""

KEYS = (
    ("j", "next"),
    ("k", "previous"),
    ("n", "next_open"),
    ("a", "agree"),
    ("1–7", "overrule"),
    ("c", "candidates"),
    ("e", "evidence_long"),
    ("p", "place"),
    ("w", "why"),
    ("f", "full"),
    ("/", "search"),
    ("m", "note"),
    ("u", "undo"),
    ("s", "save"),
    ("?", "help"),
)
"""The keys of the workbench, as `templates/keys.js` takes them."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many findings have a verdict."""

    named: Named
    number: int


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate as `part` of `whole`, and in `leaves_out` what it does not count."""

    label: str
    part: int
    whole: int
    percent: str
    leaves_out: str


@dataclass(frozen=True, slots=True)
class Source:
    """One of the two reports, as (label, text) facts, title apart."""

    title: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A decision on a promise that this version of the plan does not hold, for a second look."""

    named: Named
    reviewer: str
    day: str
    note: str
    id: str


@dataclass(frozen=True, slots=True)
class Body:
    """A whole page of one body."""

    issuer: str
    year: int
    genre: str
    name: str
    baseline: Source
    answer: Source | None
    sentence: str
    counts: tuple[Count, ...]
    meanings: tuple[tuple[Named, str], ...]
    bar: tuple[Part, ...]
    rates: tuple[Rate, ...]
    glance: Glance | None
    problems: Problems | None
    checked: Checked | None
    unplaced: tuple[Unplaced, ...]
    reviewing: int
    decided: int
    rows: tuple[Row, ...]
    queue: tuple[Row, ...]
    text: tuple[Paragraph, ...]
    choices: tuple[Named, ...]
    keys: tuple[tuple[str, str], ...]


def body(audit: Audit, language: Language) -> Body:
    """Everything the page of one body prints."""
    word = partial(say, language)
    text = paragraphs(audit.answer.report) if audit.answer else ()
    all_rows = rows(audit, language, text)
    return Body(
        issuer=visible(audit.issuer),
        year=audit.year,
        genre=word(f"pages.genre_{audit.baseline.report.genre.name.lower()}"),
        name=page_name(audit),
        baseline=_source(audit.baseline, language),
        answer=_source(audit.answer, language) if audit.answer else None,
        sentence=_sentence(audit, language),
        counts=counts(audit.findings, language),
        meanings=tuple((named(one, language), word(f"pages.means_{one.value}")) for one in Verdict),
        bar=stacked(tally(audit.findings)),
        rates=rates(audit.findings, language),
        glance=_glance(audit, language),
        problems=problems(audit.chain, all_rows, language),
        checked=checked(audit, language),
        unplaced=tuple(_unplaced(decision, language) for decision in audit.unplaced),
        reviewing=sum(row.review for row in all_rows),
        decided=sum(row.signed is not None for row in all_rows),
        rows=all_rows,
        queue=tuple(sorted(all_rows, key=lambda row: row.doubt)),
        text=text,
        choices=tuple(named(verdict, language) for verdict in DECIDABLE),
        keys=tuple((key, word(f"pages.key_{code}")) for key, code in KEYS),
    )


def counts(findings: Iterable[Finding], language: Language) -> tuple[Count, ...]:
    """The verdicts that occur, with labels as tentative as the most tentative of them."""
    all_findings = tuple(findings)
    return tuple(
        Count(
            named=_collective(Verdict(code), all_findings, language),
            number=number,
        )
        for code, number in tally(all_findings)
        if number
    )


def _collective(verdict: Verdict, findings: tuple[Finding, ...], language: Language) -> Named:
    tentative = any(is_tentative(finding) for finding in findings if finding.verdict is verdict)
    return named(verdict, language, tentative=tentative)


def rates(findings: Iterable[Finding], language: Language) -> tuple[Rate, ...]:
    """What share of the checkable promises is answered, and kept; each says what it leaves out."""
    summary = summarise(findings)
    return rates_of(summary.answered, summary.fulfilled, summary.open, language)


def rates_of(answered: Counted, fulfilled: Counted, waiting: int, language: Language) -> tuple[Rate, ...]:
    """The same from counts; `waiting` of the promises counted are still to be reviewed."""
    if not answered.whole:
        return ()
    left = say(
        language,
        "pages.leaves_out",
        not_checkable=answered.not_checkable,
        pending=answered.pending,
        review=waiting,
    )
    return (
        _rate("rate_answered", answered, left, language),
        _rate("rate_fulfilled", fulfilled, left, language),
    )


def _rate(code: str, rate: Counted, left: str, language: Language) -> Rate:
    percent = f"{100 * (rate.share or 0):.0f}%"
    return Rate(say(language, f"pages.{code}"), rate.part, rate.whole, percent, left)


def _sentence(audit: Audit, language: Language) -> str:
    """The whole result in one sentence."""
    if not audit.answer:
        return say(language, "pages.sentence_pending", total=len(audit.findings), year=audit.year)
    parts = [
        say(language, "pages.sentence_part", label=count.named.label, number=count.number)
        for count in counts(audit.findings, language)
    ]
    return say(
        language,
        "pages.sentence" if audit.findings else "pages.sentence_empty",
        year=audit.year,
        total=len(audit.findings),
        parts=say(language, "pages.comma").join(parts),
    )


def _glance(audit: Audit, language: Language) -> Glance | None:
    """Nothing is drawn where nothing is judged."""
    drawn = glance(audit.findings, language, topics(audit.baseline.report.genre))
    return drawn if drawn.alluvial else None


def _unplaced(decision: Decision, language: Language) -> Unplaced:
    return Unplaced(
        named=named(decision.verdict, language),
        reviewer=visible(decision.reviewer),
        day=visible(decision.decided_at[:10]),
        note=visible(decision.note),
        id=visible(decision.commitment_id),
    )


def _source(filed: Filed, language: Language) -> Source:
    report = filed.report
    facts = (
        ("fact_number", report.document_number),
        ("fact_published", report.published),
        ("fact_source", origin(filed)),
        ("fact_version", str(filed.version)),
        ("fact_ingested", filed.ingested_at[:10]),
        ("fact_sha256", filed.sha256[:16]),
    )
    return Source(
        title=visible(report.title or origin(filed)),
        facts=tuple((say(language, f"pages.{code}"), visible(text)) for code, text in facts if text),
    )
