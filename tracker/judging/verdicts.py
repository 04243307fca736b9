"""Matches and figures → one verdict for each commitment, by rules one can read aloud."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from tracker.judging import cues, explained
from tracker.judging.comparison import SHORT_OF, Comparison, Outcome
from tracker.judging.coverage import SAME_CLAUSE, covered, nearest, pieces, repeating
from tracker.judging.drift import Drift, Repeated
from tracker.judging.reasons import Reason, reason
from tracker.matching.matches import Candidate, Match
from tracker.reading.commitments import Commitment, Statement, Testability
from tracker.reading.document import Genre
from tracker.reading.quantities import quantities

__all__ = ["RULES", "Case", "Judgement", "Policy", "Reason", "Verdict", "judge"]


class Verdict(StrEnum):
    """What became of a promise, as far as the reports say."""

    FULFILLED = "fulfilled"
    PARTLY_FULFILLED = "partly_fulfilled"
    MISSED = "missed"
    ADMITTED = "admitted"
    REPEATED = "repeated"
    DROPPED = "dropped"
    PENDING = "pending"
    NOT_CHECKABLE = "not_checkable"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The machine's verdict on one commitment.

    `confidence` is calibrated (of all verdicts given 0.8, about 80 in 100 are right);
    `needs_review` says that the machine does not decide this alone. `flags` are facts that stand
    beside the verdict, e.g. `repeated`, `aggregate`, `recycled`, `weaker`, `underway`.
    """

    verdict: Verdict
    confidence: float
    needs_review: bool
    repeated: bool
    flags: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """Where probabilities become verdicts, and which of them the machine gives alone.

    `answered`, `repeated` and `admitted` are the least probabilities that count as yes;
    `answered_alone` and `unanswered_alone` the least that need no person. `coverage` is the share
    of a promise's clauses that its answers must touch to keep it whole, `relevant` the least score
    of an answer that may touch one. `whole` and `part` are the shares of right verdicts among
    answered promises that were called fulfilled and partly fulfilled, `figure` that of figures
    which were rightly compared. `named` is the share of a promise's clause that a problem must
    repeat to name the very thing. A candidate that scores at least `near` by itself, or repeats the
    share `wording` of a clause, is looked at by a person before anything is called unanswered.
    """

    answered: float = 0.5
    repeated: float = 0.45
    admitted: float = 0.6
    answered_alone: float = 0.8
    unanswered_alone: float = 0.92
    coverage: float = 0.66
    relevant: float = 0.3
    whole: float = 0.72
    part: float = 0.66
    figure: float = 0.85
    named: float = 0.35
    near: float = 0.5
    wording: float = 0.3

    def of(self, genre: Genre) -> Policy:
        """The policy for reports of a genre: where too few are labelled, no accusation is made alone."""
        return self if genre in LABELLED else replace(self, unanswered_alone=NEVER)


LABELLED = frozenset({Genre.WORK_REPORT})
"""The genres with enough labels to measure how often an unanswered verdict is right (docs/accuracy.md)."""

NEVER = 2.0
"""No probability reaches it."""


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


NAMED = 5
"""Least characters in common for a problem to name a thing and not its field (科技创新, 风险隐患)."""

Found = tuple[Reason, ...] | None
Rule = Callable[[Case, Policy], Found]


def _pending(case: Case, _: Policy) -> Found:
    """No answering report, or none whose measures could be read: never `dropped`."""
    return (Reason(case.obstacle),) if case.match is None else None


def _not_checkable(case: Case, _: Policy) -> Found:
    """Nothing in the promise that one could look for."""
    return (Reason("declaratory"),) if case.commitment.testability is Testability.DECLARATORY else None


def _missed(case: Case, _: Policy) -> Found:
    """A comparable reported figure falls short of its target."""
    return explained.figures(case.commitment.text, case.comparisons, Outcome.MISSED) or None


def _fulfilled(case: Case, policy: Policy) -> Found:
    """Answered as done: its figure met, or every weighty clause answered by something finished."""
    whole = _is_answered(case, policy) and not _shortfall(case, policy)
    return _answer_reasons(case) if whole else None


def _partly_fulfilled(case: Case, policy: Policy) -> Found:
    """Answered, but only under way, or only some of its actions."""
    if not _is_answered(case, policy):
        return None
    return (*_shortfall(case, policy), *_answer_reasons(case))


def _admitted(case: Case, policy: Policy) -> Found:
    """Not answered, but a problem names this very thing as lacking."""
    best = _admission(case, policy)
    if best is None:
        return None
    return (reason("admitted", quote=explained.quote(best.statement)), *explained.unanswered(case.match))


def _repeated(case: Case, policy: Policy) -> Found:
    """Not answered, and promised again."""
    return explained.unanswered(case.match) if _is_repeated(case, policy) else None


def _dropped(case: Case, _: Policy) -> Found:
    """Not answered, not admitted, not promised again."""
    return (*explained.unanswered(case.match), Reason("not-admitted-not-repeated"))


