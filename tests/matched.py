"""Hand-made matches for tests of what is made of them."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.judging.again import Plan
from tracker.matching.matches import Candidate, Match
from tracker.reading.commitments import Commitment, Statement, Testability
from tracker.reading.document import SectionKind


def promise(
    text: str,
    testability: Testability = Testability.CONTINUING,
    path: tuple[str, ...] = (),
    key: str = "a" * 16,
) -> Commitment:
    return Commitment(key, text, 0, len(text), path, testability)


def statement(
    text: str, section: SectionKind = SectionKind.MEASURES, start: int = 0, path: tuple[str, ...] = ()
) -> Statement:
    return Statement(section, text, start, start + len(text), path)


def plan(year: int, *texts: str) -> Plan:
    """A plan whose sentences are its promises, one after the other; the ids are year and text."""
    promises, said, start = [], [], 0
    for text in texts:
        one = statement(text, SectionKind.PLAN, start)
        said.append(one)
        promises.append(Commitment(f"{year}-{text}", text, one.start, one.end, (), Testability.CONTINUING))
        start = one.end
    return Plan(year, tuple(promises), tuple(said))


def candidate(
    of: Commitment, text: str, section: SectionKind = SectionKind.MEASURES, score: float = 0.9
) -> Candidate:
    return Candidate(statement(text, section), score, (), shared_runs(of.text, text))


def shared_runs(one: str, other: str) -> tuple[tuple[tuple[int, int], tuple[int, int]], ...]:
    """The runs of three characters or more that occur in both, longest from each place on."""
    runs = []
    place = 0
    while place < len(one):
        length = 0
        while place + length < len(one) and one[place : place + length + 1] in other:
            length += 1
        if length > 2:
            at = other.find(one[place : place + length])
            runs.append(((place, place + length), (at, at + length)))
        place += max(length, 1)
    return tuple(runs)


def matched(  # noqa: PLR0913 - a match has this many sides
    of: Commitment,
    *,
    answers: Sequence[str] = (),
    repeats: Sequence[str] = (),
    admissions: Sequence[str] = (),
    answered: float = 0.0,
    repeated: float = 0.0,
    admitted: float = 0.0,
    score: float = 0.9,
) -> Match:
    def side(texts: Sequence[str], section: SectionKind) -> tuple[Candidate, ...]:
        return tuple(candidate(of, text, section, score) for text in texts)

    return Match(
        commitment=of,
        answers=side(answers, SectionKind.MEASURES),
        repeats=side(repeats, SectionKind.PLAN),
        admissions=side(admissions, SectionKind.PROBLEMS),
        answered=answered,
        repeated=repeated,
        admitted=admitted,
        explained=(),
    )


def by_shared_wording(promises: Sequence[Commitment], statements: Sequence[Statement]) -> list[Match]:
    """A stand-in for the matcher: the probability is the share of the promise found in one sentence."""
    return [_by_shared_wording(one, statements) for one in promises]


def _by_shared_wording(of: Commitment, statements: Sequence[Statement]) -> Match:
    def side(*sections: SectionKind) -> tuple[Candidate, ...]:
        found = []
        for said in statements:
            if said.section in sections:
                shared = shared_runs(of.text, said.text)
                score = sum(end - start for (start, end), _ in shared) / len(of.text)
                found.append(Candidate(said, score, (), shared))
        return tuple(sorted(found, key=lambda c: (-c.score, c.statement.start)))

    answers = side(SectionKind.MEASURES, SectionKind.DUTY, SectionKind.OTHER)
    repeats, admissions = side(SectionKind.PLAN), side(SectionKind.PROBLEMS)
    answered, repeated, admitted = (
        found[0].score if found else 0.0 for found in (answers, repeats, admissions)
    )
    return Match(of, answers, repeats, admissions, answered, repeated, admitted, ())
