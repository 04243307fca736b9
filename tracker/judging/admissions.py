"""Problems that name the very thing a promise is about, and those that only speak of its field."""

from __future__ import annotations

from tracker.judging import cues
from tracker.judging.cases import Case
from tracker.judging.coverage import Touching, nearest, touching
from tracker.judging.policy import Policy
from tracker.matching.matches import Candidate

NAMED = 5
"""Least characters in common for a problem to name a thing and not its field (科技创新, 风险隐患)."""

IN_A_ROW = 4
"""As many, in a row, are enough where the model is all but sure that the problem names the thing."""

ALL_BUT_SURE = 0.9
"""Least probability of an admission for which fewer words in common do."""


def admission(case: Case, policy: Policy) -> Candidate | None:
    """The problem that names this very thing, if there is one; a generic 有待加强 never does.

    Either the model says so and the words do too, or a problem says outright that something was not done
    (未能, 至今没有) in a clause that holds the thing's name.
    """
    if case.match is None:
        return None
    likely = case.match.admissions[:1] if case.match.admitted >= policy.admitted else ()
    naming = (one for one in likely if _names(case, one, policy))
    return next(naming, None) or next((one for one in case.match.admissions if _denies(case, one)), None)


def outright(case: Case, policy: Policy) -> bool:
    """Whether a problem says of this very thing that it was not done, and not only that it is lacking."""
    found = admission(case, policy)
    return found is not None and _denies(case, found)


def generic_problem(case: Case, policy: Policy) -> Candidate | None:
    """A problem near the promise that does not name it: shown, never decisive."""
    if case.match is None or not case.match.admissions or admission(case, policy):
        return None
    best = case.match.admissions[0]
    near = case.match.admitted >= policy.admitted / 2
    return best if near and cues.names_a_lack(best.statement.text) else None


def _names(case: Case, problem: Candidate, policy: Policy) -> bool:
    """Whether one clause of a problem says that what one clause of the promise is about is lacking."""
    if case.match is None or not cues.names_a_lack(problem.statement.text):
        return False
    pair = nearest(case.commitment.text, problem.statement.text, problem.shared)
    if pair is None:
        return False
    clause, lack, common = pair
    sure = case.match.admitted >= ALL_BUT_SURE and _longest(case, problem) >= IN_A_ROW
    named = sure or (common >= NAMED and common >= policy.named * len(clause))
    return named and cues.names_a_lack(lack) and not cues.only_vaguely(lack)


def _longest(case: Case, problem: Candidate) -> int:
    """The most characters in a row that a clause of each has and that name something."""
    return max((one.row for one in _touching(case, problem)), default=0)


def _denies(case: Case, problem: Candidate) -> bool:
    """Whether a clause with the thing's name says that it was not done."""
    return any(one.row >= NAMED and cues.not_done(one.theirs) for one in _touching(case, problem))


def _touching(case: Case, problem: Candidate) -> list[Touching]:
    """The clauses of promise and problem that share wording."""
    return touching(case.commitment.text, problem.statement.text, problem.shared)
