"""Text → its figures: value, unit, what they measure, and how they were meant."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from tracker.reading import numerals
from tracker.reading.units import UNIT, UNITS, Unit, UnitKind


class Modifier(StrEnum):
    """What the words around a figure say about the true value."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    ABOUT = "about"


class Kind(StrEnum):
    """What sort of figure it is; only like is compared with like.

    `amount` is a number that no word calls a stock or a flow (打造10家), `gap` a distance from
    somebody else's figure (高于全国0.6个百分点), `multiple` a factor (翻一番 is 2, 七折 is 0.7).
    """

    LEVEL = "level"
    AMOUNT = "amount"
    INCREASE = "increase"
    DECREASE = "decrease"
    SHARE = "share"
    MULTIPLE = "multiple"
    GAP = "gap"


class Period(StrEnum):
    """The time a figure covers, as far as its sentence says."""

    UNSAID = "unsaid"
    YEAR = "year"
    PART_YEAR = "part-year"
    MANY_YEARS = "many-years"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure at text[start:end]; `low` and `high` are equal unless it is a range.

    Values are in `unit`: the first of its family where units convert (万亩 and 公顷 are both 平方米).
    `loose` says that the text itself calls it rough (左右, 约). `before` and `after` are the words
    that say what it measures; `due` is the year a promise names for it (到2030年).
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: str
    unit_kind: UnitKind
    kind: Kind
    modifier: Modifier
    loose: bool
    period: Period
    due: int | None
    before: str
    after: str


