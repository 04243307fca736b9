"""What is measured between a promise and a statement; every value the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tracker.commitments import Commitment, Statement
from tracker.matching.passages import UNIT, Passages, passages
from tracker.matching.table import Field

Values = npt.NDArray[np.float64]

PAIR = ("sense", "clause_sense", "clauses_sense", "clause_wording", "wording", "figures", "topic", "before")
"""The features of a pair, in the order of the last axis of `pairs`."""


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """Sentences with the headings above them, read for comparison."""

    sentences: Passages
    topics: Passages
    paths: tuple[tuple[str, ...], ...]
    figures: Values


def read(units: Sequence[Commitment] | Sequence[Statement], field: Field) -> Read:
    """Read commitments or statements once, to be held against many."""
    texts = [unit.text for unit in units]
    topics = passages([unit.item_path[-1] if unit.item_path else "" for unit in units], field)
    figures = np.array([float(any(char.isdigit() for char in text)) for text in texts])
    return Read(passages(texts, field), topics, tuple(unit.item_path for unit in units), figures)


def _best(values: Values, first: npt.NDArray[np.int64], axis: int) -> Values:
    """The largest value within each sentence's clauses."""
    return np.asarray(np.maximum.reduceat(values, first[:-1], axis=axis))


def _mean(values: Values, weights: Values, first: npt.NDArray[np.int64]) -> Values:
    """The weighted mean over each promise's clauses."""
    mass = np.maximum(np.add.reduceat(weights, first[:-1]), 1)
    return np.asarray(np.add.reduceat(values * weights[:, None], first[:-1], axis=0) / mass[:, None])


def _shared(promises: Passages, statements: Passages, field: Field) -> Values:
    """For each clause of a promise the weighted share of its n-grams that a statement holds."""
    used = np.unique(
        np.concatenate([ids for p in promises.passages for ids in p.known] or [np.zeros(0, int)])
    )
    place = np.full(len(field.index), -1)
    place[used] = np.arange(len(used))
    holds = np.zeros((len(used), len(statements.passages)), dtype=np.float32)
    for column, passage in enumerate(statements.passages):
        for ids in passage.known:
            rows = place[ids]
            holds[rows[rows >= 0], column] = 1
    wanted = np.zeros((len(promises.clauses), len(used)), dtype=np.float32)
    for row, ids in enumerate(ids for p in promises.passages for ids in p.known):
        wanted[row, place[ids]] = field.weights[ids]
    mass = np.maximum(wanted.sum(axis=1, dtype=np.float64), 1)
    return np.asarray((wanted @ holds).astype(np.float64) / mass[:, None])


def _before(sense: Values, statements: Read) -> Values:
    """How near the sentence before is, under the same headings."""
    same = [here == there for here, there in zip(statements.paths[1:], statements.paths, strict=False)]
    before = np.zeros_like(sense)
    before[:, 1:] = sense[:, :-1] * np.array(same, dtype=np.float64)
    return before


def pairs(promises: Read, statements: Read, field: Field) -> Values:
    """The features of every pair: promises × statements × `PAIR`."""
    ours, theirs = promises.sentences, statements.sentences
    square = float(UNIT * UNIT)
    sense = (ours.whole @ theirs.whole.T).astype(np.float64) / square
    near = _best((ours.clauses @ theirs.clauses.T).astype(np.float64) / square, theirs.first, 1)
    shared = _shared(ours, theirs, field)
    weights = ours.weights.astype(np.float64)
    columns = (
        sense,
        _best(near, ours.first, 0),
        _mean(near, weights, ours.first),
        _best(shared, ours.first, 0),
        _mean(shared, weights, ours.first),
        np.broadcast_to(statements.figures, sense.shape),
        (promises.topics.whole @ statements.topics.whole.T).astype(np.float64) / square,
        _before(sense, statements),
    )
    return np.round(np.stack(columns, axis=2), 4)
