"""What the field taught: how common each pair of characters is, and what it is used alongside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from tracker.matching.model import Models

Integers = npt.NDArray[np.signedinteger[Any]]
Floats = npt.NDArray[np.float32]
Values = npt.NDArray[np.float64]

COMMON = 0.001
"""The share of all n-grams at which one weighs half."""

WHOLE = 1000
"""Weights are kept as whole thousandths."""


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """A table of n-grams with the models fitted on it.

    `index` numbers the n-grams, `weights` (commoner is lighter) and `vectors` (one row each) belong to
    them: whole numbers kept as floats, whose sums are exact. `version` names the table and the first
    digits of its SHA-256: an audit made with the same version says the same. `trained_on` names the pairs
    of reports (SHA-256 of baseline and answer, joined by a colon) whose labels the models have seen.
    """

    version: str
    index: dict[str, int]
    weights: Values
    vectors: Floats
    models: Models
    trained_on: frozenset[str] = frozenset()
