"""A promised figure against the reported ones: met, missed, or nothing that can be compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from tracker.judging.subjects import (
    Subject,
    kinship,
    narrower,
    opposed,
    same_subject,
    subject,
)
from tracker.reading.commitments import Statement
from tracker.reading.quantities import TIME_WORDS, Kind, Modifier, Period, Quantity, quantities
from tracker.reading.units import UnitKind

TOLERANCE = Decimal("0.10")
"""How far from a figure called 左右 or 约 a report may stay and still meet it, as a share of the target."""

SAME = 0.8
"""Least likeness (Dice coefficient of character pairs) of what two figures measure, to call one met."""

KIN = 0.6
"""Least kinship of what two figures measure, to compare one in a passage that answers the promise.

Nobody is accused by it: a higher figure meets the target, a lower one is a doubt.
"""

SOLE = 0.4
"""The same for the report's only figure in a unit that few things have (学时, 工作日)."""

MENTIONED = 0.3
"""Least kinship to show a figure beside the target although the two cannot be compared."""

CERTAIN = 0.92
"""Least likeness of what two figures measure, to call one missed."""

NAMED = 4
"""A thing named in fewer characters is too general to call its figure missed."""

RARE_UNITS = frozenset({UnitKind.DURATION, UnitKind.ENERGY, UnitKind.VOLUME, UnitKind.DENSITY})
"""Families of units in which one report gives so few figures that a single one is likely the promised one."""

OVERSHOOT = Decimal(3)
"""A count so many times the target is a total of more than what was promised, not its fulfilment."""


SHORT_OF = frozenset({"figure-like-object", "figure-part-year", "figure-lower-bound"})
"""Obstacles of figures that are lower than the target, so that nobody can call it met."""


OTHER_KIND = frozenset({"figure-other-kind", "figure-many-years", "figure-far-above"})
"""Obstacles of figures that may be of the same thing, but of another kind, period or order of size."""


class Outcome(StrEnum):
    """What became of a promised figure."""

    MET = "met"
    MISSED = "missed"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One promised figure and the reported figure nearest to it.

    Offsets in `target` are into the promise's text, those in `reported` into the statement's.
    `obstacle` is a code of `tracker.wording.reasons` and says what stands against comparing;
    it is None where the two were compared.
    """

    outcome: Outcome
    target: Quantity
    reported: Quantity | None = None
    statement: Statement | None = None
    obstacle: str | None = None


_DONE_WITHIN = re.compile(r"建|造|培育|完成|组织|开展|办|新|增|改造|整治|修复|发放|培训|创")
_LOWER_IS_BETTER = re.compile(
    r"失业|浓度|败诉|涨幅|消费价格|负债|死亡|事故|能耗|水耗|排放|时限|时间|时长|发案|发生率|流失率|纠错率|撤销率|投诉|亡人|差距|成本"
)
_GENERAL = re.compile(
    r"(?:年度)?(?:投资|产值|收入|规模|项目|资金|总额|总量|面积|产量|企业|占比|比重|数量)"
    r"|(?:中央|省级|市级|区级|县级|地方|各级)?(?:财政)?(?:专项)?(?:资金)?[拟再]{0,2}(?:安排|投入|拨付|下达|筹措|争取|发放)(?:资金|投资)?"
)
_CHANGE = re.compile(r"(?:[涨增]幅|增速|增长率|(?P<fall>降幅))$")
_WITHOUT = re.compile(r"扣除|剔除|不含|不包括")
_OPENING = 14
_RATES = frozenset({UnitKind.PERCENT, UnitKind.POINTS})


@dataclass(frozen=True, slots=True)
class Reported:
    """A figure of the answering report, and what it measures."""

    statement: Statement
    quantity: Quantity
    subject: Subject


def figures(statements: Sequence[Statement]) -> tuple[Reported, ...]:
    """The figures of the statements that may answer, in order; after 五年来 they cover several years."""
    found: list[Reported] = []
    several = False
    path: tuple[str, ...] | None = None
    for statement in statements:
        if statement.item_path != path:
            path = statement.item_path
            several = _speaks_of_years(path)
        if opening := TIME_WORDS.search(statement.text[:_OPENING]):
            several = opening.lastgroup == Period.MANY_YEARS.name
        found += [
            Reported(statement, _in_period(q, several=several), subject(statement.text, q))
            for q in quantities(statement.text)
        ]
    return tuple(found)


def _speaks_of_years(path: tuple[str, ...]) -> bool:
    """Whether the innermost heading that names a time names several years, and no single one."""
    for heading in reversed(path):
        named = {mark.lastgroup for mark in TIME_WORDS.finditer(heading)}
        if named:
            return named == {Period.MANY_YEARS.name}
    return False


def _in_period(quantity: Quantity, *, several: bool) -> Quantity:
    """The figure with the period of its surroundings where its sentence names none."""
    if several and quantity.period is Period.UNSAID:
        return replace(quantity, period=Period.MANY_YEARS)
    return quantity


def compare(
    promise: str, found: Sequence[Reported], year: int | None, answers: Sequence[Statement] = ()
) -> tuple[Comparison, ...]:
    """Hold every figure that a promise sets for `year` against the reported ones.

    `answers` are the passages that answer the promise: what their figures measure may be told in other words.
    """
    targets = [target for target in quantities(promise) if _is_target(target)]
    near = [one for one in found if one.statement in answers]
    return tuple(_against_all(target, subject(promise, target), found, near, year) for target in targets)


def _is_target(quantity: Quantity) -> bool:
    """Whether a figure in a promise is something to reach; a distance from others' figures is not."""
    if quantity.unit_kind is UnitKind.DURATION:
        return quantity.modifier is Modifier.AT_MOST
    return quantity.kind is not Kind.GAP


