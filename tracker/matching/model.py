"""A linear model small enough to print: named features, their weights, and what each adds to a score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import Any

from tracker.matching.matches import Feature

PLACES = 4
"""Decimal places to which features, shares and scores are rounded, so that every machine says the same."""


@dataclass(frozen=True, slots=True)
class Term:
    """One feature of a model: its weight per unit, and the value at which it says nothing (the mean)."""

    name: str
    weight: float
    centre: float


@dataclass(frozen=True, slots=True)
class Model:
    """Log-odds = `bias` + Σ weight · (value - centre).

    `subject` is a direction in the space of the field's vectors: which subjects speak for a yes; empty
    where the subject says nothing.
    """

    bias: float
    terms: tuple[Term, ...]
    subject: tuple[float, ...] = ()

    def explain(self, values: Sequence[float]) -> tuple[Feature, ...]:
        """Each feature with its share in the log-odds; `values` in the order of the terms."""
        return tuple(
            Feature(term.name, round(value, PLACES), round(term.weight * (value - term.centre), PLACES))
            for term, value in zip(self.terms, values, strict=True)
        )

    def probability(self, features: Sequence[Feature]) -> float:
        """The probability that the shares of `explain` add up to."""
        odds = self.bias + sum(feature.share for feature in features)
        return round(logistic(odds), PLACES)


@dataclass(frozen=True, slots=True)
class Models:
    """The models that were fitted together: two order candidates, three give probabilities."""

    answer: Model
    repeat: Model
    answered: Model
    repeated: Model
    admitted: Model

    @classmethod
    def silent(cls) -> Models:
        """Models that say nothing, for a table on which none was fitted yet."""
        return cls(*[Model(0.0, ())] * 5)


def logistic(odds: float) -> float:
    """Log-odds → probability, without overflow."""
    return 1 / (1 + exp(-odds)) if odds > 0 else exp(odds) / (1 + exp(odds))


def model_from(values: Mapping[str, Any]) -> Model:
    """A model as JSON keeps it."""
    terms = tuple(Term(str(name), float(weight), float(centre)) for name, weight, centre in values["terms"])
    return Model(float(values["bias"]), terms, tuple(float(part) for part in values["subject"]))


def as_json(model: Model) -> dict[str, Any]:
    """{"bias": 0.1, "terms": [["name", weight, centre], …], "subject": [0.01, …]}."""
    terms = [[term.name, term.weight, term.centre] for term in model.terms]
    return {"bias": model.bias, "terms": terms, "subject": list(model.subject)}