_ANY = re.compile(r"[\d一二三四五六七八九十百千万亿两翻半]|全覆盖")
_NUMBER = rf"{numerals.NUMERAL}[余多]?{numerals.SCALE}?[余多]?"
_FIGURE = re.compile(
    rf"(?<![\d.A-Za-z_])(?P<first>{_NUMBER})(?P<unit1>{UNIT})?"
    rf"(?:[-–—－~～至到](?P<second>{_NUMBER})(?P<unit2>{UNIT})?)?",
)
_PARTS = re.compile(
    rf"(?P<numeral>{numerals.NUMERAL})(?P<odd1>[余多]?)(?P<scale>{numerals.SCALE}?)(?P<odd2>[余多]?)"
)
_SPOKEN = re.compile(
    rf"(?P<under>{numerals.NUMERAL})分之(?P<over>{numerals.NUMERAL})"
    r"|(?<![\d./])(?P<top>\d)/(?P<bottom>\d)(?![\d/])"
    r"|(?<![\d十百千第])(?P<tenths>[一二三四五六七八九两\d])(?P<tenth>成|折)(?![立为功本果效熟员长型就品因交绩分都人叠])"
    r"|(?P<all>(?<!健)全覆盖)|(?P<half>一半(?!的)|减半|过半)|翻(?:了)?(?P<doubled>[一两三]?)番",
)
_NAMES = re.compile(r"《[^《》]{0,60}》|“[^“”]{0,12}”")
_SIZE_CLASS = re.compile(
    r"(?:级|制|强|口之家)|(?:（?含）?|及)?以[上下](?!并|和|、|，|,|。|；|;|）|\)|$|\s|的?目标|的?水平|占比)"
)
_CLASS = re.compile(r"级|制|强|口之家")
_SORTS = re.compile(r"的(?!目标|水平)")
_AFTER_LEAST = re.compile(r"(?:及)?以上|之多|多(?![余])|余")
_AFTER_MOST = re.compile(r"(?:及)?以[内下]|之内")
_AFTER_ABOUT = re.compile(r"左右|上下")
_BEFORE = {
    Modifier.AT_MOST: r"不超过|不高于|不多于|不大于|控制在|低于|少于|小于"
    r"|(?:下降|降低|减少|压减|压缩|缩短|回落|降)(?:到|至|为)",
    Modifier.AT_LEAST: r"不低于|不少于|不小于|至少|超过|超出|突破|高于|大于|多于|逾|超|破|达?上(?=$)",
    Modifier.ABOUT: r"大约|约|近|接近|将近",
}
_LEAD = re.compile("(?:" + "|".join(f"(?P<{m.name}>{words})" for m, words in _BEFORE.items()) + ")了?$")
_ADVERB = r"(?:了|约|近|超过|超|不低于|至少|突破|不少于|高于|幅度|力争|保持)"
_RISE = r"增长|增加(?!值)|提高|提升|上升|扩大|上涨|增幅|增速|净增|增收|多增|增|升|涨"
_FALL = r"下降|降低|减少|压减|压缩|缩短|精简|缩减|收窄|回落|降幅|减|降"
_CHANGE = re.compile(rf"(?:(?P<rise>{_RISE})|(?P<fall>{_FALL}))率?{_ADVERB}{{0,2}}$")
_ARRIVED = re.compile(
    r"(?:到|至|达|为|总数|总量|总计|累计|保持|稳定在?|控制在|突破|总额)(?:了|约|近|超过|超|突破){0,2}$"
)
_FLOW = re.compile(r"新增|净增|新建|新培育|新引进|新认定|增加(?!值)|新改扩建|新签|新设|再增|新获|新开")
_GAP = re.compile(
    r"(?:高于|低于|高出|快于|超出|领先|高过|(?<!占)比[^，。；、]{1,12}[高低快慢])[^，。；、\d]{1,8}$|(?<!占)比[^，。；、]{1,12}[高低快慢]$"
)
_ORIGIN = re.compile(r"(?:从|由)(?:20\d\d年[末底]?的?)?[^，。；、\d]{0,8}$")
_TO = re.compile(r"[^，。；、\d]{0,8}[到至为]")
_MADE = re.compile(r"建|成|造|创|获|培育|组织|开展|办|达")
_DOCTRINE = re.compile(r"规定|原则|会议|全会|全体|方面|[“‘]")
_MEASURE = re.compile(r"(?:增加值|总额|总值|产值|收入|投资|消费|标准|占比|比重|比例|浓度|[率额量数值])$")
_NOT_FIGURE = re.compile(r"[第每各某这同唯其任统逐头初单]")
_DAY = re.compile(r"[月至到—-]$")
_LOOSE_SCALE = re.compile(r"(?:近|超|上|逾|过|破|达|在|约)$")
_NO_CHINESE = frozenset(
    {
        "期",
        "度",
        "方",
        "米",
        "段",
        "班",
        "道",
        "口",
        "片",
        "块",
        "本",
        "门",
        "封",
        "回",
        "节",
        "方面",
        "头",
        "只",
        "支",
        "组",
    }
)
_STOP = re.compile(r"[，。；：、,;:！？!?\n（）()【】]")
_LIST_STOP = re.compile(r"[，。；：,;:！？!?\n（）()【】]")
_CLAUSE_STOP = re.compile(r"[，。；,;：\n]")
_BETWEEN = re.compile(r"[、和与及]")
_JOINT = re.compile(r"(?:以上|左右)?[、和与及](?:约|近|超过|超)?")
_SENTENCE_END = re.compile(r"[。！？\n]")
_SKIPPED = re.compile(r"^(?:以上|左右|以内|以下|的|及)+")
_ITEM = re.compile(
    r"\s*(?:\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}[、是要])?\s*",
    re.ASCII,
)
_TRAILING = re.compile(
    rf"(?:{_RISE}|{_FALL}|{_ADVERB}|分别|均|将|要|已|为|到|至|达|在|稳定|控制|大约|接近|将近|不超过|低于|少于|逾|破|从|由|原来的|同比|[比较](?:上年|去年)(?:预算|同期)?|年均"
    r"|新增|累计|实现|完成|共|上|全年|全部|同步|再)+$"
)
_COUNTS = frozenset({UnitKind.THINGS, UnitKind.TIMES})
_RATES = frozenset({UnitKind.PERCENT, UnitKind.POINTS})
_COUNTED = frozenset(UnitKind) - _RATES - {UnitKind.MONEY, UnitKind.FOREIGN_MONEY, UnitKind.MULTIPLE}
_YEARS = r"(?:[三四五六七八九十]|(?<!\d)\d)年"
_PERIODS = {
    Period.PART_YEAR: (
        r"\d{1,2}月?[-–—－~～至到]\d{1,2}月|截[至止](?:到)?(?:\d{4}年)?\d{1,2}月"
        r"|前[一二三两123]个?季度|上半年|[一1]季度|前\d{1,2}个?月"
    ),
    Period.MANY_YEARS: (
        rf"{_YEARS}(?:来|间|以来|累计|提|新|增)|过去[三四五]年|十[二三四]五[”\"]?(?:时期|期间|以来)|年均|近[两三四五]年"
        r"|\d{4}年?[-–—－~至]\d{4}年"
    ),
    Period.YEAR: r"全年|今年|去年|一年来|过去一年|年内|本年|(?:19|20)\d\d年(?!来|以来)",
}
TIME_WORDS = re.compile("|".join(f"(?P<{period.name}>{words})" for period, words in _PERIODS.items()))
"""The words that say what time a figure covers; the group is the name of a `Period`."""

