"""What matching says: explained candidates for each commitment, best first."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.reading.commitments import Commitment, Statement


@dataclass(frozen=True, slots=True)
class Feature:
    """One named part of a score: its value and its share in the log-odds of the score."""

    name: str
    value: float
    share: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement held against a commitment.

    `score` is 0–1 and orders candidates; `shared` are pairs of spans of shared wording, each a
    ((start, end) in the commitment's text, (start, end) in the statement's text), relative to the two texts.
    """

    statement: Statement
    score: float
    features: tuple[Feature, ...]
    shared: tuple[tuple[tuple[int, int], tuple[int, int]], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Everything the answering report says that touches one commitment.

    `answers` come from measures, duty and other sections, `admissions` from problems, `repeats`
    from its plan; each best first. The probabilities are calibrated: `answered` that a careful
    reader would find the promise answered at all, `repeated` that he would find it promised again,
    `admitted` that a problem names this very thing as lacking. `explained` are the features behind
    `answered`. `rare` are pairs of characters that the field's table does not know, as in the names of
    roads and villages, and that both the promise and some statement which may answer have.
    """

    commitment: Commitment
    answers: tuple[Candidate, ...]
    repeats: tuple[Candidate, ...]
    admissions: tuple[Candidate, ...]
    answered: float
    repeated: float
    admitted: float
    explained: tuple[Feature, ...]
    rare: tuple[str, ...] = ()

    def relevant(self, least: float) -> tuple[Candidate, ...]:
        """The answers that score at least so much; always the best one."""
        return tuple(c for place, c in enumerate(self.answers) if place == 0 or c.score >= least)
