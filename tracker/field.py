"""The shipped table of field statistics: where it lies, how it is read."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

import numpy as np

from tracker.matching.model import Models, model_from
from tracker.matching.table import Field

FOLDER = Path(__file__).parent / "data"
TABLE = FOLDER / "field.npz"
MODEL = FOLDER / "model.json"


def load(table: Path = TABLE, model: Path = MODEL) -> Field:
    """Read a table and the model that was fitted on it."""
    with np.load(table) as arrays:
        grams = str(arrays["grams"]).split("\n")
        weights, vectors = arrays["weights"], arrays["vectors"]
    digest = hashlib.sha256(table.read_bytes() + model.read_bytes()).hexdigest()
    fitted = json.loads(model.read_text("utf-8"))
    return Field(
        version=f"{fitted['name']}+{digest[:12]}",
        index={gram: row for row, gram in enumerate(grams)},
        weights=weights,
        vectors=vectors,
        models=Models(**{name: model_from(fitted[name]) for name in Models.__dataclass_fields__}),
    )


@cache
def shipped() -> Field:
    """The table that comes with the program, read once."""
    return load()
