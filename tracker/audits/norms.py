"""A report held against the norm of its year: contents, reasons for its problems, publication."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracker.audits.problems import Problem, is_cause, problems
from tracker.judging.reasons import Reason, reason
from tracker.reading.commitments import Statement, statements
from tracker.reading.document import Genre, Report, Section, SectionKind
from tracker.reading.sentences import sentences
from tracker.reading.text import Span, lines, strip

__all__ = ["Check", "Content", "Norm", "Result", "State", "check", "in_force"]


class Content(StrEnum):
    """What a norm may require a report to hold."""

    MEASURES = "measures"
    PROBLEMS = "problems"
    REASONS = "reasons"
    DUTY = "duty"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Norm:
    """A norm while it is in force, from the day `since` until the day before `until` (ISO dates).

    `report_by` and `publish_by` are days (03-01) of the year after the one a report covers; `source`
    says where its content was read.
    """

    id: str
    name: str
    source: str
    genre: Genre
    since: str
    until: str | None
    contents: tuple[Content, ...]
    report_by: str | None
    publish_by: str | None


class State(StrEnum):
    """How a requirement stands, as far as the text shows.

    `in_time` is what `met` is to a day. `aside` is named without a part of its own, `partly` holds for
    some problems only. What could not be read or is not dated is `unknown`, never missing and never late.
    """

    MET = "met"
    IN_TIME = "in_time"
    PARTLY = "partly"
    ASIDE = "aside"
    MISSING = "missing"
    LATE = "late"
    UNKNOWN = "unknown"


LACKING = frozenset({State.MISSING, State.LATE})
"""What `--strict` counts."""


@dataclass(frozen=True, slots=True)
class Result:
    """One requirement: how it stands, why (`tracker.wording.norms`), and the passages that show it.

    `requirement` is a `Content`, or `report_by` or `publish_by`; passages are spans of the report's text.
    """

    requirement: str
    state: State
    reason: Reason
    passages: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A report held against the norm in force for it; no norm, no results."""

    norm: Norm | None
    results: tuple[Result, ...]

    @property
    def lacking(self) -> tuple[Result, ...]:
        """The requirements that are missing or late."""
        return tuple(result for result in self.results if result.state in LACKING)


_PARTS = {
    Content.MEASURES: SectionKind.MEASURES,
    Content.PROBLEMS: SectionKind.PROBLEMS,
    Content.DUTY: SectionKind.DUTY,
    Content.PLAN: SectionKind.PLAN,
}
_ASIDE = {
    Content.PROBLEMS: re.compile(
        r"(?:存在|还有|仍有)[^，。；]{0,12}(?:问题|不足|短板|差距|薄弱环节)|有待(?:进一步)?(?:加强|提[高升])"
    ),
    Content.DUTY: re.compile(
        r"第一责任人|(?:主要负责人|主要负责同志|一把手)[^。；]{0,20}(?:职责|履职|述法|法治)"
    ),
    Content.PLAN: re.compile(r"下一?步|下一年|明年|下一阶段"),
}
"""Words by which a content is named in another part of the report."""

MOST = 3
"""Passages that show one requirement."""

END_OF_YEAR = "12-01"
"""A report dated before this day of the year it covers has some other date printed on it."""


def in_force(norms: Iterable[Norm], genre: Genre, year: int) -> Norm | None:
    """The norm for reports of this genre on `year`: in force on the day they are due, the year after."""
    for norm in norms:
        due = f"{year + 1}-{norm.report_by or norm.publish_by or '12-31'}"
        if norm.genre is genre and norm.since <= due and (norm.until is None or due < norm.until):
            return norm
    return None


def check(report: Report, norms: Iterable[Norm]) -> Check:
    """Hold a report against the norm of its genre and year."""
    year = report.reported_year
    norm = None if year is None else in_force(norms, report.genre, year)
    if norm is None or year is None:
        return Check(None, ())
    said = statements(report)
    results = [_content(report, content, said) for content in norm.contents]
    return Check(norm, (*results, *_deadlines(report, norm, year)))


def _content(report: Report, content: Content, said: Sequence[Statement]) -> Result:
    """One required content."""
    if content is Content.REASONS:
        return _reasons(problems(report), [s for s in said if s.section is SectionKind.PROBLEMS])
    parts = [part for part in report.sections if part.kind is _PARTS[content] and not part.outline]
    if parts:
        return Result(content, State.MET, Reason("part"), tuple(_opening(report, p) for p in parts[:MOST]))
    if all(part.kind is SectionKind.OTHER for part in report.sections):
        return Result(content, State.UNKNOWN, Reason("unread"))
    cue = _ASIDE.get(content)
    found = [(s.start, s.end) for s in said if cue and cue.search(s.text)]
    if found:
        return Result(content, State.ASIDE, Reason("aside"), tuple(found[:MOST]))
    return Result(content, State.MISSING, Reason("missing"))


def _opening(report: Report, part: Section) -> Span:
    """The heading of a part, or its first sentence where it has none."""
    if part.heading and part.body > part.start:
        return strip(report.text, part.start, part.body)
    return sentences(report.text, *lines(report.text, part.start, part.end)[0])[0]


def _reasons(admitted: Sequence[Problem], said: Sequence[Statement]) -> Result:
    """Whether the problems come with reasons: each its own, or one for all."""
    if not said:
        return Result(Content.REASONS, State.UNKNOWN, Reason("reasons-no-problems"))
    causes = [(s.start, s.end) for s in said if is_cause(s.text)]
    with_own = sum(bool(problem.causes) for problem in admitted)
    shown, of = tuple(causes[:MOST]), len(admitted)
    if not causes:
        return Result(Content.REASONS, State.MISSING, reason("reasons-missing", total=of))
    if with_own in {0, of}:
        code = "reasons-given" if with_own else "reasons-for-all"
        return Result(Content.REASONS, State.MET, reason(code, total=of), shown)
    return Result(Content.REASONS, State.PARTLY, reason("reasons-partly", part=with_own, total=of), shown)


def _deadlines(report: Report, norm: Norm, year: int) -> Iterator[Result]:
    """The day of reporting, which no text shows, and that of publication."""
    if norm.report_by:
        day = f"{year + 1}-{norm.report_by}"
        yield Result("report_by", State.UNKNOWN, reason("report-unknown", due=day))
    if norm.publish_by:
        yield _published(report.published, f"{year + 1}-{norm.publish_by}", f"{year}-{END_OF_YEAR}")


def _published(day: str | None, due: str, earliest: str) -> Result:
    """Whether the day a report bears lies within the time; without a day that can be right, unknown."""
    if day is None:
        return Result("publish_by", State.UNKNOWN, reason("publish-unknown", due=due))
    if day < earliest:
        return Result("publish_by", State.UNKNOWN, reason("publish-odd", day=day, due=due))
    late = day > due
    code = "publish-late" if late else "publish-met"
    return Result("publish_by", State.LATE if late else State.IN_TIME, reason(code, day=day, due=due))
