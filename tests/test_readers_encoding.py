from __future__ import annotations

import os
import time

import pytest
from made_files import REPORT

from tracker.readers.encoding import decode, lines
from tracker.readers.raw import Unreadable

TEXT = "\n".join(REPORT * 4)
TRADITIONAL = (
    "青禾縣政府關於法治政府建設情況的報告。本年度組織學習六次，參加二百四十餘人次，發現並糾正問題十七個。" * 3
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_gives_the_same_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding))[0] == TEXT


def test_big5_is_known_from_gb18030() -> None:
    text, notices = decode(TRADITIONAL.encode("big5"))
    assert text == TRADITIONAL
    assert dict(notices[0].details) == {"encoding": "big5hkscs"}


def test_a_guess_is_said_and_what_is_plain_is_not() -> None:
    short = "青禾县司法局"
    assert [notice.code for notice in decode(short.encode("gb18030"))[1]] == ["readers.encoding-guessed"]
    assert decode(TEXT.encode("gb18030"))[1] == decode(TEXT.encode())[1] == ()


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_few_damaged_bytes_cost_a_few_characters(encoding: str) -> None:
    data = bytearray(TEXT.encode(encoding))
    data[901] = 0xFF
    text, notices = decode(bytes(data))
    assert text[:200] == TEXT[:200]
    assert text[-90:] == TEXT[-90:]
    assert "readers.encoding-damaged" in [notice.code for notice in notices]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_a_text_broken_off_inside_a_character_is_read(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)[:-1])[0][:200] == TEXT[:200]


def test_a_stray_zero_byte_does_not_make_utf16() -> None:
    assert lines(decode((TEXT + "\x00").encode())[0]) == TEXT


def test_lines_end_in_one_way() -> None:
    assert lines("甲\r\n乙\r丙\x00\n") == "甲\n乙\n丙\n"


@pytest.mark.parametrize("size", [300, 5000, 100_000])
def test_random_bytes_are_no_text(size: int) -> None:
    for _ in range(10):
        with pytest.raises(Unreadable, match=r"readers\.junk"):
            decode(os.urandom(size))


def test_a_huge_line_costs_no_more_per_character_than_a_report() -> None:
    def cost(data: bytes) -> float:
        started = time.process_time()
        decode(data)
        return (time.process_time() - started) / len(data)

    small = min(cost(("法治" * 20_000).encode("gb18030")) for _ in range(5))
    large = min(cost(("法治" * 1_000_000).encode("gb18030")) for _ in range(2))
    assert large < 5 * small