_DUE = re.compile(r"到[“\"]?(20\d\d)年")


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number with a unit, before its surroundings are looked at; `odd` for 余 and 多."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: Unit
    odd: bool = False
    kind: Kind | None = None


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every figure with a unit in `text`, in order; dates, ordinals, names and size classes are none."""
    if not _ANY.search(text):
        return ()
    folded = text.translate(numerals.FOLD)
    without_names = _NAMES.sub(lambda name: "＿" * len(name.group()), folded)
    spoken = list(_spoken(without_names))
    taken = {place for figure in spoken for place in range(figure.start, figure.end)}
    numbers = [f for f in _numbers(without_names) if taken.isdisjoint(range(f.start, f.end))]
    return _in_context(folded, sorted([*spoken, *numbers], key=lambda figure: figure.start))


def _spoken(text: str) -> Iterator[_Figure]:
    """Figures told without a number and a unit: 三成, 七折, 三分之二, 1/4, 全覆盖, 一半, 翻一番."""
    for match in _SPOKEN.finditer(text):
        share, kind = _spoken_value(match)
        if share is not None:
            unit = UNITS["倍"] if kind is Kind.MULTIPLE else UNITS["%"]
            yield _Figure(match.start(), match.end(), share, share, unit, kind=kind)


def _spoken_value(match: re.Match[str]) -> tuple[Decimal | None, Kind | None]:
    """The share in per cent or the factor, and the kind where the words settle it."""
    words = match.groupdict()
    if words["all"]:
        return Decimal(100), Kind.SHARE
    if words["half"]:
        return Decimal(50), Kind.DECREASE if words["half"] == "减半" else Kind.SHARE
    if words["tenths"]:
        tenths = numerals.value(words["tenths"]) or Decimal(0)
        return (tenths / 10, Kind.MULTIPLE) if words["tenth"] == "折" else (tenths * 10, None)
    if words["doubled"] is not None:
        return Decimal(2) ** int(numerals.value(words["doubled"] or "一") or 1), Kind.MULTIPLE
    under = numerals.value(words["under"] or words["bottom"])
    over = numerals.value(words["over"] or words["top"])
    return (over * 100 / under if under and over is not None else None), None


def _numbers(text: str) -> Iterator[_Figure]:
    """Numbers with a unit of their own, or with that of the list they open (10.6万、3.8万平方公里)."""
    found = [match for match in _FIGURE.finditer(text) if not _is_name(text, match)]
    shared: tuple[int, Unit] | None = None
    figures = []
    for match in reversed(found):
        figure = _figure(text, match, shared)
        shared = None
        if figure:
            figures.append(figure)
            shared = (match.start(), figure.unit)
    return reversed(figures)


def _figure(text: str, match: re.Match[str], shared: tuple[int, Unit] | None) -> _Figure | None:
    """The number with its unit, or None where it has none or names a class of size (500吨以上企业)."""
    name = match["unit2"] or match["unit1"]
    if name is None:
        joined = shared and re.fullmatch(r"[、,，和及与]", text[match.end() : shared[0]])
        unit = shared[1] if shared and joined else None
    else:
        unit = UNITS[name]
    if unit is None or (name and _is_size(text, match.end(), name)):
        return None
    low, high = _values(match, unit)
    if name == "日" and _DAY.search(text, max(0, match.start() - 3), match.start()):
        return None
    if low is None or high is None or _not_counted(text, match, name):
        return None
    odd = any(mark in match["first"] for mark in "余多") or _AFTER_LEAST.match(text, match.end()) is not None
    return _Figure(match.start(), match.end(), low, high, unit, odd)


def _is_size(text: str, end: int, name: str) -> bool:
    """Whether a figure only sorts things by size (500吨以上企业, 超10亿元的企业); 10个以上基地 is a count."""
    if UNITS[name].kind in _COUNTS or name in "名位":
        return _CLASS.match(text, end) is not None
    sorts = _SORTS.match(text, end) is not None and UNITS[name].kind is UnitKind.MONEY
    return sorts or _SIZE_CLASS.match(text, end) is not None


def _values(match: re.Match[str], unit: Unit) -> tuple[Decimal | None, Decimal | None]:
    """Both ends in the base unit; a lower end without 万 or 亿 takes those of the upper (3—5万)."""
    last = match["second"] or match["first"]
    scale = _scale(last)
    low = _value(match["first"], _scale(match["first"]) or scale)
    high = _value(last, scale)
    factor = unit.factor
    return (low if low is None else low * factor), (high if high is None else high * factor)


def _scale(number: str) -> str:
    """The 万, 亿 … after the digits of a number; Chinese numerals hold theirs in themselves."""
    parts = _PARTS.fullmatch(number)
    return parts["scale"] if parts else ""


def _value(number: str, scale: str) -> Decimal | None:
    """The number as a decimal, times its scale."""
    parts = _PARTS.fullmatch(number)
    numeral = numerals.value(parts["numeral"]) if parts else None
    return None if numeral is None else numeral * numerals.scaled(scale)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether the number stands for an order or a part of a word (第三, 每千, 一是)."""
    return match.start() > 0 and _NOT_FIGURE.match(text[match.start() - 1]) is not None


