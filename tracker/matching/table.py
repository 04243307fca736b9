"""What the field taught: how common each pair of characters is, and what it is used alongside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from tracker.matching.model import Models

Integers = npt.NDArray[np.signedinteger[Any]]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """A table of n-grams with the models fitted on it.

    `index` numbers the n-grams, `weights` (int16, commoner is lighter) and `vectors` (int8, one row
    each) belong to them. `version` names the table and the first digits of its SHA-256: an audit made
    with the same version says the same.
    """

    version: str
    index: dict[str, int]
    weights: Integers
    vectors: Integers
    models: Models
