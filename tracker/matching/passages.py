"""Text → clauses, the pairs of characters in them, and a direction in the space of the field's vectors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tracker.matching.table import Field, Floats, Integers
from tracker.text import Folded, Span, fold

UNIT = 2048
"""The length of a direction: its parts are whole numbers, so that products are exact on every machine."""

SHORTEST_CLAUSE = 5
"""A clause with fewer characters is read together with its neighbour."""

_CLAUSE = re.compile(r"[^，；：。！？,;:!?]+")
_RUN = re.compile(r"[\u4e00-\u9fff]+|[A-Za-z]+")


def grams(text: str) -> Iterator[str]:
    """Overlapping pairs of Chinese characters, and Latin words in small letters."""
    for run in _RUN.findall(text):
        if run[0] < "\u4e00":
            yield run.lower()
        elif len(run) == 1:
            yield run
        else:
            yield from (run[i : i + 2] for i in range(len(run) - 1))


def clauses(text: str) -> list[Span]:
    """Spans between commas, colons and stops of a folded text; very short ones joined to a neighbour."""
    found: list[Span] = []
    for piece in _CLAUSE.finditer(text):
        start, end = piece.span()
        if found and min(end - start, found[-1][1] - found[-1][0]) < SHORTEST_CLAUSE:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found or [(0, len(text))]


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A sentence as it is compared: folded, cut in clauses, each with the n-grams the field knows."""

    folded: Folded
    spans: tuple[Span, ...]
    known: tuple[Integers, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """Many sentences; row `first[i]` to `first[i + 1]` of `clauses` are the clauses of sentence `i`."""

    passages: tuple[Passage, ...]
    first: Integers
    whole: Floats
    clauses: Floats
    weights: Floats


def _passage(text: str, field: Field) -> Passage:
    folded = fold(text)
    spans = tuple(clauses(folded.text))
    index = field.index
    known = tuple(
        np.array([index[g] for g in grams(folded.text[slice(*span)]) if g in index], dtype=np.int32)
        for span in spans
    )
    return Passage(folded, spans, known)


def _direction(total: Floats) -> Floats:
    """The sum of weighted vectors, brought to length `UNIT` and rounded to whole numbers."""
    exact = total.astype(np.float64)
    length = np.sqrt((exact * exact).sum(axis=-1, keepdims=True))
    return np.rint(exact * (UNIT / np.maximum(length, 1))).astype(np.float32)


def passages(texts: Sequence[str], field: Field) -> Passages:
    """Read many sentences at once."""
    read = tuple(_passage(text, field) for text in texts)
    known = [grams_of for passage in read for grams_of in passage.known]
    counts = np.array([len(passage.known) for passage in read], dtype=np.int64)
    first = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    sums = np.zeros((len(known), field.vectors.shape[1]), dtype=np.float64)
    weights = np.zeros(len(known), dtype=np.float64)
    for row, ids in enumerate(known):
        mass = field.weights[ids].astype(np.float64)
        sums[row] = mass @ field.vectors[ids].astype(np.float64)
        weights[row] = mass.sum()
    totals = np.add.reduceat(sums, first[:-1], axis=0) if read else sums
    return Passages(read, first, _direction(totals), _direction(sums), weights.astype(np.float32))
