"""Commitments × statements × field statistics → explained matches."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tracker.commitments import Commitment, Statement
from tracker.document import SectionKind
from tracker.matching.features import Read, Values, pairs, read
from tracker.matching.matches import Candidate, Feature, Match
from tracker.matching.model import Model
from tracker.matching.table import Field
from tracker.matching.wording import shared

CANDIDATES = 5
"""How many candidates a match keeps of each kind."""


def match(
    commitments: Sequence[Commitment], statements: Sequence[Statement], field: Field
) -> tuple[Match, ...]:
    """One match for each commitment, in order. Five-year goals and the plan never answer."""
    promises = read(commitments, field)
    kinds = {
        "answer": [s for s in statements if may_answer(s)],
        "repeat": [s for s in statements if s.section is SectionKind.PLAN or s.outline],
        "admit": [s for s in statements if s.section is SectionKind.PROBLEMS],
    }
    models = field.models
    answers = _ordered(commitments, promises, kinds["answer"], models.answer, field)
    repeats = _ordered(commitments, promises, kinds["repeat"], models.repeat, field)
    admissions = _ordered(commitments, promises, kinds["admit"], models.answer, field)
    return tuple(
        _match(commitment, answers[i], repeats[i], admissions[i], field)
        for i, commitment in enumerate(commitments)
    )


def may_answer(statement: Statement) -> bool:
    """Whether a statement reports on what was done."""
    return statement.section not in {SectionKind.PLAN, SectionKind.PROBLEMS} and not statement.outline


def _match(
    commitment: Commitment,
    answers: tuple[Candidate, ...],
    repeats: tuple[Candidate, ...],
    admissions: tuple[Candidate, ...],
    field: Field,
) -> Match:
    explained, answered = _judged(commitment, answers, field.models.answered)
    _, repeated = _judged(commitment, repeats, field.models.repeated)
    _, admitted = _judged(commitment, admissions, field.models.admitted)
    return Match(commitment, answers, repeats, admissions, answered, repeated, admitted, explained)


def _ordered(
    commitments: Sequence[Commitment],
    promises: Read,
    statements: Sequence[Statement],
    model: Model,
    field: Field,
) -> list[tuple[Candidate, ...]]:
    """For each promise the best candidates; of equal ones the first in the text."""
    if not statements or not commitments:
        return [()] * len(commitments)
    values = pairs(promises, read(statements, field), field)
    return [
        tuple(
            _candidate(commitment, statements[place], values[row, place], model)
            for place in best(values[row], model)
        )
        for row, commitment in enumerate(commitments)
    ]


def best(values: Values, model: Model) -> list[int]:
    """The places of the best candidates, best first."""
    weights = np.array([term.weight for term in model.terms])
    centres = np.array([term.centre for term in model.terms])
    scores = np.round((values - centres) @ weights, 4)
    return [int(place) for place in np.argsort(-scores, kind="stable")[:CANDIDATES]]


def _candidate(commitment: Commitment, statement: Statement, values: Values, model: Model) -> Candidate:
    features = model.explain([float(value) for value in values])
    score = model.probability(features)
    return Candidate(statement, score, features, shared(commitment.text, statement.text))


def gathered(commitment: Commitment, candidates: Sequence[Candidate]) -> list[float]:
    """What the best candidates say together, in the order of the terms of the three models."""
    if not candidates:
        return [-8.0, 0.0, 0.0, 0.0, _length(commitment)]
    odds = [sum(f.share for f in c.features) for c in candidates]
    by_name = [{f.name: f.value for f in c.features} for c in candidates[:3]]
    return [
        odds[0],
        max(c["sense"] for c in by_name),
        max(c["clause_sense"] for c in by_name),
        max(c["clause_wording"] for c in by_name),
        _length(commitment),
    ]


def _length(commitment: Commitment) -> float:
    return float(np.log(len(commitment.text)))


def _judged(
    commitment: Commitment, candidates: Sequence[Candidate], model: Model
) -> tuple[tuple[Feature, ...], float]:
    """The explained probability that the candidates bear the promise out; none without candidates."""
    features = model.explain(gathered(commitment, candidates))
    return features, model.probability(features) if candidates else 0.0


__all__ = ["best", "gathered", "match", "may_answer"]
