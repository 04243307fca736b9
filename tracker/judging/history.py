"""For how many years in a row a promise has been made: the chain of repeats through earlier plans."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from tracker.judging.again import Plan

__all__ = ["History", "Links", "Plan", "histories"]


@dataclass(frozen=True, slots=True)
class History:
    """For how many years in a row a promise has been made, and since which plan year."""

    first_year: int
    years: int


Links = Callable[[Plan, Plan], Mapping[str, Collection[str]]]
"""For an earlier and a later plan: which promises of the earlier one (ids) a later one (id) makes again."""


def histories(plan: Plan, earlier: Iterable[Plan], links: Links) -> dict[str, History]:
    """The history of every promise of `plan` by its id; a missing year ends every chain."""
    plans = {one.year: one for one in earlier}
    found = {commitment.id: History(plan.year, 1) for commitment in plan.commitments}
    reached = {commitment.id: {commitment.id} for commitment in plan.commitments}
    later, year = plan, plan.year - 1
    while reached and year in plans:
        reached = _step(reached, links(plans[year], later))
        found |= {key: History(year, plan.year - year + 1) for key in reached}
        later, year = plans[year], year - 1
    return found


def _step(reached: Mapping[str, set[str]], known: Mapping[str, Collection[str]]) -> dict[str, set[str]]:
    """The promises one year before to which each promise of the audited plan leads; none for a new one."""
    led = {key: set().union(*(known.get(one, ()) for one in ids)) for key, ids in reached.items()}
    return {key: ids for key, ids in led.items() if ids}
