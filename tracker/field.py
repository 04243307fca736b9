"""The table of field statistics: built from reports and official prose, written, read."""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np

from tracker.matching.model import Models, as_json, model_from
from tracker.matching.passages import grams
from tracker.matching.table import COMMON, WHOLE, Field, Floats, Integers, Values
from tracker.reading.text import fold

FOLDER = Path(__file__).parent / "data"
TABLE = FOLDER / "field.npz"
MODEL = FOLDER / "model.json"

ROWS = 28_000
WIDTH = 300
WINDOW = 12
SEEN = 3
"""An n-gram counts from this weighted number of occurrences."""

SMOOTHED = 0.75
"""The power that makes rare neighbours less surprising."""

PASSES, SPARE, BLOCK, SEED = 5, 30, 1000, 20261122
LAW_SAMPLE = 8
"""Of laws, which dominate by volume, every eighth paragraph is read."""

CORPUS = {
    "gov_policy_gwy": 0.7,
    "state_council_1978_2002": 0.7,
    "cpc_congress": 0.5,
    "five_year_plans": 0.8,
    "laws_national": 0.4,
    "laws_admin_regs": 0.4,
    "laws_dept_rules": 0.4,
    "laws_local_regs": 0.4,
}
"""Folder of unlabelled prose → the weight of its sentences; reports weigh 1."""

Table = tuple[list[str], Integers, Integers]
"""N-grams, their weights and their vectors, row by row."""

_STOP = re.compile(r"[。！？；;!?\n]")


@dataclass(frozen=True, slots=True)
class Source:
    """One text and how much each of its sentences weighs."""

    text: str
    weight: float


def sources(folder: Path, leave_out: Iterable[str] = ()) -> Iterator[Source]:
    """The reports and the weighted corpus below a data folder; paths relative to it can be left out."""
    left = set(leave_out)
    for pattern in ("work-reports/*/*.txt", "rule-of-law/*.txt"):
        for path in sorted(folder.glob(pattern)):
            if "originals" not in path.parts and path.relative_to(folder).as_posix() not in left:
                yield Source(path.read_text("utf-8"), 1.0)
    for name, weight in CORPUS.items():
        step = LAW_SAMPLE if name.startswith("laws") else 1
        for path in sorted((folder / "corpus" / name).glob("*")):
            paragraphs = path.read_text("utf-8").split("\n")
            yield Source("\n".join(paragraphs[::step]), weight)


def build(texts: Iterable[Source], rows: int = ROWS, width: int = WIDTH) -> Table:
    """N-grams, commonest first, their weights (int16) and their vectors (int8)."""
    sentences = [
        (grams(sentence), text.weight)
        for text in texts
        for sentence in _STOP.split(fold_lines(text.text))
        if len(sentence) > 1
    ]
    counts: dict[str, float] = defaultdict(float)
    for found, weight in sentences:
        for gram in found:
            counts[gram] += weight
    ordered = sorted(counts, key=lambda gram: (-counts[gram], gram))
    kept = [gram for gram in ordered[:rows] if counts[gram] >= SEEN]
    shares = np.array([counts[gram] for gram in kept]) / sum(counts[gram] for gram in kept)
    matrix = _surprise(_together(sentences, kept), len(kept))
    vectors = _compressed(matrix, len(kept), min(width, len(kept) - 1))
    centred = vectors - shares @ vectors
    unit = centred / np.maximum(np.sqrt((centred * centred).sum(axis=1, keepdims=True)), 1e-9)
    return (
        kept,
        np.rint(WHOLE * COMMON / (COMMON + shares)).astype(np.int16),
        np.clip(np.rint(unit * 254), -127, 127).astype(np.int8),
    )


def fold_lines(text: str) -> str:
    """The folded text with its line breaks kept."""
    return "\n".join(fold(line).text for line in text.splitlines())


