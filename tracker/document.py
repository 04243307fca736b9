"""The text of a report → its sections and numbered items, with a notice for whatever stayed unread.

Every `start` and `end` in this program is a code-point offset into `Report.text`, half open, so that
`report.text[start:end]` is the verbatim passage.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Genre(StrEnum):
    """Which of the two sibling genres a text belongs to."""

    RULE_OF_LAW = "rule-of-law"
    WORK_REPORT = "work-report"
    UNKNOWN = "unknown"


class SectionKind(StrEnum):
    """What a section is for: the five contents of the norm, in the words of the contract."""

    MEASURES = "measures"
    PROBLEMS = "problems"
    DUTY = "duty"
    PLAN = "plan"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that could not be read or had to be assumed; `code` names the sentence that says so."""

    code: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered item with the number as printed (（一）, 一是, 1.) and the items below it."""

    number: str | None
    heading: str | None
    start: int
    end: int
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A top-level part of a report; `heading` is None for a part that has none."""

    kind: SectionKind
    heading: str | None
    start: int
    end: int
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """What the user or the file's own metadata says of a report, where the text may be silent or wrong.

    `issuer` and `year` (the year covered) given by the user win over the text. `title` and `published`
    (an ISO date) only fill what the text leaves open.
    """

    issuer: str | None = None
    year: int | None = None
    title: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it was read: its whole text, who and when, its parts, and what stayed unread.

    `reported_year` is the year whose work it covers, `plan_year` the year its plan is for. What the
    text does not say is None, with a notice. `published` is an ISO date.
    """

    text: str
    genre: Genre
    title: str | None
    issuer: str | None
    document_number: str | None
    reported_year: int | None
    plan_year: int | None
    published: str | None
    sections: tuple[Section, ...]
    notices: tuple[Notice, ...]
