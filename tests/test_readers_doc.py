from __future__ import annotations

import time

import pytest
from made_files import DELETED, HIDDEN, ROW_END, in_list, ole, properties, word97

from tracker.readers.doc import read
from tracker.readers.raw import Unreadable


def test_automatic_numbers_are_printed_and_counted_anew_below_each_heading() -> None:
    made = word97(
        [
            ([("主要举措\r", b"")], in_list(1, 0)),
            ([("健全学法制度。\r", b"")], in_list(1, 1)),
            ([("规范行政执法。\r", b"")], in_list(1, 1)),
            ([("没有编号的一段。\r", b"")], b""),
            ([("工作安排\r", b"")], in_list(1, 0)),
            ([("开展专项监督。\r", b"")], in_list(1, 1)),
        ]
    )
    raw = read(made)
    assert raw.format == "doc"
    assert raw.text.split("\n") == [
        *("一、主要举措", "（一）健全学法制度。", "（二）规范行政执法。", "没有编号的一段。"),
        *("二、工作安排", "（一）开展专项监督。"),
    ]
    assert raw.notices == ()


def test_a_number_whose_list_is_missing_is_said_to_be_lost() -> None:
    raw = read(word97([([("开展专项监督。\r", b"")], in_list(9, 0))]))
    assert raw.text == "开展专项监督。"
    assert [notice.code for notice in raw.notices] == ["readers.numbering-lost"]


def test_deleted_and_hidden_text_is_left_out() -> None:
    made = word97(
        [([("全年培训", b""), ("五", DELETED), ("六", b""), ("内部掌握", HIDDEN), ("次。\r", b"")], b"")]
    )
    assert read(made).text == "全年培训六次。"


def test_a_field_shows_its_result_and_not_its_instruction() -> None:
    made = word97([([('见\x13 HYPERLINK "http://a.example/" \x14附件\x15。\r', b"")], b"")])
    assert read(made).text == "见附件。"


def test_characters_of_two_units_do_not_shift_what_follows() -> None:
    made = word97(
        [([("𠮷𠮷𠮷。\r", b"")], b""), ([("第一段\r", b"")], in_list(1, 0)), ([("后。\r", b"")], b"")]
    )
    assert read(made).text == "𠮷𠮷𠮷。\n一、第一段\n后。"


def test_a_table_row_is_one_line() -> None:
    made = word97(
        [
            *(([(f"{cell}\x07", b"")], b"") for cell in ("序号", "任务")),
            ([("\x07", b"")], ROW_END),
            *(([(f"{cell}\x07", b"")], b"") for cell in ("1", "开展评查")),
            ([("\x07", b"")], ROW_END),
            ([("表后一段。\r", b"")], b""),
        ]
    )
    assert read(made).text == "序号\t任务\n1\t开展评查\n表后一段。"


def test_footnotes_stand_below_the_text() -> None:
    made = word97([([("正文\x02一句。\r", b"")], b"")], notes="\x02脚注一句。\r")
    assert read(made).text == "正文一句。\n注释\n脚注一句。"


TITLE = "青禾县司法局2024年法治政府建设报告"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_the_title_is_read_in_either_encoding(encoding: str) -> None:
    coded = TITLE.encode(encoding) + b"\0"
    made = word97([([("正文。\r", b"")], b"")], summary=properties(30, len(coded), coded))
    assert read(made).metadata.title == TITLE


@pytest.mark.parametrize("kind", [30, 0x101E, 0x1003, 0x1000 | 0xFF, 71])
def test_a_property_that_claims_billions_costs_nothing(kind: int) -> None:
    made = word97([([("正文。\r", b"")], b"")], summary=properties(kind, 0xFFFFFFFF, b"x"))
    started = time.process_time()
    assert read(made).text == "正文。"
    assert time.process_time() - started < 1.0


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (word97([([("密。\r", b"")], b"")], encrypted=True), "readers.encrypted"),
        (ole({"EncryptedPackage": b"x"}), "readers.encrypted"),
        (ole({"Workbook": b"x"}), "readers.unsupported"),
        (ole({"Contents": b"x"}), "readers.damaged"),
        (word97([([("完。\r", b"")], b"")])[:1500], "readers.damaged"),
        (word97([([("\r", b"")], b"")]), "readers.no-text"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert caught.value.code == code


def test_a_word_older_than_97_is_left_to_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    old = word97([([("旧。\r", b"")], b"")]).replace(b"\xec\xa5", b"\xdc\xa5", 1)
    with pytest.raises(Unreadable) as caught:
        read(old)
    assert caught.value.code == "readers.needs-office"
