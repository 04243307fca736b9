"""Where probabilities become verdicts, and which of them the machine gives alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.reading.document import Genre


@dataclass(frozen=True, slots=True)
class Policy:
    """Where probabilities become verdicts, and which of them the machine gives alone.

    `answered`, `repeated` and `admitted` are the least probabilities that count as yes;
    `answered_alone` and `unanswered_alone` the least that need no person. `coverage` is the share of a
    promise's clauses that its answers must touch to keep it whole (`figured` where a figure of it is
    not met: two thirds, as the guide for labels has it), `relevant` the least score of an answer that
    may touch one. `whole` and `part` are the shares of right verdicts among answered promises that were
    called fulfilled and partly fulfilled, `figure` that of figures which were rightly compared. `named`
    is the share of a promise's clause that a problem must repeat to name the very thing. A candidate
    that scores at least `near` by itself, or repeats the share `wording` of a clause, is looked at by a
    person before anything is called unanswered; an answer that scores less than `cited` is, before
    anything is called answered. From `sure` on an answer outweighs what speaks against it: a problem
    that denies the thing, or wording that does not touch its only clause.
    """

    answered: float = 0.5
    repeated: float = 0.45
    admitted: float = 0.6
    answered_alone: float = 0.65
    unanswered_alone: float = 0.8
    coverage: float = 0.5
    figured: float = 0.66
    relevant: float = 0.3
    whole: float = 0.72
    part: float = 0.66
    figure: float = 0.85
    named: float = 0.35
    near: float = 0.5
    cited: float = 0.1
    sure: float = 0.8
    wording: float = 0.3

    def of(self, genre: Genre) -> Policy:
        """The policy for reports of a genre: where too few are labelled, nobody is accused alone.

        There only an answer that is all but certain needs no person.
        """
        if genre in LABELLED:
            return self
        return replace(self, answered_alone=max(self.answered_alone, CERTAIN), unanswered_alone=NEVER)


LABELLED = frozenset({Genre.WORK_REPORT})
"""The genres with enough labels to measure how often an unanswered verdict is right (docs/accuracy.md)."""

CERTAIN = 0.9
"""The probability of an answer that needs no person where few labels are real: the formulas of such reports
resemble each other, and on the ten real labels .8 was too little (three of seven such answers were none)."""

NEVER = 2.0
"""No probability reaches it."""
