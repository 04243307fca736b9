from __future__ import annotations

from pathlib import Path

import pytest

from tracker.intake import NOTHING, Told
from tracker.language import Language, say
from tracker.manifest import Line, read_manifest, told_by
from tracker.readers.files import Found

HEADING = "path,issuer,year,published,url\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "报告.docx"):
        (tmp_path / name).touch()
    return tmp_path


def test_what_the_user_says_of_each_file(folder: Path) -> None:
    table = HEADING + "a.txt,云河区司法局,2024,2025-03-01,https://example.org/a\n报告.docx,,,,\n"
    lines, flaws = read_manifest(table.encode(), folder)
    told = Told("云河区司法局", 2024, "2025-03-01", "https://example.org/a")
    assert lines == (Line(2, folder / "a.txt", told), Line(3, folder / "报告.docx", NOTHING))
    assert flaws == ()
    assert told_by(lines)(Found("a.txt", folder / "a.txt")) == told
    assert told_by(lines)(Found("b.txt", folder / "b.txt")) == NOTHING


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_tables_as_spreadsheets_save_them(folder: Path, encoding: str, newline: str) -> None:
    table = f"Path,Year{newline}报告.docx, 2024 {newline}".encode(encoding)
    assert read_manifest(table, folder) == ((Line(2, folder / "报告.docx", Told(year=2024)),), ())


@pytest.mark.parametrize(
    ("table", "code"),
    [
        (HEADING + "none.txt,,,,\n", "manifest_path"),
        (HEADING + ",,2024,,\n", "manifest_path"),
        (HEADING + "a.txt,,去年,,\n", "manifest_year"),
        (HEADING + "a.txt,,２０２４,,\n", "manifest_year"),
        (HEADING + "a.txt,,24,,\n", "manifest_year"),
        (HEADING + "a.txt,,,2025年3月1日,\n", "manifest_published"),
        (HEADING + "a.txt,,,2025-13-01,\n", "manifest_published"),
        (HEADING + "a.txt,,,,,more\n", "manifest_cells"),
        (HEADING + "a.txt,,,,\na.txt,,,,\n", "manifest_twice"),
        ("file,year\na.txt,2024\n", "manifest_heading"),
        ("path,jahr\na.txt,2024\n", "manifest_heading"),
        ("", "manifest_heading"),
    ],
)
def test_each_flaw_is_named(folder: Path, table: str, code: str) -> None:
    _, flaws = read_manifest(table.encode(), folder)
    assert [flaw.code for flaw in flaws] == [f"intake.{code}"]
    for language in Language:
        assert "{" not in say(language, flaws[0].code, **dict(flaws[0].details))


def test_all_flaws_are_named_at_once(folder: Path) -> None:
    _, flaws = read_manifest((HEADING + "x,,,,\na.txt,,x,,\na.txt,,2024,x,\n").encode(), folder)
    assert [dict(flaw.details)["line"] for flaw in flaws] == ["2", "3", "4"]


def test_junk_is_no_table(folder: Path) -> None:
    _, [flaw] = read_manifest(b"\xff\xfe\x00\xff" * 10, folder)
    assert flaw.code in {"intake.manifest_encoding", "intake.manifest_heading"}
