from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Tracker
from invented import report

WHOLE = report().replace(
    "三、2025年度",
    "三、党政主要负责人履行推进法治建设第一责任人职责情况\n主要负责人听取法治工作汇报3次。\n四、2025年度",
)


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    path = tmp_path / "whole.txt"
    path.write_text(WHOLE, encoding="utf-8")
    return path


@pytest.fixture
def lacking(tmp_path: Path) -> Path:
    path = tmp_path / "lacking.txt"
    path.write_text(report(), encoding="utf-8")
    return path


def test_files_are_checked_without_a_store(tracker: Tracker, whole: Path, tmp_path: Path) -> None:
    result = tracker("check", whole)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "[found] Problems" in result.stdout
    assert "[cannot be told] Published in time" in result.stdout
    assert "not found or late: 0" in result.stdout
    assert not (tmp_path / "tracker.sqlite").exists()


def test_strict_tells_scripts_that_something_is_missing(tracker: Tracker, whole: Path, lacking: Path) -> None:
    assert tracker("check", whole, "--strict").exit_code == 0
    assert tracker("check", whole, lacking).exit_code == 0
    result = tracker("check", whole, lacking, "--strict")
    assert result.exit_code == 3
    assert "not found or late: 1" in result.stdout


def test_json_holds_every_passage_verbatim(tracker: Tracker, whole: Path) -> None:
    written = json.loads(tracker("check", whole, "--format", "json", "--lang", "zh").stdout)
    (one,) = written["reports"]
    assert (written["schema"], one["reported_year"], one["genre"]) == ("tracker.check/1", 2024, "rule-of-law")
    assert one["norm"]["from"] == "2019-04-15"
    assert {result["requirement"]: result["state"] for result in one["results"]} == {
        "measures": "met",
        "problems": "met",
        "reasons": "met",
        "duty": "met",
        "plan": "met",
        "report_by": "unknown",
        "publish_by": "unknown",
    }
    for result in one["results"]:
        for passage in result["passages"]:
            assert passage["text"] == WHOLE[passage["start"] : passage["end"]]


def test_the_reports_of_a_year_come_from_the_store(tracker: Tracker, whole: Path) -> None:
    assert tracker("ingest", whole, "--published", "2025-05-20").exit_code == 0
    result = tracker("check", "--year", "2024", "--strict")
    assert result.exit_code == 3
    assert "[late by its date] Published in time: It bears the day 2025-05-20" in result.stdout
    nothing = tracker("check", "--year", "2023")
    assert (nothing.exit_code, nothing.stderr) == (1, "Error: the store holds no report that covers 2023\n")


def test_a_report_without_a_norm_says_so_and_lacks_nothing(tracker: Tracker, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text(report(year=2016, promises=()), encoding="utf-8")
    result = tracker("check", path, "--strict")
    assert result.exit_code == 0
    assert "No norm applies to this report (genre: rule-of-law report, year: 2016)" in result.stdout
    assert "Checked 0" in result.stdout


def test_norms_of_one_s_own_are_taken(tracker: Tracker, lacking: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        '[[norm]]\nid = "x"\nname = "某规定"\nsource = "《某规定》"\n'
        'genre = "rule-of-law"\nfrom = "2020-01-01"\ncontents = ["plan"]\n',
        encoding="utf-8",
    )
    result = tracker("check", lacking, "--norms", path, "--strict")
    assert result.exit_code == 0
    assert "《某规定》" in result.stdout
    path.write_text("norm =", encoding="utf-8")
    assert "own.toml is no file of norms" in tracker("check", lacking, "--norms", path).stderr


@pytest.mark.parametrize("arguments", [(), ("whole.txt", "--year", "2024")])
def test_either_files_or_a_year(tracker: Tracker, whole: Path, arguments: tuple[str, ...]) -> None:
    assert whole.exists()
    result = tracker("check", *arguments)
    assert result.exit_code == 2
    assert "give files, or --year" in result.stderr


def test_what_cannot_be_read_is_named_and_the_rest_is_checked(
    tracker: Tracker, whole: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    result = tracker("check", broken, tmp_path / "absent.txt", whole)
    assert result.exit_code == 1
    assert "broken.docx" in result.stderr
    assert "absent.txt" in result.stderr
    assert "Checked 1" in result.stdout