def _against_all(
    target: Quantity, name: Subject, found: Sequence[Reported], near: Sequence[Reported], year: int | None
) -> Comparison:
    """The first figure that meets the target, else one that misses it, else the nearest obstacle."""
    if target.due is not None and year is not None and target.due > year:
        return Comparison(Outcome.INCOMPARABLE, target, obstacle="figure-due-later")
    outcomes = [_against(target, name, reported) for reported in _closest(target, name, found)]
    beside = [] if any(c.obstacle in SHORT_OF for c in outcomes) else _beside(target, name, found, near)
    for outcome in (Outcome.MET, Outcome.MISSED):
        for comparison in [*outcomes, *beside]:
            if comparison.outcome is outcome:
                return comparison
    nothing = Comparison(Outcome.INCOMPARABLE, target, obstacle="figure-none")
    return [*outcomes, *beside, *_mentioned(target, name, near), nothing][0]


def _beside(
    target: Quantity, name: Subject, found: Sequence[Reported], near: Sequence[Reported]
) -> list[Comparison]:
    """Figures of much the same thing in the passages that answer, or alone in a unit that few things have."""
    alike = [one for one in near if _is_kin(target, name, one, KIN)]
    alike += [one for one in found if _is_same_name(target, name, one)]
    if target.unit_kind in RARE_UNITS:
        alone = [one for one in found if _is_kin(target, name, one, SOLE)]
        alike += alone if len(alone) == 1 else []
    return [_met_or_doubtful(target, one) for one in alike if _obstacle(target, one.quantity) is None]


def _is_same_name(target: Quantity, name: Subject, reported: Reported) -> bool:
    """Whether a figure in the target's unit measures the same thing, in one place or of one kind."""
    return target.unit == reported.quantity.unit and narrower(name, reported.subject)


