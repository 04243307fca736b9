"""A report filed wrongly is moved: nothing is overwritten, no decision is lost or changes its promise."""

from __future__ import annotations

from dataclasses import astuple, replace

import pytest
from invented import report
from test_storage_store import AT, BODY, body, decision, made, pair, put, server, store, two_years, url

from tracker.audits.replies import Reply
from tracker.errors import TrackerError
from tracker.storage.store import Store

__all__ = ["server", "store", "url"]  # fixtures
OTHER = "双鸭山市云河区财政局"


def moved(store: Store, reports: list[int], issuer: int, year: int) -> None:
    with store.transaction():
        store.moves.move(reports, issuer, year, "归错", "user", AT)


def test_a_report_goes_to_another_body_with_its_promises_and_a_row_that_says_so(store: Store) -> None:
    number, other = put(store, body(store), made()), body(store, OTHER)
    before = store.filed(number)
    moved(store, [number], other, 2024)
    assert store.filed(number) == before
    assert (store.entry(number).issuer, store.entry(number).reported_year) == (OTHER, 2024)
    [row] = store.moves.log()
    assert astuple(row) == (number, "报告.txt", BODY, 2024, OTHER, 2024, "归错", "user", AT)


def test_another_year_moves_the_plan_too_and_holds_when_read_again(store: Store) -> None:
    from tracker.storage.rereading import reread

    issuer = body(store)
    number = put(store, issuer, made())
    moved(store, [number], issuer, 2022)
    assert (store.entry(number).reported_year, store.entry(number).plan_year) == (2022, 2023)
    assert [each.other_parts for each in reread(store)] == [False]
    assert (store.entry(number).reported_year, store.entry(number).plan_year) == (2022, 2023)


def test_nothing_is_moved_where_a_report_is(store: Store) -> None:
    issuer = body(store)
    first, second = put(store, issuer, made()), put(store, issuer, made(2025))
    with pytest.raises(TrackerError) as error:
        moved(store, [first], issuer, 2025)
    assert error.value.code == "store.move_taken"
    assert [store.entry(each).reported_year for each in (first, second)] == [2024, 2025]
    assert store.moves.log() == ()


def test_one_version_goes_and_the_others_close_up(store: Store) -> None:
    issuer = body(store)
    texts = [report(BODY, done=done) for done in ("12次", "13次", "14次")]
    one, two, three = (put(store, issuer, made(text=text)) for text in texts)
    moved(store, [two], issuer, 2023)
    seen = {each.id: (each.reported_year, each.version, each.current) for each in store.reports()}
    assert seen == {one: (2024, 1, False), two: (2023, 1, True), three: (2024, 2, True)}


def test_all_versions_go_in_their_order(store: Store) -> None:
    issuer, other = body(store), body(store, OTHER)
    numbers = [put(store, issuer, made(text=report(BODY, done=done))) for done in ("12次", "13次")]
    moved(store, numbers, other, 2024)
    assert [(each.id, each.version, each.current) for each in store.reports()] == [
        (numbers[0], 1, False),
        (numbers[1], 2, True),
    ]


def test_decisions_stay_on_their_promises_and_are_shown_for_a_second_look(store: Store) -> None:
    pairing, ids = two_years(store)
    with store.transaction():
        store.ledger.record(pairing, decision(ids[0]), AT)
    [before] = store.ledger.log()
    other = body(store, OTHER)
    assert pairing.baseline
    moved(store, [pairing.baseline], other, 2024)
    [after] = store.ledger.log()
    assert after == replace(before, issuer=OTHER)
    [now] = [each for each in store.pairings(2025) if each.baseline == pairing.baseline]
    assert [row.commitment_id for row in store.ledger.second_look(now)] == [ids[0]]
    assert store.moves.decisions([pairing.baseline]) == 1


def test_a_decision_for_one_year_settles_nothing_in_another_but_is_shown(store: Store) -> None:
    pairing, ids = two_years(store)
    with store.transaction():
        store.ledger.record(pairing, decision(ids[0]), AT)
    assert pairing.baseline
    moved(store, [pairing.baseline], pairing.issuer_id, 2022)
    now = pair(store, 2023)
    assert store.decisions(now) == ()
    assert [(row.year, row.commitment_id) for row in store.ledger.second_look(now)] == [(2025, ids[0])]


def test_a_bodys_reply_goes_with_the_promise(store: Store) -> None:
    pairing, ids = two_years(store)
    with store.transaction():
        store.replies.record(pairing, Reply(0, ids[0], "已于六月办结。", "司法局", "", None, AT))
    assert pairing.baseline
    moved(store, [pairing.baseline], pairing.issuer_id, 2022)
    assert [reply.commitment_id for reply in store.replies.standing(pair(store, 2023))] == [ids[0]]


def test_a_decision_that_rests_on_a_moved_answer_is_shown_for_a_second_look(store: Store) -> None:
    pairing, ids = two_years(store)
    with store.transaction():
        store.ledger.record(pairing, decision(ids[0]), AT)
    assert pairing.answer
    assert store.ledger.second_look(pairing) == ()
    moved(store, [pairing.answer], body(store, OTHER), 2025)
    [now] = [each for each in store.pairings(2025) if each.baseline == pairing.baseline]
    assert [row.commitment_id for row in store.ledger.second_look(now)] == [ids[0]]
    assert [each.commitment_id for each in store.decisions(now)] == [ids[0]]
