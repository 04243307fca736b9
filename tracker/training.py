"""Labelled promises → the models of the matching, and their honest test: each pair by a model without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tracker.commitments import Commitment, Statement, Testability, statements
from tracker.document import SectionKind, read
from tracker.labels import Label
from tracker.matching.features import PAIR, Values, pairs
from tracker.matching.features import read as read_units
from tracker.matching.match import best, gathered, may_answer
from tracker.matching.matches import Candidate
from tracker.matching.model import Model, Models, Term
from tracker.matching.table import Field
from tracker.text import Span

RIDGE = 0.3
"""Precision of the normal prior on weights of standardised features."""

STEPS = 30
"""Newton steps; both fits settle within ten."""


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """One labelled promise against all statements of one kind: features of each, and which are evidence."""

    label: Label
    commitment: Commitment
    statements: tuple[Statement, ...]
    values: Values
    hits: np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """All that one labelled promise teaches; None where the answering report has no such part."""

    label: Label
    answer: Held | None
    repeat: Held | None
    admit: Held | None


def _spans(label: Label, text: str) -> dict[str, tuple[Span, ...]]:
    place = text.find(label.repeat) if label.repeat else -1
    again = ((place, place + len(label.repeat or "")),) if place >= 0 else ()
    return {"answer": label.evidence, "repeat": again, "admit": ()}


def lessons(labels: Sequence[Label], texts: dict[str, str], field: Field) -> list[Lesson]:
    """Measure every labelled promise that readers agree on against its answering report."""
    found: list[Lesson] = []
    wanted = [label for label in labels if label.is_commitment and label.agreed]
    for pair in sorted({(label.baseline, label.answer) for label in wanted}):
        ours = [label for label in wanted if (label.baseline, label.answer) == pair]
        found += _pair(ours, texts[pair[0]], texts[pair[1]], field)
    return found


def _pair(labels: Sequence[Label], baseline: str, answer: str, field: Field) -> list[Lesson]:
    placed = statements(read(baseline))
    promises = [_commitment(label, placed) for label in labels]
    measured = read_units(promises, field)
    said = statements(read(answer))
    parts = {
        "answer": [s for s in said if may_answer(s)],
        "repeat": [s for s in said if s.section is SectionKind.PLAN or s.outline],
        "admit": [s for s in said if s.section is SectionKind.PROBLEMS],
    }
    values = {
        kind: pairs(measured, read_units(part, field), field) if part else None
        for kind, part in parts.items()
    }
    return [
        Lesson(
            label,
            **{
                kind: _held(label, promise, part, _at(values[kind], row), _spans(label, answer)[kind])
                for kind, part in parts.items()
            },
        )
        for row, (label, promise) in enumerate(zip(labels, promises, strict=True))
    ]


def _at(values: Values | None, row: int) -> Values | None:
    return None if values is None else values[row]


def _held(
    label: Label,
    promise: Commitment,
    part: Sequence[Statement],
    values: Values | None,
    spans: tuple[Span, ...],
) -> Held | None:
    if values is None:
        return None
    hits = np.array([any(s.start < end and start < s.end for start, end in spans) for s in part])
    return Held(label, promise, tuple(part), values, hits)


def _commitment(label: Label, placed: Sequence[Statement]) -> Commitment:
    """The labelled sentence as the reader would give it, with the headings found above it."""
    path = next((s.item_path for s in placed if s.start < label.end and label.start < s.end), ())
    return Commitment(label.id, label.text, label.start, label.end, path, Testability.CONTINUING)


def ranker(held: Sequence[Held], names: Sequence[str] = PAIR) -> Model:
    """The conditional logit that puts evidence before other statements."""
    rows = [(one.values, one.hits) for one in held if one.hits.any()]
    stacked = np.concatenate([values for values, _ in rows])
    centre, scale = stacked.mean(0), stacked.std(0) + 1e-9
    standard = [((values - centre) / scale, hits) for values, hits in rows]
    weights = np.zeros(len(centre))
    for _ in range(STEPS):
        step = _ranker_step(standard, weights)
        weights = weights + step / max(1.0, float(np.abs(step).max()))
    odds = np.concatenate([((one.values - centre) / scale) @ weights for one in held])
    return _model(_bias(odds, sum(int(one.hits.sum()) for one in held)), names, weights / scale, centre)


def _bias(odds: Values, hits: int) -> float:
    """What makes the probabilities of all pairs add up to the evidence there is."""
    low, high = -30.0, 30.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if (1 / (1 + np.exp(-odds - middle))).sum() < hits else (low, middle)
    return low


def _ranker_step(rows: Sequence[tuple[Values, np.ndarray]], weights: Values) -> Values:
    """One Newton step, with the curve of the denominator alone: never too long."""
    gradient = -RIDGE * weights
    curve = RIDGE * np.eye(len(weights))
    for z, hits in rows:
        p, q = softmax(z @ weights), np.zeros(len(z))
        q[hits] = softmax(z[hits] @ weights)
        mean = p @ z
        gradient += q @ z - mean
        curve += (z * p[:, None]).T @ z - np.outer(mean, mean)
    return np.asarray(np.linalg.solve(curve, gradient))


def softmax(odds: Values) -> Values:
    """Odds → shares that add up to one."""
    shares = np.exp(odds - odds.max())
    return np.asarray(shares / shares.sum())


def logit(values: Values, truth: np.ndarray, names: Sequence[str], ridge: float = RIDGE) -> Model:
    """Ridge-penalised logistic regression."""
    centre, scale = values.mean(0), values.std(0) + 1e-9
    z = np.c_[(values - centre) / scale, np.ones(len(values))]
    weights = np.zeros(z.shape[1])
    penalty = np.append(np.full(values.shape[1], ridge), 1e-6)
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-z @ weights))
        curve = (z * (p * (1 - p))[:, None]).T @ z + np.diag(penalty)
        weights = weights + np.linalg.solve(curve, z.T @ (truth - p) - penalty * weights)
    return _model(float(weights[-1]), names, weights[:-1] / scale, centre)


def _model(bias: float, names: Sequence[str], weights: np.ndarray, centre: np.ndarray) -> Model:
    return Model(
        round(bias, 4),
        tuple(
            Term(name, round(float(w), 5), round(float(c), 5))
            for name, w, c in zip(names, weights, centre, strict=True)
        ),
    )


GATHERED = ("best", "sense", "clause_sense", "clause_wording", "length")
"""The features of a promise, in the order of `tracker.matching.match.gathered`."""


def fit(held: Sequence[Lesson]) -> Models:
    """All five models."""
    answer = ranker([one.answer for one in held if one.answer])
    repeat = ranker([one.repeat for one in held if one.repeat])
    return Models(
        answer=answer,
        repeat=repeat,
        answered=_judge([(one.answer, one.label.answered) for one in held], answer),
        repeated=_judge([(one.repeat, one.label.repeated) for one in held], repeat),
        admitted=_judge([(one.admit, one.label.admitted) for one in held], answer),
    )


def promise_values(one: Held, order: Model) -> list[float]:
    """What the promise's best candidates say together."""
    candidates = [_bare(one, place, order) for place in best(one.values, order)]
    return gathered(one.commitment, candidates)


def _bare(one: Held, place: int, order: Model) -> Candidate:
    features = order.explain([float(value) for value in one.values[place]])
    return Candidate(one.statements[place], 0.0, features, ())


def _judge(rows: Sequence[tuple[Held | None, bool]], order: Model) -> Model:
    known = [(promise_values(one, order), truth) for one, truth in rows if one is not None]
    values = np.array([row for row, _ in known])
    return logit(values, np.array([float(truth) for _, truth in known]), GATHERED)
