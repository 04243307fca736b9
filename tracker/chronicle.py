"""A body through the years: its audits as the store remembers them, no reports held together anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tracker.audits.audit import Audit, Decision, Finding
from tracker.judging.history import History
from tracker.judging.verdicts import Judgement
from tracker.reading.commitments import Commitment
from tracker.reading.document import Genre
from tracker.storage.store import Pairing, Store

Body = tuple[int, Genre]
Series = dict[Body, tuple[Pairing, ...]]
"""Of each body: its years in order, at least two of them answered by a report."""

FEWEST = 2


def every_year(store: Store, issuers: Iterable[int] = ()) -> tuple[int, ...]:
    """The years in which some body (of these, if any are named) answers for a plan, in order."""
    wanted = frozenset(issuers)
    return tuple(
        year
        for year in store.years()
        if any(_is_answered(one) for one in store.pairings(year) if not wanted or one.issuer_id in wanted)
    )


def series(store: Store, coming: Iterable[Pairing]) -> Series:
    """The years of each body that were audited, with those that are `coming`: about to be."""
    found: dict[Body, dict[int, Pairing]] = {}
    for pairing in coming:
        if pairing.baseline is not None:
            found.setdefault(body(pairing), {})[pairing.year] = pairing
    audited = store.machine.audited()
    for pairing in (one for year in store.years() for one in store.pairings(year)):
        if body(pairing) in found and (pairing.baseline, pairing.answer) in audited:
            found[body(pairing)][pairing.year] = pairing
    of_bodies = ((one, tuple(years[year] for year in sorted(years))) for one, years in found.items())
    return {one: years for one, years in of_bodies if sum(map(_is_answered, years)) >= FEWEST}


def only(known: Series, pairs: Iterable[Pairing]) -> Series:
    """Of those bodies the ones that have a plan among `pairs`."""
    wanted = {body(pairing) for pairing in pairs if pairing.baseline is not None}
    return {one: years for one, years in known.items() if one in wanted}


def recalled(store: Store, known: Series) -> Iterator[Sequence[Audit]]:
    """The audits of one body after the other, by name."""
    for years in sorted(known.values(), key=lambda one: (one[-1].issuer, one[-1].genre)):
        yield [audit for pairing in years if (audit := _recalled(store, pairing))]


def _recalled(store: Store, pairing: Pairing) -> Audit | None:
    """What was said and decided of each promise, without the passages it rests on; None if never audited."""
    said = store.machine.recalled(pairing)
    if pairing.baseline is None or not said:
        return None
    baseline = store.filed(pairing.baseline)
    decided = {one.commitment_id: one for one in store.decisions(pairing)}
    disputed = {one.commitment_id: one for one in store.ledger.readings(pairing) if one.disputed}
    findings = (
        _finding(promise, said[promise.id], decided)
        for promise in baseline.commitments or ()
        if promise.id in said
    )
    marked = (replace(one, disputed=disputed.get(one.commitment.id)) for one in findings)
    return Audit(pairing.issuer, pairing.year, baseline, None, tuple(marked))


def _finding(
    promise: Commitment, said: tuple[Judgement, History], decided: Mapping[str, Decision]
) -> Finding:
    judgement, history = said
    decision = decided.get(promise.id)
    verdict = decision.verdict if decision else judgement.verdict
    return Finding(promise, verdict, judgement, None, history, decision)


def body(pairing: Pairing) -> Body:
    """Which body and genre a pairing belongs to."""
    return pairing.issuer_id, pairing.genre


def _is_answered(pairing: Pairing) -> bool:
    return pairing.baseline is not None and pairing.answer is not None
