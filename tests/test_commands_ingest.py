from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Tracker

OFFICE = Path(__file__).parents[1] / "examples" / "reports" / "qingshi-district-office"
NAME = "云岭市青石区人民政府办公室"
NAMELESS = """2024年法治政府建设年度报告

一、主要举措和成效
（一）规范执法。全年办理行政案件12件，全部做到程序合法、结果公开。

二、2025年主要安排
（一）建成执法监督平台并投入使用。
"""


def columns(tracker: Tracker, *arguments: str) -> list[list[str]]:
    return [line.split("\t") for line in tracker(*arguments).stdout.splitlines()]


def test_files_are_taken_in_and_known_the_second_time(tracker: Tracker) -> None:
    first = tracker("ingest", OFFICE)
    assert (first.exit_code, first.stdout.splitlines()[0]) == (0, "taken in: 3")
    second = tracker("ingest", OFFICE)
    assert (second.exit_code, second.stdout.splitlines()[0]) == (0, "already here: 3")
    assert len(columns(tracker, "reports")) == 3


def test_a_corrected_report_is_a_newer_version_beside_the_old_one(tracker: Tracker, tmp_path: Path) -> None:
    corrected = (OFFICE / "2024.txt").read_text(encoding="utf-8").replace("。", "，并已公开。", 5)
    (tmp_path / "corrected.txt").write_text(corrected, encoding="utf-8")
    result = tracker("ingest", OFFICE / "2024.txt", "corrected.txt")
    assert result.exit_code == 0
    assert "newer versions of reports already here: 1" in result.stdout
    assert [row[5] for row in columns(tracker, "reports")] == ["version 1 (superseded)", "version 2"]


def test_what_the_user_says_wins_over_the_text(tracker: Tracker) -> None:
    result = tracker(
        *("ingest", OFFICE / "2024.txt", "--issuer", "别的市人民政府", "--year", "2019"),
        *("--published", "2020-03-01", "--url", "https://example.org/r"),
    )
    assert result.exit_code == 0
    ((issuer, _, year, *_),) = columns(tracker, "reports")
    assert (issuer, year) == ("别的市人民政府", "2019")


def test_a_manifest_says_it_file_by_file(tracker: Tracker, tmp_path: Path) -> None:
    for year in (2023, 2024):
        (tmp_path / f"{year}.txt").write_bytes((OFFICE / f"{year}.txt").read_bytes())
    (tmp_path / "files.csv").write_text(
        "path,issuer\n2023.txt,甲市人民政府\n2024.txt,乙市人民政府\n", encoding="utf-8"
    )
    assert tracker("ingest", "--manifest", "files.csv").exit_code == 0
    assert {row[0] for row in columns(tracker, "reports")} == {"甲市人民政府", "乙市人民政府"}


def test_a_wrong_manifest_takes_nothing_in(tracker: Tracker, tmp_path: Path) -> None:
    (tmp_path / "2024.txt").write_bytes((OFFICE / "2024.txt").read_bytes())
    (tmp_path / "files.csv").write_text("path,year\n2024.txt,2024\nnot-there.txt,2024\n", encoding="utf-8")
    result = tracker("ingest", "--manifest", "files.csv")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "line 3" in result.stderr
    assert not (tmp_path / "tracker.sqlite").exists()


def test_a_rehearsal_stores_nothing(tracker: Tracker, tmp_path: Path) -> None:
    result = tracker("ingest", OFFICE, "--dry-run")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "taken in: 3")
    assert "rehearsal" in result.stderr
    assert not list(tmp_path.iterdir())
    tracker("ingest", OFFICE / "2023.txt")
    again = tracker("ingest", OFFICE, "--dry-run").stdout
    assert "taken in: 2" in again
    assert "already here: 1" in again
    assert len(columns(tracker, "reports")) == 1


