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
    "sentence_sense",
    "clause_wording",
    "length",
    "enumeration",
    "promised_figure",
    "unknown",
    "statements",
    "subject",
)
"""The features of a promise, in the order of `gathered`."""

_LARGEST = [PAIR.index("sentence_sense"), PAIR.index("clause_wording")]


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


def gathered(given: Values, odds: Values, towards: float) -> list[float]:
    """The values of `GATHERED`: of the promise, of its nearest clauses' odds, of its subject."""
    values = (odds[0], odds[min(1, len(odds) - 1)], *given, towards)
    return [round(float(value), PLACES) for value in values]


def given(promises: Read, part: Part, row: int) -> Values:
    """Those features of promise `row` that ask no model: all but the two first and the last."""
    promise = promises.sentences.passages[row]
    text = promise.folded.text
    return np.array(
        [
            *part.values[row][:, _LARGEST].max(axis=0),
            log(len(text) + 1),
            text.count("、"),
            float(any(char.isdigit() for char in text)),
            log(len(promise.rare) + 1),
            log(part.values.shape[1]),
        ]
    )


def subject(direction: Floats, judge: Model) -> float:
    """How far a promise's direction goes towards the subjects that are answered; 0 without any."""
    if not judge.subject:
        return 0.0
    return float(np.sum(direction.astype(np.float64) / UNIT * np.array(judge.subject)))
