from __future__ import annotations

from pathlib import Path

import pytest

from tracker.errors import TrackerError
from tracker.examined import Told
from tracker.manifest import read

HEAD = "path,issuer,year,published,url\n"


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").touch()
    (tmp_path / "下载").mkdir()
    (tmp_path / "下载" / "b.html").touch()
    return tmp_path / "files.csv"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_each_row_says_something_of_a_file_beside_the_manifest(manifest: Path, encoding: str) -> None:
    text = HEAD + "a.txt,清河市人民政府,2024,2025-01-20,https://example.org/a\r\n下载/b.html,,, ,\n"
    manifest.write_bytes(text.encode(encoding))
    assert read(manifest) == {
        manifest.parent / "a.txt": Told("清河市人民政府", 2024, "2025-01-20", "https://example.org/a"),
        manifest.parent / "下载" / "b.html": Told(),
    }


def test_columns_may_be_few_and_in_any_order(manifest: Path) -> None:
    manifest.write_text(" Year , path\n2024,a.txt\n", encoding="utf-8")
    assert read(manifest) == {manifest.parent / "a.txt": Told(year=2024)}


def test_a_table_as_a_chinese_spreadsheet_on_windows_saves_it_is_understood(manifest: Path) -> None:
    rows = "文件,单位,年度,发布日期,网址\r\n"
    rows += "下载\\b.html,某市司法局,2024,2025/1/5,\r\na.txt,,,2025年11月20日,\r\n"
    manifest.write_bytes(rows.encode("gb18030"))
    assert read(manifest) == {
        manifest.parent / "下载" / "b.html": Told("某市司法局", 2024, "2025-01-05"),
        manifest.parent / "a.txt": Told(published="2025-11-20"),
    }


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "manifest.columns", None),
        ("file,year\n", "manifest.columns", None),
        ("path,year,colour\na.txt,2024,red\n", "manifest.columns", None),
        (HEAD + "a.txt,,2024年,,\n", "manifest.year", 2),
        (HEAD + "a.txt,,2024,,\na.txt,,2025,,\n", "manifest.twice", 3),
        (HEAD + "a.txt,,,2025-02-30,\n", "manifest.published", 2),
        (HEAD + "a.txt,,,2025/2/30,\n", "manifest.published", 2),
        (HEAD + "missing.txt,,,,\n", "manifest.no_file", 2),
        (HEAD + ",某市,,,\n", "manifest.no_file", 2),
        (HEAD + "a.txt,,,,,more\n", "manifest.too_many", 2),
    ],
)
def test_the_first_wrong_line_is_named(manifest: Path, text: str, code: str, line: int | None) -> None:
    manifest.write_text(text, encoding="utf-8")
    with pytest.raises(TrackerError) as raised:
        read(manifest)
    assert (raised.value.code, raised.value.details.get("line")) == (code, line)


def test_what_is_no_text_or_not_there_is_refused(manifest: Path) -> None:
    with pytest.raises(TrackerError, match=r"manifest\.unreadable"):
        read(manifest)
    manifest.write_bytes(b"path\n\xff\xff\xff")
    with pytest.raises(TrackerError, match=r"manifest\.encoding"):
        read(manifest)
