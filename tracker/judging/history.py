"""For how many years in a row a promise has been made: the chain of repeats through earlier plans."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tracker.reading.commitments import Commitment, Statement


@dataclass(frozen=True, slots=True)
class History:
    """For how many years in a row a promise has been made, and since which plan year."""

    first_year: int
    years: int


@dataclass(frozen=True, slots=True)
class Plan:
    """One year's plan: its promises, and its sentences as a later reader would find them."""

    year: int
    commitments: tuple[Commitment, ...]
    statements: tuple[Statement, ...]


Repeats = Callable[[Plan, Plan], Mapping[str, Statement]]
"""For an earlier and a later plan: where the later one makes which earlier promise (by id) again."""


def histories(plan: Plan, earlier: Iterable[Plan], repeats: Repeats) -> dict[str, History]:
    """The history of every promise of `plan` by its id; a missing year ends every chain."""
    plans = {one.year: one for one in earlier}
    found = {commitment.id: History(plan.year, 1) for commitment in plan.commitments}
    leads = {commitment.id: {commitment.id} for commitment in plan.commitments}
    later, year = plan, plan.year - 1
    while leads and year in plans:
        leads = _step(plans[year], later, leads, repeats)
        for ids in leads.values():
            found |= {key: History(year, plan.year - year + 1) for key in ids}
        later, year = plans[year], year - 1
    return found


def _step(earlier: Plan, later: Plan, leads: Mapping[str, set[str]], repeats: Repeats) -> dict[str, set[str]]:
    """Which promises of the audited plan each promise of the `earlier` one leads to."""
    found: dict[str, set[str]] = {}
    for key, statement in repeats(earlier, later).items():
        reached = [leads[c.id] for c in later.commitments if c.id in leads and _overlap(c, statement)]
        if reached:
            found[key] = set().union(*reached)
    return found


def _overlap(commitment: Commitment, statement: Statement) -> bool:
    """Whether two passages of one report share a character."""
    return commitment.start < statement.end and statement.start < commitment.end