def _not_counted(text: str, match: re.Match[str], name: str | None) -> bool:
    """Whether a Chinese numeral before a unit counts nothing (一个, 二期, 千方百计, 万家灯火)."""
    numeral = match["first"]
    if not numerals.is_chinese(numeral):
        return False
    if name in _NO_CHINESE or numeral in {"一", "零", "〇"} or _DOCTRINE.match(text, match.end()):
        return True
    before = text[max(0, match.start() - 2) : match.start()]
    return numeral[0] in "百千万亿" and "余" not in numeral and not _LOOSE_SCALE.search(before)


def _in_context(text: str, figures: list[_Figure]) -> tuple[Quantity, ...]:
    """The figures with what their surroundings say of them; the old value in 从…提高到… is none."""
    found: list[Quantity] = []
    for figure, period in zip(figures, _periods(text, figures), strict=True):
        found.append(_quantity(text, figure, period, found[-1] if found else None))
    return _with_listed_names(text, [q for q in found if not _is_origin(text, q)])


def _is_origin(text: str, quantity: Quantity) -> bool:
    """Whether a figure is only the old value in 从…提高到…."""
    before = _ORIGIN.search(text[max(0, quantity.start - 20) : quantity.start])
    return before is not None and _TO.match(text, quantity.end) is not None


def _periods(text: str, figures: list[_Figure]) -> Iterator[Period]:
    """For each figure the last period that its sentence names before it."""
    marks = [(m.start(), Period[m.lastgroup or ""]) for m in TIME_WORDS.finditer(text)]
    places = [place for place, _ in marks]
    ends = [m.end() for m in _SENTENCE_END.finditer(text)]
    for figure in figures:
        sentence = ends[i - 1] if (i := bisect_right(ends, figure.start)) else 0
        last = bisect_left(places, figure.start) - 1
        yield marks[last][1] if last >= 0 and places[last] >= sentence else Period.UNSAID


def _quantity(text: str, figure: _Figure, period: Period, previous: Quantity | None) -> Quantity:
    """A figure with the words around it."""
    lead = _lead(text, figure, previous)
    kind = figure.kind or _kind(lead, figure.unit.kind)
    if kind is Kind.AMOUNT and previous and _continues(previous, lead, text[previous.end : figure.start]):
        kind = previous.kind
    grown = Decimal(1) if figure.unit is UNITS["倍"] and _CHANGE.search(lead) else Decimal(0)
    modifier, loose = _modifier(text, figure, lead)
    return Quantity(
        start=figure.start,
        end=figure.end,
        low=figure.low + grown,
        high=figure.high + grown,
        unit=figure.unit.name,
        unit_kind=figure.unit.kind,
        kind=kind,
        modifier=modifier,
        loose=loose,
        period=Period.MANY_YEARS if period is Period.UNSAID and "累计" in lead else period,
        due=_due(text, figure),
        before=_subject(lead, previous),
        after=_followed(text, figure),
    )


