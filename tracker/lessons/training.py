"""Labelled promises → the models of the matching; each pair can be left out to test them honestly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tracker.lessons.labels import Label, digest
from tracker.matching.features import PAIR, PHRASE
from tracker.matching.gathered import GATHERED, Part, gathered
from tracker.matching.match import Measured, measure, nearest_of, with_phrases
from tracker.matching.model import Model, Models, Term
from tracker.matching.passages import UNIT
from tracker.matching.table import Field, Floats, Integers, Values
from tracker.reading.commitments import Commitment, Statement, Testability, statements
from tracker.reading.document import read
from tracker.reading.text import Span

RIDGE = 3.0
"""Precision of the normal prior on the weights of standardised features."""

RIDGE_SUBJECT = 0.5
"""The same on the parts of the direction of subjects, which are not standardised."""

STEPS = 15
"""Newton steps; both fits settle within ten."""

TERMS = (*PAIR, PHRASE)


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """One labelled promise (row `row` of `measured`) against one kind of statements.

    `hits` are the clauses that readers quoted; `values` the features of all clauses, the last one too.
    """

    measured: Measured
    part: Part
    row: int
    hits: Integers
    values: Values


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """All that one labelled promise teaches; None where the answering report has no such part."""

    label: Label
    answer: Held | None
    repeat: Held | None
    admit: Held | None


def lessons(labels: Sequence[Label], texts: Mapping[str, str], field: Field) -> list[Lesson]:
    """Measure every labelled promise that readers agree on against its answering report."""
    found: list[Lesson] = []
    wanted = [label for label in labels if label.is_commitment and label.agreed]
    for baseline, answer in sorted({(label.baseline, label.answer) for label in wanted}):
        ours = [label for label in wanted if (label.baseline, label.answer) == (baseline, answer)]
        found += _pair(ours, texts[baseline], texts[answer], field)
    return found


def _pair(labels: Sequence[Label], baseline: str, answer: str, field: Field) -> list[Lesson]:
    placed = statements(read(baseline))
    promises = [commitment(label, placed) for label in labels]
    measured = measure(promises, statements(read(answer)), field)
    return [
        Lesson(
            label,
            _held(measured, measured.answer, row, label.evidence),
            _held(measured, measured.repeat, row, _repeat(label, answer)),
            _held(measured, measured.admit, row, ()),
        )
        for row, label in enumerate(labels)
    ]


def _repeat(label: Label, text: str) -> tuple[Span, ...]:
    """Where the plan promises again, by the quote."""
    place = text.find(label.repeat) if label.repeat else -1
    return ((place, place + len(label.repeat or "")),) if place >= 0 else ()


def _held(measured: Measured, part: Part | None, row: int, spans: Sequence[Span]) -> Held | None:
    if part is None:
        return None
    everywhere = np.arange(part.values.shape[1])
    values = with_phrases(measured.promises, part, row, everywhere)
    return Held(measured, part, row, np.array(_hit(part, spans), dtype=np.int64), values)


def _hit(part: Part, spans: Sequence[Span]) -> list[int]:
    """The clauses that overlap one of the spans of the report."""
    found: list[int] = []
    clause = 0
    for statement, passage in zip(part.statements, part.read.sentences.passages, strict=True):
        for span in passage.spans:
            start, end = passage.folded.source(*span) if span[1] > span[0] else (0, 0)
            start, end = start + statement.start, end + statement.start
            if any(start < last and first < end for first, last in spans):
                found.append(clause)
            clause += 1
    return found


def commitment(label: Label, placed: Sequence[Statement]) -> Commitment:
    """The labelled sentence as the reader would give it, with the headings found above it."""
    path = next((s.item_path for s in placed if s.start < label.end and label.start < s.end), ())
    return Commitment(label.id, label.text, label.start, label.end, path, Testability.CONTINUING)


def fit(held: Sequence[Lesson]) -> Models:
    """All five models."""
    answer = ranker([one.answer for one in held if one.answer])
    repeat = ranker([one.repeat for one in held if one.repeat])
    return Models(
        answer=answer,
        repeat=repeat,
        answered=_judge([(one.answer, one.label.answered) for one in held], answer),
        repeated=_judge(_known((one.repeat, one.label.repeated) for one in held), repeat),
        admitted=_judge(_known((one.admit, one.label.admitted) for one in held), answer),
    )


def _known(facts: Iterable[tuple[Held | None, bool | None]]) -> list[tuple[Held | None, bool]]:
    """Those of which somebody said whether they are so."""
    return [(one, fact) for one, fact in facts if fact is not None]


def ranker(held: Sequence[Held]) -> Model:
    """The conditional logit that puts quoted clauses before others."""
    rows = [one for one in held if len(one.hits)]
    stacked = np.concatenate([one.values for one in rows])
    centre, scale = stacked.mean(0), stacked.std(0) + 1e-9
    standard = [((one.values - centre) / scale, one.hits) for one in rows]
    weights = np.zeros(len(centre))
    for _ in range(STEPS):
        step = _ranker_step(standard, weights)
        weights = weights + step / max(1.0, float(np.abs(step).max()))
    odds = np.concatenate([((one.values - centre) / scale) @ weights for one in held])
    return _model(_bias(odds, sum(len(one.hits) for one in held)), TERMS, weights / scale, centre)


def _ranker_step(rows: Sequence[tuple[Values, Integers]], weights: Values) -> Values:
    """One Newton step, with the curve of the denominator alone: never too long."""
    gradient = -RIDGE * weights
    curve = RIDGE * np.eye(len(weights))
    for z, hits in rows:
        everywhere, there = softmax(z @ weights), softmax(z[hits] @ weights)
        mean = everywhere @ z
        gradient += there @ z[hits] - mean
        curve += (z * everywhere[:, None]).T @ z - np.outer(mean, mean)
    return np.asarray(np.linalg.solve(curve, gradient))


def softmax(odds: Values) -> Values:
    """Odds → shares that add up to one."""
    shares = np.exp(odds - odds.max())
    return np.asarray(shares / shares.sum())


def _bias(odds: Values, hits: int) -> float:
    """What makes the probabilities of all pairs add up to the evidence there is."""
    low, high = -30.0, 30.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if (1 / (1 + np.exp(-odds - middle))).sum() < hits else (low, middle)
    return low


def promise_values(one: Held, order: Model, judge: Model) -> list[float]:
    """What the promise's nearest clauses say together."""
    near = nearest_of(one.values, np.arange(len(one.values)), order)
    return gathered(one.measured.promises, one.part, one.row, near, judge)


