"""The pages of a year as the store has it now, each body audited again only after something changed."""

from __future__ import annotations

from threading import Lock
from typing import Any

from tracker import dates
from tracker.audits.audit import Audit
from tracker.language import Language
from tracker.pages.names import FOLDER, body_name
from tracker.pages.render import body_page, index_page
from tracker.review import Received, Standing
from tracker.reviewing import Plan, plan, record
from tracker.storage.store import Pairing, Store
from tracker.year import Judge, audits, missing, pairings

Key = tuple[Pairing, int, int, int]
"""A pairing, and how many decisions, replies and signatures it had: an audit depends on nothing else."""


class Live:
    """A store's year, for a server with several threads."""

    def __init__(self, url: str, year: int | None, judge: Judge, language: Language) -> None:
        self.url = url
        self.judge = judge
        self.language = language
        self._lock = Lock()
        self._done: dict[Key, Audit] = {}
        with Store.open(url) as store:
            self.year = pairings(store, year)[0].year

    def page(self, name: str) -> tuple[bytes, str]:
        """The page of that path and its type; KeyError if there is none."""
        with self._lock, Store.open(self.url) as store:
            if name in {"", "index.html"}:
                return self._index(store).encode(), "text/html"
            for pairing in store.pairings(self.year):
                here = f"{FOLDER}/{body_name(pairing.issuer, pairing.genre)}"
                if here == name and pairing.baseline is not None:
                    page = body_page(self._audit(store, pairing), self.language, live=True)
                    return page.encode(), "text/html"
        raise KeyError(name)

    def record(self, received: Received, *, force: bool) -> dict[str, Any]:
        """Save what fits, and say what became of each decision, in the order of the request."""
        with self._lock, Store.open(self.url) as store:
            planned = plan(store, received)
            doubtful = planned.of(Standing.CONFLICT, Standing.CHANGED)
            accepted = planned.of(Standing.NEW) + (doubtful if force else ())
            record(store, planned, accepted, dates.now())
        return _outcome(planned, 0 if force else len(doubtful))

    def _index(self, store: Store) -> str:
        pairs = store.pairings(self.year)
        done = (self._audit(store, pairing) for pairing in pairs if pairing.baseline is not None)
        return index_page(self.year, done, missing(store, pairs), self.language)

    def _audit(self, store: Store, pairing: Pairing) -> Audit:
        decided, replied = store.ledger.all_of(pairing), store.replies.standing(pairing)
        key = pairing, len(decided), len(replied), len(store.signatures.all_of(pairing))
        if key not in self._done:
            self._done = {known: one for known, one in self._done.items() if known[0] != pairing}
            (self._done[key],) = audits(store, [pairing], self.judge, dates.now())
        return self._done[key]


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