def _together(sentences: Sequence[tuple[list[str], float]], kept: Sequence[str]) -> tuple[Integers, Values]:
    """Each pair of rows (row · n + row) that stand near each other in a sentence, and how often."""
    index = {gram: row for row, gram in enumerate(kept)}
    rows = np.array([index.get(gram, -1) for found, _ in sentences for gram in found], dtype=np.int64)
    lengths = [len(found) for found, _ in sentences]
    sentence = np.repeat(np.arange(len(sentences)), lengths)
    weights = np.repeat(np.array([weight for _, weight in sentences]), lengths)
    size = len(kept)
    keys: Integers = np.zeros(0, dtype=np.int64)
    sums: Values = np.zeros(0)
    for distance in range(1, WINDOW + 1):
        left, right = rows[:-distance], rows[distance:]
        near = (left >= 0) & (right >= 0) & (sentence[:-distance] == sentence[distance:])
        both = left[near] * size + right[near]
        other = right[near] * size + left[near]
        heavy = weights[:-distance][near]
        keys, place = np.unique(np.concatenate([keys, both, other]), return_inverse=True)
        sums = np.asarray(np.bincount(place, weights=np.concatenate([sums, heavy, heavy])), dtype=np.float64)
    return keys, sums


def _surprise(together: tuple[Integers, Values], size: int) -> tuple[Integers, Values]:
    """Positive pointwise mutual information of each pair."""
    keys, counts = together
    rows, columns = keys // size, keys % size
    sums = np.bincount(rows, weights=counts, minlength=size)
    context = sums**SMOOTHED
    context /= context.sum()
    values = np.log(counts / (sums[rows] * context[columns]))
    return keys[values > 0], values[values > 0]


def _compressed(matrix: tuple[Integers, Values], size: int, width: int) -> Values:
    """The left singular vectors times the root of the singular values, by random projection."""
    keys, values = matrix
    starts = np.searchsorted(keys, np.arange(0, size + BLOCK, BLOCK) * size)
    basis = np.random.default_rng(SEED).normal(size=(size, min(width + SPARE, size))).astype(np.float32)

    def blocks() -> Iterator[tuple[slice, Floats]]:
        for number, (start, end) in enumerate(pairwise(starts)):
            first = number * BLOCK
            dense = np.zeros((min(BLOCK, size - first), size), dtype=np.float32)
            dense[keys[start:end] // size - first, keys[start:end] % size] = values[start:end]
            yield slice(first, first + len(dense)), dense

    for _ in range(PASSES):
        turned = np.zeros_like(basis)
        for _, dense in blocks():
            turned += dense.T @ (dense @ basis)
        basis = np.linalg.qr(turned)[0]
    image = np.zeros_like(basis)
    for rows, dense in blocks():
        image[rows] = dense @ basis
    left, strength, _ = np.linalg.svd(image, full_matrices=False)
    return np.asarray(left[:, :width] * np.sqrt(strength[:width]), dtype=np.float64)


def write_table(path: Path, table: Table) -> None:
    """Write a table as `load` reads it."""
    kept, weights, vectors = table
    np.savez_compressed(path, grams=np.array("\n".join(kept)), weights=weights, vectors=vectors)


def write_model(path: Path, name: str, models: Models, trained_on: Iterable[str]) -> None:
    """Write the models, and the pairs of reports they were fitted on (as their SHA-256 sums)."""
    parts = {key: as_json(getattr(models, key)) for key in Models.__dataclass_fields__}
    text = json.dumps({"name": name, "trained_on": sorted(trained_on), **parts}, ensure_ascii=False, indent=1)
    path.write_text(re.sub(r"\n {4,}|\n {3}(?=\])", " ", text) + "\n", "utf-8")


def load(table: Path = TABLE, model: Path | None = MODEL) -> Field:
    """Read a table and the models that were fitted on it (without any: models that say nothing)."""
    with np.load(table) as arrays:
        kept = str(arrays["grams"]).split("\n")
        weights, vectors = arrays["weights"].astype(np.float64), arrays["vectors"].astype(np.float32)
    fitted = json.loads(model.read_text("utf-8")) if model else None
    digest = hashlib.sha256(table.read_bytes() + (model.read_bytes() if model else b"")).hexdigest()
    return Field(
        version=f"{fitted['name'] if fitted else 'unfitted'}+{digest[:12]}",
        index={gram: row for row, gram in enumerate(kept)},
        weights=weights,
        vectors=vectors,
        models=Models(**{name: model_from(fitted[name]) for name in Models.__dataclass_fields__})
        if fitted
        else Models.silent(),
        trained_on=frozenset(fitted["trained_on"]) if fitted else frozenset(),
    )


@cache
def shipped() -> Field:
    """The table that comes with the program, read once."""
    return load()
