"""What is known of one promise, and the facts that every rule asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tracker.judging import cues
from tracker.judging.comparison import SHORT_OF, Comparison, Outcome
from tracker.judging.coverage import pieces
from tracker.judging.drift import Drift, Repeated
from tracker.judging.policy import Policy
from tracker.matching.matches import Candidate, Match
from tracker.reading.commitments import Commitment, Statement

NEAREST = 3
"""How many of the nearest passages may call a named thing done."""

_NAME = re.compile(r"《[^《》\n]{2,40}》|“[^“”\n]{2,20}”")


@dataclass(frozen=True, slots=True)
class Case:
    """All that is known of one commitment.

    `match` is None where nothing can answer yet; `obstacle` then names why. `aggregate` is a
    statement that claims all things of this kind done, `recycled` are the answers that say word for
    word what last year's report said of last year.
    """

    commitment: Commitment
    match: Match | None
    obstacle: str = "pending-no-report"
    comparisons: tuple[Comparison, ...] = ()
    aggregate: Statement | None = None
    drift: Repeated | None = None
    recycled: tuple[Statement, ...] = ()


def is_heading(statement: Statement) -> bool:
    """Whether a statement is only the heading of its item: it announces, and tells nothing."""
    return bool(statement.item_path) and statement.text.strip().rstrip("。；：:") == statement.item_path[-1]


def told_first(match: Match) -> Match:
    """The match with headings after all its other answers."""
    return replace(match, answers=tuple(sorted(match.answers, key=lambda one: is_heading(one.statement))))


def relevant(case: Case, policy: Policy) -> tuple[Candidate, ...]:
    """The answers good enough to be held against the clauses of a promise."""
    return case.match.relevant(policy.relevant) if case.match else ()


def met(case: Case) -> bool:
    """Whether a reported figure meets one of the targets."""
    return any(c.outcome is Outcome.MET for c in case.comparisons)


def in_doubt(case: Case) -> bool:
    """Whether a lower figure was reported that may or may not be the promised one."""
    return any(c.obstacle in SHORT_OF for c in case.comparisons)


def named_as_done(case: Case) -> bool:
    """Whether a near clause calls done what the promise names in quotes (“法治体检”任务圆满完成).

    No promise of the labels that nothing answers has such a clause among its three nearest passages.
    """
    names = _NAME.findall(case.commitment.text)
    near = case.match.answers[:NEAREST] if case.match else ()
    return any(
        cues.says_done(clause) and any(name in clause for name in names)
        for candidate in near
        for clause in pieces(candidate.statement.text)
    )


def is_repeated(case: Case, policy: Policy) -> bool:
    """Whether the answering report's plan promises the same again."""
    if case.match is None or not case.match.repeats:
        return False
    word_for_word = case.drift is not None and case.drift.drift is Drift.VERBATIM
    return word_for_word or case.match.repeated >= policy.repeated
