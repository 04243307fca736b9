"""The store's promises, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from invented import PROMISES, postgres, report
from sqlalchemy import func, select

from tracker.audits.audit import Audit, Decision, Filed, Finding, History
from tracker.errors import TrackerError
from tracker.judging.verdicts import Judgement, Reason, Verdict
from tracker.reading.commitments import commitments
from tracker.reading.document import Genre, Given, Notice, Report, read
from tracker.storage.filing import Origin
from tracker.storage.schema import MachineVerdictRow
from tracker.storage.store import Pairing, Store
from tracker.storage.waiting import Question, Waiting

AT = "2026-03-01T08:00:00+00:00"
BODY = "双鸭山市云河区司法局"


@pytest.fixture(scope="session")
def server() -> Iterator[Iterator[str]]:
    with postgres() as databases:
        yield databases


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / '报告 1%.sqlite'}"
    return str(next(request.getfixturevalue("server")))


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store.open(url, create=True) as opened:
        yield opened


def made(year: int = 2024, text: str | None = None) -> Report:
    return read(text or report(BODY, year))


def put(store: Store, issuer: int, one: Report, sha256: str | None = None, at: str = AT) -> int:
    origin = Origin(
        "报告.txt", sha256 or f"{store.reports().__len__():064}", None, Given(year=one.reported_year)
    )
    with store.transaction():
        return store.file(issuer, one, commitments(one), origin, at)[0]


def body(store: Store, name: str = BODY) -> int:
    with store.transaction():
        return store.add_issuer(name, "report", AT)


def decision(commitment: str, evidence: tuple[int, int] | None = None, **changed: str) -> Decision:
    made = Decision(commitment, Verdict.FULFILLED, "王敏", "2026-03-02T09:00:00+08:00", "", evidence)
    return replace(made, **changed)  # type: ignore[arg-type]  # only texts are changed


def pair(store: Store, year: int = 2025) -> Pairing:
    [found] = store.pairings(year)
    return found


def test_what_was_filed_comes_back_equal(store: Store) -> None:
    one = made()
    number = put(store, body(store), one)
    filed = store.filed(number)
    assert filed == Filed(one, "报告.txt", "0" * 64, 1, AT, commitments(one))
    assert [promise.text[3:] for promise in filed.commitments or ()] == list(PROMISES)


def test_nothing_is_lost_when_the_store_is_closed(url: str) -> None:
    with Store.open(url, create=True) as store:
        number = put(store, body(store), made())
        before = store.filed(number)
    with Store.open(url) as store:
        assert store.filed(number) == before
        assert [issuer.name for issuer in store.issuers()] == [BODY]


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    with pytest.raises(TrackerError), store.transaction():
        store.merge(store.add_issuer(BODY, "report", AT), 99, "user", AT)
    assert store.issuers() == ()


def test_a_rehearsal_leaves_nothing(store: Store) -> None:
    with store.transaction(keep=False):
        store.add_issuer(BODY, "report", AT)
        assert [issuer.name for issuer in store.issuers()] == [BODY]
    assert store.issuers() == ()


def test_writing_outside_a_transaction_is_refused(store: Store) -> None:
    with pytest.raises(RuntimeError):
        store.add_issuer(BODY, "report", AT)


def test_lists_have_an_order_of_their_own(store: Store) -> None:
    for name in ("乙县司法局", "甲县司法局", "丙县司法局"):
        body(store, name)
    assert [issuer.name for issuer in store.issuers()] == sorted(["乙县司法局", "甲县司法局", "丙县司法局"])


def test_a_later_version_supersedes_the_former(store: Store) -> None:
    issuer = body(store)
    first = put(store, issuer, made())
    second = put(store, issuer, made(text=report(BODY, 2024, done="13次")))
    assert [(entry.id, entry.version, entry.current) for entry in store.reports()] == [
        (first, 1, False),
        (second, 2, True),
    ]
    assert store.versions(issuer, Genre.RULE_OF_LAW, 2024) == (first, second)


def test_a_year_pairs_the_plan_for_it_with_the_report_on_it(store: Store) -> None:
    issuer = body(store)
    plan, answer = put(store, issuer, made(2024)), put(store, issuer, made(2025))
    assert store.pairings(2025) == (Pairing(BODY, issuer, Genre.RULE_OF_LAW, 2025, plan, answer),)
    assert store.pairings(2026) == (Pairing(BODY, issuer, Genre.RULE_OF_LAW, 2026, answer, None),)
    assert store.pairings(2024) == (Pairing(BODY, issuer, Genre.RULE_OF_LAW, 2024, None, plan),)
    assert store.pairings(2030) == ()
    assert store.years() == (2024, 2025, 2026)
    (promise, *_) = store.filed(plan).commitments or ()
    [(_, baseline, answered)] = store.holding(2025, [promise.id])
    assert (baseline, answered) == (store.filed(plan), store.filed(answer))
    assert list(store.holding(2025, ["f" * 16])) == []


def test_only_current_versions_are_paired(store: Store) -> None:
    issuer = body(store)
    put(store, issuer, made(2024))
    newer = put(store, issuer, made(text=report(BODY, 2024, done="13次")))
    assert pair(store).baseline == newer


def test_the_genres_of_a_body_are_kept_apart(store: Store) -> None:
    issuer = body(store)
    put(store, issuer, made(2024))
    put(store, issuer, replace(made(2025), genre=Genre.WORK_REPORT))
    assert {(pairing.genre, pairing.answer is None) for pairing in store.pairings(2025)} == {
        (Genre.RULE_OF_LAW, True),
        (Genre.WORK_REPORT, False),
    }


def test_history_is_what_came_before_the_baseline_latest_first(store: Store) -> None:
    issuer = body(store)
    for year in (2021, 2023, 2022, 2024, 2025, 2026):
        put(store, issuer, made(year))
    years = [filed.report.reported_year for filed in store.history(pair(store))]
    assert years == [2023, 2022, 2021]


def test_names_are_added_once_with_who_and_when(store: Store) -> None:
    issuer = body(store)
    for _ in range(2):
        with store.transaction():
            store.add_name(issuer, "云河区司法局", "user", AT)
    [one] = store.issuers()
    assert [(name.name, name.added_by, name.added_at) for name in one.names] == [
        ("云河区司法局", "user", AT),
        (BODY, "report", AT),
    ]


def test_two_bodies_cannot_be_shown_by_one_name(store: Store) -> None:
    body(store)
    with pytest.raises(TrackerError) as error:
        body(store)
    assert error.value.code == "store.name_taken"


def test_merging_loses_nothing(store: Store) -> None:
    kept, gone = body(store), body(store, "云河区法治办")
    put(store, kept, made(2024), at="2026-03-02T00:00:00+00:00")
    early = put(store, gone, made(text=report("云河区法治办", 2024)), at="2026-03-01T00:00:00+00:00")
    later = put(store, gone, made(2025))
    promise = store.filed(early).commitments or ()
    with store.transaction():
        seen = Pairing("云河区法治办", gone, Genre.RULE_OF_LAW, 2025, early, later)
        store.ledger.record(seen, decision(promise[0].id), AT)
        store.merge(gone, kept, "user", AT)
    [one] = store.issuers()
    assert {name.name for name in one.names} == {BODY, "云河区法治办"}
    assert one.reports == 3
    assert [(entry.reported_year, entry.version, entry.current) for entry in store.reports()] == [
        (2024, 1, False),
        (2024, 2, True),
        (2025, 1, True),
    ]
    [row] = store.ledger.log()
    assert (row.issuer, row.promise) == (BODY, promise[0].text)
    with store.transaction():
        store.add_name(gone, "又一个名称", "user", AT)
    assert "又一个名称" in [name.name for name in store.issuers()[0].names]


def test_a_body_cannot_be_merged_into_itself(store: Store) -> None:
    issuer = body(store)
    with pytest.raises(TrackerError), store.transaction():
        store.merge(issuer, issuer, "user", AT)


def test_ids_that_other_bodies_use_are_told(store: Store) -> None:
    issuer, other = body(store), body(store, "另一个司法局")
    put(store, issuer, made())
    ids = [promise.id for promise in commitments(made())]
    assert store.taken_ids(ids, other) == frozenset(ids)
    assert store.taken_ids(ids, issuer) == frozenset()


def two_years(store: Store) -> tuple[Pairing, list[str]]:
    issuer = body(store)
    plan = put(store, issuer, made(2024))
    put(store, issuer, made(2025))
    return pair(store), [promise.id for promise in store.filed(plan).commitments or ()]


def test_the_latest_decision_stands_and_none_is_removed(store: Store) -> None:
    pairing, ids = two_years(store)
    with store.transaction():
        store.ledger.record(pairing, decision(ids[0], (5, 9)), AT)
        store.ledger.record(pairing, decision(ids[0], note="看错了"), AT)
        store.ledger.record(pairing, decision(ids[1]), AT)
    standing = {one.commitment_id: one for one in store.decisions(pairing)}
    assert standing == {ids[0]: decision(ids[0], note="看错了"), ids[1]: decision(ids[1])}
    assert len(store.ledger.log()) == 3


def test_undoing_is_a_row_and_the_former_decision_stands_again(store: Store) -> None:
    pairing, ids = two_years(store)
    with store.transaction():
        store.ledger.record(pairing, decision(ids[0], note="第一次"), AT)
        second = store.ledger.record(pairing, decision(ids[0], note="第二次"), AT)
    with store.transaction():
        store.ledger.undo(second, "王敏", "", AT)
    assert store.decisions(pairing) == (decision(ids[0], note="第一次"),)
    assert [(row.undone, row.undoes) for row in store.ledger.log()] == [
        (False, None),
        (True, None),
        (False, second),
    ]
    with pytest.raises(TrackerError) as error, store.transaction():
        store.ledger.undo(second, "王敏", "", AT)
    assert error.value.code == "store.undone_already"


def test_a_decision_on_an_unknown_promise_is_refused(store: Store) -> None:
    pairing, _ = two_years(store)
    with pytest.raises(TrackerError) as error, store.transaction():
        store.ledger.record(pairing, decision("f" * 16), AT)
    assert error.value.code == "store.no_commitment"


def test_a_corrected_answer_keeps_decisions_and_moves_their_evidence(store: Store) -> None:
    pairing, ids = two_years(store)
    assert pairing.answer is not None
    text = store.filed(pairing.answer).report.text
    at = text.index("评查案卷80件")
    gone = text.index("专题学习12次")
    with store.transaction():
        store.ledger.record(pairing, decision(ids[0], (at, at + 7)), AT)
        store.ledger.record(pairing, decision(ids[1], (gone, gone + 7)), AT)
    assert store.ledger.second_look(pairing) == ()
    corrected = made(text="更正后的版本\n" + report(BODY, 2025, done="一百二十次"))
    put(store, pairing.issuer_id, corrected)
    moved, lost = sorted(store.decisions(pair(store)), key=lambda one: ids.index(one.commitment_id))
    assert moved.evidence is not None
    assert corrected.text[slice(*moved.evidence)] == "评查案卷80件"
    assert moved.evidence != (at, at + 7)
    assert lost.evidence is None
    assert len(store.ledger.second_look(pair(store))) == 2


def test_a_decision_on_a_promise_that_a_correction_dropped_is_shown_again(store: Store) -> None:
    pairing, ids = two_years(store)
    with store.transaction():
        store.ledger.record(pairing, decision(ids[0]), AT)
    put(store, pairing.issuer_id, made(text=report(BODY, 2024, PROMISES[1:])))
    assert store.decisions(pair(store)) == (decision(ids[0]),)
    assert [row.promise for row in store.ledger.second_look(pair(store))] == [f"（一）{PROMISES[0]}"]


def judged(pairing: Pairing, store: Store, confidence: float = 0.9) -> Audit:
    """An audit that says one thing of every promise of the baseline."""
    baseline, answer = store.load(pairing)
    assert baseline is not None
    reason = Reason("answered", (("share", "0.9"),))
    machine = Judgement(
        Verdict.FULFILLED,
        confidence,
        needs_review=False,
        repeated=False,
        flags=("underway",),
        reasons=(reason,),
    )
    findings = tuple(
        Finding(promise, machine.verdict, machine, None, History(2025, 1), None)
        for promise in baseline.commitments or ()
    )
    return Audit(pairing.issuer, pairing.year, baseline, answer, findings)


def test_what_the_machine_says_is_kept_once_and_never_replaced(store: Store) -> None:
    pairing, ids = two_years(store)
    kept = []
    for confidence in (0.9, 0.9 + 1e-12, 0.4, 0.9):
        with store.transaction():
            kept.append(store.machine.keep(pairing, judged(pairing, store, confidence), "1", "f", AT))
    assert kept == [True, False, True, True]
    assert store.machine.last(pairing) == dict.fromkeys(ids, Verdict.FULFILLED)
    assert store.session.scalar(select(func.count()).select_from(MachineVerdictRow)) == 9


def test_the_machine_never_touches_a_decision(store: Store) -> None:
    pairing, ids = two_years(store)
    with store.transaction():
        store.ledger.record(pairing, decision(ids[0], note="人工认定"), AT)
    before = store.ledger.log()
    with store.transaction():
        store.machine.keep(pairing, judged(pairing, store), "1", "f", AT)
    assert store.ledger.log() == before
    assert store.decisions(pairing) == (decision(ids[0], note="人工认定"),)


def test_an_answer_that_came_later_starts_a_history_of_its_own(store: Store) -> None:
    issuer = body(store)
    put(store, issuer, made(2024))
    early = pair(store)
    with store.transaction():
        store.machine.keep(early, judged(early, store), "1", "f", AT)
    put(store, issuer, made(2025))
    assert store.machine.last(pair(store)) == {}
    assert len(store.machine.last(early)) == 3


def waits(sha256: str = "a" * 64, **changed: object) -> Waiting:
    one = Waiting(
        sha256=sha256,
        source="压缩包.zip/报告.txt",
        path="压缩包.zip",
        members=("报告.txt",),
        text="正文",
        issuer=None,
        year=2024,
        published=None,
        dated="2025-01-20",
        title="报告",
        url=None,
        question=Question.ISSUER,
        about="市中区政府办公室",
        candidates=("甲", "乙"),
        reason=Notice("issuers.several", (("name", "市中区政府办公室"),)),
        asked_at=AT,
    )
    return replace(one, **changed)  # type: ignore[arg-type]  # a test changes what it likes


def test_what_waits_survives_and_goes_when_it_is_filed(url: str) -> None:
    with Store.open(url, create=True) as store, store.transaction():
        store.waiting.keep(waits())
        store.waiting.keep(waits("b" * 64, text=None))
        store.waiting.keep(waits(year=2025))
    with Store.open(url) as store:
        assert store.waiting.all() == (waits(year=2025), waits("b" * 64, text=None))
        with store.transaction():
            store.waiting.drop("a" * 64)
            store.waiting.dismiss("b" * 64, AT)
        assert store.waiting.all() == ()
        assert store.waiting.dismissed("b" * 64)
        assert not store.waiting.dismissed("a" * 64)


def test_numbers_of_documents_find_their_bodies(store: Store) -> None:
    issuer = body(store)
    put(store, issuer, replace(made(), document_number="云司字〔2025〕3号"))
    assert store.numbered("云司字") == (issuer,)
    assert store.numbered("%") == ()
