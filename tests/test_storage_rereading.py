from __future__ import annotations

from collections.abc import Iterator

import pytest
from invented import PROMISES, report
from test_intake import AT, BODY, LATER, URL, everything, ingest, write
from test_storage_store import decision, pair

from tracker.examined import Told
from tracker.reading.commitments import Commitment, commitments
from tracker.reading.document import Report, read
from tracker.storage import rereading
from tracker.storage.filing import reading, structure
from tracker.storage.rereading import reread
from tracker.storage.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    ingest(write("a.txt", report()), write("b.txt", report(year=2025)))
    with Store.open(URL) as opened:
        yield opened


def newer_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that takes the second promise for none, and puts the first one's ids otherwise."""

    def other(report: Report) -> tuple[Commitment, ...]:
        first, _, third = commitments(report)
        return (
            Commitment("0" * 16, first.text, first.start, first.end, first.item_path, first.testability),
            third,
        )

    monkeypatch.setattr(rereading, "commitments", other)


def test_reading_with_the_same_reader_changes_nothing(store: Store) -> None:
    before = everything()
    done = list(reread(store))
    assert [(one.found, one.lost, one.other_parts) for one in done] == [((), (), False)] * 2
    assert everything() == before


def test_a_newer_reader_keeps_ids_and_decisions_and_says_what_it_lost(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairing = pair(store)
    ids = [promise.id for promise in store.load(pairing)[0].commitments or ()]  # type: ignore[union-attr]
    with store.transaction():
        store.ledger.record(pairing, decision(ids[0]), AT)
        store.ledger.record(pairing, decision(ids[1]), AT)
    newer_reader(monkeypatch)
    first, _ = reread(store)
    assert (first.found, first.lost) == ((), (ids[1],))
    now = store.filed(first.entry.id).commitments or ()
    assert [promise.id for promise in now] == [ids[0], ids[2]]
    assert {one.commitment_id for one in store.decisions(pairing)} == {ids[0], ids[1]}
    assert [row.promise[3:] for row in store.ledger.second_look(pairing)] == [PROMISES[1]]


def test_a_promise_that_is_read_again_is_the_same_as_before(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [store.filed(entry.id) for entry in store.reports()]
    newer_reader(monkeypatch)
    list(reread(store))
    monkeypatch.undo()
    done = list(reread(store))
    assert [len(one.found) for one in done] == [1, 1]
    assert [store.filed(entry.id) for entry in store.reports()] == before


def test_what_the_user_said_still_holds() -> None:
    ingest(write("a.txt", report()), told=Told(issuer="云河区法治办", year=2022), at=LATER)
    with Store.open(URL) as store:
        before = store.filed(1)
        list(reread(store))
        assert store.filed(1) == before
        assert before.report.issuer == "云河区法治办" != BODY


def test_a_reading_written_by_an_older_type_has_the_newer_ones_defaults() -> None:
    stored = reading(read(report()))
    for section in stored["sections"]:
        section["a field of another version"] = 1
        section.pop("outline", None)
    assert [section.kind for section in structure(stored).sections] == [
        section.kind for section in read(report()).sections
    ]
