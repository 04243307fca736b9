"""Labelled promises → the models of the matching; each pair can be left out to test them honestly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tracker.lessons.labels import Label, digest
from tracker.matching.features import PAIR, PHRASE, likeness
from tracker.matching.gathered import GATHERED, Part, gathered, given
from tracker.matching.match import Measured, measure, nearest_of, with_phrases
from tracker.matching.model import Model, Models, Term
from tracker.matching.passages import UNIT
from tracker.matching.table import Field, Floats, Integers, Values
from tracker.reading.commitments import Commitment, Statement, Testability, commitments, statements
from tracker.reading.document import Report, read
from tracker.reading.text import Span

RIDGE = 3.0
"""Precision of the normal prior on the weights of standardised features."""

RIDGE_SUBJECT = 1.0
"""The same on the parts of the direction of subjects, which are not standardised."""

RIDGE_APART = 100.0
"""The same on half the difference of the two rankers: to answer and to promise again is much the same."""

STEPS = 15
"""Newton steps; both fits settle within ten."""

SETTLED = 1e-6
"""The longest step after which a fit has settled."""

KEPT = 60
"""How many of the likeliest clauses a ranker learns from, beside those that readers quoted."""

COVERED = 0.5
"""The share of a labelled sentence that an extracted promise must cover to be the same."""

TERMS = (*PAIR, PHRASE)


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """One labelled promise against one kind of statements.

    `values` are the features of its likeliest clauses, the last one too; `hits` those that readers quoted.
    `given` are the features of the promise that ask no model, `direction` is where it points, at length 1.
    """

    values: Values
    hits: Integers
    given: Values
    direction: Floats


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
    promises, same = asked(labels, read(baseline))
    measured = measure(promises, statements(read(answer)), field)
    rows = {promise.id: row for row, promise in enumerate(promises)}
    return [
        Lesson(
            label,
            _held(measured, measured.answer, rows[same[label.id]], label.evidence),
            _held(measured, measured.repeat, rows[same[label.id]], _repeat(label, answer)),
            _held(measured, measured.admit, rows[same[label.id]], ()),
        )
        for label in labels
    ]


def asked(labels: Sequence[Label], report: Report) -> tuple[tuple[Commitment, ...], dict[str, str]]:
    """The promises of the plan with the labelled ones that were not extracted; label → promise, by id."""
    extracted, said = commitments(report), statements(report)
    same = {label.id: one.id for label in labels if (one := same_as(label, extracted))}
    missing = [label for label in labels if label.is_commitment and label.id not in same]
    added = tuple(commitment(label, said) for label in missing)
    return (*extracted, *added), same | {label.id: label.id for label in missing}


def same_as(label: Label, extracted: Sequence[Commitment]) -> Commitment | None:
    """The extracted promise that covers most of a labelled sentence, if it covers half."""
    best = max(extracted, key=lambda one: _overlap(label, one), default=None)
    enough = COVERED * len(label.text)
    return best if best is not None and _overlap(label, best) >= enough else None


def _overlap(label: Label, one: Commitment) -> int:
    return max(0, min(label.end, one.end) - max(label.start, one.start))


def _repeat(label: Label, text: str) -> tuple[Span, ...]:
    """Where the plan promises again, by the quote."""
    place = text.find(label.repeat) if label.repeat else -1
    return ((place, place + len(label.repeat or "")),) if place >= 0 else ()


def _held(measured: Measured, part: Part | None, row: int, spans: Sequence[Span]) -> Held | None:
    if part is None:
        return None
    hits = _hit(part, spans)
    likeliest = np.argsort(-likeness(part.values[row]), kind="stable")[:KEPT]
    kept = np.union1d(likeliest, np.array(hits, dtype=np.int64))
    return Held(
        with_phrases(measured.promises, part, row, kept),
        np.searchsorted(kept, hits),
        given(measured.promises, part, row),
        np.asarray(measured.promises.sentences.whole[row] / UNIT),
    )


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
    answer, repeat = rankers([one.answer for one in held], [one.repeat for one in held])
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


@dataclass(frozen=True, slots=True, eq=False)
class _Quoted:
    """The clauses of many promises: features, 1 where readers quoted, and where each promise's begin."""

    values: Values
    quoted: Values
    starts: Integers

    def pull(self, weights: Values) -> tuple[Values, Values]:
        """The gradient and the curve of the quoted clauses' shares, the latter never too small."""
        odds = self.values @ weights
        everywhere, there = shares(odds, self.starts), shares(odds, self.starts, self.quoted)
        weighted = self.values * everywhere[:, None]
        mean = np.add.reduceat(weighted, self.starts)
        return self.values.T @ (there - everywhere), weighted.T @ self.values - mean.T @ mean


