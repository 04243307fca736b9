"""The text of a report → its sections and numbered items, with a notice for whatever stayed unread.

Every `start` and `end` in this program is a code-point offset into `Report.text`, half open, so that
`report.text[start:end]` is the verbatim passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from tracker.reading import identity
from tracker.reading.headings import Aspect, aspects, years
from tracker.reading.items import Item
from tracker.reading.sections import Section, SectionKind, sections
from tracker.reading.text import fold

__all__ = ["Genre", "Given", "Item", "Notice", "Report", "Section", "SectionKind", "read"]


class Genre(StrEnum):
    """Which of the two sibling genres a text belongs to."""

    RULE_OF_LAW = "rule-of-law"
    WORK_REPORT = "work-report"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that could not be read or had to be assumed; `code` names the sentence that says so."""

    code: str
    details: tuple[tuple[str, str], ...] = ()


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


@dataclass(frozen=True, slots=True)
class _Years:
    """The years a report covers and plans, whether the second was assumed, and what contradicts them."""

    reported: int | None
    plan: int | None
    assumed: bool
    contradiction: Notice | None


_WORK = re.compile("政府工作的?报告|(?:代表|向).{0,12}(?:人民政府|国务院).{0,12}大会|向大会(?:作|报告)")
_LAW = re.compile("法治政府|依法行政|法治建设|依法治[国省市县区]")
_NEEDED = {
    Genre.WORK_REPORT: (SectionKind.MEASURES, SectionKind.PLAN),
    Genre.RULE_OF_LAW: (SectionKind.MEASURES, SectionKind.PROBLEMS, SectionKind.DUTY, SectionKind.PLAN),
    Genre.UNKNOWN: (SectionKind.MEASURES, SectionKind.PLAN),
}
_OPENING = 3000
_ABOVE = 600
_PLANNED = re.compile(r"(?<!\d)(20\d{2})年(?!\d)(?=[,，]|是|度?工作|.{0,6}(?:将|要|发展|经济))")


def _genre(text: str, title: str) -> Genre:
    """By the title, else by what the opening says."""
    for passage in (title, fold(text[:_OPENING]).text):
        if _WORK.search(passage):
            return Genre.WORK_REPORT
        if _LAW.search(passage):
            return Genre.RULE_OF_LAW
    return Genre.UNKNOWN


def _heading_years(parts: tuple[Section, ...]) -> tuple[int | None, int | None]:
    """The year of the last review heading with a year, and of the first plan heading with one."""
    reported = plan = None
    for part in parts:
        for year in years(part.heading or ""):
            if Aspect.PLAN in aspects(part.heading or "") or part.kind is SectionKind.PLAN:
                plan = plan or year
            elif part.kind in {SectionKind.MEASURES, SectionKind.PROBLEMS, SectionKind.DUTY}:
                reported = max(reported or year, year)
    return reported, plan


def _opening_year(text: str, parts: tuple[Section, ...], spoken: int | None) -> int | None:
    """The year the plan's opening names (“2026年，我办将…”); 今年 is the year it was spoken in."""
    for part in parts:
        if part.kind is SectionKind.PLAN:
            opening = fold(text[part.start : min(part.end, part.start + _OPENING)]).text
            found = _PLANNED.search(opening)
            if found:
                return int(found.group(1))
            return spoken if "今年" in opening else None
    return None


def _years(text: str, title: str, genre: Genre, parts: tuple[Section, ...], before: int) -> _Years:
    """Headings first, then the day of delivery or the title, then the plan's opening."""
    in_title = identity.first_year(title) if title else None
    reported, plan = _heading_years(parts)
    named = plan is not None
    spoken: int | None = None
    if genre is Genre.WORK_REPORT:
        spoken = in_title or identity.delivered(text, before=before)
        said_reported = spoken - 1 if spoken else None
    else:
        said_reported = in_title or identity.first_year(text[:before][-_ABOVE:])
    opening = _opening_year(text, parts, spoken)
    if reported is None and plan is not None:
        reported = plan - 1
    contradiction = None
    if reported and said_reported and reported != said_reported:
        contradiction = Notice(
            "year-contradiction", (("title", str(said_reported)), ("headings", str(reported)))
        )
    reported = reported or said_reported
    if reported is None and opening:
        reported = opening - 1
    if plan is None and reported is not None:
        plan = reported + 1
        named = opening == plan
    has_plan = any(part.kind is SectionKind.PLAN for part in parts)
    return _Years(reported, plan, has_plan and plan is not None and not named, contradiction)


def read(text: str, given: Given | None = None) -> Report:
    """Read a report; whatever the text does not say is None, with a notice, and nothing is raised."""
    told = given or Given()
    rough = identity.title(text, before=len(text))
    genre = _genre(text, rough.plain if rough else (told.title or ""))
    parts = sections(text, rough.end if rough else 0, len(text), work_report=genre is Genre.WORK_REPORT)
    before = parts[0].start if parts else min(len(text), _OPENING)
    after = parts[-1].end if parts else len(text)
    title = identity.title(text, before=before)
    beside = identity.told(told.title) if told.title else None
    named = title or beside
    found = _years(text, named.plain if named else "", genre, parts, before)
    law = partial(identity.law_issuer, after=after)
    name = identity.work_issuer if genre is Genre.WORK_REPORT else law
    issuer = name(text, title, before=before) or (name("", beside, before=0) if beside else None)
    year = told.year or found.reported
    published, early = _published([*identity.days(text, before=before, after=after), told.published], year)
    report = Report(
        text=text,
        genre=genre,
        title=named.text if named else None,
        issuer=told.issuer or issuer,
        document_number=identity.document_number(text, before=before),
        reported_year=year,
        plan_year=told.year + 1 if told.year else found.plan,
        published=published,
        sections=parts,
        notices=(),
    )
    contradictions = filter(
        None, (found.contradiction or _title_told(None if told.year else told.title, report), early)
    )
    return replace(report, notices=(*contradictions, *_notices(report, found)))


def _published(days: Sequence[str | None], year: int | None) -> tuple[str | None, Notice | None]:
    """The first of the days that is not before the year covered, and a notice if one before it was."""
    said = [day for day in days if day]
    fits = [year is None or int(day[:4]) >= year for day in said]
    early = said and not fits[0]
    notice = Notice("date-contradiction", (("published", said[0]), ("year", str(year)))) if early else None
    return next((day for day, fit in zip(said, fits, strict=True) if fit), None), notice


def _title_told(title: str | None, report: Report) -> Notice | None:
    """A notice where the title that the file gives itself is of another year than the text."""
    year = identity.first_year(title) if title else None
    if year and report.genre is Genre.WORK_REPORT:
        year -= 1
    if not title or not year or year == report.reported_year or report.reported_year is None:
        return None
    return Notice("title-contradiction", (("title", title), ("year", str(report.reported_year))))


def _notices(report: Report, found: _Years) -> Iterator[Notice]:
    """What could not be read or had to be assumed."""
    if report.genre is Genre.UNKNOWN:
        yield Notice("genre-unknown")
    if report.issuer is None:
        yield Notice("issuer-unknown")
    if report.reported_year is None:
        yield Notice("year-unknown")
    if found.assumed and report.plan_year is not None:
        yield Notice("plan-year-assumed", (("year", str(report.plan_year)),))
    kinds = {part.kind for part in report.sections}
    for kind in _NEEDED[report.genre]:
        if kind not in kinds:
            yield Notice("section-missing", (("kind", kind.value),))
