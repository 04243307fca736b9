"""Findings → what people would rather see than read: where promises went, and how they are answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.audits.audit import Finding
from tracker.audits.summary import Form, by_section, by_topic, summarise
from tracker.audits.topics import Topic
from tracker.judging.verdicts import Verdict
from tracker.language import Language, say
from tracker.pages.charts import Alluvial, Flow, Part, alluvial, stacked
from tracker.pages.outcomes import Named, is_tentative, named, tally
from tracker.pages.quotes import visible

Counts = Mapping[Verdict, int]

DEPTHS = 5
"""Steps of shading in a heat map; 0 is none."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A line of the table beneath the alluvial."""

    named: Named
    flow: Flow


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of a heat map and how deep it is shaded, 0–`DEPTHS`, by its share of the line."""

    number: int
    depth: int


@dataclass(frozen=True, slots=True)
class Strip:
    """A line of a heat map: one item of the plan."""

    label: str
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Answering:
    """One form of answer: how many checked promises have it, in which share, and what the form is."""

    kind: str
    label: str
    number: int
    percent: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Glance:
    """The pictures of one body's year, each with its numbers; none where nothing is judged."""

    alluvial: Alluvial | None
    labels: dict[str, str]
    streams: tuple[Stream, ...]
    columns: tuple[Named, ...]
    heat: tuple[Strip, ...]
    topics: tuple[Strip, ...]
    forms: tuple[Answering, ...]
    forms_bar: tuple[Part, ...]


def glance(findings: Sequence[Finding], language: Language, topics: tuple[Topic, ...] = ()) -> Glance:
    """Everything that is drawn of one body's year; no topics, no picture of them."""
    columns = _columns(findings, language)
    judged = any(finding.verdict is not Verdict.PENDING for finding in findings)
    streams = tuple(Stream(column, _flow(findings, Verdict(column.code))) for column in columns)
    verdicts = [Verdict(column.code) for column in columns]
    forms = summarise(findings).forms
    return Glance(
        alluvial=alluvial([stream.flow for stream in streams]) if judged else None,
        labels=_labels(columns, language),
        streams=streams,
        columns=columns,
        heat=heat(findings, verdicts, language) if judged else (),
        topics=topical(tally_topics(findings, topics), topics, verdicts, language)
        if judged and topics
        else (),
        forms=answering(forms, language),
        forms_bar=stacked([(form.value, number) for form, number in forms]),
    )


def _columns(findings: Sequence[Finding], language: Language) -> tuple[Named, ...]:
    """The verdicts that occur."""
    tentative = any(map(is_tentative, findings))
    return tuple(
        named(Verdict(code), language, tentative=tentative) for code, number in tally(findings) if number
    )


def _flow(findings: Sequence[Finding], verdict: Verdict) -> Flow:
    again = [finding.judgement.repeated for finding in findings if finding.verdict is verdict]
    return Flow(verdict.value, sum(again), len(again) - sum(again))


def _labels(columns: Sequence[Named], language: Language) -> dict[str, str]:
    ends = {kind: say(language, f"pages.{kind}") for kind in ("all", "again", "not_again")}
    return {**ends, **{column.code: column.label for column in columns}}


def heat(findings: Sequence[Finding], verdicts: Sequence[Verdict], language: Language) -> tuple[Strip, ...]:
    """Items of the plan against verdicts; none where the plan has only one item."""
    sections = by_section(findings)
    if len(sections) < 2:  # noqa: PLR2004 (one line is the summary again)
        return ()
    return tuple(
        strip(heading or say(language, "pages.no_item"), dict(summary.verdicts), verdicts)
        for heading, summary in sections
    )


def tally_topics(findings: Sequence[Finding], topics: tuple[Topic, ...]) -> Mapping[str, Counts]:
    """The verdicts of each topic by its id; "" stands for promises on none."""
    return {
        topic.id if topic else "": dict(summary.verdicts) for topic, summary in by_topic(findings, topics)
    }


def topical(
    counts: Mapping[str, Counts], topics: Sequence[Topic], verdicts: Sequence[Verdict], language: Language
) -> tuple[Strip, ...]:
    """The topics that occur against verdicts, in the order of `topics`."""
    labels = {one.id: one.chinese if language is Language.ZH else one.english for one in topics}
    labels[""] = say(language, "pages.no_topic")
    return tuple(strip(label, counts[key], verdicts) for key, label in labels.items() if key in counts)


def strip(label: str, counts: Counts, verdicts: Sequence[Verdict]) -> Strip:
    """One line, of at least one promise; each number shaded by its share of the line."""
    total = sum(counts.values())
    cells = tuple(Cell(counts[verdict], -(-DEPTHS * counts[verdict] // total)) for verdict in verdicts)
    return Strip(visible(label), cells, total)


def answering(forms: Sequence[tuple[Form, int]], language: Language) -> tuple[Answering, ...]:
    """Every form with its share; nothing where nothing was checked."""
    total = sum(number for _, number in forms)
    return tuple(
        Answering(
            kind=form.value,
            label=say(language, f"pages.form_{form.value}"),
            number=number,
            percent=f"{100 * number / total:.0f}%",
            meaning=say(language, f"pages.form_means_{form.value}"),
        )
        for form, number in forms
        if total
    )
