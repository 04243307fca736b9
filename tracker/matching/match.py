"""Commitments × statements × field statistics → explained matches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tracker.matching import features
from tracker.matching.features import PAIR, Read, Texts
from tracker.matching.gathered import Nearest, Part, gathered, given, subject
from tracker.matching.matches import Candidate, Feature, Match
from tracker.matching.model import Model
from tracker.matching.passages import Passage
from tracker.matching.table import Field, Integers, Values
from tracker.matching.wording import shared
from tracker.reading.commitments import Commitment, Statement
from tracker.reading.document import SectionKind

CANDIDATES = 5
"""How many candidates a match keeps of each kind."""

NEAREST = 24
"""On how many clauses the last, dearer feature is measured."""


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """Promises held against the three parts of a report; None for a part that is not there.

    `rare` are the n-grams of the part that may answer which the field's table does not know.
    """

    promises: Read
    answer: Part | None
    repeat: Part | None
    admit: Part | None
    rare: frozenset[str] = frozenset()


def may_answer(statement: Statement) -> bool:
    """Whether a statement reports on what was done."""
    return statement.section not in {SectionKind.PLAN, SectionKind.PROBLEMS} and not statement.outline


def measure(commitments: Sequence[Commitment], statements: Sequence[Statement], field: Field) -> Measured:
    """All features of all pairs of promises and clauses that may concern them."""
    kinds = (
        [s for s in statements if may_answer(s)],
        [s for s in statements if s.section is SectionKind.PLAN or s.outline],
        [s for s in statements if s.section is SectionKind.PROBLEMS],
    )
    ours, theirs = features.texts(commitments, field), [features.texts(part, field) for part in kinds]
    weights = features.weigh([ours, *theirs], field)
    promises = features.place(ours, weights, field)
    parts = [_part(promises, tuple(s), read, weights, field) for s, read in zip(kinds, theirs, strict=True)]
    passages = parts[0].read.sentences.passages if parts[0] else ()
    rare = frozenset[str]().union(*(one.rare for one in passages))
    return Measured(promises, parts[0], parts[1], parts[2], rare)


def _part(
    promises: Read, statements: tuple[Statement, ...], read: Texts, weights: Values, field: Field
) -> Part | None:
    if not statements or not promises.sentences.passages:
        return None
    placed = features.place(read, weights, field)
    return Part(statements, placed, features.pairs(promises, placed, weights, field))


def nearest(promises: Read, part: Part, row: int, model: Model) -> Nearest:
    """The clauses nearest to promise `row`; the dearer feature is measured on the best of the others."""
    cheap = len(PAIR)
    rough = _odds(part.values[row], Model(0.0, model.terms[:cheap]))
    chosen = np.argsort(-rough, kind="stable")[:NEAREST]
    return nearest_of(with_phrases(promises, part, row, chosen), chosen, model)


def nearest_of(values: Values, clauses: Integers, model: Model) -> Nearest:
    """Clauses put in order; of equal ones the first."""
    odds = _odds(values, model)
    order = np.argsort(-odds, kind="stable")[:NEAREST]
    return Nearest(clauses[order], values[order], odds[order])


def _odds(values: Values, model: Model) -> Values:
    """The rounded log-odds of each row of values, without the bias."""
    weights = np.array([term.weight for term in model.terms])
    centres = np.array([term.centre for term in model.terms])
    return np.asarray(np.round((values - centres) @ weights, features.PLACES))


def with_phrases(promises: Read, part: Part, row: int, chosen: Integers) -> Values:
    """The features of chosen clauses with the last one."""
    promise, theirs = promises.sentences.passages[row], part.read.sentences
    owner, first = theirs.owner, theirs.first
    phrases = [
        features.phrase(promise, theirs.passages[owner[clause]], int(clause - first[owner[clause]]))
        for clause in chosen
    ]
    return np.column_stack([part.values[row, chosen], phrases])


def match(
    commitments: Sequence[Commitment], statements: Sequence[Statement], field: Field
) -> tuple[Match, ...]:
    """One match for each commitment, in order. Five-year goals and the plan never answer."""
    measured = measure(commitments, statements, field)
    return tuple(_match(commitment, row, measured, field) for row, commitment in enumerate(commitments))


def _match(commitment: Commitment, row: int, measured: Measured, field: Field) -> Match:
    models, promises = field.models, measured.promises
    parts = (
        (measured.answer, models.answer, models.answered),
        (measured.repeat, models.repeat, models.repeated),
        (measured.admit, models.answer, models.admitted),
    )
    found = [_judged(row, promises, part, order, judge) for part, order, judge in parts]
    (answers, answered, explained), (repeats, repeated, _), (admissions, admitted, _) = found
    rare = tuple(sorted(measured.rare & promises.sentences.passages[row].rare))
    return Match(commitment, answers, repeats, admissions, answered, repeated, admitted, explained, rare)


def _judged(
    row: int, promises: Read, part: Part | None, order: Model, judge: Model
) -> tuple[tuple[Candidate, ...], float, tuple[Feature, ...]]:
    """The best candidates, the probability they give together, and how it came about."""
    if part is None:
        return (), 0.0, ()
    near = nearest(promises, part, row, order)
    towards = subject(promises.sentences.whole[row], judge)
    features_of = judge.explain(gathered(given(promises, part, row), near.odds, towards))
    promise = promises.sentences.passages[row]
    return _candidates(promise, part, near, order), judge.probability(features_of), features_of


def _candidates(promise: Passage, part: Part, near: Nearest, order: Model) -> tuple[Candidate, ...]:
    """The statements of the nearest clauses, each by its best clause."""
    owner = part.read.sentences.owner
    best: dict[int, int] = {}
    for rank, clause in enumerate(near.clauses):
        best.setdefault(int(owner[clause]), rank)
    return tuple(
        _candidate(promise, part, statement, near.values[rank], order)
        for statement, rank in list(best.items())[:CANDIDATES]
    )


def _candidate(promise: Passage, part: Part, place: int, values: Values, order: Model) -> Candidate:
    explained = order.explain(values.tolist())
    said = part.read.sentences.passages[place].folded
    return Candidate(
        part.statements[place], order.probability(explained), explained, shared(promise.folded, said)
    )
