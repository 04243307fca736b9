"""Matches and figures → one verdict for each commitment, by rules one can read aloud."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from tracker.judging import explained
from tracker.judging.admissions import admission, generic_problem, outright
from tracker.judging.cases import Case, in_doubt, is_heading, is_repeated, met, named_as_done, relevant
from tracker.judging.comparison import OTHER_KIND, Outcome
from tracker.judging.coverage import SAME_CLAUSE, nearest
from tracker.judging.drift import Drift
from tracker.judging.policy import Policy
from tracker.judging.reasons import Reason, reason
from tracker.judging.shortfall import shortfall
from tracker.matching.matches import Candidate
from tracker.reading.commitments import Testability
from tracker.reading.document import SectionKind
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
    whole = _is_answered(case, policy) and not shortfall(case, policy)
    return _answer_reasons(case) if whole else None


def _partly_fulfilled(case: Case, policy: Policy) -> Found:
    """Answered, but only under way, or only some of its actions."""
    if not _is_answered(case, policy):
        return None
    return (*shortfall(case, policy), *_answer_reasons(case))


def _admitted(case: Case, policy: Policy) -> Found:
    """Not answered, but a problem names this very thing as lacking."""
    best = admission(case, policy)
    if best is None:
        return None
    return (reason("admitted", quote=explained.quote(best.statement)), *explained.unanswered(case.match))


def _repeated(case: Case, policy: Policy) -> Found:
    """Not answered, and promised again."""
    return explained.unanswered(case.match) if is_repeated(case, policy) else None


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
        repeated=is_repeated(case, policy),
        flags=_flags(case, policy),
        reasons=(*found, *_beside(case, policy, verdict)),
    )


def _is_answered(case: Case, policy: Policy) -> bool:
    """Whether the promise counts as answered at all; what is denied outright takes a sure answer."""
    if met(case) or in_doubt(case) or case.aggregate is not None or named_as_done(case):
        return True
    least = policy.sure if outright(case, policy) else policy.answered
    return case.match is not None and case.match.answered >= least


def _answer_reasons(case: Case) -> tuple[Reason, ...]:
    """Where and how the promise is answered."""
    recycled = [reason("recycled", quote=explained.quote(statement)) for statement in case.recycled[:1]]
    figures = explained.figures(case.commitment.text, case.comparisons)
    return (*explained.answered(case.match, case.aggregate), *figures, *recycled)


def _beside(case: Case, policy: Policy, verdict: Verdict) -> tuple[Reason, ...]:
    """What else a reviewer should know: promised again and how, admitted, a generic problem, figures met."""
    said: list[Reason] = []
    if case.match and is_repeated(case, policy):
        said.append(reason("repeated", quote=explained.quote(case.match.repeats[0].statement)))
        said += case.drift.reasons if case.drift else ()
    if verdict is not Verdict.ADMITTED and (lack := admission(case, policy)):
        said.append(reason("admitted-beside", quote=explained.quote(lack.statement)))
    if generic := generic_problem(case, policy):
        said.append(reason("generic-problem", quote=explained.quote(generic.statement)))
    if verdict is Verdict.MISSED:
        said += explained.figures(case.commitment.text, case.comparisons, Outcome.MET)
    return tuple(said)


def _flags(case: Case, policy: Policy) -> tuple[str, ...]:
    """Facts that stand beside the verdict, in a fixed order."""
    repeated = is_repeated(case, policy)
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
        "underway": answered and any(r.code == "underway" for r in shortfall(case, policy)),
        "figure_met": met(case),
        "without_figure": passed == "without_figure",
        "no_comparable_figure": passed == "no_comparable_figure",
        "admitted": admission(case, policy) is not None,
        "generic_problem": generic_problem(case, policy) is not None,
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
    told = [q for answer in relevant(case, policy) for q in quantities(answer.statement.text)]
    if any(q.unit == c.target.unit and q.high >= c.target.low for c in case.comparisons for q in told):
        return None
    return "no_comparable_figure" if told or in_doubt(case) else "without_figure"


def _words_alike(case: Case, candidate: Candidate, policy: Policy) -> bool:
    """Whether a candidate repeats so much of a clause that no model alone may call it no answer."""
    pair = nearest(case.commitment.text, candidate.statement.text, candidate.shared)
    return pair is not None and pair[2] >= max(SAME_CLAUSE, policy.wording * len(pair[0]))


def _confidence(case: Case, policy: Policy, verdict: Verdict) -> float:
    """The probability that the verdict is right: of being answered, times that of the rest of the verdict."""
    match = case.match
    if match is None or verdict is Verdict.NOT_CHECKABLE:
        return 1.0
    sure = policy.figure if case.aggregate or met(case) or in_doubt(case) else 0.0
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
    if verdict is Verdict.MISSED or case.recycled or in_doubt(case):
        return True
    if verdict in {Verdict.FULFILLED, Verdict.PARTLY_FULFILLED}:
        return match.answered < policy.answered_alone or _is_weak(case, policy)
    near = any(c.score >= policy.near or _words_alike(case, c, policy) for c in match.answers)
    return near or bool(match.rare) or 1 - match.answered < policy.unanswered_alone


def _is_weak(case: Case, policy: Policy) -> bool:
    """Whether what is cited as the answer cannot carry a verdict that nobody looks at.

    A claim over all items, a passage outside the review, one that is not near by itself, figures that only
    differ in kind or period, and a problem that denies the thing outright. Of 52 such answers among the
    labels 19 answer nothing, of 304 others 20.
    """
    best = case.match.answers[:1] if case.match else ()
    elsewhere = any(one.statement.section is SectionKind.OTHER for one in best)
    faint = all(one.score < policy.cited or is_heading(one.statement) for one in best)
    return case.aggregate is not None or elsewhere or faint or _is_beside(case) or outright(case, policy)


def _is_beside(case: Case) -> bool:
    """Whether the reported figures nearest to the promised ones differ from all of them in kind or period."""
    differs = any(c.obstacle in OTHER_KIND for c in case.comparisons)
    return differs and not met(case)
