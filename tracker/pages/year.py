"""The audits of a year → the values its overview prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from tracker import dates
from tracker.audits.audit import Audit, Missing
from tracker.audits.second import Reading
from tracker.audits.summary import ANSWERED, CHECKED, Form, by_testability, events, summarise
from tracker.audits.summary import Rate as Counted
from tracker.judging.verdicts import Verdict
from tracker.language import Language, say
from tracker.pages.charts import Part, stacked
from tracker.pages.glance import Answering, Counts, Strip, answering, strip, tally_topics, topical
from tracker.pages.names import YEARS, page_link
from tracker.pages.outcomes import Named, is_tentative, named, needs_review, tally
from tracker.pages.quotes import visible
from tracker.pages.view import Rate, rates_of
from tracker.reading.commitments import Testability
from tracker.reading.document import Genre
from tracker.topicbook import topics

Tally = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One body on the overview; small enough to keep for every body of a year.

    `years` is the address of the page that follows it through the years, "" where there is none;
    `topics` are the verdicts of each topic of the genre (`subject`) by its id, `as_of` the last thing
    that happened to it.
    """

    issuer: str
    genre: str
    link: str
    years: str
    answered: bool
    tally: Tally
    tentative: bool
    reviewing: int
    total: int
    bar: tuple[Part, ...]
    label: str
    waiting: int
    forms: tuple[tuple[Form, int], ...]
    grades: tuple[tuple[Testability, Tally], ...]
    topics: Mapping[str, Counts]
    subject: Genre
    as_of: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Absent:
    """A body without an audit, and why."""

    issuer: str
    why: str


@dataclass(frozen=True, slots=True)
class Year:
    """The whole overview; `verdicts` are those that occur, the columns of its tables.

    `topics` are of one genre after the other, as the page names it.
    """

    year: int
    lines: tuple[Line, ...]
    verdicts: tuple[Named, ...]
    sums: tuple[int, ...]
    total: int
    bar: tuple[Part, ...]
    label: str
    reviewing: int
    rates: tuple[Rate, ...]
    forms: tuple[Answering, ...]
    forms_bar: tuple[Part, ...]
    grades: tuple[Strip, ...]
    topics: tuple[tuple[str, tuple[Strip, ...]], ...]
    as_of: str
    unanswered_reports: tuple[Line, ...]
    absent: tuple[Absent, ...]


def line(audit: Audit, language: Language, *, followed: bool = False) -> Line:
    """What the overview keeps of one body; one that is `followed` has a page through the years."""
    found, summary = tally(audit.findings), summarise(audit.findings)
    tentative = any(is_tentative(finding) for finding in audit.findings)
    return Line(
        issuer=visible(audit.issuer),
        genre=say(language, f"pages.genre_{audit.baseline.report.genre.name.lower()}"),
        link=page_link(audit),
        years=page_link(audit, YEARS) if followed else "",
        answered=audit.answer is not None,
        tally=found,
        tentative=tentative,
        reviewing=sum(needs_review(finding) for finding in audit.findings),
        total=len(audit.findings),
        bar=stacked(found),
        label=in_words(found, language, tentative=tentative),
        waiting=summary.open,
        forms=summary.forms,
        grades=tuple((grade, one.verdicts) for grade, one in by_testability(audit.findings)),
        topics=tally_topics(audit.findings, topics(audit.baseline.report.genre)),
        subject=audit.baseline.report.genre,
        as_of=dates.latest(events(audit)),
        readings=audit.readings,
    )


def year_view(year: int, lines: Iterable[Line], missing: Iterable[Missing], language: Language) -> Year:
    """Bodies in the order of their names."""
    ordered = tuple(sorted(lines, key=lambda one: (one.issuer, one.genre)))
    sums, forms = _sums(one.tally for one in ordered), _sums(one.forms for one in ordered)
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
        rates=_rates(dict(sums), sum(one.waiting for one in ordered), language),
        forms=answering([(Form(code), number) for code, number in forms], language),
        forms_bar=stacked(forms),
        grades=_grades(ordered, [Verdict(code) for code, _ in occurring], language),
        topics=_topics(ordered, [Verdict(code) for code, _ in occurring], language),
        as_of=dates.latest(one.as_of for one in ordered),
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


def _sums(tallies: Iterable[Sequence[tuple[str, int]]]) -> Tally:
    """Number by number; codes in the order in which they come."""
    sums: dict[str, int] = {}
    for code, number in chain.from_iterable(tallies):
        sums[code] = sums.get(code, 0) + number
    return tuple(sums.items())


def _rates(counts: Mapping[str, int], waiting: int, language: Language) -> tuple[Rate, ...]:
    """The rates of all bodies together."""
    of = {verdict: counts.get(verdict.value, 0) for verdict in Verdict}
    whole = sum(of[verdict] for verdict in CHECKED)
    left = of[Verdict.PENDING], of[Verdict.NOT_CHECKABLE]
    answered = Counted(sum(of[verdict] for verdict in ANSWERED), whole, *left)
    return rates_of(answered, Counted(of[Verdict.FULFILLED], whole, *left), waiting, language)


def _grades(lines: Sequence[Line], verdicts: Sequence[Verdict], language: Language) -> tuple[Strip, ...]:
    """Kinds of promises against verdicts, where anything is judged."""
    if set(verdicts) <= {Verdict.PENDING}:
        return ()
    found = {
        grade: dict(_sums(counts for one in lines for kind, counts in one.grades if kind is grade))
        for grade in Testability
    }
    return tuple(
        strip(say(language, f"pages.grade_{grade.value}"), {v: counts[v] for v in Verdict}, verdicts)
        for grade, counts in found.items()
        if counts
    )


def _topics(
    lines: Sequence[Line], verdicts: Sequence[Verdict], language: Language
) -> tuple[tuple[str, tuple[Strip, ...]], ...]:
    """Topics against verdicts, genre by genre, where anything is judged."""
    if set(verdicts) <= {Verdict.PENDING}:
        return ()
    found = []
    for genre, label in sorted({(one.subject, one.genre) for one in lines}):
        counts: dict[str, Counter[Verdict]] = {}
        for topic, verdict_counts in chain.from_iterable(
            one.topics.items() for one in lines if one.subject is genre
        ):
            counts.setdefault(topic, Counter()).update(verdict_counts)
        found.append((label, topical(counts, topics(genre), verdicts, language)))
    return tuple(found)


def _absent(missing: Iterable[Missing], language: Language) -> tuple[Absent, ...]:
    ordered = sorted(missing, key=lambda one: (one.issuer, one.gap))
    return tuple(
        Absent(visible(one.issuer), say(language, f"pages.gap_{one.gap.name.lower()}")) for one in ordered
    )
