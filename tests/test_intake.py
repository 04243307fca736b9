"""Files in, outcomes out: nothing lost, nothing twice, no body guessed."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from time import perf_counter, sleep

from invented import PROMISES, report

from tracker.examined import Told
from tracker.intake import Kind, Outcome, answer, retry, take_in
from tracker.language import Language, say
from tracker.readers.files import files
from tracker.reading.commitments import commitments
from tracker.reading.document import read
from tracker.storage.store import Store
from tracker.storage.waiting import Question

AT = "2026-03-01T08:00:00+00:00"
LATER = "2026-04-01T08:00:00+00:00"
BODY = "双鸭山市云河区司法局"
URL = "sqlite:///store.sqlite"  # every test has a folder of its own
NAMELESS = report("我局").replace("我局2024", "2024", 1)


def write(name: str, text: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def ingest(
    *paths: Path, told: Told | None = None, at: str = AT, jobs: int = 1, keep: bool = True
) -> list[Outcome]:
    with Store.open(URL, create=True) as store:
        taken = take_in(store, files(paths), told or Told(), at, jobs=jobs, keep=keep)
        return said(taken)


def said(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """The outcomes, once each of their reasons was put into words."""
    done = list(outcomes)
    for outcome in done:
        for language in Language:
            assert "{" not in say(language, outcome.reason.code, **dict(outcome.reason.details))
    return done


def everything(path: str = "store.sqlite") -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def kinds(outcomes: Iterable[Outcome]) -> list[Kind]:
    return [outcome.kind for outcome in outcomes]


def test_a_report_is_taken_in_with_its_body_years_and_promises() -> None:
    [outcome] = ingest(write("a.txt", report()), told=Told(url="https://example.org/a"))
    assert outcome.kind is Kind.TAKEN
    with Store.open(URL) as store:
        [entry] = store.reports()
        filed = store.filed(entry.id)
    assert entry == outcome.report
    assert (entry.issuer, entry.reported_year, entry.plan_year, entry.promises) == (BODY, 2024, 2025, 3)
    assert (entry.source, entry.url) == ("a.txt", "https://example.org/a")
    assert filed.report == read(report())
    assert filed.commitments == commitments(filed.report)


def test_the_same_file_again_changes_nothing() -> None:
    path = write("a.txt", report())
    ingest(path)
    before = everything()
    assert kinds(ingest(path, at=LATER)) == [Kind.KNOWN]
    assert kinds(ingest(write("copy.txt", report()), at=LATER)) == [Kind.KNOWN]
    assert everything() == before


def test_the_same_words_in_another_file_change_nothing() -> None:
    ingest(write("a.txt", report()))
    before = everything()
    [outcome] = ingest(write("b.txt", "打印本页\n" + report().replace("\n", "\r\n\r\n")))
    assert (outcome.kind, outcome.reason.code) == (Kind.KNOWN, "intake.same_wording")
    assert everything() == before


def test_saying_otherwise_of_a_known_file_changes_nothing_and_is_told() -> None:
    path = write("a.txt", report())
    ingest(path)
    before = everything()
    for told in (Told(year=2023), Told(issuer="云河县司法局")):
        [outcome] = ingest(path, told=told)
        assert outcome.reason.code == "intake.known_otherwise"
    assert ingest(path, told=Told(issuer=BODY, year=2024))[0].reason.code == "intake.known"
    assert everything() == before


def test_a_corrected_report_is_a_version_that_keeps_the_ids_of_what_stayed() -> None:
    ingest(write("a.txt", report()))
    corrected = ("新增一项工作，开展专项检查3次。", PROMISES[1], PROMISES[2].replace("出台", "修订"))
    [outcome] = ingest(write("b.txt", report(promises=corrected)), at=LATER)
    assert outcome.kind is Kind.NEWER
    with Store.open(URL) as store:
        old, new = (store.filed(entry.id) for entry in store.reports())
    ids = {promise.text[3:]: promise.id for promise in old.commitments or ()}
    new_ids = {promise.text[3:]: promise.id for promise in new.commitments or ()}
    assert new.version == 2
    assert [text for text in ids if new_ids.get(text) == ids[text]] == [PROMISES[1]]
    assert len({*ids.values(), *new_ids.values()}) == 5


def test_an_old_version_found_again_replaces_nothing() -> None:
    ingest(write("a.txt", report()), write("b.txt", report(done="13次")))
    before = everything()
    [outcome] = ingest(write("c.txt", "打印本页\n" + report()))
    assert outcome.reason.code == "intake.same_wording"
    assert outcome.report is not None
    assert (outcome.report.version, outcome.report.current) == (1, False)
    assert everything() == before


def test_a_promise_that_comes_back_has_its_old_id() -> None:
    texts = [report(), report(promises=PROMISES[1:]), report(promises=(*PROMISES[1:], PROMISES[0]))]
    ingest(*(write(f"{number}.txt", text) for number, text in enumerate(texts)))
    with Store.open(URL) as store:
        first, _, third = (store.filed(entry.id).commitments or () for entry in store.reports())
    assert {one.text[3:]: one.id for one in third} == {one.text[3:]: one.id for one in first}


def test_a_version_under_another_of_its_names_keeps_its_ids() -> None:
    ingest(write("a.txt", report("枣庄高新区")))
    text = report("枣庄高新技术产业开发区管委会", done="13次")
    assert kinds(ingest(write("b.txt", text))) == [Kind.NEWER]
    with Store.open(URL) as store:
        old, new = (store.filed(entry.id).commitments or () for entry in store.reports())
        assert {name.name for name in store.issuers()[0].names} >= {"枣庄高新区"}
    assert [promise.id for promise in new] == [promise.id for promise in old]


def test_ids_are_the_same_in_every_store() -> None:
    path = write("a.txt", report())
    ingest(path)
    with Store.open(URL) as store:
        first = store.filed(store.reports()[0].id)
    with Store.open("sqlite:///other.sqlite", create=True) as store:
        list(take_in(store, files([write("z.txt", report("双鸭山市云河区财政局")), path]), Told(), LATER))
        second = store.filed(next(entry.id for entry in store.reports() if entry.issuer == BODY))
    assert second.commitments == first.commitments


def test_two_bodies_that_print_alike_share_no_id() -> None:
    ingest(write("a.txt", report("市中区司法局")), told=Told(issuer="枣庄市市中区司法局"))
    ingest(write("b.txt", report("市中区司法局", done="15次")), told=Told(issuer="济南市市中区司法局"))
    with Store.open(URL) as store:
        ids = [promise.id for entry in store.reports() for promise in store.filed(entry.id).commitments or ()]
    assert len(ids) == len(set(ids)) == 6


def test_ids_that_another_body_has_are_derived_from_the_name_it_is_shown_by() -> None:
    ingest(write("a.txt", report("尖山区司法局")))
    with Store.open(URL) as store, store.transaction():
        store.rename(store.issuers()[0].id, "双鸭山市尖山区司法局", "user", AT)
    text = report("尖山区司法局", done="15次").replace("个别", "与鹤岗市其他区相比，个别")
    [outcome] = ingest(write("b.txt", text))
    assert outcome.kind is Kind.WAITING
    with Store.open(URL) as store:
        told = Told(issuer="尖山区司法局", new_issuer=True)
        [outcome] = answer(store, store.waiting.all()[0], told, LATER)
        assert outcome.kind is Kind.TAKEN
        ids = [promise.id for entry in store.reports() for promise in store.filed(entry.id).commitments or ()]
        assert len(ids) == 6
        assert len(store.issuers()) == 2


def test_a_bad_file_stops_nothing() -> None:
    folder = Path("in")
    write("in/1.txt", "")
    write("in/2.txt", report())
    write("in/3.bin", bytes(range(256)) * 40)
    write("in/4.txt", "今天天气很好，大家去公园散步。\n" * 5)
    write("in/5.txt", report(year=2025))
    outcomes = ingest(folder)
    assert kinds(outcomes) == [Kind.UNREADABLE, Kind.TAKEN, Kind.UNREADABLE, Kind.WAITING, Kind.TAKEN]
    assert outcomes[3].reason.code == "intake.no_report"


def test_a_file_that_cannot_be_opened_is_an_outcome() -> None:
    path = write("a.txt", report())
    [found] = files([path])
    path.unlink()
    with Store.open(URL, create=True) as store:
        [outcome] = said(take_in(store, [found], Told(), AT))
    assert outcome.kind is Kind.UNREADABLE


def test_a_report_without_a_plan_is_kept_and_said_to_have_none() -> None:
    [outcome] = ingest(write("a.txt", report(promises=())))
    assert (outcome.kind, outcome.reason.code) == (Kind.TAKEN, "intake.no_promises")
    assert "section-missing" in [notice.code for notice in outcome.notices]


def test_a_report_without_a_name_waits_and_one_answer_files_it() -> None:
    [outcome] = ingest(write("a.txt", NAMELESS))
    assert outcome.kind is Kind.WAITING
    Path("a.txt").unlink()
    with Store.open(URL) as store:
        [waiting] = store.waiting.all()
        assert (waiting.question, store.reports()) == (Question.ISSUER, ())
        [settled] = said(answer(store, waiting, Told(issuer=BODY), LATER))
    assert settled.kind is Kind.TAKEN
    with Store.open(URL) as store:
        assert store.waiting.all() == ()
        assert [entry.issuer for entry in store.reports()] == [BODY]


def test_one_answer_settles_all_files_alike() -> None:
    ingest(write("full.txt", report("枣庄市市中区司法局", 2023)))
    write("in/a.txt", report("市中区司法局", 2024))
    write("in/b.txt", report("市中区司法局", 2025))
    write("in/c.txt", report("青川市尖山区司法局", 2025))
    outcomes = ingest(Path("in"))
    assert kinds(outcomes) == [Kind.WAITING, Kind.WAITING, Kind.TAKEN]
    assert outcomes[0].candidates == ("枣庄市市中区司法局",)
    with Store.open(URL) as store:
        done = said(answer(store, store.waiting.all()[0], Told(issuer="枣庄市市中区司法局"), LATER))
        assert kinds(done) == [Kind.TAKEN, Kind.TAKEN]
        years = [entry.reported_year for entry in store.reports() if entry.issuer == "枣庄市市中区司法局"]
    assert years == [2023, 2024, 2025]


def test_a_nameless_report_is_asked_about_with_the_bodies_it_could_be_of() -> None:
    ingest(write("a.txt", report("枣庄市台儿庄区司法局", 2023).replace("司法局2023", "司法局2023", 1)))
    [outcome] = ingest(write("b.txt", NAMELESS + "台儿庄区各镇街。\n"))
    assert outcome.candidates == ("枣庄市台儿庄区司法局",)


def test_nameless_reports_of_one_series_of_documents_are_settled_by_one_answer() -> None:
    ingest(write("named.txt", report("青川市云河区司法局", 2022).replace("\n", "\n云司字〔2023〕1号\n", 1)))
    for year in (2023, 2024):
        write(
            f"in/{year}.txt",
            NAMELESS.replace("2025", "next")
            .replace("2024", str(year))
            .replace("next", str(year + 1))
            .replace("\n", f"\n云司字〔{year + 1}〕1号\n", 1),
        )
    outcomes = ingest(Path("in"))
    assert [outcome.candidates for outcome in outcomes] == [("青川市云河区司法局",)] * 2
    with Store.open(URL) as store:
        done = answer(store, store.waiting.all()[0], Told(issuer="青川市云河区司法局"), LATER)
        assert kinds(done) == [Kind.TAKEN, Kind.TAKEN]
        [issuer] = store.issuers()
    assert [name.name for name in issuer.names] == ["青川市云河区司法局"]


def test_a_year_that_is_not_said_waits_for_it() -> None:
    text = report().replace("2024年度", "").replace("2025年度", "").replace("2024年，", "")
    [outcome] = ingest(write("a.txt", text))
    assert (outcome.kind, outcome.reason.code) == (Kind.WAITING, "intake.which_year")
    with Store.open(URL) as store:
        [settled] = answer(store, store.waiting.all()[0], Told(year=2024), LATER)
        assert settled.report is not None
        assert (settled.report.reported_year, settled.report.plan_year) == (2024, 2025)


def test_what_the_user_says_wins_over_the_text() -> None:
    told = Told(issuer="云河区法治政府建设办公室", year=2022, published="2023-02-01")
    [outcome] = ingest(write("a.txt", report()), told=told)
    assert outcome.report is not None
    assert (outcome.report.issuer, outcome.report.reported_year) == ("云河区法治政府建设办公室", 2022)
    assert outcome.report.published == "2023-02-01"


def test_a_file_said_to_be_no_report_is_not_asked_about_again() -> None:
    path = write("a.txt", "今天天气很好，大家去公园散步。\n" * 5)
    ingest(path)
    with Store.open(URL) as store, store.transaction():
        store.waiting.dismiss(store.waiting.all()[0].sha256, LATER)
    assert ingest(path)[0].reason.code == "intake.dismissed"


def test_retrying_takes_in_what_can_now_be_placed() -> None:
    ingest(write("a.txt", report("枣庄市市中区司法局", 2023)))
    ingest(write("b.txt", report("市中区司法局", 2024)), write("c.txt", ""))
    with Store.open(URL) as store:
        assert kinds(retry(store, LATER)) == [Kind.WAITING, Kind.UNREADABLE]
        write("c.txt", report("枣庄市市中区司法局", 2024))
        assert sorted(kinds(retry(store, LATER))) == [Kind.TAKEN, Kind.WAITING]
        assert [waiting.source for waiting in store.waiting.all()] == ["b.txt"]


def test_a_rehearsal_says_what_would_be_and_stores_nothing() -> None:
    ingest(write("old.txt", report(year=2022)))
    before = everything()
    write("in/a.txt", report())
    write("in/b.txt", report(done="13次"))
    write("in/c.txt", NAMELESS)
    outcomes = ingest(Path("in"), keep=False)
    assert everything() == before
    assert outcomes == ingest(Path("in"))


def test_two_programs_that_take_in_at_once_know_each_others_bodies() -> None:
    texts = [report(year=2023), report(year=2024), report("云河县司法局", 2024), report("云河县司法局", 2023)]
    found = list(files([write(f"{number}.txt", text) for number, text in enumerate(texts)]))
    with Store.open(URL, create=True) as one, Store.open(URL) as other:
        first, second = take_in(one, found[:3], Told(), AT), take_in(other, found[1:], Told(), AT)
        done = [next(first), next(second), next(second), next(first), next(first), next(second)]
    assert [outcome.kind for outcome in done] == [
        *(Kind.TAKEN, Kind.TAKEN, Kind.TAKEN),
        *(Kind.KNOWN, Kind.KNOWN, Kind.TAKEN),
    ]
    with Store.open(URL) as store:
        assert [(issuer.name, issuer.reports) for issuer in store.issuers()] == [
            ("云河县司法局", 2),
            (BODY, 2),
        ]


def test_the_number_of_processes_changes_no_byte() -> None:
    for number, text in enumerate(
        [report(), NAMELESS, "", report(done="13次"), report("云河县司法局"), report()]
    ):
        write(f"in/{number}.txt", text)
    outcomes = ingest(Path("in"))
    dump = everything()
    Path("store.sqlite").rename("one.sqlite")
    assert ingest(Path("in"), jobs=2) == outcomes
    assert everything() == dump


def test_text_that_no_database_takes_keeps_its_offsets() -> None:
    text = report().replace("法治文化广场", "法治\0文化广场")
    [outcome] = ingest(write("a.txt", text))
    with Store.open(URL) as store:
        assert outcome.report is not None
        filed = store.filed(outcome.report.id)
    assert "\0" not in filed.report.text
    assert all(filed.report.text[one.start : one.end] == one.text for one in filed.commitments or ())


def test_a_name_printed_otherwise_becomes_a_name_of_the_body() -> None:
    ingest(write("a.txt", report("青川市云河区人民政府办公室", 2023)))
    [outcome] = ingest(write("b.txt", report("青川市云河区政府办公室", 2024)))
    assert outcome.kind is Kind.TAKEN
    with Store.open(URL) as store:
        [issuer] = store.issuers()
        assert [(name.name, name.added_by) for name in issuer.names] == [
            ("青川市云河区人民政府办公室", "report"),
            ("青川市云河区政府办公室", "report"),
        ]
        assert len(store.pairings(2024)) == 1


def test_the_real_reports_pair_up_without_help(shared_data: Path) -> None:
    outcomes = ingest(
        *(folder for folder in sorted((shared_data / "work-reports").iterdir()) if folder.name != "originals")
    )
    assert set(kinds(outcomes)) == {Kind.TAKEN}
    with Store.open(URL) as store:
        whole = [pairing for pairing in store.pairings(2025) if pairing.baseline and pairing.answer]
        assert len(whole) == 31
        council = next(issuer for issuer in store.issuers() if issuer.name == "国务院")
        assert council.reports == 23
        assert len(store.issuers()) == 32
        for year in range(2003, 2025):
            pairings = [pairing for pairing in store.pairings(year) if pairing.issuer_id == council.id]
            assert [bool(pairing.baseline and pairing.answer) for pairing in pairings] == [True]


def test_the_author_a_file_names_is_asked_about_and_never_believed() -> None:
    path = write(
        "a.html", f"<meta name=author content=青禾县司法局><body><p>{NAMELESS.replace(chr(10), '<p>')}"
    )
    [outcome] = ingest(path)
    assert (outcome.kind, outcome.candidates) == (Kind.WAITING, ("青禾县司法局",))
    with Store.open(URL) as store:
        [again] = said(retry(store, LATER))
    assert (again.kind, again.candidates) == (Kind.WAITING, ("青禾县司法局",))
    with Store.open(URL) as store:
        [done] = said(answer(store, store.waiting.all()[0], Told(issuer="青禾县司法局"), LATER))
    assert done.report is not None
    assert done.report.issuer == "青禾县司法局"


def test_the_author_a_file_names_is_shown_as_the_body_it_is_known_for() -> None:
    ingest(write("known.txt", report("青禾县司法局", 2022)))
    path = write(
        "a.html", f"<meta name=author content=青禾县司法局><body><p>{NAMELESS.replace(chr(10), '<p>')}"
    )
    assert ingest(path)[0].candidates == ("青禾县司法局",)


def test_a_newer_version_says_what_came_and_went() -> None:
    ingest(write("a.txt", report()))
    more = report().replace("二、存在的不足", "（三）公开执法结果。公示处罚决定80件。\n二、存在的不足")
    [outcome] = ingest(write("b.txt", more))
    details = dict(outcome.reason.details)
    assert [details[name] for name in ("promises", "added", "removed")] == ["0", "2", "0"]
    [outcome] = ingest(write("c.txt", report(promises=(*PROMISES[:2], "修订《行政裁量权基准管理办法》。"))))
    details = dict(outcome.reason.details)
    assert [details[name] for name in ("promises", "added", "removed")] == ["2", "0", "2"]


KILLED = """
import os, signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from tracker.intake import end_with_parent

if __name__ == "__main__":
    pool = ProcessPoolExecutor(1, get_context("spawn"), end_with_parent)
    print(pool.submit(os.getpid).result(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_reading_processes_end_with_a_program_that_was_killed() -> None:
    script = write("killed.py", KILLED)
    ended = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    child = Path(f"/proc/{ended.stdout.strip()}")
    waited = perf_counter()
    while child.exists() and "Z" not in (child / "stat").read_text().split()[2]:
        assert perf_counter() - waited < 30
        sleep(0.05)
