"""Whatever users point the program at: one clear line each, the right exit code, nothing half-written."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Tracker

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"
OFFICE = EXAMPLES / "qingshi-district-office"
NO_PLAN = """临溪县水务局2024年法治政府建设年度报告

一、主要举措和成效
（一）规范执法。全年办理水行政案件12件，全部做到程序合法、结果公开。
（二）普法宣传。开展“世界水日”宣传活动3场，发放资料两千份。

二、存在的不足和原因
执法力量与任务不相适应，基层水政人员偏少。
"""
NO_REPORT = "今天的午饭是番茄炒蛋和米饭，味道不错。\n明天想去公园走走，如果不下雨的话。\n" * 5


def stored(tracker: Tracker) -> list[str]:
    """The year and issuer of each report in the store."""
    return tracker("reports").stdout.splitlines()


def test_a_missing_path_stops_nothing(tracker: Tracker) -> None:
    result = tracker("ingest", "nowhere.txt", OFFICE / "2024.txt", "nor-here/")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[:2] == ["nowhere.txt does not exist", "nor-here does not exist"]
    assert len(stored(tracker)) == 1


def test_missing_paths_alone_make_no_store(tracker: Tracker, tmp_path: Path) -> None:
    result = tracker("ingest", "nowhere.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert not list(tmp_path.iterdir())


def test_an_empty_folder_is_said_to_be_empty(tracker: Tracker, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    result = tracker("ingest", "reports")
    assert result.exit_code == 1
    assert "no file" in result.stderr


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("blank.docx", b" \n\r\n \t", "the file is empty"),
        ("junk.txt", bytes(range(256)) * 40, "neither text nor a known document format"),
        ("random.pdf", b"%PDF-1.7\n" + bytes(range(255, 0, -1)) * 20, ""),
        ("half.zip", b"PK\x03\x04" + bytes(60), ""),
    ],
)
def test_what_is_no_text_is_named_with_the_reason(
    tracker: Tracker, tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / name).write_bytes(content)
    (folder / "good.txt").write_bytes((OFFICE / "2024.txt").read_bytes())
    for command in ("ingest", "parse"):
        result = tracker(command, folder)
        (line,) = [line for line in result.stderr.splitlines() if name in line]
        assert reason in line
        assert result.exit_code == 1
    assert len(stored(tracker)) == 1


def test_a_text_that_is_no_report_is_not_taken_for_one(tracker: Tracker, tmp_path: Path) -> None:
    (tmp_path / "lunch.txt").write_text(NO_REPORT, encoding="utf-8")
    result = tracker("ingest", "lunch.txt", OFFICE / "2024.txt")
    assert result.exit_code == 1
    (line,) = [line for line in result.stderr.splitlines() if "lunch.txt" in line]
    assert "looks like neither" in line
    assert len(stored(tracker)) == 1


def test_a_report_without_a_plan_is_kept_and_said_to_promise_nothing(
    tracker: Tracker, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(NO_PLAN, encoding="utf-8")
    (tmp_path / "b.txt").write_text(NO_PLAN.replace("2024", "2025").replace("12件", "15件"), encoding="utf-8")
    result = tracker("ingest", "a.txt", "b.txt")
    assert result.exit_code == 0
    assert result.stdout.count("no plan was read") == 2
    audited = tracker("audit", "--year", "2025")
    assert audited.exit_code == 0
    assert (tmp_path / "audit-2025" / "index.html").is_file()
    assert "promises 0" in audited.stdout


def test_a_year_nobody_reported_on_is_said_with_the_years_there_are(tracker: Tracker, tmp_path: Path) -> None:
    tracker("ingest", OFFICE)
    result = tracker("audit", "--year", "1999")
    assert result.exit_code == 1
    assert result.stderr == (
        "Error: the store holds no plan for 1999 and no report that covers it"
        " (years it knows: 2023, 2024, 2025, 2026)\n"
    )
    assert not (tmp_path / "audit-1999").exists()


@pytest.mark.parametrize(
    "arguments", [["audit"], ["reports"], ["issuers"], ["db", "current"], ["db", "upgrade"]]
)
def test_without_a_store_the_user_is_told_how_to_get_one(
    tracker: Tracker, tmp_path: Path, arguments: list[str]
) -> None:
    result = tracker(*arguments)
    assert result.exit_code == 1
    assert "tracker ingest" in result.stderr
    assert result.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_an_issuer_nobody_knows(tracker: Tracker) -> None:
    tracker("ingest", OFFICE)
    result = tracker("audit", "--issuer", "月球人民政府")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "月球人民政府" in result.stderr


@pytest.mark.parametrize("arguments", [["reports"], ["audit"], ["ingest", str(OFFICE)], ["db", "upgrade"]])
def test_a_store_of_a_newer_version_is_left_alone(
    tracker: Tracker, tmp_path: Path, arguments: list[str]
) -> None:
    tracker("ingest", OFFICE / "2024.txt")
    with sqlite3.connect(tmp_path / "tracker.sqlite") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = sorted(path.name for path in tmp_path.iterdir())
    result = tracker(*arguments)
    assert result.exit_code == 1
    assert "newer" in result.stderr
    assert result.stderr.count("\n") == 1
    assert {path.name for path in tmp_path.iterdir()} <= {*before, "tracker.sqlite-wal", "tracker.sqlite-shm"}


@pytest.mark.parametrize("content", [b"SQLite format 3\x00 and then nothing", "这不是数据库".encode() * 100])
def test_a_store_that_is_no_database(tracker: Tracker, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "tracker.sqlite").write_bytes(content)
    for arguments in (["reports"], ["ingest", OFFICE]):
        result = tracker(*arguments)
        assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
        assert "tracker.sqlite" in result.stderr
    assert (tmp_path / "tracker.sqlite").read_bytes() == content


@pytest.mark.parametrize("db", ["mysql://host/name", "nonsense://", "postgresql://nobody@127.0.0.1:1/none"])
def test_a_database_that_cannot_be_reached(tracker: Tracker, db: str) -> None:
    result = tracker("reports", "--db", db)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


def test_a_store_in_a_folder_that_is_not_there(tracker: Tracker, tmp_path: Path) -> None:
    result = tracker("ingest", OFFICE, "--db", "no/such/folder/my.sqlite")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "no/such/folder" in result.stderr
    assert not list(tmp_path.iterdir())


def test_pages_into_a_place_that_cannot_be_a_folder(tracker: Tracker, tmp_path: Path) -> None:
    tracker("ingest", OFFICE)
    (tmp_path / "taken").write_text("a file of the user's", encoding="utf-8")
    before = sorted(path.name for path in tmp_path.iterdir())
    for out in ("taken", "taken/below"):
        result = tracker("audit", "--out", out)
        assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "a file of the user's"


def limited(limit: int, *arguments: object) -> subprocess.CompletedProcess[str]:
    """A process whose files cannot grow beyond `limit` bytes: a disk that fills."""
    code = (
        "import resource, signal; from tracker.cli import main;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}));"
        f"main({[str(each) for each in arguments]!r})"
    )
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"LC_ALL": "C.UTF-8"},
        check=False,
    )


pytestmark_unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


@pytestmark_unix
def test_a_disk_that_is_full_from_the_start_leaves_nothing(tmp_path: Path) -> None:
    result = limited(8_192, "ingest", OFFICE)
    assert result.returncode == 1, result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("Error: ")
    assert not [path for path in tmp_path.iterdir() if path.stat().st_size]


@pytestmark_unix
def test_a_disk_that_fills_keeps_what_was_finished(tracker: Tracker, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    text = (OFFICE / "2024.txt").read_text(encoding="utf-8")
    for number in range(1, 60):
        other = text.replace("青石区", f"{chr(0x4E00 + 37 * number)}石区")
        (folder / f"{number:02}.txt").write_text(other, encoding="utf-8")
    result = limited(400_000, "ingest", "many")
    assert result.returncode == 1, result.stderr
    assert len([line for line in result.stderr.splitlines() if line.startswith("Error: ")]) == 1
    kept = stored(tracker)
    assert 0 < len(kept) < 59
    assert tracker("ingest", "many").exit_code in (0, 1)
    assert len(stored(tracker)) > len(kept)


@pytestmark_unix
def test_a_disk_that_fills_while_pages_are_written_leaves_the_old_ones(
    tracker: Tracker, tmp_path: Path
) -> None:
    tracker("ingest", OFFICE)
    assert tracker("audit").exit_code == 0
    before = {path: path.read_bytes() for path in (tmp_path / "audit-2025").rglob("*") if path.is_file()}
    result = limited(20_000, "audit", "--lang", "en")
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    after = {path: path.read_bytes() for path in (tmp_path / "audit-2025").rglob("*") if path.is_file()}
    assert after == before
