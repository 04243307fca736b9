"""The whole pipeline held against labels: what was extracted, found, decided alone, and how often rightly."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

import numpy as np

from tracker.audits.audit import Filed, Finding, audit
from tracker.errors import TrackerError
from tracker.judging.verdicts import Policy, Verdict
from tracker.lessons.labels import Label, digest
from tracker.lessons.metrics import (
    Bin,
    Rate,
    calibration_error,
    interval,
    macro_f1,
    precision,
    rate,
    recall,
    reliability,
)
from tracker.lessons.training import Lesson, asked, fit, lessons, pair_key
from tracker.matching.match import match, may_answer
from tracker.matching.plain import SCORERS, plain
from tracker.matching.table import Field
from tracker.reading.commitments import Statement, statements
from tracker.reading.document import Report, read

SAID_ANSWERED = frozenset({Verdict.FULFILLED, Verdict.PARTLY_FULFILLED, Verdict.MISSED})
SAID_UNANSWERED = frozenset({Verdict.ADMITTED, Verdict.REPEATED, Verdict.DROPPED})

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the pipeline said of one labelled sentence; `found` is None where it promises nothing.

    `place` is the rank of the first statement that readers quoted too, from 0; None if there is none.
    """

    label: Label
    extracted: bool
    found: Finding | None = None
    said: bool = False
    place: int | None = None

    @property
    def alone(self) -> bool:
        """Whether the machine gives its verdict without a person."""
        verdicts = SAID_ANSWERED | SAID_UNANSWERED
        return (
            self.found is not None
            and not self.found.judgement.needs_review
            and self.found.verdict in verdicts
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """One baseline held against one answer; `left_out` says that the model was refitted without it."""

    baseline: str
    answer: str
    left_out: bool
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: its value, the count it rests on, and its 95% interval over pairs."""

    value: float | None
    count: int
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Baseline:
    """A plain scorer on the same promises: macro-F1 (tuned without the pair, and at 80), and evidence."""

    tuned: float | None
    at_80: float | None
    first: float | None
    three: float | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures: overall with intervals, by pair without, the table of reliability, and the baselines."""

    field: str
    pairs: tuple[Pair, ...]
    overall: dict[str, Measure]
    by_pair: tuple[dict[str, Measure], ...]
    reliability: tuple[Bin, ...]
    baselines: dict[str, Baseline]


def evaluate(  # noqa: PLR0913 - two of them by name only
    labels: Sequence[Label],
    texts: Mapping[str, str],
    field: Field,
    policy: Policy,
    *,
    further: Sequence[Label] = (),
    baselines: bool = False,
) -> Evaluation:
    """Hold every pair against its labels; one that trained the field's models is left out of them.

    `further` labels only teach: no figure counts them.
    """
    pairs = tuple(_pairs(labels, further, texts, field, policy))
    outcomes = [pair.outcomes for pair in pairs]
    known = [o for pair in pairs for o in pair.outcomes if _counts(o)]
    return Evaluation(
        field=field.version,
        pairs=pairs,
        overall={name: _with_interval(outcomes, measure) for name, measure in MEASURES.items()},
        by_pair=tuple({n: _figure(pair.outcomes, m) for n, m in MEASURES.items()} for pair in pairs),
        reliability=reliability([(o.label.answered, _probability(o)) for o in known]),
        baselines=_baselines(pairs, texts) if baselines else {},
    )


def _pairs(
    labels: Sequence[Label], further: Sequence[Label], texts: Mapping[str, str], field: Field, policy: Policy
) -> Iterator[Pair]:
    names = sorted({(label.baseline, label.answer) for label in labels})
    seen = [pair for pair in names if pair_key(texts[pair[0]], texts[pair[1]]) in field.trained_on]
    taught = [*(x for x in labels if (x.baseline, x.answer) in seen), *further]
    learned = lessons(taught, texts, field) if seen else []
    for baseline, answer in names:
        left_out = (baseline, answer) in seen
        used = _without(learned, answer, field) if left_out else field
        ours = [label for label in labels if (label.baseline, label.answer) == (baseline, answer)]
        yield Pair(baseline, answer, left_out, _outcomes(ours, texts[baseline], texts[answer], used, policy))


def _without(learned: Sequence[Lesson], answer: str, field: Field) -> Field:
    """The field with models that have not seen the labels of this pair; TrackerError if no others teach."""
    others = [one for one in learned if one.label.answer != answer]
    quoted = [[one.answer for one in others], [one.repeat for one in others]]
    if not all(any(held is not None and len(held.hits) for held in part) for part in quoted):
        raise TrackerError("evaluate.nothing_to_learn", answer=answer)
    return replace(field, models=fit(others))


def _outcomes(
    labels: Sequence[Label], baseline: str, answer: str, field: Field, policy: Policy
) -> tuple[Outcome, ...]:
    report = read(baseline)
    promises, same = asked(labels, report)
    asking = replace(_filed(report, baseline), commitments=promises)
    year = (report.reported_year or 0) + 1
    done = audit("", year, asking, _filed(read(answer), answer), (), (), partial(match, field=field), policy)
    findings = {finding.commitment.id: finding for finding in done.findings}
    return tuple(_outcome(label, same.get(label.id), findings, policy) for label in labels)


def _filed(report: Report, text: str) -> Filed:
    return Filed(report, "", digest(text), 1, "")


def _outcome(label: Label, same: str | None, findings: Mapping[str, Finding], policy: Policy) -> Outcome:
    extracted = same not in {None, label.id}
    if same is None or not label.is_commitment:
        return Outcome(label, extracted)
    found = findings[same]
    candidates = found.match.answers if found.match else ()
    place = next((n for n, c in enumerate(candidates) if _quoted(c.statement, label)), None)
    if found.verdict in SAID_ANSWERED | SAID_UNANSWERED or found.match is None:
        said = found.verdict in SAID_ANSWERED
    else:
        said = found.match.answered >= policy.answered
    return Outcome(label, extracted, found, said, place)


def _quoted(statement: Statement, label: Label) -> bool:
    return any(statement.start < end and start < statement.end for start, end in label.evidence)


def _counts(outcome: Outcome) -> bool:
    """Whether the figures on verdicts count a sentence: a promise that readers agree on."""
    return outcome.found is not None and outcome.label.agreed


def _probability(outcome: Outcome) -> float:
    return outcome.found.match.answered if outcome.found and outcome.found.match else 0.0


def _truths(outcomes: Sequence[Outcome]) -> list[tuple[bool, bool]]:
    return [(o.label.answered, o.said) for o in outcomes if _counts(o)]


def _among(outcomes: Sequence[Outcome], best: int) -> Rate:
    """Of answered promises with quotes: those with a quoted statement among the `best` first."""
    asked = [o for o in outcomes if _counts(o) and o.label.answered and o.label.evidence]
    return rate([o.place is not None and o.place < best for o in asked])


def _repeats(outcomes: Sequence[Outcome]) -> list[tuple[bool, bool]]:
    return [
        (o.label.repeated, o.found.judgement.repeated)
        for o in outcomes
        if o.label.agreed and o.found is not None and o.label.repeated is not None
    ]


def _alone(outcomes: Sequence[Outcome]) -> list[Outcome]:
    return [o for o in outcomes if _counts(o) and o.alone]


def _silent_alone(outcomes: Sequence[Outcome]) -> Rate:
    return rate([not o.label.answered for o in _alone(outcomes) if not o.said])


Figure = tuple[float | None, int]


def _of(found: Rate) -> Figure:
    return found.value, found.total


def _f1_of(pairs: Sequence[tuple[bool, bool]]) -> Figure:
    return macro_f1(pairs), len(pairs)


def _error(outcomes: Sequence[Outcome]) -> Figure:
    known = [(o.label.answered, _probability(o)) for o in outcomes if _counts(o)]
    return calibration_error(reliability(known)), len(known)


MEASURES: dict[str, Callable[[Sequence[Outcome]], Figure]] = {
    "extracted": lambda os: _of(rate([o.extracted for o in os if o.label.is_commitment])),
    "taken": lambda os: _of(rate([o.extracted for o in os if not o.label.is_commitment])),
    "answered_f1": lambda os: _f1_of(_truths(os)),
    "answered_f1_sure": lambda os: _f1_of(_truths([o for o in os if o.label.sure])),
    "unanswered_precision": lambda os: _of(precision(_truths(os), of=False)),
    "unanswered_recall": lambda os: _of(recall(_truths(os), of=False)),
    "evidence_first": lambda os: _of(_among(os, 1)),
    "evidence_three": lambda os: _of(_among(os, 3)),
    "repeated_f1": lambda os: _f1_of(_repeats(os)),
    "calibration_error": _error,
    "alone": lambda os: _of(rate([o.alone for o in os if _counts(o)])),
    "alone_right": lambda os: _of(rate([o.said is o.label.answered for o in _alone(os)])),
    "unanswered_alone_right": lambda os: _of(_silent_alone(os)),
}
"""The figures, in the order in which they are printed."""


def _figure(outcomes: Sequence[Outcome], measure: Callable[[Sequence[Outcome]], Figure]) -> Measure:
    return Measure(*measure(outcomes))


def _with_interval(
    groups: Sequence[Sequence[Outcome]], measure: Callable[[Sequence[Outcome]], Figure]
) -> Measure:
    value, count = measure([outcome for group in groups for outcome in group])
    low, high = interval(groups, lambda drawn: measure(drawn)[0]) or (None, None)
    return Measure(value, count, low, high)


@dataclass(frozen=True, slots=True)
class _Scored:
    """One promise by a plain scorer: the truth, the best score, and the rank of a quoted statement."""

    pair: str
    truth: bool
    score: float
    asked: bool
    place: int


def _baselines(pairs: Sequence[Pair], texts: Mapping[str, str]) -> dict[str, Baseline]:
    return {name: _baseline([s for p in pairs for s in _scored(name, p, texts)]) for name in SCORERS}


def _scored(name: str, pair: Pair, texts: Mapping[str, str]) -> Iterator[_Scored]:
    answering = [s for s in statements(read(texts[pair.answer])) if may_answer(s)]
    asked = [o.label for o in pair.outcomes if _counts(o)]
    if not asked or not answering:
        return
    scores = plain(name, [label.text for label in asked], [s.text for s in answering])
    for label, row in zip(asked, scores, strict=True):
        order = np.argsort(-row, kind="stable")
        quoted = (n for n, place in enumerate(order) if _quoted(answering[place], label))
        judged = label.answered and bool(label.evidence)
        yield _Scored(pair.answer, label.answered, float(row.max()), judged, next(quoted, len(row)))


def _baseline(scored: Sequence[_Scored]) -> Baseline:
    places = [s.place for s in scored if s.asked]
    tuned = [
        (s.truth, s.score >= threshold)
        for pair in sorted({s.pair for s in scored})
        for threshold in [_threshold([s for s in scored if s.pair != pair])]
        for s in scored
        if s.pair == pair
    ]
    return Baseline(
        tuned=macro_f1(tuned),
        at_80=macro_f1([(s.truth, s.score >= 80) for s in scored]),  # noqa: PLR2004 - the customary threshold
        first=rate([place < 1 for place in places]).value,
        three=rate([place < 3 for place in places]).value,  # noqa: PLR2004 - among three
    )


def _threshold(scored: Sequence[_Scored]) -> float:
    """The threshold with the best macro-F1; the lowest of equal ones."""
    tried = [float(step) for step in range(5, 100)]
    return max(tried, key=lambda t: (macro_f1([(s.truth, s.score >= t) for s in scored]) or 0, -t))