RULES: tuple[tuple[Verdict, Rule], ...] = (
    (Verdict.PENDING, _pending),
    (Verdict.NOT_CHECKABLE, _not_checkable),
    (Verdict.MISSED, _missed),
    (Verdict.FULFILLED, _fulfilled),
    (Verdict.PARTLY_FULFILLED, _partly_fulfilled),
    (Verdict.ADMITTED, _admitted),
    (Verdict.REPEATED, _repeated),
    (Verdict.DROPPED, _dropped),
)
"""The verdict table: the first rule that holds decides, and the last one always holds."""


def judge(case: Case, policy: Policy) -> Judgement:
    """The verdict on one commitment, with its reasons, flags and confidence."""
    verdict, found = next((v, found) for v, rule in RULES if (found := rule(case, policy)) is not None)
    return Judgement(
        verdict=verdict,
        confidence=round(_confidence(case, policy, verdict), 4),
        needs_review=_needs_review(case, policy, verdict),
        repeated=_is_repeated(case, policy),
        flags=_flags(case, policy),
        reasons=(*found, *_beside(case, policy, verdict)),
    )


def _met(case: Case) -> bool:
    """Whether a reported figure meets one of the targets."""
    return any(c.outcome is Outcome.MET for c in case.comparisons)


def _is_answered(case: Case, policy: Policy) -> bool:
    """Whether the promise counts as answered at all."""
    likely = case.match is not None and case.match.answered >= policy.answered
    return likely or _met(case) or _in_doubt(case) or case.aggregate is not None


def _is_repeated(case: Case, policy: Policy) -> bool:
    """Whether the answering report's plan promises the same again."""
    if case.match is None or not case.match.repeats:
        return False
    word_for_word = case.drift is not None and case.drift.drift is Drift.VERBATIM
    return word_for_word or case.match.repeated >= policy.repeated


def _relevant(case: Case, policy: Policy) -> tuple[Candidate, ...]:
    """The answers good enough to be held against the clauses of a promise; always the best one."""
    answers = case.match.answers if case.match else ()
    return tuple(c for place, c in enumerate(answers) if place == 0 or c.score >= policy.relevant)


def _shortfall(case: Case, policy: Policy) -> tuple[Reason, ...]:
    """What keeps an answered promise from being fulfilled; empty where nothing does."""
    answers = _relevant(case, policy)
    if case.aggregate or not answers:
        return ()
    said = [Reason("figure-in-doubt")] if _in_doubt(case) else []
    if _only_underway(case, answers):
        said.append(reason("underway", quote=explained.quote(answers[0].statement)))
    clauses = covered(case.commitment.text, answers)
    if clauses.share < policy.coverage and not (_met(case) and clauses.total == 1):
        said.append(reason("covered-partly", covered=clauses.covered, total=clauses.total))
    return tuple(said)


def _in_doubt(case: Case) -> bool:
    """Whether a lower figure was reported that may or may not be the promised one."""
    return any(c.obstacle in SHORT_OF for c in case.comparisons)


def _only_underway(case: Case, answers: tuple[Candidate, ...]) -> bool:
    """Whether a result was promised, and the clauses that answer it tell only of its being under way."""
    if not cues.asks_for_a_result(case.commitment.text):
        return False
    best = answers[0]
    whole = best.statement.text
    for said in (pieces(whole), repeating(whole, best.shared)):
        if any(map(cues.unfinished, said)) and not any(map(cues.achieved, said)):
            return True
    pairs = [nearest(case.commitment.text, answer.statement.text, answer.shared) for answer in answers]
    asked = [pair[1] for pair in pairs if pair and pair[2] >= SAME_CLAUSE and cues.asks_for_a_result(pair[0])]
    return bool(asked) and all(cues.stage(clause) is cues.Stage.UNDERWAY for clause in asked)


def _admission(case: Case, policy: Policy) -> Candidate | None:
    """The problem that names this very thing, if there is one; a generic 有待加强 never does."""
    if case.match is None or not case.match.admissions or case.match.admitted < policy.admitted:
        return None
    best = case.match.admissions[0]
    return best if _names(case.commitment.text, best, policy) else None


def _names(promise: str, problem: Candidate, policy: Policy) -> bool:
    """Whether one clause of a problem says that what one clause of the promise is about is lacking."""
    if not cues.names_a_lack(problem.statement.text):
        return False
    pair = nearest(promise, problem.statement.text, problem.shared)
    if pair is None:
        return False
    clause, lack, common = pair
    named = common >= NAMED and common >= policy.named * len(clause)
    return named and cues.names_a_lack(lack) and not cues.only_vaguely(lack)


def _generic_problem(case: Case, policy: Policy) -> Candidate | None:
    """A problem near the promise that does not name it: shown, never decisive."""
    if case.match is None or not case.match.admissions or _admission(case, policy):
        return None
    best = case.match.admissions[0]
    near = case.match.admitted >= policy.admitted / 2
    return best if near and cues.names_a_lack(best.statement.text) else None


