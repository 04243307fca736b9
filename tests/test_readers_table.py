from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from made_files import REPORT, docx, ofd, ole, paragraph, pdf, typeset, word97, zipped

from tracker.language import Language, say
from tracker.readers import table
from tracker.readers.raw import Raw, Unreadable
from tracker.readers.table import READERS, kind, read_bytes, reader
from tracker.wording.readers import WORDING

PAGE = "<html><body>" + "".join(f"<p>{line}</p>" for line in REPORT) + "</body></html>"
MADE = {
    "txt": "\n".join(REPORT).encode(),
    "html": PAGE.encode(),
    "mhtml": f"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\n"
    f"Content-Type: text/html\r\n\r\n{PAGE}\r\n--B--\r\n".encode(),
    "docx": docx("".join(map(paragraph, REPORT))),
    "doc": word97([([(f"{line}\r", b"")], b"") for line in REPORT]),
    "pdf": pdf([typeset(REPORT)]),
    "ofd": ofd([[(x / 16 * 5, y / 16 * 5, text) for x, y, text in typeset(REPORT)]]),
}


@pytest.mark.parametrize("name", MADE)
def test_a_format_is_told_by_content_under_any_name(name: str) -> None:
    for lie in ("新建文档(3).doc", "a.pdf", "a", "报告.wps"):
        raw = read_bytes(MADE[name], lie)
        assert (raw.format, raw.text.split("\n")) == (name, list(REPORT))


def test_a_plain_text_is_left_as_it_is() -> None:
    text = "　　首行。\n\n打印本页\n \n尾行。\n"
    assert read_bytes(text.encode(), "a.txt").text == text
    assert read_bytes(text.replace("\n", "\r\n").encode("utf-16"), "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "readers.empty"),
        (b"\xef\xbb\xbf \r\n\x00", "readers.empty"),
        (b"\xff\xd8\xff\xe0" + b"x" * 50, "readers.image"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 50, "readers.image"),
        (b"Rar!\x1a\x07\x00", "readers.archive"),
        (b"7z\xbc\xaf\x27\x1c\x00", "readers.archive"),
        (zipped({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}), "readers.unsupported"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "readers.unsupported"),
        (zipped({"a.txt": "x"}), "readers.is-archive"),
        (zipped({"a.txt": "x"})[:20], "readers.truncated"),
        (ole({"Workbook": b"x"}), "readers.unsupported"),
        (bytes(range(256)) * 8, "readers.junk"),
    ],
    ids=lambda value: value if isinstance(value, str) else "bytes",
)
def test_what_is_no_report_says_why(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_bytes(data, "报告.docx")
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\r\n%PDF-1.4 after a line", "pdf"),
        (b"{\\rtf1 x}", "rtf"),
        ("{\\rtf1 x}".encode("utf-16"), "rtf"),
        ("<!DOCTYPE html><p>".encode("utf-16"), "html"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', "wordml"),
        ("收入<5000元的农户，支出>3000元".encode(), "txt"),
        (b"From: a\n\nplain mail", "txt"),
    ],
)
def test_formats_that_are_text(data: bytes, expected: str) -> None:
    assert kind(data) == expected


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("/a/青禾县司法局2024年法治政府建设报告.doc", "青禾县司法局2024年法治政府建设报告"),
        ("新建文档(3).doc", None),
        ("report.txt", None),
    ],
)
def test_the_name_gives_a_title_where_nothing_else_does(name: str, title: str | None) -> None:
    assert read_bytes(MADE["txt"], name).metadata.title == title
    assert read_bytes(MADE["pdf"], name).metadata.title == "青禾县司法局法治政府建设年度报告"


@pytest.mark.parametrize("text", ["法治" * 2_500_001, "法\n" * 200_001], ids=["characters", "lines"])
def test_a_text_of_no_report_s_size_is_refused(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_bytes(text.encode(), "a.txt")
    assert caught.value.code == "readers.too-large"


def test_every_format_of_the_table_has_a_reader() -> None:
    for name in READERS:
        assert {"told", "read"} <= vars(reader(name)).keys()


def test_a_new_format_is_a_module_and_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    made = ModuleType("tracker.readers.made")
    made.told = lambda begun: begun.head.startswith(b"MADE")  # type: ignore[attr-defined]
    made.read = lambda data: Raw(data[4:].decode(), "made")  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, made.__name__, made)
    monkeypatch.setattr(table, "READERS", ("made", *READERS))
    assert read_bytes("MADE报告".encode(), "a.doc").text == "报告"
    assert read_bytes(MADE["pdf"], "a.doc").format == "pdf"


def test_every_reason_has_a_sentence_in_two_languages_and_none_is_left_over() -> None:
    package = Path(str(import_module("tracker.readers").__path__[0]))
    used = {
        code
        for path in package.glob("*.py")
        for code in re.findall(r'"readers\.([a-z-]+)"', path.read_text("utf-8"))
    }
    assert used == set(WORDING)
    details = dict.fromkeys(
        ("pages", "format", "seconds", "reason", "error", "encoding", "count", "meta", "page"), "7"
    )
    for code in used:
        assert say(Language.ZH, f"readers.{code}", **details) != say(
            Language.EN, f"readers.{code}", **details
        )
