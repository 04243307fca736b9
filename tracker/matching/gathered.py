"""What the nearest clauses say together of one promise, and what the promise itself lets expect."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

import numpy as np

from tracker.matching.features import PAIR, Read
from tracker.matching.model import PLACES, Model
from tracker.matching.passages import UNIT
from tracker.matching.table import Floats, Integers, Values
from tracker.reading.commitments import Statement

GATHERED = (
    "best",
    "second",
    "sense",
    "clause_sense",
    "sentence_sense",
    "clause_wording",
    "coverage",
    "length",
    "clauses",
    "enumeration",
    "promised_figure",
    "statements",
    "subject",
)
"""The features of a promise, in the order of `gathered`."""

FEW = 4
"""How many of the nearest clauses are looked at together."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """The statements of one kind with all that was measured between them and the promises."""

    statements: tuple[Statement, ...]
    read: Read
    values: Values


@dataclass(frozen=True, slots=True, eq=False)
class Nearest:
    """The clauses nearest to one promise, best first: which, their features, and their log-odds."""

    clauses: Integers
    values: Values
    odds: Values


def gathered(promises: Read, part: Part, row: int, near: Nearest, judge: Model) -> list[float]:
    """The values of `GATHERED` for promise `row`."""
    promise = promises.sentences.passages[row]
    text = promise.folded.text
    largest = dict(zip(PAIR, part.values[row].max(axis=0), strict=True))
    few = dict(zip(PAIR, near.values[:FEW].max(axis=0), strict=False))
    values = (
        near.odds[0],
        near.odds[min(1, len(near.odds) - 1)],
        largest["sense"],
        largest["clause_sense"],
        largest["sentence_sense"],
        largest["clause_wording"],
        few["coverage"],
        log(len(text) + 1),
        log(len(promise.spans)),
        text.count("、"),
        float(any(char.isdigit() for char in text)),
        log(part.values.shape[1]),
        subject(promises.sentences.whole[row], judge.subject),
    )
    return [round(float(value), PLACES) for value in values]


def subject(direction: Floats, towards: tuple[float, ...]) -> float:
    """How far a promise's direction goes towards the subjects that are answered; 0 without any."""
    if not towards:
        return 0.0
    return float(np.sum(direction.astype(np.float64) / UNIT * np.array(towards)))