def _answer_reasons(case: Case) -> tuple[Reason, ...]:
    """Where and how the promise is answered."""
    recycled = [reason("recycled", quote=explained.quote(statement)) for statement in case.recycled[:1]]
    figures = explained.figures(case.commitment.text, case.comparisons)
    return (*explained.answered(case.match, case.aggregate), *figures, *recycled)


def _beside(case: Case, policy: Policy, verdict: Verdict) -> tuple[Reason, ...]:
    """What else a reviewer should know: promised again and how, admitted, a generic problem, figures met."""
    said: list[Reason] = []
    if case.match and _is_repeated(case, policy):
        said.append(reason("repeated", quote=explained.quote(case.match.repeats[0].statement)))
        said += case.drift.reasons if case.drift else ()
    if verdict is not Verdict.ADMITTED and (admission := _admission(case, policy)):
        said.append(reason("admitted-beside", quote=explained.quote(admission.statement)))
    if generic := _generic_problem(case, policy):
        said.append(reason("generic-problem", quote=explained.quote(generic.statement)))
    if verdict is Verdict.MISSED:
        said += explained.figures(case.commitment.text, case.comparisons, Outcome.MET)
    return tuple(said)


def _flags(case: Case, policy: Policy) -> tuple[str, ...]:
    """Facts that stand beside the verdict, in a fixed order."""
    repeated = _is_repeated(case, policy)
    answered = _is_answered(case, policy)
    drift = case.drift.drift if case.drift and repeated else None
    passed = _figures_are(case, policy) if answered else None
    facts = {
        "repeated": repeated,
        Drift.VERBATIM: drift is Drift.VERBATIM,
        Drift.WEAKER: drift is Drift.WEAKER,
        Drift.STRONGER: drift is Drift.STRONGER,
        "aggregate": case.aggregate is not None,
        "recycled": bool(case.recycled),
        "underway": answered and any(r.code == "underway" for r in _shortfall(case, policy)),
        "figure_met": _met(case),
        "without_figure": passed == "without_figure",
        "no_comparable_figure": passed == "no_comparable_figure",
        "admitted": _admission(case, policy) is not None,
        "generic_problem": _generic_problem(case, policy) is not None,
    }
    return tuple(str(flag) for flag, holds in facts.items() if holds)


def _figures_are(case: Case, policy: Policy) -> str | None:
    """How an answer passes over the promised figures: with others, or without any.

    None where there are none, or where one in the right unit may be the promised one.
    """
    if not case.comparisons or case.aggregate or case.commitment.testability is not Testability.NUMERIC:
        return None
    if any(c.outcome is not Outcome.INCOMPARABLE for c in case.comparisons):
        return None
    told = [q for answer in _relevant(case, policy) for q in quantities(answer.statement.text)]
    if any(q.unit == c.target.unit and q.high >= c.target.low for c in case.comparisons for q in told):
        return None
    return "no_comparable_figure" if told or _in_doubt(case) else "without_figure"


def _words_alike(case: Case, candidate: Candidate, policy: Policy) -> bool:
    """Whether a candidate repeats so much of a clause that no model alone may call it no answer."""
    pair = nearest(case.commitment.text, candidate.statement.text, candidate.shared)
    return pair is not None and pair[2] >= max(SAME_CLAUSE, policy.wording * len(pair[0]))


def _confidence(case: Case, policy: Policy, verdict: Verdict) -> float:
    """The probability that the verdict is right: of being answered, times that of the rest of the verdict."""
    match = case.match
    if match is None or verdict is Verdict.NOT_CHECKABLE:
        return 1.0
    sure = policy.figure if case.aggregate or _met(case) or _in_doubt(case) else 0.0
    answered = max(match.answered, sure)
    silent = (1 - match.answered) * (1 - match.admitted)
    return {
        Verdict.MISSED: policy.figure,
        Verdict.FULFILLED: answered * policy.whole,
        Verdict.PARTLY_FULFILLED: answered * policy.part,
        Verdict.ADMITTED: (1 - match.answered) * match.admitted,
        Verdict.REPEATED: silent * match.repeated,
        Verdict.DROPPED: silent * (1 - match.repeated),
    }[verdict]


def _needs_review(case: Case, policy: Policy, verdict: Verdict) -> bool:
    """Whether a person must look: doubt about the answer or a figure, old news, or a missed target."""
    match = case.match
    if match is None or verdict is Verdict.NOT_CHECKABLE:
        return False
    if verdict is Verdict.MISSED or case.recycled or _in_doubt(case):
        return True
    if verdict in {Verdict.FULFILLED, Verdict.PARTLY_FULFILLED}:
        return match.answered < policy.answered_alone and case.aggregate is None
    near = any(c.score >= policy.near or _words_alike(case, c, policy) for c in match.answers)
    return near or bool(match.rare) or 1 - match.answered < policy.unanswered_alone
