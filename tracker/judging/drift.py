"""How a promise changed when it was made again, and which achievements are last year's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from tracker.judging.comparison import wants_less
from tracker.judging.coverage import SAME_CLAUSE, nearest
from tracker.judging.reasons import Reason, reason
from tracker.judging.subjects import core, likeness
from tracker.matching.wording import shared
from tracker.reading.quantities import Quantity, quantities
from tracker.reading.text import fold


class Drift(StrEnum):
    """What a promise made again is against the first one."""

    VERBATIM = "verbatim"
    SUBSTANCE = "substance"
    WEAKER = "weaker"
    STRONGER = "stronger"


@dataclass(frozen=True, slots=True)
class Repeated:
    """A promise made again: how it changed, and by which signs."""

    drift: Drift
    reasons: tuple[Reason, ...]


SHORTEST_COPY = 12
"""Fewer folded characters than this are alike by chance (加强组织领导)."""

SAME_WORDS = 0.5
"""Least share of a clause that another has in common with it to be the same promise."""

SAME_MEASURE = 0.85
"""Least likeness of what two targets measure, to call one of them lowered or raised."""

_YEAR = re.compile(r"(?:19|20)\d\d年度?|[^\w]|_")
_NUMBER = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[是要、]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．])"
)
_DEADLINE = re.compile(
    r"(?:20\d\d年)?(?:[一二三四五六七八九十\d]{1,3}月)?(?:年|月)?底(?:以?前|完成|实现|建成)|上半年|年内|[一二三四]季度(?:以?前|内|末)"
    r"|\d{1,2}月(?:\d{1,2}日|末|底)?(?:以?前)|20\d\d年以?前"
)
_LEADING = r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.是要]|[要将再]|全力|继续|着力|20\d\d年)?"
_FIRM = re.compile(
    _LEADING
    + r"(?P<verb>确保|务必|必须|坚决|完成|建成|实现|出台|印发|制定|全面建立|建立|设立|搭建|编制|组建)"
)
_SOFT = re.compile(
    _LEADING
    + r"(?P<verb>推动|推进|力争|争取|努力|加快|支持|鼓励|引导|探索|研究|谋划|稳步|有序|争创|促进|积极)"
)
_GENERAL = re.compile(r"持续|进一步|不断|继续|深化|加强|巩固|提升|完善|优化|强化")
_NAME = re.compile(r"《[^《》]{2,40}》|“[^“”]{2,20}”")


def compare_promises(before: str, after: str, *, same_term: bool = True) -> Repeated:
    """What became of the wording of a promise in the passage that promises it again.

    Figures are looked for in the whole of both, unless one is for five years (`same_term` is false);
    deadlines only where two clauses say the same, verbs and names only in these two, since the rest
    may be other promises.
    """
    if is_copy(before, after):
        return Repeated(Drift.VERBATIM, (Reason("drift-verbatim"),))
    weaker: list[Reason] = []
    stronger: list[Reason] = []
    if same_term:
        weaker += [*_figures(before, after, weaker=True), *_lost_figure(before, after)]
        stronger += _figures(before, after, weaker=False)
    clauses = nearest(before, after, shared(fold(before), fold(after)))
    if clauses and clauses[2] >= max(SAME_CLAUSE, SAME_WORDS * min(map(len, clauses[:2]))):
        weaker += _lost_deadline(before, after)
        stronger += _lost_deadline(after, before, "drift-deadline-added")
    if clauses and clauses[2] >= max(SAME_CLAUSE, SAME_WORDS * len(clauses[1])):
        weaker += [*_softened(*clauses[:2]), *_generalised(*clauses[:2])]
    if weaker and not stronger:
        return Repeated(Drift.WEAKER, tuple(weaker))
    if stronger and not weaker:
        return Repeated(Drift.STRONGER, tuple(stronger))
    return Repeated(Drift.SUBSTANCE, (Reason("drift-substance"), *weaker, *stronger))


def is_copy(one: str, other: str) -> bool:
    """Whether one passage holds the other word for word, years, numbering and punctuation aside."""
    short, long = sorted((bare(one), bare(other)), key=len)
    return len(short) >= SHORTEST_COPY and short in long and len(long) <= 2 * len(short)


def bare(text: str) -> str:
    """The words of a passage, without numbering, years, spaces and punctuation."""
    return _YEAR.sub("", _NUMBER.sub("", fold(text).text))


def _figures(before: str, after: str, *, weaker: bool) -> list[Reason]:
    """Targets of the same thing that were lowered (or raised, unless `weaker`)."""
    old, new = quantities(before), quantities(after)
    code = "drift-figure-lowered" if weaker else "drift-figure-raised"
    return [
        reason(code, old=before[a.start : a.end], new=after[b.start : b.end])
        for a in old
        for b in new
        if _same_measure(a, b) and _less_ambitious(*((a, b) if weaker else (b, a)))
    ]


def _same_measure(one: Quantity, other: Quantity) -> bool:
    """Whether two targets measure the same thing in the same way."""
    return (one.unit, one.kind) == (other.unit, other.kind) and likeness(
        core(one), core(other)
    ) >= SAME_MEASURE


def _less_ambitious(old: Quantity, new: Quantity) -> bool:
    """Whether the new target asks for less: a lower floor, or a higher ceiling."""
    return new.high > old.high if wants_less(old) else new.low < old.low


def _lost_deadline(before: str, after: str, code: str = "drift-deadline-gone") -> list[Reason]:
    """The deadline of the first text, if the second names none."""
    deadline = _DEADLINE.search(before)
    return [reason(code, old=deadline.group())] if deadline and not _DEADLINE.search(after) else []


def _lost_figure(before: str, after: str) -> list[Reason]:
    """Targets of the first text whose thing the second still names, but without any such figure."""
    kept = {quantity.unit_kind for quantity in quantities(after)}
    return [
        reason("drift-figure-gone", old=before[quantity.start : quantity.end])
        for quantity in quantities(before)
        if quantity.unit_kind not in kept and _names(after, core(quantity))
    ]


def _names(text: str, thing: str) -> bool:
    """Whether a text has nearly all pairs of neighbouring characters of a thing's name."""
    pairs = [thing[i : i + 2] for i in range(len(thing) - 1)]
    return len(pairs) >= SAME_CLAUSE - 1 and sum(pair in text for pair in pairs) >= SAME_MEASURE * len(pairs)


def _softened(before: str, after: str) -> list[Reason]:
    """A firm verb of the first text, where the second has only soft ones."""
    firm, soft = _FIRM.match(before), _SOFT.match(after)
    if firm and soft:
        return [reason("drift-verb-softened", old=firm["verb"], new=soft["verb"])]
    return []


def _generalised(before: str, after: str) -> list[Reason]:
    """A name of the first text, where the second has none and only continues."""
    named, general = _NAME.search(before), _GENERAL.search(after)
    if named and general and not _NAME.search(after):
        return [reason("drift-generalised", old=named.group(), new=general.group())]
    return []
