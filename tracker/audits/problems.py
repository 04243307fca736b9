"""A report → the problems it admits, each with the sentences that name it and those that say why."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tracker.judging.cues import names_a_lack
from tracker.reading.commitments import Statement, statements
from tracker.reading.document import Item, Report, SectionKind
from tracker.reading.text import strip

__all__ = ["Problem", "is_cause", "problems"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One admitted problem, verbatim: a numbered item of the section, or a sentence that stands alone.

    `named` are the sentences that say what is lacking, `causes` those that say why; a sentence may
    do both.
    """

    text: str
    start: int
    end: int
    item_path: tuple[str, ...]
    named: tuple[Statement, ...]
    causes: tuple[Statement, ...]


_CAUSE = re.compile(
    r"(?:主要|根本|深层|直接|主观|客观)?原因(?:是|在于|有|为|[：:])|(?:究其|分析)[^，。；]{0,4}(?:原因|根源)|归因于|根源(?:是|在于)"
    r"|之所以|(?:主要|根本上)是?由于|(?:^|[，,；;。])(?:主要)?(?:是)?(?:由于|因为)|主要是因|受[^，。；]{1,20}(?:影响|制约|限制)"
    r"|(?:^|[，,；;])因(?!此|而|素|地|为|公)[^，。；]{2,30}[，,]|[，,]主要是[^，。；]{0,30}(?:不|缺|少|弱|难|滞后|分歧)"
)
_LEAD = re.compile(
    r"(?:(?:还|仍|也|依然|尚)?(?:存在|面临|有)(?:着)?(?:一些|不少|许多|诸多|一定|较多)?[^，。；：:]{0,8}"
    r"|不足主要|问题主要)(?:问题|不足|困难|挑战|差距|短板|弱项|薄弱环节)(?:和不足|与不足|仍然不少)?[^，。；：:\w]*$"
)
_ANNOUNCES = re.compile(
    r"成绩|成效|看到|认识到|清醒|对照|相比|经济社会发展|工作中|^(?:同时)?(?:我[们省市区县办局])?(?:仍|还|也)?存在"
)
_ASIDE = re.compile(
    r"^(?:这些|上述|以上|对此|针对|我们既要|既要正视|面对这些)|老问题、?新挑战|优势条件|长期向好"
)
_VOW = re.compile(r"我们(?:将|一定|要|务必|必须)|辜负|(?:切实|认真|全力)(?:加以)?(?:解决|破解|应对)")
_OPENING = re.compile(r"看到|认识到|清醒|主要是|主要表现|问题|不足|困难|差距|短板|挑战")
_OPEN_END = re.compile(r"未(?!来)|匮乏|不便|缺|不统一|起步阶段|倾向")
_COLON = re.compile(r"[：:]")
_NEAR = 60
"""Characters before a colon in which it must be said that problems follow."""


def problems(report: Report) -> tuple[Problem, ...]:
    """The problems a report admits, in the order of the text; leads and vows are none."""
    admitting = [part for part in report.sections if part.kind is SectionKind.PROBLEMS]
    leaves = [leaf for part in admitting for leaf in _leaves(part.items)]
    told = [s for s in statements(report) if s.section is SectionKind.PROBLEMS]
    return tuple(_grouped(report, told, leaves))


def is_cause(text: str) -> bool:
    """Whether a passage of a problems section says why something is lacking."""
    return _CAUSE.search(text) is not None


def _leaves(items: Sequence[Item]) -> Iterator[Item]:
    """The lowest items, in the order of the text."""
    for item in items:
        if item.items:
            yield from _leaves(item.items)
        else:
            yield item


def _grouped(report: Report, told: Sequence[Statement], leaves: Sequence[Item]) -> Iterator[Problem]:
    """One problem for each numbered item, and for each sentence outside them that names one."""
    starts = [leaf.start for leaf in leaves]
    kept = [cut for statement in told if (cut := _without_lead(report, statement)) is not None]
    for place, together in groupby(kept, key=lambda s: _place(leaves, starts, s)):
        group = tuple(together)
        if place is None:
            yield from (_problem(report, (s,), (s,)) for s in group if _stands_alone(s))
        else:
            named = tuple(s for s in group if not _is_only_cause(s.text))
            yield _problem(report, named or group, group)


def _place(leaves: Sequence[Item], starts: Sequence[int], statement: Statement) -> int | None:
    """The place of the lowest item that holds a sentence."""
    place = bisect_right(starts, statement.start) - 1
    return place if place >= 0 and statement.start < leaves[place].end else None


def _problem(report: Report, named: tuple[Statement, ...], group: tuple[Statement, ...]) -> Problem:
    start, end = group[0].start, group[-1].end
    causes = tuple(s for s in group if is_cause(s.text))
    return Problem(report.text[start:end], start, end, group[0].item_path, named, causes)


def _is_only_cause(text: str) -> bool:
    """Whether a sentence opens with the cause and names no problem before it."""
    cause = _CAUSE.search(text)
    return cause is not None and cause.start() <= 1


def _stands_alone(statement: Statement) -> bool:
    """Whether a sentence outside the numbered items names a problem of its own."""
    if _is_only_cause(statement.text):
        return False
    return names_a_lack(statement.text) or _OPEN_END.search(statement.text) is not None


def _without_lead(report: Report, statement: Statement) -> Statement | None:
    """A sentence without the words that only announce problems; None where it says nothing else or vows."""
    start, end = strip(report.text, _after_lead(statement), statement.end)
    text = report.text[start:end]
    says = any(char.isalnum() for char in text)
    if not says or _ASIDE.search(text) or _is_lead(text) or _VOW.search(text):
        return None
    return replace(statement, text=text, start=start, end=end)


def _after_lead(statement: Statement) -> int:
    """Where a sentence begins after the first colon that announces problems."""
    for colon in _COLON.finditer(statement.text):
        if _OPENING.search(statement.text, max(0, colon.start() - _NEAR), colon.start()):
            return statement.start + colon.end()
    return statement.start


def _is_lead(text: str) -> bool:
    """Whether a sentence says no more than that there are problems."""
    return _LEAD.search(text.rstrip("。；：:;")) is not None and _ANNOUNCES.search(text) is not None