def _is_kin(target: Quantity, name: Subject, reported: Reported, least: float) -> bool:
    """Whether a figure in the target's unit measures something much like it, not just any sum or number."""
    other = reported.subject
    if (
        target.unit != reported.quantity.unit
        or _GENERAL.fullmatch(name.core)
        or opposed(name.core, other.core)
    ):
        return False
    return max(kinship(name.core, other.core), same_subject(name, other)) >= least


def _met_or_doubtful(target: Quantity, reported: Reported) -> Comparison:
    """A figure that may measure something else: enough of it meets the target, less is only a doubt."""
    found, statement = reported.quantity, reported.statement
    if meets(target, found):
        return Comparison(Outcome.MET, target, found, statement)
    return Comparison(Outcome.INCOMPARABLE, target, found, statement, "figure-like-object")


def _mentioned(target: Quantity, name: Subject, near: Sequence[Reported]) -> list[Comparison]:
    """The most alike figure of the passages that answer, and why it is not compared."""
    best = max(near, key=lambda one: kinship(name.core, one.subject.core), default=None)
    if best is None or kinship(name.core, best.subject.core) < MENTIONED:
        return []
    differs = "figure-other-unit" if best.quantity.unit != target.unit else None
    obstacle = differs or _obstacle(target, best.quantity) or "figure-other-object"
    return [Comparison(Outcome.INCOMPARABLE, target, best.quantity, best.statement, obstacle)]


def _closest(target: Quantity, name: Subject, found: Sequence[Reported]) -> list[Reported]:
    """The figures of the same thing in the target's unit; those of much the same if there are none."""
    alike = [(same_subject(name, one.subject), one) for one in found if one.quantity.unit == target.unit]
    same = [one for likeness, one in alike if likeness >= CERTAIN]
    return same or [one for likeness, one in alike if likeness >= SAME]


def _against(target: Quantity, name: Subject, reported: Reported) -> Comparison:
    """One promised figure against one reported figure."""
    quantity, statement = reported.quantity, reported.statement
    obstacle = _obstacle(target, quantity)
    if obstacle:
        return Comparison(Outcome.INCOMPARABLE, target, quantity, statement, obstacle)
    if _GENERAL.fullmatch(name.core) and _GENERAL.fullmatch(reported.subject.core):
        return Comparison(Outcome.INCOMPARABLE, target, quantity, statement, "figure-other-object")
    if meets(target, quantity):
        return Comparison(Outcome.MET, target, quantity, statement)
    doubt = _doubt(target, quantity, reported.subject.context)
    longest = max(len(name.core), len(reported.subject.core))
    if same_subject(name, reported.subject) < CERTAIN or longest < NAMED:
        doubt = "figure-like-object"
    outcome = Outcome.INCOMPARABLE if doubt else Outcome.MISSED
    return Comparison(outcome, target, quantity, statement, doubt)


def _obstacle(target: Quantity, reported: Quantity) -> str | None:
    """What forbids holding the two together at all, or None."""
    if not _same_kind(target, reported):
        return "figure-other-kind"
    if reported.period is Period.MANY_YEARS and not (_is_state(reported) and _is_state(target)):
        return "figure-many-years"
    counted = target.unit_kind not in _RATES and not _is_state(target)
    if counted and reported.low > OVERSHOOT * target.high:
        return "figure-far-above"
    return None


def _doubt(target: Quantity, reported: Quantity, context: str) -> str | None:
    """What forbids calling a target missed although the reported figure falls short of it, or None."""
    if reported.period is Period.PART_YEAR:
        return "figure-part-year"
    if _WITHOUT.search(context):
        return "figure-like-object"
    if reported.modifier is Modifier.AT_LEAST and target.modifier is not Modifier.AT_MOST:
        return "figure-lower-bound"
    kinds = {_kind(target), _kind(reported)}
    if len(kinds) > 1 and not kinds <= {Kind.INCREASE, Kind.DECREASE}:
        return "figure-other-kind"
    return None


