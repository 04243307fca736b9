"""What keeps an answered promise from being fulfilled."""

from __future__ import annotations

from tracker.judging import cues, explained
from tracker.judging.admissions import admission
from tracker.judging.cases import Case, in_doubt, met, relevant
from tracker.judging.comparison import Outcome
from tracker.judging.coverage import SAME_CLAUSE, covered, nearest, pieces, repeating
from tracker.judging.policy import Policy
from tracker.judging.reasons import Reason, reason
from tracker.matching.matches import Candidate


def shortfall(case: Case, policy: Policy) -> tuple[Reason, ...]:
    """The reasons not to call an answered promise fulfilled; none where nothing speaks against it."""
    answers = relevant(case, policy)
    if case.aggregate or not answers:
        return ()
    found = (
        _figure_in_doubt(case),
        _underway(case, answers),
        _figures_passed_over(case, answers),
        _covered_partly(case, answers, policy),
        _admitted(case, policy),
    )
    return tuple(reason for reason in found if reason)


def _figure_in_doubt(case: Case) -> Reason | None:
    """A lower figure that may or may not be the promised one."""
    return Reason("figure-in-doubt") if in_doubt(case) else None


def _underway(case: Case, answers: tuple[Candidate, ...]) -> Reason | None:
    """A result was promised, and the clauses that answer tell only of its being under way."""
    only = cues.asks_for_a_result(case.commitment.text) and _tells_no_result(case.commitment.text, answers)
    return reason("underway", quote=explained.quote(answers[0].statement)) if only else None


def _tells_no_result(promise: str, answers: tuple[Candidate, ...]) -> bool:
    """Whether what repeats the promise speaks of work going on, and nothing there is finished."""
    best = answers[0]
    whole = best.statement.text
    for said in (pieces(whole), repeating(whole, best.shared)):
        if any(map(cues.unfinished, said)) and not any(map(cues.achieved, said)):
            return True
    pairs = [nearest(promise, answer.statement.text, answer.shared) for answer in answers]
    asked = [pair[1] for pair in pairs if pair and pair[2] >= SAME_CLAUSE and cues.asks_for_a_result(pair[0])]
    return bool(asked) and all(cues.stage(clause) is cues.Stage.UNDERWAY for clause in asked)


def _figures_passed_over(case: Case, answers: tuple[Candidate, ...]) -> Reason | None:
    """Figures were promised, none of them is met, and the answer does not itself say that it is done.

    Of 66 such answers among the labels a third were called fulfilled by readers, of the others 45 in 100.
    """
    passed_over = case.comparisons and not met(case) and not _says_done(answers)
    return Reason("figures-passed-over") if passed_over else None


def _says_done(answers: tuple[Candidate, ...]) -> bool:
    """Whether the answer says in so many words that the thing is done, whatever its figures."""
    return any(map(cues.says_done, repeating(answers[0].statement.text, answers[0].shared)))


def _covered_partly(case: Case, answers: tuple[Candidate, ...], policy: Policy) -> Reason | None:
    """Less than the least share of its clauses is answered; one clause may be answered in other words."""
    said = _says_done(answers)
    figures = {
        c.target.start: c.outcome is Outcome.MET
        for c in case.comparisons
        if c.outcome is Outcome.MET or not said
    }
    clauses = covered(case.commitment.text, answers, figures)
    sure = case.match is not None and case.match.answered >= policy.sure
    passed_over = any(c.outcome is not Outcome.MET for c in case.comparisons)
    least = policy.figured if passed_over else policy.coverage
    if clauses.share >= least or (clauses.total == 1 and sure):
        return None
    return reason("covered-partly", covered=clauses.covered, total=clauses.total)


def _admitted(case: Case, policy: Policy) -> Reason | None:
    """A problem names the very thing as lacking, unless all its figures are met."""
    reached = case.comparisons and all(c.outcome is Outcome.MET for c in case.comparisons)
    return Reason("lack-admitted") if not reached and admission(case, policy) else None
