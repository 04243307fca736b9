from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sample_audits import audit

from tracker.errors import TrackerError
from tracker.judging.verdicts import Verdict
from tracker.language import Language
from tracker.review import receive
from tracker.tables import COLUMNS
from tracker.workbook import HIDDEN, read_xlsx, to_xlsx

NOW = "2026-03-01T09:00:00+08:00"


def saved(path: Path, **filled: str) -> Path:
    """The sheet with the given cells filled in, as a reviewer's spreadsheet program would leave it."""
    book = load_workbook(io.BytesIO(to_xlsx([audit()], Language.ZH)))
    for place, text in filled.items():
        book.worksheets[0][place] = text
    book.save(path)
    return path


def test_what_was_filled_in_comes_back_as_decisions(tmp_path: Path) -> None:
    path = saved(tmp_path / "复核.xlsx", G3="部分兑现", H3="王芳", I3="只办了一半")
    received = receive(read_xlsx(path, NOW))
    assert not received.flaws
    (one,) = received.submitted
    assert one.decision.commitment_id == audit().findings[1].commitment.id
    assert (one.decision.verdict, one.decision.reviewer) == (Verdict.PARTLY_FULFILLED, "王芳")
    assert (one.decision.note, one.decision.decided_at) == ("只办了一半", NOW)
    assert one.seen == f"{audit().baseline.sha256}:{audit().answer.sha256}"  # type: ignore[union-attr]  # it has one


def test_a_line_without_a_name_is_a_flaw(tmp_path: Path) -> None:
    assert [flaw.code for flaw in receive(read_xlsx(saved(tmp_path / "a.xlsx", G2="已兑现"), NOW)).flaws] == [
        "incomplete"
    ]


def test_the_drop_down_offers_every_verdict_a_reviewer_may_give() -> None:
    sheet = load_workbook(io.BytesIO(to_xlsx([audit()], Language.EN))).worksheets[0]
    (menu,) = sheet.data_validations.dataValidation
    assert menu.formula1.count(",") == len(Verdict) - 2
    assert all(sheet.column_dimensions[letter].hidden for letter in "ABC"[: len(HIDDEN)])


def test_what_is_read_stands_beside_what_is_filled_in_and_shows_whole() -> None:
    sheet = load_workbook(io.BytesIO(to_xlsx([audit()], Language.ZH))).worksheets[0]
    heads = [cell.value for cell in sheet[1]][len(HIDDEN) :]
    assert heads[:6] == ["承诺原文", "答复报告最相近的表述一", "结论", "您的结论", "您的姓名", "您的备注"]
    assert len(heads) == len(set(heads)) == len(COLUMNS) + 3
    assert sheet.print_area == f"'{sheet.title}'!$D$1:$I${sheet.max_row}"
    for row in range(2, sheet.max_row + 1):
        longest = max(len(str(sheet.cell(row, column).value or "")) for column in (4, 5))
        assert sheet.row_dimensions[row].height >= 15 * (1 + 2 * longest // 50)


def test_no_cell_is_a_formula() -> None:
    hostile = replace(audit(), issuer='=HYPERLINK("http://invented.example","a")\x07')
    sheet = load_workbook(io.BytesIO(to_xlsx([hostile], Language.ZH))).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}


def test_the_same_audits_give_the_same_bytes() -> None:
    assert to_xlsx([audit()], Language.ZH) == to_xlsx([audit()], Language.ZH)
    with zipfile.ZipFile(io.BytesIO(to_xlsx([audit()], Language.ZH))) as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {1980}
        assert b"2000-01-01" in archive.read("docProps/core.xml")


def test_another_file_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    other.write_bytes(b"PK junk")
    with pytest.raises(TrackerError, match="no_sheet"):
        read_xlsx(other, NOW)
    with zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (65 * 1024 * 1024))
    with pytest.raises(TrackerError, match="too_large"):
        read_xlsx(other, NOW)
