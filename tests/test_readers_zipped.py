from __future__ import annotations

import io
from zipfile import ZipFile

import pytest
from made_files import docx, paragraph, zipped

from tracker.readers import docx as docx_reader
from tracker.readers import zipped as zipped_module
from tracker.readers.raw import Unreadable
from tracker.readers.zipped import MEMBER_BYTES, Members


def gbk_zip(name: str) -> bytes:
    coded = name.encode("gbk")
    made = zipped({"A" * len(coded): "x"})
    return made.replace(b"A" * len(coded), coded)


@pytest.mark.parametrize("name", ["法治报告.txt", "报告/第1册.docx", "plain.txt"])
def test_names_of_chinese_windows_are_shown_right(name: str) -> None:
    assert Members(gbk_zip(name)).names() == [name]


def test_two_members_of_one_name_are_both_kept() -> None:
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "甲")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.txt", "乙")
    members = Members(out.getvalue())
    assert sorted(members.read(name).decode() for name in members.names()) == ["乙", "甲"]


def code_of(data: bytes, name: str = "a") -> str:
    with pytest.raises(Unreadable) as caught:
        Members(data).read(name)
    return caught.value.code


def test_a_bomb_is_not_inflated() -> None:
    assert code_of(zipped({"a": b"\0" * (MEMBER_BYTES + 1)})) == "readers.bomb"


def test_an_archive_that_claims_too_much_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped_module, "ALL_BYTES", 100)
    assert code_of(zipped({"a": "x" * 60, "b": "x" * 60})) == "readers.bomb"
    monkeypatch.setattr(zipped_module, "MEMBERS", 1)
    assert code_of(zipped({"a": "x", "b": "x"})) == "readers.bomb"


def test_a_document_of_many_large_parts_is_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped_module, "READ_BYTES", 1000)
    with pytest.raises(Unreadable) as caught:
        docx_reader.read(docx(paragraph("正文。"), styles=" " * 2000))
    assert caught.value.code == "readers.bomb"


def test_a_member_that_lies_about_its_size_is_damaged() -> None:
    made = bytearray(zipped({"a": b"x" * 5000}))
    for place in (made.index(b"PK\x03\x04") + 22, made.index(b"PK\x01\x02") + 24):
        made[place : place + 4] = (10).to_bytes(4, "little")
    assert code_of(bytes(made)) == "readers.damaged"


def test_a_locked_archive_says_so() -> None:
    made = bytearray(zipped({"a": "x"}))
    made[made.index(b"PK\x03\x04") + 6] |= 1
    made[made.index(b"PK\x01\x02") + 8] |= 1
    assert code_of(bytes(made)) == "readers.encrypted"


@pytest.mark.parametrize("cut", [5, 40, -10])
def test_a_truncated_archive_says_so(cut: int) -> None:
    assert code_of(zipped({"a": "x" * 100})[:cut]) == "readers.truncated"


def test_compression_of_another_kind_is_damage_not_a_crash() -> None:
    made = bytearray(zipped({"a": "x"}))
    made[made.index(b"PK\x03\x04") + 8] = made[made.index(b"PK\x01\x02") + 10] = 99
    assert code_of(bytes(made)) == "readers.damaged"
