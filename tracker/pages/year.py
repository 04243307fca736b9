"""The audits of a year → the values its overview prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.audit import Audit, Missing
from tracker.language import Language, say
from tracker.pages.charts import Part, stacked
from tracker.pages.names import page_link
from tracker.pages.outcomes import Named, is_tentative, named, needs_review, tally
from tracker.pages.quotes import visible
from tracker.verdicts import Verdict

Tally = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One body on the overview; small enough to keep for every body of a year."""

    issuer: str
    genre: str
    link: str
    answered: bool
    tally: Tally
    tentative: bool
    reviewing: int
    total: int
    bar: tuple[Part, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Absent:
    """A body without an audit, and why."""

    issuer: str
    why: str


@dataclass(frozen=True, slots=True)
class Year:
    """The whole overview; `verdicts` are those that occur, the columns of its table."""

    year: int
    lines: tuple[Line, ...]
    verdicts: tuple[Named, ...]
    sums: tuple[int, ...]
    total: int
    bar: tuple[Part, ...]
    label: str
    reviewing: int
    unanswered_reports: tuple[Line, ...]
    absent: tuple[Absent, ...]


def line(audit: Audit, language: Language) -> Line:
    """What the overview keeps of one body."""
    found = tally(audit.findings)
    tentative = any(is_tentative(finding) for finding in audit.findings)
    return Line(
        issuer=visible(audit.issuer),
        genre=say(language, f"pages.genre_{audit.baseline.report.genre.name.lower()}"),
        link=page_link(audit),
        answered=audit.answer is not None,
        tally=found,
        tentative=tentative,
        reviewing=sum(needs_review(finding) for finding in audit.findings),
        total=len(audit.findings),
        bar=stacked(found),
        label=in_words(found, language, tentative=tentative),
    )


def year_view(year: int, lines: Iterable[Line], missing: Iterable[Missing], language: Language) -> Year:
    """Bodies in the order of their names."""
    ordered = tuple(sorted(lines, key=lambda one: (one.issuer, one.genre)))
    sums = _sums(ordered)
    occurring = tuple((code, number) for code, number in sums if number)
    tentative = any(one.tentative for one in ordered)
    return Year(
        year=year,
        lines=ordered,
        verdicts=tuple(named(Verdict(code), language, tentative=tentative) for code, _ in occurring),
        sums=tuple(number for _, number in occurring),
        total=sum(one.total for one in ordered),
        bar=stacked(sums),
        label=in_words(sums, language, tentative=tentative),
        reviewing=sum(one.reviewing for one in ordered),
        unanswered_reports=tuple(one for one in ordered if not one.answered),
        absent=_absent(missing, language),
    )


def in_words(found: Tally, language: Language, *, tentative: bool) -> str:
    """A bar as a sentence."""
    parts = (
        say(
            language,
            "pages.sentence_part",
            label=named(Verdict(code), language, tentative=tentative).label,
            number=number,
        )
        for code, number in found
        if number
    )
    return say(language, "pages.comma").join(parts)


def _sums(lines: Sequence[Line]) -> Tally:
    columns = [dict(one.tally) for one in lines]
    return tuple((verdict.value, sum(column[verdict.value] for column in columns)) for verdict in Verdict)


def _absent(missing: Iterable[Missing], language: Language) -> tuple[Absent, ...]:
    ordered = sorted(missing, key=lambda one: (one.issuer, one.gap))
    return tuple(
        Absent(visible(one.issuer), say(language, f"pages.gap_{one.gap.name.lower()}")) for one in ordered
    )
