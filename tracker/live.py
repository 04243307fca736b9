"""The pages of a year as the store has it now, each body audited again only after something changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from threading import Lock
from typing import Any

from tracker import chronicle, dates
from tracker.audits.audit import Audit
from tracker.language import Language
from tracker.pages.blind import blind
from tracker.pages.names import FOLDER, YEARS, body_name
from tracker.pages.render import body_page, index_of_lines, years_page
from tracker.pages.year import line
from tracker.published import decided, published
from tracker.review import Received, Standing
from tracker.reviewing import Plan, plan, record
from tracker.storage.store import Pairing, Store
from tracker.year import Judge, audits, missing, pairings

Key = tuple[Pairing, int]
"""A pairing, and how many reports the store held: what the machine says depends on nothing else."""


class Live:
    """A store's year, for a server with several threads.

    With `unseen` it is for a second, blind reader: no page, answer or address says what the machine or
    anybody else made of a promise, and every decision is recorded as a blind one, whatever it says of itself.
    """

    def __init__(
        self, url: str, year: int | None, judge: Judge, language: Language, *, unseen: bool = False
    ) -> None:
        self.url = url
        self.judge = judge
        self.language = language
        self.unseen = unseen
        self._lock = Lock()
        self._done: dict[Key, Audit] = {}
        with Store.open(url) as store:
            self.year = pairings(store, year)[0].year

    def prepare(self) -> Iterator[str]:
        """Audit each body before anybody asks; its name, when it is done."""
        with Store.open(self.url) as store:
            pairs = self._pairs(store)
        for pairing in pairs:
            with self._lock, Store.open(self.url) as store:
                self._shown(store, pairing)
            yield pairing.issuer

    @property
    def bodies(self) -> int:
        """How many bodies have a page."""
        with Store.open(self.url) as store:
            return len(self._pairs(store))

    def page(self, name: str) -> tuple[bytes, str]:
        """The page of that path and its type; KeyError if there is none."""
        with self._lock, Store.open(self.url) as store:
            return self._page(store, name).encode(), "text/html"

    def record(self, received: Received, *, force: bool) -> dict[str, Any]:
        """Save what fits, and say what became of each decision, in the order of the request."""
        given = replace(received, blind=self.unseen)
        with self._lock, Store.open(self.url) as store:
            planned = plan(store, given)
            doubtful = planned.of(Standing.CONFLICT, Standing.CHANGED)
            accepted = planned.of(Standing.NEW) + (doubtful if force else ())
            record(store, planned, accepted, dates.now())
        return _outcome(planned, 0 if force else len(doubtful))

    def _page(self, store: Store, name: str) -> str:
        pairs = self._pairs(store)
        if name in {"", "index.html"}:
            return self._index(store, pairs)
        folder, _, page = name.partition("/")
        for pairing in pairs:
            if page == body_name(pairing.issuer, pairing.genre):
                if folder == FOLDER:
                    return self._body(store, pairing)
                if folder == YEARS and not self.unseen:
                    return self._years(store, pairing)
        raise KeyError(name)

    def _pairs(self, store: Store) -> list[Pairing]:
        return [pairing for pairing in store.pairings(self.year) if pairing.baseline is not None]

    def _index(self, store: Store, pairs: Sequence[Pairing]) -> str:
        known = {} if self.unseen else chronicle.series(store, pairs)
        lines = [
            line(self._shown(store, pairing), self.language, followed=chronicle.body(pairing) in known)
            for pairing in pairs
        ]
        gaps = missing(store, store.pairings(self.year))
        return index_of_lines(self.year, lines, gaps, self.language)

    def _body(self, store: Store, pairing: Pairing) -> str:
        followed = not self.unseen and bool(chronicle.series(store, [pairing]))
        audit = self._shown(store, pairing)
        return body_page(audit, self.language, live=True, unseen=self.unseen, followed=followed)

    def _years(self, store: Store, pairing: Pairing) -> str:
        self._shown(store, pairing)
        for audits_of_body in chronicle.recalled(store, chronicle.series(store, [pairing])):
            return years_page(audits_of_body, self.language, year=self.year)
        raise KeyError(YEARS)

    def _shown(self, store: Store, pairing: Pairing) -> Audit:
        """What a page may know of an audit."""
        key = pairing, len(store.reports())
        if key not in self._done:
            self._done = {known: one for known, one in self._done.items() if known[0] != pairing}
            (self._done[key],) = audits(store, [pairing], self.judge, dates.now())
        audit = decided(self._done[key], store.decisions(pairing))
        return blind(audit) if self.unseen else published(store, pairing, audit)


def _outcome(planned: Plan, left: int) -> dict[str, Any]:
    return {
        "left": left + len(planned.of(Standing.UNKNOWN)) + len(planned.flaws),
        "decisions": [
            {
                "commitment_id": one.submitted.decision.commitment_id,
                "standing": one.standing.value,
                "meets": {"reviewer": one.meets.reviewer, "verdict": one.meets.verdict.value}
                if one.meets
                else None,
            }
            for one in planned.weighed
        ],
    }
