"""Two readers of the same promises: what each said, where they differ, and how far they agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.judging.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Read:
    """A verdict that somebody gave and did not take back; `number` orders them as they were recorded."""

    number: int
    commitment_id: str
    promise: str
    verdict: Verdict
    reviewer: str
    blind: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A promise read twice: by the first reader, and by another one who saw no verdict.

    `settled` says that, where they differ, somebody has decided with both readings in the store.
    """

    commitment_id: str
    promise: str
    first: Verdict
    first_by: str
    second: Verdict
    second_by: str
    settled: bool

    @property
    def agreed(self) -> bool:
        """Whether both say the same."""
        return self.first is self.second

    @property
    def disputed(self) -> bool:
        """Whether they differ and nobody has decided since."""
        return not self.agreed and not self.settled


def readings(given: Iterable[Read]) -> tuple[Reading, ...]:
    """The promises read twice, by id; `given` in the order of recording.

    What was decided in knowledge of the blind reading settles a dispute; it is not the first reading, which
    is the last one before it, or the first one after where the blind one came first.
    """
    by_promise: dict[str, list[Read]] = {}
    for one in given:
        by_promise.setdefault(one.commitment_id, []).append(one)
    found = (_reading(by_promise[key]) for key in sorted(by_promise))
    return tuple(one for one in found if one)


def _reading(reads: list[Read]) -> Reading | None:
    """The latest blind reading beside the open one; nobody is his own second reader."""
    for second in (one for one in reversed(reads) if one.blind):
        others = [one for one in reads if not one.blind and one.reviewer != second.reviewer]
        before = [one for one in others if one.number < second.number]
        if others:
            first = before[-1] if before else others[0]
            newest = max(first.number, second.number)
            settled = any(not one.blind and one.number > newest for one in reads)
            return Reading(
                first.commitment_id,
                first.promise,
                first.verdict,
                first.reviewer,
                second.verdict,
                second.reviewer,
                settled,
            )
    return None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two readers agree on the promises both decided: share and Cohen's kappa, both at most 1.

    `kappa` is None where chance alone would give full agreement (one verdict throughout) or nothing
    was read twice. Source: Cohen, A coefficient of agreement for nominal scales, 1960.
    """

    both: int
    agreed: int
    kappa: float | None

    @property
    def share(self) -> float | None:
        """Share of the promises read twice on which both say the same."""
        return self.agreed / self.both if self.both else None


def agreement(pairs: Iterable[tuple[Verdict, Verdict]]) -> Agreement:
    """The agreement of two readers from the (first, second) verdict of each promise read twice."""
    verdicts = list(pairs)
    both, agreed = len(verdicts), sum(first == second for first, second in verdicts)
    if not both:
        return Agreement(0, 0, None)
    chance = sum(
        sum(first == kind for first, _ in verdicts) * sum(second == kind for _, second in verdicts)
        for kind in Verdict
    )
    if chance == both * both:
        return Agreement(both, agreed, None)
    return Agreement(both, agreed, (agreed * both - chance) / (both * both - chance))
