"""The two reports of an audit held against the norm of their years, as the page prints it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tracker.audits.audit import Audit
from tracker.audits.norms import Check, Norm, Result, State, check
from tracker.language import Language, say
from tracker.normbook import load
from tracker.pages.quotes import visible
from tracker.reading.document import Report

SHORT = 60
"""Characters of a passage in a cell."""

SETTLED = frozenset({State.MET, State.IN_TIME})


@dataclass(frozen=True, slots=True)
class Cell:
    """How one report stands to one requirement: in a word, why where that needs saying, and the passage."""

    code: str
    label: str
    reason: str
    quote: str


@dataclass(frozen=True, slots=True)
class Line:
    """One requirement; a cell is None where that report has no such requirement."""

    label: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """The whole block; `norms` are (text in Chinese, since when) of each norm that applies."""

    heading: str
    hint: str
    requirement: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    norms: tuple[tuple[str, str], ...]


@cache
def _norms() -> tuple[Norm, ...]:
    return load()


def checked(audit: Audit, language: Language) -> Checked | None:
    """None where no norm applies to the genre and years of the reports."""
    filed = [one.report for one in (audit.baseline, audit.answer) if one]
    done = [(report, held) for report in filed if (held := check(report, _norms())).norm]
    if not done:
        return None
    names = dict.fromkeys(str(result.requirement) for _, held in done for result in held.results)
    norms = dict.fromkeys(held.norm for _, held in done if held.norm)
    return Checked(
        heading=say(language, "norms.heading"),
        hint=say(language, "norms.hint"),
        requirement=say(language, "norms.requirement"),
        columns=tuple(say(language, "norms.report_of", year=report.reported_year) for report, _ in done),
        lines=tuple(
            Line(
                say(language, f"norms.require_{name}"),
                tuple(_cell(report, held, name, language) for report, held in done),
            )
            for name in names
        ),
        norms=tuple((norm.source, say(language, "norms.since", since=norm.since)) for norm in norms),
    )


def _cell(report: Report, held: Check, name: str, language: Language) -> Cell | None:
    result = next((one for one in held.results if one.requirement == name), None)
    if result is None:
        return None
    return Cell(
        code=result.state.value,
        label=say(language, f"norms.state_{result.state.value}"),
        reason=_reason(result, language),
        quote=_quote(report, result),
    )


def _reason(result: Result, language: Language) -> str:
    """Nothing where a passage says it all."""
    if result.state in SETTLED and result.passages:
        return ""
    return say(language, f"norms.{result.reason.code}", **dict(result.reason.details))


def _quote(report: Report, result: Result) -> str:
    """The first passage, short enough for a cell."""
    for start, end in result.passages:
        text = " ".join(report.text[start:end].split())
        return visible(text if len(text) <= SHORT else text[: SHORT - 1] + "…")
    return ""
