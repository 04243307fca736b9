"""The scorers that others would use, as they come: what the matching is measured against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from rapidfuzz import fuzz, process

from tracker.matching.passages import grams
from tracker.matching.table import Values
from tracker.reading.text import fold

SCORERS = ("ratio", "partial_ratio", "token_set_ratio", "WRatio", "idf_cosine")


def plain(name: str, promises: Sequence[str], statements: Sequence[str]) -> Values:
    """The scores of all pairs, 0 to 100, by one of `SCORERS`."""
    if name == "idf_cosine":
        return idf_cosine(promises, statements)
    return np.asarray(process.cdist(promises, statements, scorer=getattr(fuzz, name)), dtype=np.float64)


def idf_cosine(promises: Sequence[str], statements: Sequence[str]) -> Values:
    """The cosine of pairs of characters, each weighted by its rarity among the statements."""
    ours = [Counter(grams(fold(text).text)) for text in promises]
    theirs = [Counter(grams(fold(text).text)) for text in statements]
    holding = Counter(gram for counts in theirs for gram in counts)
    index = {gram: place for place, gram in enumerate(sorted({g for c in (*ours, *theirs) for g in c}))}
    rarity = np.log((1 + len(theirs)) / (1 + np.array([holding[gram] for gram in index])))
    left, right = _rows(ours, index, rarity), _rows(theirs, index, rarity)
    return np.asarray(100 * left @ right.T)


def _rows(counts: Sequence[Counter[str]], index: dict[str, int], rarity: Values) -> Values:
    rows = np.zeros((len(counts), len(index)))
    for row, count in enumerate(counts):
        for gram, number in count.items():
            rows[row, index[gram]] = number * rarity[index[gram]]
    return np.asarray(rows / np.maximum(np.sqrt((rows * rows).sum(axis=1, keepdims=True)), 1e-9))
