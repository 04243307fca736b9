"""What is measured between a promise and a clause of a statement; every value the same on every machine."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz

from tracker.matching.passages import UNIT, Passage, Passages, gather, own_weights, passage
from tracker.matching.table import Field, Integers, Values
from tracker.reading.commitments import Commitment, Statement

PLACES = 4
"""Decimal places of every value."""

PAIR = (
    "sense",
    "clause_sense",
    "sentence_sense",
    "coverage",
    "clause_wording",
    "wording",
    "topic",
    "before",
    "previous",
    "next",
    "figures",
    "named",
    "length",
    "sentence_length",
    "opening",
)
"""The features of a pair, in the order of the last axis of `pairs`."""

PHRASE = "phrase"
"""The feature that is measured on the best pairs only: the longest alike stretch (rapidfuzz)."""

TOPIC_LENGTH = 30
"""Characters of a paragraph's first sentence that say what it is about."""

_NAME = re.compile(r'"[^"《》\n]{2,20}"|《[^《》\n]{2,40}》')
_DIGIT = re.compile(r"\d")
_SQUARE = float(UNIT * UNIT)


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """Sentences as they are compared, what each paragraph is about, and where paragraphs begin."""

    sentences: Passages
    topics: Passages
    same: Values
    figures: Values


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Sentences and topics before they have a direction."""

    sentences: tuple[Passage, ...]
    topics: tuple[Passage, ...]
    same: Values


def texts(units: Sequence[Commitment | Statement], field: Field) -> Texts:
    """Read commitments or statements; a sentence that follows the one before at once is of its paragraph."""
    sentences = tuple(passage(unit.text, field) for unit in units)
    topics: list[Passage] = []
    same = np.zeros(len(units))
    for place, unit in enumerate(units):
        if place and unit.start == units[place - 1].end and unit.item_path == units[place - 1].item_path:
            same[place] = 1
            topics.append(topics[-1])
        else:
            heading = unit.item_path[-1] if unit.item_path else ""
            topics.append(passage(f"{heading}，{unit.text[:TOPIC_LENGTH]}", field))
    return Texts(sentences, tuple(topics), same)


def weigh(read: Sequence[Texts], field: Field) -> Values:
    """The weights for two reports that are held against each other."""
    return own_weights((one for each in read for one in each.sentences), field)


def place(read: Texts, weights: Values, field: Field) -> Read:
    """Give sentences and topics their directions."""
    sentences = gather(read.sentences, weights, field)
    figures = np.array(
        [
            float(_DIGIT.search(one.folded.text, *span) is not None)
            for one in read.sentences
            for span in one.spans
        ]
    )
    return Read(sentences, gather(read.topics, weights, field), read.same, figures)


def _largest(values: Values, first: Integers, axis: int) -> Values:
    """The largest value within each sentence's clauses."""
    return np.asarray(np.maximum.reduceat(values, first[:-1], axis=axis))


def _mean(values: Values, promises: Passages) -> Values:
    """The weighted mean over each promise's clauses."""
    first = promises.first[:-1]
    mass = np.maximum(np.add.reduceat(promises.mass, first), 1)
    return np.asarray(np.add.reduceat(values * promises.mass[:, None], first, axis=0) / mass[:, None])


def _shared(promises: Passages, theirs: Passages, weights: Values) -> tuple[Values, Values]:
    """For each clause of a promise the share of its n-grams (by weight) in each clause and each sentence."""
    rows, wanted = _flat(promises.known)
    columns, there = _flat(theirs.known)
    used = np.unique(wanted)
    where = np.full(len(weights), -1)
    where[used] = np.arange(len(used))
    columns, there = columns[where[there] >= 0], where[there][where[there] >= 0]
    clauses = np.zeros((len(used), len(theirs.owner)), dtype=np.float32)
    clauses[there, columns] = 1
    sentences = np.zeros((len(used), len(theirs.passages)), dtype=np.float32)
    sentences[there, theirs.owner[columns]] = 1
    heavy = np.zeros((len(promises.owner), len(used)), dtype=np.float32)
    heavy[rows, where[wanted]] = weights[wanted]
    mass = np.maximum(heavy.sum(axis=1, dtype=np.float64), 1)[:, None]
    return (heavy @ clauses).astype(np.float64) / mass, (heavy @ sentences).astype(np.float64) / mass


def _flat(known: Sequence[Integers]) -> tuple[Integers, Integers]:
    """The clause of every n-gram, and the n-gram."""
    return (
        np.repeat(np.arange(len(known)), [len(ids) for ids in known]),
        np.concatenate([*known, np.zeros(0, dtype=np.int32)]),
    )


def _shifted(sense: Values, owner: Integers, step: int) -> Values:
    """The value of the clause before (1) or after (-1) in the same sentence, else 0."""
    moved = np.zeros_like(sense)
    same = (owner[1:] == owner[:-1]).astype(np.float64)
    if step > 0:
        moved[:, 1:] = sense[:, :-1] * same
    else:
        moved[:, :-1] = sense[:, 1:] * same
    return moved


def _names(promises: Passages, theirs: Passages) -> Values:
    """The share of a promise's quoted names and titles that each sentence holds."""
    found = np.zeros((len(promises.passages), len(theirs.passages)))
    for row, promise in enumerate(promises.passages):
        names = set(_NAME.findall(promise.folded.text))
        for name in names:
            bare = name[1:-1]
            found[row] += [bare in one.folded.text for one in theirs.passages]
        found[row] /= max(1, len(names))
    return found


def pairs(promises: Read, statements: Read, weights: Values) -> Values:
    """The features of every pair: promises × clauses of the statements × `PAIR`."""
    ours, theirs = promises.sentences, statements.sentences
    owner, first = theirs.owner, theirs.first
    sense = (ours.whole @ theirs.clauses.T).astype(np.float64) / _SQUARE
    whole = (ours.whole @ theirs.whole.T).astype(np.float64) / _SQUARE
    near = (ours.clauses @ theirs.clauses.T).astype(np.float64) / _SQUARE
    shared, together = _shared(ours, theirs, weights)
    before = np.zeros_like(whole)
    before[:, 1:] = whole[:, :-1] * statements.same[1:]
    topic = (promises.topics.whole @ statements.topics.whole.T).astype(np.float64) / _SQUARE
    spans = [span for one in theirs.passages for span in one.spans]
    columns = (
        sense,
        _largest(near, ours.first, 0),
        whole[:, owner],
        _mean(_largest(near, first, 1), ours)[:, owner],
        _largest(shared, ours.first, 0),
        _mean(together, ours)[:, owner],
        topic[:, owner],
        before[:, owner],
        _shifted(sense, owner, 1),
        _shifted(sense, owner, -1),
        np.broadcast_to(statements.figures, sense.shape),
        _names(ours, theirs)[:, owner],
        np.broadcast_to(np.log([end - start + 1 for start, end in spans]), sense.shape),
        np.broadcast_to(np.log([len(one.folded.text) + 1 for one in theirs.passages])[owner], sense.shape),
        np.broadcast_to(np.isin(np.arange(len(spans)), first[:-1]).astype(np.float64), sense.shape),
    )
    values = np.empty((*sense.shape, len(PAIR)))
    for place, column in enumerate(columns):
        values[:, :, place] = column
    return np.asarray(np.round(values, PLACES, out=values))


def phrase(promise: Passage, sentence: Passage, clause: int) -> float:
    """The share of the shorter of promise and clause that the longest alike stretch of the other has."""
    start, end = sentence.spans[clause]
    return round(fuzz.partial_ratio(promise.folded.text, sentence.folded.text[start:end]) / 100, PLACES)