def rankers(answers: Sequence[Held | None], repeats: Sequence[Held | None]) -> tuple[Model, Model]:
    """The two conditional logits that put quoted clauses before others, fitted together.

    Their weights are a common part plus and minus a small one of their own.
    """
    both = [[one for one in part if one] for part in (answers, repeats)]
    stacked = np.concatenate([one.values for part in both for one in part if len(one.hits)])
    centre, scale = stacked.mean(0), stacked.std(0) + 1e-9
    quoted = [_quoted(part, centre, scale) for part in both]
    answer, repeat = [
        _ranker(part, weights / scale, centre)
        for part, weights in zip(both, _ranked(quoted[0], quoted[1]), strict=True)
    ]
    return answer, repeat


def _quoted(part: Sequence[Held], centre: Values, scale: Values) -> _Quoted:
    rows = [one for one in part if len(one.hits)]
    values = np.concatenate([(one.values - centre) / scale for one in rows])
    lengths = np.array([len(one.values) for one in rows])
    starts = np.cumsum(lengths) - lengths
    quoted = np.zeros(len(values))
    quoted[np.concatenate([one.hits + start for one, start in zip(rows, starts, strict=True)])] = 1
    return _Quoted(values, quoted, starts)


def _ranked(answers: _Quoted, repeats: _Quoted) -> tuple[Values, Values]:
    """Newton steps to the weights of both under which quoted clauses take the largest shares."""
    width = answers.values.shape[1]
    ridge = np.repeat([RIDGE, RIDGE_APART], width)
    weights = np.zeros(2 * width)
    for _ in range(STEPS):
        common, own = np.split(weights, 2)
        (pull, curve), (other, others) = answers.pull(common + own), repeats.pull(common - own)
        gradient = np.concatenate([pull + other, pull - other]) - ridge * weights
        whole = np.block([[curve + others, curve - others], [curve - others, curve + others]])
        step = np.linalg.solve(whole + np.diag(ridge), gradient)
        weights = weights + step / max(1.0, float(np.abs(step).max()))
        if np.abs(step).max() < SETTLED:
            break
    common, own = np.split(weights, 2)
    return common + own, common - own


def shares(odds: Values, starts: Integers, among: Values | None = None) -> Values:
    """Odds → shares that add up to one within each run of rows; only rows marked 1 in `among` have any."""
    lengths = np.diff(np.append(starts, len(odds)))
    if among is not None:
        odds = np.where(among > 0, odds, -np.inf)
    rows = np.exp(odds - np.repeat(np.maximum.reduceat(odds, starts), lengths))
    return np.asarray(rows / np.repeat(np.add.reduceat(rows, starts), lengths))


def _ranker(held: Sequence[Held], weights: Values, centre: Values) -> Model:
    odds = np.concatenate([(one.values - centre) @ weights for one in held])
    return _model(_bias(odds, sum(len(one.hits) for one in held)), TERMS, weights, centre)


def _bias(odds: Values, hits: int) -> float:
    """What makes the probabilities of all pairs add up to the evidence there is."""
    low, high = -30.0, 30.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if (1 / (1 + np.exp(-odds - middle))).sum() < hits else (low, middle)
    return low


def _judge(rows: Sequence[tuple[Held | None, bool]], order: Model) -> Model:
    known = [(one, truth) for one, truth in rows if one is not None]
    values = np.array([promise_values(one, order) for one, _ in known])
    directions = np.array([one.direction for one, _ in known], dtype=np.float64)
    return logit(values, directions, np.array([float(truth) for _, truth in known]))


def promise_values(one: Held, order: Model) -> list[float]:
    """What is known of a promise but its subject."""
    near = nearest_of(one.values, np.arange(len(one.values)), order)
    return gathered(one.given, near.odds, 0.0)[:-1]


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
        step = np.linalg.solve(curve, z.T @ (truth - p) - penalty * weights)
        weights = weights + step
        if np.abs(step).max() < SETTLED:
            break
    subject = tuple(round(float(part), 3) for part in weights[width:-1])
    return _model(
        float(weights[-1]),
        GATHERED,
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
