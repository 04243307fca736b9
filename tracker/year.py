"""A year of a store: the plan each body made for it held against the report that covers it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from tracker import __version__
from tracker.audits.audit import Audit, Gap, Matcher, Missing, audit
from tracker.errors import TrackerError
from tracker.field import shipped
from tracker.judging.again import Asked, asked
from tracker.judging.verdicts import Policy
from tracker.matching.match import match
from tracker.published import published
from tracker.storage.store import Pairing, Store

REMEMBERED = 256
"""How many pairs of plans it remembers: 22 years of one body are 44, asked both ways."""


@dataclass(frozen=True, slots=True)
class Judge:
    """What decides: a matcher over one table of field statistics (`field` is its version), and a policy.

    `ask` is the matcher asked about two plans; it remembers its answers, which later years need again.
    """

    match: Matcher
    field: str
    policy: Policy
    ask: Asked


def shipped_judge() -> Judge:
    """The matcher over the table that comes with the program, and the policy that was measured with it."""
    field = shipped()
    matcher = partial(match, field=field)
    return Judge(matcher, field.version, Policy(), lru_cache(REMEMBERED)(partial(asked, matcher)))


def pairings(store: Store, year: int | None, issuers: Collection[int] = ()) -> tuple[Pairing, ...]:
    """What there is to audit: of `year`, or of the latest year a report covers; of these bodies, or of all.

    TrackerError where there is nothing.
    """
    covered = {entry.reported_year for entry in store.reports()}
    if not covered:
        raise TrackerError("cli.no_reports")
    asked = max(covered) if year is None else year
    found = store.pairings(asked)
    chosen = tuple(pairing for pairing in found if not issuers or pairing.issuer_id in issuers)
    if not chosen:
        known = ", ".join(str(year) for year in store.years())
        raise TrackerError(
            "cli.nothing_of_issuer" if found else "cli.nothing_of_year", year=asked, known=known
        )
    return chosen


def audits(store: Store, pairs: Sequence[Pairing], judge: Judge, at: str) -> Iterator[Audit]:
    """Audit each body that has a plan, one at a time; what the machine says is stored, dated `at`."""
    for pairing in pairs:
        baseline, answer = store.load(pairing)
        if baseline is None:
            continue
        earlier, decisions = store.history(pairing), store.decisions(pairing)
        done = audit(
            pairing.issuer,
            pairing.year,
            baseline,
            answer,
            earlier,
            decisions,
            judge.match,
            judge.policy,
            judge.ask,
        )
        with store.transaction():
            store.machine.keep(pairing, done, __version__, judge.field, at)
        yield published(store, pairing, done)


def missing(store: Store, pairs: Sequence[Pairing]) -> tuple[Missing, ...]:
    """The bodies that reported on the year but have no plan for it in the store."""
    before = {(entry.issuer_id, entry.genre, entry.reported_year + 1) for entry in store.reports()}
    return tuple(
        Missing(pairing.issuer, Gap.NO_PLAN if _key(pairing) in before else Gap.NO_BASELINE)
        for pairing in pairs
        if pairing.baseline is None
    )


def _key(pairing: Pairing) -> tuple[int, str, int]:
    return pairing.issuer_id, pairing.genre, pairing.year
