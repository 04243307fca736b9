"""One body's audits of several years → the values of the page that follows it through them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker import dates
from tracker.audits.audit import Audit, Finding
from tracker.audits.summary import events, summarise
from tracker.judging.verdicts import Verdict
from tracker.language import Language, say
from tracker.pages.charts import Alluvial, Part, stacked
from tracker.pages.glance import Stream, glance
from tracker.pages.outcomes import Named, is_tentative, named, needs_review, tally
from tracker.pages.quotes import visible

LISTED, DRAWN = 40, 4
"""How many lasting promises and how many years' pictures show without unfolding."""


@dataclass(frozen=True, slots=True)
class Annual:
    """One year of the body; `answered` is a dash where nothing could be checked."""

    year: int
    total: int
    numbers: tuple[int, ...]
    bar: tuple[Part, ...]
    label: str
    answered: str
    reviewing: int
    alluvial: Alluvial | None
    labels: dict[str, str]
    streams: tuple[Stream, ...]


@dataclass(frozen=True, slots=True)
class Lasting:
    """A promise made for several years in a row, as the latest plan words it, and what became of it then."""

    text: str
    since: int
    until: int
    years: int
    named: Named


@dataclass(frozen=True, slots=True)
class Years:
    """The whole page; `drawn` are the years with a picture, latest first, what is `_more` stands folded."""

    issuer: str
    genre: str
    first: int
    last: int
    verdicts: tuple[Named, ...]
    annual: tuple[Annual, ...]
    lasting: tuple[Lasting, ...]
    lasting_more: tuple[Lasting, ...]
    drawn: tuple[Annual, ...]
    drawn_earlier: tuple[Annual, ...]
    as_of: str


def years_view(audits: Sequence[Audit], language: Language) -> Years:
    """`audits` are of one body and genre, at least one, in any order; a promise counts in its last year."""
    ordered = sorted(audits, key=lambda audit: audit.year)
    findings = [finding for audit in ordered for finding in audit.findings]
    verdicts = [Verdict(code) for code, number in tally(findings) if number]
    tentative = any(map(is_tentative, findings))
    latest = ordered[-1]
    annual = tuple(_annual(audit, verdicts, language) for audit in ordered)
    pictures = tuple(one for one in reversed(annual) if one.alluvial)
    held = lasting(ordered, language)
    genre = latest.baseline.report.genre.name.lower()
    return Years(
        issuer=visible(latest.issuer),
        genre=say(language, f"pages.genre_{genre}"),
        first=ordered[0].year,
        last=latest.year,
        verdicts=tuple(named(verdict, language, tentative=tentative) for verdict in verdicts),
        annual=annual,
        lasting=held[:LISTED],
        lasting_more=held[LISTED:],
        drawn=pictures[:DRAWN],
        drawn_earlier=pictures[DRAWN:],
        as_of=dates.latest(time for audit in ordered for time in events(audit)),
    )


def _annual(audit: Audit, verdicts: Sequence[Verdict], language: Language) -> Annual:
    counts = dict(tally(audit.findings))
    seen = glance(audit.findings, language)
    return Annual(
        year=audit.year,
        total=len(audit.findings),
        numbers=tuple(counts[verdict.value] for verdict in verdicts),
        bar=stacked(tally(audit.findings)),
        label=_in_words(seen.streams, language),
        answered=_percent(summarise(audit.findings).answered.share),
        reviewing=sum(map(needs_review, audit.findings)),
        alluvial=seen.alluvial,
        labels=seen.labels,
        streams=seen.streams,
    )


def _in_words(streams: Sequence[Stream], language: Language) -> str:
    parts = (
        say(language, "pages.sentence_part", label=stream.named.label, number=stream.flow.total)
        for stream in streams
    )
    return say(language, "pages.comma").join(parts)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f}%"


def lasting(ordered: Sequence[Audit], language: Language) -> tuple[Lasting, ...]:
    """Promises made more than one year running, longest first; one promised on is shown where it ends."""
    last: dict[int, list[Finding]] = {
        audit.year: [one for one in audit.findings if one.history.years > 1] for audit in ordered
    }
    held = [
        (year, finding)
        for year, findings in last.items()
        for finding in findings
        if not (finding.judgement.repeated and year + 1 in last)
    ]
    held.sort(key=lambda one: (-one[1].history.years, -one[0], one[1].commitment.start))
    return tuple(_lasting(year, finding, language) for year, finding in held)


def _lasting(year: int, finding: Finding, language: Language) -> Lasting:
    return Lasting(
        text=visible(finding.commitment.text),
        since=finding.history.first_year,
        until=year,
        years=finding.history.years,
        named=named(finding.verdict, language, tentative=is_tentative(finding)),
    )