def direction(one: Held) -> Floats:
    """Where the promise points, at length 1."""
    return np.asarray(one.measured.promises.sentences.whole[one.row] / UNIT)


def _judge(rows: Sequence[tuple[Held | None, bool]], order: Model) -> Model:
    silent = Model(0.0, ())
    known = [(one, truth) for one, truth in rows if one is not None]
    values = np.array([promise_values(one, order, silent)[:-1] for one, _ in known])
    directions = np.array([direction(one) for one, _ in known], dtype=np.float64)
    return logit(values, directions, np.array([float(truth) for _, truth in known]))


def logit(values: Values, directions: Values, truth: Values) -> Model:
    """Ridge-penalised logistic regression on features and, more loosely held, on the subject."""
    centre, scale = values.mean(0), values.std(0) + 1e-9
    middle = directions.mean(0)
    z = np.column_stack([(values - centre) / scale, directions - middle, np.ones(len(values))])
    width = values.shape[1]
    penalty = np.concatenate([np.full(width, RIDGE), np.full(directions.shape[1], RIDGE_SUBJECT), [1e-6]])
    weights = np.zeros(z.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-z @ weights))
        curve = (z * (p * (1 - p))[:, None]).T @ z + np.diag(penalty)
        weights = weights + np.linalg.solve(curve, z.T @ (truth - p) - penalty * weights)
    subject = tuple(round(float(part), 3) for part in weights[width:-1])
    names = (*GATHERED[:-1], GATHERED[-1])
    return _model(
        float(weights[-1]),
        names,
        np.append(weights[:width] / scale, 1.0),
        np.append(centre, middle @ np.array(subject)),
        subject,
    )


def _model(
    bias: float, names: Sequence[str], weights: Values, centre: Values, subject: tuple[float, ...] = ()
) -> Model:
    terms = zip(names, weights, centre, strict=True)
    return Model(
        round(bias, 4),
        tuple(Term(name, round(float(w), 5), round(float(c), 5)) for name, w, c in terms),
        subject,
    )


def pair_key(baseline: str, answer: str) -> str:
    """Names a pair of reports by the SHA-256 of their two texts."""
    return f"{digest(baseline)}:{digest(answer)}"