def test_whoever_must_answer_is_told_how_and_that_one_answer_settles_all_alike(
    tracker: Tracker, tmp_path: Path
) -> None:
    numbered = NAMELESS.replace("\n", "\n青政办字〔2025〕1号\n", 1)
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"{numbered}\n{name}", encoding="utf-8")
    rehearsal = tracker("ingest", "a.txt", "--dry-run").stderr
    assert "intake resolve" not in rehearsal
    assert rehearsal.endswith("run it again without --dry-run to take them in\n")
    assert "intake resolve NUMBER" in tracker("ingest", "a.txt", "b.txt").stderr
    listed = tracker("intake", "list")
    assert listed.stdout.startswith("one answer settles these 2:\n")
    assert "intake resolve NUMBER" in listed.stderr
    assert "intake resolve" not in tracker("ingest", OFFICE).stderr


def test_two_processes_store_the_same(tracker: Tracker) -> None:
    one = tracker("ingest", OFFICE, "--db", "one.sqlite", "--jobs", "1")
    two = tracker("ingest", OFFICE, "--db", "two.sqlite", "--jobs", "2")
    assert (one.exit_code, one.stdout) == (0, two.stdout)
    assert tracker("reports", "--db", "one.sqlite").stdout == tracker("reports", "--db", "two.sqlite").stdout


@pytest.mark.parametrize("jobs", ["0", "65", "two"])
def test_an_odd_number_of_processes_is_a_usage_error(tracker: Tracker, jobs: str) -> None:
    assert tracker("ingest", OFFICE, "--jobs", jobs).exit_code == 2


def test_what_needs_an_answer_waits_until_it_is_given(tracker: Tracker, tmp_path: Path) -> None:
    (tmp_path / "nameless.txt").write_text(NAMELESS, encoding="utf-8")
    asked = tracker("ingest", "nameless.txt")
    assert asked.exit_code == 1
    assert "nameless.txt  the text does not say whose report it is" in asked.stderr
    ((number, _),) = [line.split("  ", 1) for line in tracker("intake", "list").stdout.splitlines()]
    assert tracker("intake", "retry").exit_code == 1
    assert tracker("intake", "resolve", number, "--issuer", "丙县司法局").exit_code == 0
    assert tracker("intake", "list").stdout == ""
    assert columns(tracker, "reports")[0][0] == "丙县司法局"


def test_what_is_no_report_is_not_asked_about_again(tracker: Tracker, tmp_path: Path) -> None:
    (tmp_path / "lunch.txt").write_text("今天的午饭是番茄炒蛋和米饭。\n" * 9, encoding="utf-8")
    assert tracker("ingest", "lunch.txt").exit_code == 1
    assert tracker("intake", "resolve", "lunch.txt", "--no-report").exit_code == 0
    assert tracker("ingest", "lunch.txt").exit_code == 0
    assert tracker("intake", "list").stdout == ""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["abc", "--year", "2024"], 1), (["abc"], 2), (["abc", "--year", "2024", "--no-report"], 2)],
)
def test_an_answer_must_name_a_file_and_say_something(
    tracker: Tracker, arguments: list[str], code: int
) -> None:
    tracker("ingest", OFFICE / "2024.txt")
    result = tracker("intake", "resolve", *arguments)
    assert (result.exit_code, result.stderr.count("\n")) == (code, 1)


def test_parse_reads_as_ingest_does(tracker: Tracker, tmp_path: Path) -> None:
    assert tracker("parse", OFFICE / "2024.txt", "--format", "jsonl").exit_code == 0
    (line,) = (
        tracker("parse", OFFICE / "2024.txt", "--format", "jsonl").stdout_bytes.decode("utf-8").splitlines()
    )
    read = json.loads(line)
    tracker("ingest", OFFICE / "2024.txt")
    ((issuer, _, year, _, promises, *_),) = columns(tracker, "reports")
    assert (issuer, year) == (read["issuer"], str(read["reported_year"]))
    assert promises == f"{len(read['commitments'])} promises"
    assert {path.name.partition("-")[0] for path in tmp_path.iterdir()} == {"tracker.sqlite"}
