"""How a promise changed when it was made again, and which achievements are last year's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracker.judging.comparison import wants_less
from tracker.judging.coverage import SAME_CLAUSE, Touching, touching
from tracker.judging.reasons import Reason, reason
from tracker.judging.subjects import core, kinship, likeness, opposed
from tracker.matching.wording import shared
from tracker.reading.quantities import Kind, Quantity, quantities
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

SHORTEST_WHOLE = 8
"""The same for two passages that are alike from end to end (推动石门口岸复通)."""

SAME_WORDS = 0.5
"""Least share of a clause that another has in common with it to be the same promise."""

NAMES_A_THING = 3
"""Least characters in a row that two clauses share to speak of one thing."""

SAME_MEASURE = 0.85
"""Least likeness of what two targets measure, to call one of them lowered or raised."""

LONE_MEASURE = 0.5
"""The same where each of two passages that promise the same sets a single target in the unit."""

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
_NAME = re.compile(
    r"《[^《》]{2,40}》|“[^“”]{2,20}”(?=.{0,2}(?:活动|行动|工程|计划|平台|机制|制度|模式|项目|中心|专项|品牌|清单|讲堂|体系|专栏|改革))"
)
_TARGET = re.compile(
    r"新|建|造|成|完|实现|达|压减|减少|降|增|提高|提升|扩|控制|确保|力争|稳定|保持|培育|培训|组织|开展|举办|引进|发放|发展|创|重组|布局|开通|设|治理|修|种|筹"
)
_COMMA = re.compile(r"[，,；;。：:！？]")
_BOUND = re.compile(r"(?:以上|以内|左右)")
_REACHED = re.compile(r"惠及|受益")
_FORECAST = re.compile(r"预计|预测|已|目前|现有")


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
    same = _nearest(before, after)
    if same and same.common >= max(SAME_CLAUSE, SAME_WORDS * min(len(same.ours), len(same.theirs))):
        weaker += _lost_deadline(before, after)
        stronger += _lost_deadline(after, before, "drift-deadline-added")
    if same and same.common >= max(SAME_CLAUSE, SAME_WORDS * len(same.theirs)):
        weaker += [*_softened(same.ours, same.theirs), *_generalised(same.ours, same.theirs, after)]
    if weaker and not stronger:
        return Repeated(Drift.WEAKER, tuple(weaker))
    if stronger and not weaker:
        return Repeated(Drift.STRONGER, tuple(stronger))
    return Repeated(Drift.SUBSTANCE, (Reason("drift-substance"), *weaker, *stronger))


def _nearest(before: str, after: str) -> Touching | None:
    """The clauses with most wording in common, if some of it names a thing (推动 … 高质量发展 does not)."""
    found = touching(before, after, shared(fold(before), fold(after)))
    named = (one for one in found if one.row >= NAMES_A_THING)
    return max(named, key=lambda one: one.common, default=None)


def is_copy(one: str, other: str) -> bool:
    """Whether one passage holds the other word for word, years, numbering and punctuation aside."""
    short, long = sorted((bare(one), bare(other)), key=len)
    if short == long:
        return len(short) >= SHORTEST_WHOLE
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
        if _same_measure(a, b, _least(a, old, new)) and _less_ambitious(*((a, b) if weaker else (b, a)))
    ]


def _least(target: Quantity, old: Sequence[Quantity], new: Sequence[Quantity]) -> float:
    """How alike two targets must be: less where each passage sets but one in that unit."""
    lone = all(sum(one.unit == target.unit for one in told) == 1 for told in (old, new))
    return LONE_MEASURE if lone else SAME_MEASURE


def _same_measure(one: Quantity, other: Quantity, least: float) -> bool:
    """Whether two targets measure the same thing in the same way."""
    ours, theirs = core(one), core(other)
    like = (one.unit, one.kind) == (other.unit, other.kind) and one.kind is not Kind.GAP
    same = like and not opposed(ours, theirs) and not _REACHED.search(one.before)
    return same and max(likeness(ours, theirs), kinship(ours, theirs) if least < SAME_MEASURE else 0) >= least


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
        if quantity.unit_kind not in kept and _is_set(before, quantity) and _names(after, core(quantity))
    ]


def _is_set(text: str, quantity: Quantity) -> bool:
    """Whether a figure is something to reach, not told of how things stand (今年高校毕业生820多万人)."""
    clause = _COMMA.split(text[: quantity.start])[-1]
    aimed = _TARGET.search(clause) or _BOUND.match(text, quantity.end)
    return aimed is not None and not _FORECAST.search(clause)


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


def _generalised(before: str, after: str, whole: str) -> list[Reason]:
    """A name of the first clause, where the second only continues and nothing in its `whole` has the name."""
    named, general = _NAME.search(before), _GENERAL.search(after)
    if named and general and not _NAME.search(after) and named.group() not in whole:
        return [reason("drift-generalised", old=named.group(), new=general.group())]
    return []
