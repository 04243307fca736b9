"""Text → clauses, the pairs of characters in them, and a direction in the space of the field's vectors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from operator import add

import numpy as np

from tracker.matching.table import Field, Floats, Integers, Values
from tracker.reading.text import Folded, Span, fold

UNIT = 2048
"""The length of a direction: its parts are whole numbers, so that products are exact on every machine."""

SHORTEST_CLAUSE = 5
"""A clause with fewer characters is read together with its neighbour."""

FAMILIAR = 0.001
"""The share of a body's own n-grams at which one weighs half: what it says everywhere tells little."""

LONG = 20_000
"""N-grams of two long reports; shorter ones count as if they had as many, or each word would be familiar."""

LONGEST = 1_000
"""Code points of a sentence that are compared; the longest of 20,000 real promises has 450."""

_CLAUSE = re.compile(r"[^，；：。！？,;:!?]+")
_RUN = re.compile(r"[\u4e00-\u9fff]+|[A-Za-z]+")


def grams(text: str) -> list[str]:
    """Overlapping pairs of Chinese characters, and Latin words in small letters."""
    found: list[str] = []
    for run in _RUN.findall(text):
        if run[0] < "\u4e00":
            found.append(run.lower())
        elif len(run) == 1:
            found.append(run)
        else:
            found += map(add, run, run[1:])
    return found


def clauses(text: str) -> tuple[Span, ...]:
    """Spans between commas, colons and stops of a folded text; very short ones joined to a neighbour."""
    found: list[Span] = []
    for piece in _CLAUSE.finditer(text):
        start, end = piece.span()
        if found and min(end - start, found[-1][1] - found[-1][0]) < SHORTEST_CLAUSE:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found) or ((0, len(text)),)


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A sentence as it is compared: folded, cut in clauses, each with the n-grams the field knows.

    `unknown` are those of each clause that it does not know: mostly parts of names.
    """

    folded: Folded
    spans: tuple[Span, ...]
    known: tuple[Integers, ...]
    unknown: tuple[frozenset[str], ...]

    @property
    def rare(self) -> frozenset[str]:
        """The n-grams of the sentence that the field does not know."""
        return frozenset(chain.from_iterable(self.unknown))


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """Many sentences; rows `first[i]` to `first[i + 1]` of `clauses` are the clauses of sentence `i`.

    `whole` and `clauses` are directions, `mass` the weight of each clause.
    """

    passages: tuple[Passage, ...]
    first: Integers
    whole: Floats
    clauses: Floats
    mass: Values

    @property
    def known(self) -> tuple[Integers, ...]:
        """The n-grams of every clause."""
        return tuple(ids for passage in self.passages for ids in passage.known)

    @property
    def owner(self) -> Integers:
        """The sentence of every clause."""
        return np.repeat(np.arange(len(self.passages)), np.diff(self.first))


def passage(text: str, field: Field) -> Passage:
    """Fold one sentence, as far as `LONGEST`, and cut it in clauses."""
    folded = fold(text[:LONGEST])
    spans = clauses(folded.text)
    index = field.index
    found = [grams(folded.text[start:end]) for start, end in spans]
    rows = [[index.get(gram, -1) for gram in one] for one in found]
    known = tuple(np.array([row for row in one if row >= 0], dtype=np.int32) for one in rows)
    unknown = tuple(_unknown(*pair) for pair in zip(found, rows, strict=True))
    return Passage(folded, spans, known, unknown)


def _unknown(grams: Sequence[str], rows: Sequence[int]) -> frozenset[str]:
    """The n-grams without a row."""
    if -1 not in rows:
        return frozenset()
    return frozenset(gram for gram, row in zip(grams, rows, strict=True) if row < 0)


def own_weights(read: Iterable[Passage], field: Field) -> Values:
    """The field's weights, lighter for what these two reports say over and over."""
    ids = [ids for one in read for ids in one.known]
    counts = np.bincount(np.concatenate(ids), minlength=len(field.weights)) if ids else 0
    shares = counts / max(LONG, int(np.sum(counts)))
    return np.asarray(np.rint(field.weights * (FAMILIAR / (FAMILIAR + shares))))


def gather(read: Sequence[Passage], weights: Values, field: Field) -> Passages:
    """The directions of many sentences and of their clauses."""
    first = np.cumsum([0, *(len(one.known) for one in read)])
    known = [ids for one in read for ids in one.known]
    lengths = [len(ids) for ids in known]
    ids = np.concatenate([*known, np.zeros(0, dtype=np.int32)])
    heavy = weights[ids].astype(np.float32)
    sums = np.zeros((len(known), field.vectors.shape[1]))
    for clause, (start, end) in enumerate(pairwise(accumulate(lengths, initial=0))):
        sums[clause] = heavy[start:end] @ field.vectors[ids[start:end]]
    totals = np.add.reduceat(sums, first[:-1], axis=0) if read else sums
    mass = np.bincount(np.repeat(np.arange(len(known)), lengths), heavy, len(known)).astype(np.float64)
    return Passages(tuple(read), first, _direction(totals), _direction(sums), mass)


def together(directions: Floats, begins: Integers) -> Floats:
    """The directions of runs of rows: each begins at one of `begins` and ends where the next one does."""
    if not len(directions):
        return directions
    return _direction(np.add.reduceat(directions.astype(np.float64), begins, axis=0))


def _direction(total: Values) -> Floats:
    """A sum of weighted vectors (whole numbers), brought to length `UNIT` and rounded to whole numbers."""
    length = np.sqrt((total * total).sum(axis=-1, keepdims=True))
    return np.asarray(np.rint(total * (UNIT / np.maximum(length, 1))), dtype=np.float32)