def _same_kind(target: Quantity, reported: Quantity) -> bool:
    """Stocks with stocks and flows with flows; a bare amount goes with either where it can be both."""
    kinds = {_kind(target), _kind(reported)}
    if len(kinds) == 1:
        return Kind.GAP not in kinds
    if kinds & {Kind.SHARE, Kind.MULTIPLE, Kind.GAP}:
        return False
    if kinds == {Kind.INCREASE, Kind.DECREASE}:
        return target.unit_kind in _RATES
    if Kind.LEVEL in kinds:
        return not (_is_flow(target) or _is_flow(reported))
    return Kind.DECREASE not in kinds


def _kind(quantity: Quantity) -> Kind:
    """The kind of a figure; a rate of change may be named as a thing (涨幅控制在3%以内)."""
    named = _CHANGE.search(quantity.before) if quantity.kind is Kind.SHARE else None
    if named is None:
        return quantity.kind
    return Kind.DECREASE if named["fall"] else Kind.INCREASE


def _is_flow(quantity: Quantity) -> bool:
    """Whether a figure counts what was done in a time, not what there is at its end."""
    if quantity.kind in {Kind.INCREASE, Kind.DECREASE}:
        return True
    counted = quantity.kind is Kind.AMOUNT and quantity.unit_kind is not UnitKind.DURATION
    return counted and _DONE_WITHIN.search(quantity.before) is not None


def _is_state(quantity: Quantity) -> bool:
    """Whether a figure tells how things stand, whatever years its sentence speaks of."""
    return quantity.kind in {Kind.LEVEL, Kind.SHARE}


def meets(target: Quantity, reported: Quantity) -> bool:
    """Whether a comparable reported figure meets its target (`TOLERANCE` where the target is a rough one)."""
    slack = abs(target.low) * TOLERANCE if target.loose else Decimal(0)
    low, high = (_rounded(value, target) for value in _signed(reported, target))
    return low <= target.high + slack if wants_less(target) else high >= target.low - slack


def _rounded(value: Decimal, target: Quantity) -> Decimal:
    """A rate rounded to the decimals of its target, if it has any: 58.08% is the 58.1% promised."""
    exponent = target.low.as_tuple().exponent
    if target.unit_kind not in _RATES or not isinstance(exponent, int) or exponent >= 0:
        return value
    return value.quantize(Decimal(1).scaleb(exponent), rounding=ROUND_HALF_UP)


def wants_less(target: Quantity) -> bool:
    """Whether less than the target is better: a ceiling, or a thing nobody wants more of."""
    if target.modifier in {Modifier.AT_MOST, Modifier.AT_LEAST} or target.kind is Kind.DECREASE:
        return target.modifier is Modifier.AT_MOST
    return _LOWER_IS_BETTER.search(target.before) is not None


def arithmetic(comparison: Comparison) -> str:
    """The sum in base units (`80 ≥ 75`, `69 ≥ 70 - 10%`); empty where the two cannot be held together."""
    target, reported = comparison.target, comparison.reported
    if reported is None or (comparison.obstacle and comparison.obstacle not in SHORT_OF):
        return ""
    low, high = _signed(reported, target)
    met = comparison.outcome is Outcome.MET
    slack = f"{TOLERANCE:.0%}" if target.loose else ""
    if wants_less(target):
        return f"{_plain(low)} {'≤' if met else '>'} {_plain(target.high)}{slack and ' + ' + slack}"
    return f"{_plain(high)} {'≥' if met else '<'} {_plain(target.low)}{slack and ' - ' + slack}"


def _plain(value: Decimal) -> str:
    """A decimal without exponent and without zeros that say nothing."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _signed(reported: Quantity, target: Quantity) -> tuple[Decimal, Decimal]:
    """Both ends of the reported figure; a fall is a negative rise where a rise was promised."""
    if {_kind(target), _kind(reported)} == {Kind.INCREASE, Kind.DECREASE}:
        return -reported.high, -reported.low
    return reported.low, reported.high
