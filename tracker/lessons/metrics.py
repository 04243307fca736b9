"""How good verdicts are: figures from what is true and what was said, and intervals over pairs of reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

T = TypeVar("T")

BINS = 10
RESAMPLES = 1000
SEED = 20261122


@dataclass(frozen=True, slots=True)
class Rate:
    """A share: `hits` of `total`; `value` is None where there is nothing to count."""

    hits: int
    total: int

    @property
    def value(self) -> float | None:
        """The share, 0 to 1."""
        return self.hits / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Bin:
    """Verdicts of similar probability: how many, what they were given, and the share that came true."""

    count: int
    said: float
    true: float


def rate(facts: Sequence[bool]) -> Rate:
    """The share of true facts."""
    return Rate(sum(facts), len(facts))


def macro_f1(pairs: Sequence[tuple[bool, bool]]) -> float | None:
    """The mean of the F1 of yes and of no over (truth, said); None without pairs."""
    return (_f1(pairs, of=True) + _f1(pairs, of=False)) / 2 if pairs else None


def _f1(pairs: Sequence[tuple[bool, bool]], *, of: bool) -> float:
    both = sum(truth is of and said is of for truth, said in pairs)
    either = sum((truth is of) + (said is of) for truth, said in pairs)
    return 2 * both / either if either else 0.0


def precision(pairs: Sequence[tuple[bool, bool]], *, of: bool) -> Rate:
    """Of those said to be `of`, how many are."""
    return rate([truth is of for truth, said in pairs if said is of])


def recall(pairs: Sequence[tuple[bool, bool]], *, of: bool) -> Rate:
    """Of those that are `of`, how many were said to be."""
    return rate([said is of for truth, said in pairs if truth is of])


def reliability(pairs: Sequence[tuple[bool, float]]) -> tuple[Bin, ...]:
    """(truth, probability) in ten bins of equal width; empty bins are left out."""
    bins: list[list[tuple[bool, float]]] = [[] for _ in range(BINS)]
    for truth, said in pairs:
        bins[min(int(said * BINS), BINS - 1)].append((truth, said))
    return tuple(
        Bin(len(b), sum(said for _, said in b) / len(b), sum(truth for truth, _ in b) / len(b))
        for b in bins
        if b
    )


def calibration_error(bins: Sequence[Bin]) -> float | None:
    """The expected calibration error: the mean distance of said and true, weighted by count."""
    total = sum(b.count for b in bins)
    return sum(b.count * abs(b.said - b.true) for b in bins) / total if total else None


def interval(
    groups: Sequence[Sequence[T]], measure: Callable[[Sequence[T]], float | None]
) -> tuple[float, float] | None:
    """The middle 95% of a measure when whole groups (pairs of reports) are drawn again with replacement."""
    if not groups:
        return None
    draws = np.random.default_rng(SEED).integers(len(groups), size=(RESAMPLES, len(groups)))
    found = [measure([item for place in draw for item in groups[place]]) for draw in draws]
    known = np.array([value for value in found if value is not None])
    return (float(np.quantile(known, 0.025)), float(np.quantile(known, 0.975))) if len(known) else None