def _continues(previous: Quantity, lead: str, between: str) -> bool:
    """Whether a figure stands under the 新增 of the one before it (新增A 14个、B 33个)."""
    listed = "、" in between and not _CLAUSE_STOP.search(between)
    return listed and previous.kind is Kind.INCREASE and not _MADE.search(lead)


def _lead(text: str, figure: _Figure, previous: Quantity | None) -> str:
    """The words before a figure, back to a stop, to the figure before it, or 40 characters."""
    start = max(previous.end if previous else 0, figure.start - 40)
    return _STOP.split(text[start : figure.start])[-1]


def _due(text: str, figure: _Figure) -> int | None:
    """The year a figure is promised for, if its sentence names one within 60 characters before."""
    due = None
    for match in _DUE.finditer(text, max(0, figure.start - 60), figure.start):
        due = int(match[1])
    return due


def _modifier(text: str, figure: _Figure, lead: str) -> tuple[Modifier, bool]:
    """The bound, and whether the figure is loose (左右, 约, 近) whatever bound it has."""
    before = _LEAD.search(lead[-8:])
    loose = _AFTER_ABOUT.match(text, figure.end) is not None
    if _AFTER_MOST.match(text, figure.end):
        return Modifier.AT_MOST, loose
    if before:
        modifier = Modifier[before.lastgroup or ""]
        return modifier, loose or modifier is Modifier.ABOUT
    if figure.odd:
        return Modifier.AT_LEAST, loose
    return (Modifier.ABOUT if loose else Modifier.EXACT), loose


def _kind(lead: str, unit: UnitKind) -> Kind:
    """Stock, flow, share, factor or distance, by the words before the figure."""
    change = _CHANGE.search(lead)
    if unit is UnitKind.MULTIPLE:
        return Kind.MULTIPLE
    if _GAP.search(lead) and unit in _RATES:
        return Kind.GAP
    if change:
        return Kind.INCREASE if change["rise"] else Kind.DECREASE
    if unit in _RATES:
        return Kind.GAP if unit is UnitKind.POINTS else Kind.SHARE
    if _FLOW.search(lead):
        return Kind.INCREASE
    return Kind.LEVEL if _ARRIVED.search(lead) and "累计" not in lead else Kind.AMOUNT


def _subject(lead: str, previous: Quantity | None) -> str:
    """What the words before a figure measure; a clause that is only a verb goes on about the same thing."""
    subject = _TRAILING.sub("", lead)
    subject = subject[_item(subject) :]
    return previous.before if lead and not subject and previous else subject


def _item(subject: str) -> int:
    """Where the words begin after an item's number (5. 办案率 …)."""
    mark = _ITEM.match(subject)
    return mark.end() if mark else 0


def _followed(text: str, figure: _Figure) -> str:
    """The words after a counted unit, at most 16; empty after a rate or a sum."""
    if figure.unit.kind not in _COUNTED:
        return ""
    return _STOP.split(_SKIPPED.sub("", text[figure.end : figure.end + 20]))[0][:16]


def _with_listed_names(text: str, found: list[Quantity]) -> tuple[Quantity, ...]:
    """Hand out the names of A、B、C分别增长6%、8%、20%; where they cannot be told apart, none has one."""
    named: list[Quantity] = []
    run: list[Quantity] = []
    for quantity in found:
        if run and not _JOINT.fullmatch(text, run[-1].end, quantity.start):
            named += _named_run(text, run)
            run = []
        run.append(quantity)
    return tuple(named + _named_run(text, run))


def _named_run(text: str, run: list[Quantity]) -> list[Quantity]:
    """One run of figures that stand side by side with no word between them."""
    if len(run) <= 1:
        return run
    lead = _LIST_STOP.split(text[max(0, run[0].start - 90) : run[0].start])[-1]
    names = [name for name in _BETWEEN.split(_TRAILING.sub("", lead)) if name]
    if len(names) != len(run):
        names = [""] * len(run)
    head = _MEASURE.search(names[-1])
    full = [name if not head or _MEASURE.search(name) else name + head.group() for name in names]
    return [replace(q, before=name, kind=run[0].kind) for q, name in zip(run, full, strict=True)]
