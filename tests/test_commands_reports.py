from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Tracker

EXAMPLES = Path(__file__).parents[1] / "examples"
ZONE = EXAMPLES / "reports" / "chenghu-zone"
NAME = "望川市澄湖经济技术开发区管理委员会"


@pytest.fixture
def filled(tracker: Tracker) -> Tracker:
    assert tracker("ingest", ZONE, EXAMPLES / "corrected" / "chenghu-zone-2025.txt").exit_code == 0
    return tracker


def test_reports_are_listed_by_body_and_year_with_what_they_promise(filled: Tracker) -> None:
    result = filled("reports")
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert [(row[0], row[2], row[3]) for row in rows] == [
        (NAME, "2023", "→ 2024"),
        (NAME, "2024", "→ 2025"),
        (NAME, "2025", "→ 2026"),
        (NAME, "2025", "→ 2026"),
    ]
    assert [row[5] for row in rows[2:]] == ["version 1 (superseded)", "version 2"]
    assert all(int(row[4].split()[0]) > 0 for row in rows)
    assert result.stderr == "reports: 4\n"


def test_reports_speak_chinese(filled: Tracker) -> None:
    result = filled("reports", "--lang", "zh")
    assert "法治政府建设报告" in result.stdout
    assert result.stderr == "报告共 4 份\n"


def test_a_correction_shows_its_promises_first(filled: Tracker) -> None:
    result = filled("reports", "diff", NAME, "2025")
    assert result.exit_code == 0
    promises, _, others = result.stdout.partition("other sentences changed")
    assert promises.startswith("promises changed: 1\n")
    assert [line.strip()[0] for line in promises.splitlines()[1:]] == ["-", "+"]
    assert "108家" in others
    assert "corrected" in result.stderr


def test_a_version_that_only_adds_is_said_to(filled: Tracker, tmp_path: Path) -> None:
    text = (ZONE / "2024.txt").read_text("utf-8")
    more = text.replace("二、", "序号\t任务\n1\t公示执法结果\n二、", 1)
    (tmp_path / "a.txt").write_text(more, encoding="utf-8")
    assert "promises changed: 0, other sentences added: 2, gone: 0" in filled("ingest", "a.txt").stdout
    result = filled("reports", "diff", NAME, "2024")
    assert "no promise and no sentence changed; the new version only adds 2" in result.stderr


@pytest.mark.parametrize("year", ["2023", "1999"])
def test_without_two_versions_there_is_nothing_to_compare(filled: Tracker, year: str) -> None:
    result = filled("reports", "diff", NAME, year)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


def test_the_same_reader_reads_the_same_again(filled: Tracker) -> None:
    before = filled("reports").stdout
    result = filled("reports", "reread")
    assert (result.exit_code, result.stdout) == (0, "read anew: 4, changed: 0\n")
    assert filled("reports").stdout == before


def test_a_report_is_moved_and_the_move_is_kept(filled: Tracker) -> None:
    result = filled("reports", "move", NAME, "2023", "--to-issuer", "望川市司法局", "--new", "--note", "归错")
    assert (result.exit_code, result.stdout.count("\n")) == (0, 1)
    assert "望川市司法局\trule-of-law report\t2023" in filled("reports").stdout
    moves = filled("reports", "moves").stdout.split("\t")
    assert moves[2:] == [f"{NAME} 2023 → 望川市司法局 2023", "归错\n"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("2025", "--to-year", "2024"), 1),
        (("1999", "--to-year", "1998"), 1),
        (("2025", "--to-issuer", "无此单位"), 1),
        (("2025", "--to-issuer", NAME, "--new"), 1),
        (("2025",), 2),
        (("2025", "--to-year", "2025"), 2),
    ],
)
def test_a_move_that_cannot_be_changes_nothing(
    filled: Tracker, arguments: tuple[str, ...], code: int
) -> None:
    before = filled("reports").stdout
    assert filled("reports", "move", NAME, *arguments).exit_code == code
    assert filled("reports").stdout == before
    assert not filled("reports", "moves").stdout
