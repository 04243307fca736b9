"""What is measured between a promise and a clause of a statement; every value the same on every machine."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import log

import numpy as np
from rapidfuzz import fuzz

from tracker.matching.passages import UNIT, Passage, Passages, gather, own_weights, passage, together
from tracker.matching.table import COMMON, WHOLE, Field, Floats, Integers, Values
from tracker.reading.commitments import Commitment, Statement
from tracker.reading.document import SectionKind

PLACES = 4
"""Decimal places of every value."""

PAIR = (
    "sense",
    "sentence_sense",
    "clause_wording",
    "rarest",
    "unknown",
    "paragraph",
    "headings",
    "before",
    "previous",
    "next",
    "figures",
    "named",
    "length",
    "sentence_length",
    "opening",
    "heading",
    "aside",
    "rivals",
)
"""The features of a pair, in the order of the last axis of `pairs`."""

PHRASE = "phrase"
"""The feature that is measured on the best pairs only: the longest alike stretch (rapidfuzz)."""

LIKENESS = {"sense": 5.0, "sentence_sense": 4.0, "clause_wording": 3.0, "paragraph": 4.0}
"""What makes a pair likely before any model is asked: rounded weights of a fit on these features alone."""

PATH = 2
"""How many of the headings above a sentence say what it is about."""

SCARCE = 5e-7
"""The share of all n-grams below which none counts as rarer; those the table does not know have it."""

RAREST = -log(SCARCE)

MOST_UNKNOWN = 3
"""Unknown n-grams in common beyond which more say nothing more: one long name has many."""

_NAME = re.compile(r'"[^"《》\n]{2,20}"|《[^《》\n]{2,40}》')
_DIGIT = re.compile(r"\d")
_SQUARE = float(UNIT * UNIT)


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Sentences before they have a direction: their paragraphs by number, their headings, what each is.

    `paths` are the different headings and `under` says which of them each sentence stands under. `heading`
    says that it is itself one, `aside` that it stands in no section of measures or plans.
    """

    sentences: tuple[Passage, ...]
    paths: tuple[Passage, ...]
    under: Integers
    paragraph: Integers
    heading: Values
    aside: Values


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """Sentences as they are compared; `paragraphs` and `paths` are directions, one row each."""

    texts: Texts
    sentences: Passages
    paragraphs: Floats
    paths: Floats
    figures: Values


def texts(units: Sequence[Commitment | Statement], field: Field) -> Texts:
    """Read commitments or statements; a sentence that follows the one before at once is of its paragraph."""
    paths = ["，".join(unit.item_path[-PATH:]) for unit in units]
    numbers = {path: number for number, path in enumerate(dict.fromkeys(paths))}
    begins = [
        not place or unit.start != units[place - 1].end or unit.item_path != units[place - 1].item_path
        for place, unit in enumerate(units)
    ]
    return Texts(
        tuple(passage(unit.text, field) for unit in units),
        tuple(passage(path, field) for path in numbers),
        np.array([numbers[path] for path in paths], dtype=np.int64),
        np.cumsum(begins, dtype=np.int64) - 1,
        np.array([float(_is_heading(unit)) for unit in units]),
        np.array(
            [float(isinstance(unit, Statement) and unit.section is SectionKind.OTHER) for unit in units]
        ),
    )


def _is_heading(unit: Commitment | Statement) -> bool:
    return bool(unit.item_path) and unit.text.strip("。；") in unit.item_path[-1]


def weigh(read: Sequence[Texts], field: Field) -> Values:
    """The weights for two reports that are held against each other."""
    return own_weights((one for each in read for one in each.sentences), field)


def place(read: Texts, weights: Values, field: Field) -> Read:
    """Give sentences, paragraphs and headings their directions."""
    sentences = gather(read.sentences, weights, field)
    begins = np.flatnonzero(np.diff(read.paragraph, prepend=-1))
    paragraphs = together(sentences.whole, begins)
    figures = np.array(
        [
            float(_DIGIT.search(one.folded.text, *span) is not None)
            for one in read.sentences
            for span in one.spans
        ]
    )
    return Read(read, sentences, paragraphs, gather(read.paths, weights, field).whole, figures)


def _largest(values: Values, first: Integers, axis: int) -> Values:
    """The largest value within each sentence's clauses."""
    return np.asarray(np.maximum.reduceat(values, first[:-1], axis=axis))


def _wording(promises: Passages, theirs: Passages, weights: Values) -> Values:
    """The largest share of the n-grams (by weight) of a promise's clause that each clause has."""
    rows, wanted = _flat(promises.known)
    columns, there = _flat(theirs.known)
    used = np.unique(wanted)
    where = np.full(len(weights), -1)
    where[used] = np.arange(len(used))
    columns, there = columns[where[there] >= 0], where[there][where[there] >= 0]
    holds = np.zeros((len(used), len(theirs.owner)), dtype=np.float32)
    holds[there, columns] = 1
    heavy = np.zeros((len(promises.owner), len(used)), dtype=np.float32)
    heavy[rows, where[wanted]] = weights[wanted]
    mass = np.maximum(heavy.sum(axis=1, dtype=np.float64), 1)[:, None]
    return _largest((heavy @ holds).astype(np.float64) / mass, promises.first, 0)


