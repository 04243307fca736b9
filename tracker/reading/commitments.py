"""A report → the promises of its plan, and the statements that may answer, admit or repeat others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from tracker.reading.document import Genre, Item, Report, Section, SectionKind
from tracker.reading.furniture import is_furniture
from tracker.reading.numbering import mark_at
from tracker.reading.promises import Testability, is_promise, testability
from tracker.reading.sentences import paragraphs, sentences
from tracker.reading.text import Span, fold

__all__ = ["Commitment", "Statement", "Testability", "commitment_id", "commitments", "statements"]


@dataclass(frozen=True, slots=True)
class Commitment:
    """One checkable promise, verbatim: a sentence or clause of the lowest numbered item of a plan."""

    id: str
    text: str
    start: int
    end: int
    item_path: tuple[str, ...]
    testability: Testability


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of any section of a report, verbatim, with the headings above it.

    `outline` marks the goals for the coming five years: they answer nothing, but a promise found
    again in them is promised again.
    """

    section: SectionKind
    text: str
    start: int
    end: int
    item_path: tuple[str, ...]
    outline: bool = False


@dataclass(frozen=True, slots=True)
class _Placed:
    """A sentence with the headings above it; `heading` says that it is itself one."""

    section: Section
    span: Span
    path: tuple[str, ...]
    heading: bool
    lead: bool


def commitment_id(issuer: str | None, genre: str, year: int | None, text: str, ordinal: int) -> str:
    """16 hex digits that stay while the sentence stays in a report of this body and covered year.

    `text` goes without its printed number, so that an item put in before it changes nothing.
    """
    parts = (issuer or "", genre, str(year or ""), fold(text).text, str(ordinal))
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _walk(items: Sequence[Item], path: tuple[str, ...]) -> Iterator[tuple[Item, tuple[str, ...]]]:
    """Every item in the order of the text, with the headings above it and its own."""
    for item in items:
        own = (*path, f"{item.number or ''}{item.heading}") if item.heading else path
        yield item, own
        yield from _walk(item.items, own)


def _placed(report: Report, section: Section) -> Iterator[_Placed]:
    """Every sentence of a section but its heading line."""
    above = (section.heading,) if section.heading else ()
    begin = section.body
    found = list(_walk(section.items, above))
    place = -1
    for paragraph in paragraphs(report.text, begin, section.end):
        if is_furniture(report.text[slice(*paragraph)]):
            continue
        parts = sentences(report.text, *paragraph)
        for span in parts:
            while place + 1 < len(found) and found[place + 1][0].start <= span[0]:
                place += 1
            item, path = found[place] if place >= 0 else (None, above)
            heads = item is not None and item.heading is not None and item.start == span[0]
            if not any(char.isalnum() for char in report.text[slice(*span)]):
                continue
            lead = len(parts) > 1 and span is parts[0]
            yield _Placed(section, span, path, heads, lead)


def statements(report: Report) -> tuple[Statement, ...]:
    """Every sentence of every section, the plan's too, in the order of the text."""
    return tuple(
        Statement(
            one.section.kind,
            report.text[slice(*one.span)],
            *one.span,
            one.path,
            outline=one.section.outline,
        )
        for section in report.sections
        for one in _placed(report, section)
    )


def commitments(report: Report) -> tuple[Commitment, ...]:
    """The promises of the plan, in the order of the text."""
    seen: Counter[str] = Counter()
    found: list[Commitment] = []
    spoken = report.genre is Genre.WORK_REPORT
    for section in report.sections:
        if section.kind is not SectionKind.PLAN:
            continue
        for one in _placed(report, section):
            text = report.text[slice(*one.span)]
            mark = mark_at(text, 0, len(text))
            said = fold(text[mark.end :] if mark else text).text
            lead = one.lead and mark is None
            if not is_promise(said, heading=one.heading, lead=lead, spoken=spoken):
                continue
            key = commitment_id(report.issuer, report.genre, report.reported_year, said, seen[said])
            seen[said] += 1
            found.append(Commitment(key, text, *one.span, one.path, testability(text)))
    return tuple(found)