def _scarce(promises: Passages, theirs: Passages, weights: Values) -> tuple[Values, Values]:
    """The rarity of the rarest n-gram that promise and clause share, and how many unknown ones they share."""
    shape = (len(promises.passages), len(theirs.owner))
    rarest, unknown = np.zeros(shape), np.zeros(shape)
    rows, wanted = _flat(promises.known)
    rarity = _rarity(weights[wanted])
    order = np.argsort(rarity, kind="stable")
    pairs, columns = _common(wanted[order], theirs)
    rarest[promises.owner[rows[order][pairs]], columns] = rarity[order][pairs]
    strange = _strange(theirs)
    for row, promise in enumerate(promises.passages):
        for gram in promise.rare & strange.keys():
            unknown[row, strange[gram]] += 1
    rarest[unknown > 0] = RAREST
    return rarest, np.minimum(unknown, MOST_UNKNOWN)


def _common(wanted: Integers, theirs: Passages) -> tuple[Integers, Integers]:
    """Where n-grams stand: each place in `wanted` with each clause that has it, in the order of `wanted`."""
    clauses, there = _flat(theirs.known)
    order = np.argsort(there, kind="stable")
    there = there[order]
    first = np.searchsorted(there, wanted, "left")
    counts = np.searchsorted(there, wanted, "right") - first
    begins = np.repeat(first - np.cumsum(counts) + counts, counts)
    return np.repeat(np.arange(len(wanted)), counts), clauses[order][begins + np.arange(len(begins))]


def _strange(theirs: Passages) -> dict[str, list[int]]:
    """In which clauses each n-gram stands that the table does not know."""
    found: dict[str, list[int]] = defaultdict(list)
    for column, grams in enumerate(chain.from_iterable(one.unknown for one in theirs.passages)):
        for gram in grams:
            found[gram].append(column)
    return found


def _rarity(weights: Values) -> Values:
    """The negative logarithm of the share that n-grams of these weights have in the field."""
    return np.asarray(-np.log(np.maximum(COMMON * (WHOLE / np.maximum(weights, 1) - 1), SCARCE)))


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


def _rivals(likeness: Values) -> Values:
    """The logarithm of each promise's share in a clause, if every clause answers one promise."""
    highest = likeness.max(axis=0)
    return np.asarray(likeness - highest - np.log(np.exp(likeness - highest).sum(axis=0)))


def likeness(values: Values) -> Values:
    """The sum of what `LIKENESS` weighs, for every pair."""
    return sum((weight * values[..., PAIR.index(name)] for name, weight in LIKENESS.items()), np.zeros(1))


def pairs(promises: Read, statements: Read, weights: Values, field: Field) -> Values:
    """The features of every pair: promises × clauses of the statements × `PAIR`."""
    ours, theirs, read = promises.sentences, statements.sentences, statements.texts
    owner = theirs.owner
    sense, whole = _products(ours.whole, theirs.clauses), _products(ours.whole, theirs.whole)
    before = np.zeros_like(whole)
    before[:, 1:] = whole[:, :-1] * (np.diff(read.paragraph) == 0)
    paragraph = _products(promises.paragraphs, statements.paragraphs)
    headings = _products(promises.paths, statements.paths)
    rarest, unknown = _scarce(ours, theirs, field.weights)
    spans = [span for one in theirs.passages for span in one.spans]
    columns = (
        sense,
        whole[:, owner],
        _wording(ours, theirs, weights),
        rarest,
        unknown,
        paragraph[promises.texts.paragraph][:, read.paragraph[owner]],
        headings[promises.texts.under][:, read.under[owner]],
        before[:, owner],
        _shifted(sense, owner, 1),
        _shifted(sense, owner, -1),
        statements.figures,
        _names(ours, theirs)[:, owner],
        np.log([end - start + 1 for start, end in spans]),
        np.log([len(one.folded.text) + 1 for one in theirs.passages])[owner],
        np.diff(owner, prepend=-1) > 0,
        read.heading[owner],
        read.aside[owner],
    )
    values = np.zeros((*sense.shape, len(PAIR)))
    for place, column in enumerate(columns):
        values[:, :, place] = column
    values[:, :, -1] = _rivals(likeness(np.asarray(np.round(values, PLACES))))
    return np.asarray(np.round(values, PLACES, out=values))


def _products(ours: Floats, theirs: Floats) -> Values:
    """The cosines of all pairs of directions."""
    return (ours @ theirs.T).astype(np.float64) / _SQUARE


def phrase(promise: Passage, sentence: Passage, clause: int) -> float:
    """The share of the shorter of promise and clause that the longest alike stretch of the other has."""
    start, end = sentence.spans[clause]
    return round(fuzz.partial_ratio(promise.folded.text, sentence.folded.text[start:end]) / 100, PLACES)
