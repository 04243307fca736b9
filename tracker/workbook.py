"""A year's audits as an .xlsx sheet a reviewer can fill in, and what he filled in read back.

Bytes are the same for the same audits: openpyxl's own dates and those of the zip are fixed.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tracker.audits.audit import Audit
from tracker.errors import TrackerError
from tracker.judging.verdicts import Verdict
from tracker.language import Language, say
from tracker.review import DECIDABLE, SCHEMA
from tracker.tables import COLUMNS, Line, footer, lines, printable

HIDDEN = ("_id", "_year", "_seen")
READ = ("promise", "evidence_1", "verdict")
"""What a reviewer reads, left of what he fills in; the other columns follow."""

OWN = ("your_verdict", "your_name", "your_note")
SHOWN = (*READ, *OWN, *(code for code in COLUMNS if code not in READ))
FIRST = len(HIDDEN) + len(READ)
"""How many columns stand before those the reviewer fills in."""

MARK = "tracker.sheet/2"
"""Stands in the first cell, so that any other spreadsheet is recognised as one."""

LONGEST = 32_767
"""Characters a cell can hold, by the specification of the format."""

_WIDTHS = {
    **dict.fromkeys(("promise", "evidence_1"), 50),
    **dict.fromkeys(("evidence_2", "evidence_3", "repeat"), 30),
    **dict.fromkeys(("your_note", "issuer", "item", "baseline", "answer", "replies", "id"), 24),
    "reasons": 45,
}
_WIDTH = 14
"""Of every other column; widths count half a Chinese character."""

_LINE, _TALLEST = 15, 409
"""Points a line of text takes, and the most a row may have, by the specification."""

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_MOST_BYTES = 64 * 1024 * 1024
"""What a filled-in sheet may inflate to; one of 3,000 promises takes about 6 MB."""


def to_xlsx(audits: Sequence[Audit], language: Language) -> bytes:
    """The review sheet of these audits, with a drop-down of verdicts beside each promise."""
    book = Workbook()
    book.properties.created = book.properties.modified = _EPOCH
    sheet = book.worksheets[0]
    sheet.title = say(language, "tables.sheet")
    _write(sheet, 1, [MARK, *HIDDEN[1:], *(say(language, f"tables.{code}") for code in SHOWN)])
    for number, line in enumerate(lines(audits, language), 2):
        _write(sheet, number, _cells(line))
        sheet.row_dimensions[number].height = _height(line)
    _lay_out(sheet, language)
    guide = book.create_sheet(say(language, "tables.guide"))
    for number, text in enumerate(
        (say(language, "tables.guide_1"), say(language, "tables.guide_2"), footer(audits, language)), 1
    ):
        _write(guide, number, [text])
    return _without_clock(book)


def read_xlsx(path: Path, now: str) -> dict[str, Any]:
    """What a reviewer filled in, as a `tracker.decisions/1` payload; lines without a verdict are left out.

    A decision is dated `now`, the time of the import: a sheet does not say when a cell was filled.
    TrackerError if the file is no review sheet.
    """
    _refuse_bomb(path)
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except Exception as error:
        raise TrackerError("review.no_sheet", path=path) from error
    rows = book.worksheets[0].iter_rows(values_only=True)
    head = next(rows, ())
    if not head or head[0] != MARK:
        raise TrackerError("review.no_sheet", path=path)
    return {"schema": SCHEMA, "decisions": list(_filled(rows, now))}


def _filled(rows: Iterator[tuple[Any, ...]], now: str) -> Iterator[dict[str, Any]]:
    verdicts = {_label(verdict, language): verdict.value for verdict in DECIDABLE for language in Language}
    for row in rows:
        whole = (*row, *(None,) * len(SHOWN))
        (number, year, seen), (verdict, name, note) = whole[: len(HIDDEN)], whole[FIRST : FIRST + len(OWN)]
        if number and verdict:
            baseline, _, answer = str(seen or "").partition(":")
            yield {
                "commitment_id": str(number),
                "year": int(year) if str(year).isdecimal() else year,
                "verdict": verdicts.get(str(verdict).strip(), str(verdict)),
                "reviewer": str(name or "").strip(),
                "decided_at": now,
                "note": str(note or ""),
                "seen": {"baseline": baseline, "answer": answer or None},
            }


def _cells(line: Line) -> list[str]:
    return [line.commitment_id, str(line.year), line.seen, *(line.cells.get(code, "") for code in SHOWN)]


def _height(line: Line) -> float:
    """The points in which all that is to be read shows: not every program finds that out by itself."""
    needed = max(_rows(line.cells[code], _WIDTHS.get(code, _WIDTH)) for code in READ)
    return min(_LINE * needed, _TALLEST)


def _rows(text: str, width: int) -> int:
    """How many rows a text takes in a column; a Chinese character is as wide as two others."""
    return sum(
        1 + sum(1 + (character > "\u1fff") for character in paragraph) // (width - 7)
        for paragraph in text.split("\n")
    )


def _write(sheet: Worksheet, row: int, texts: Sequence[str]) -> None:
    """A row of texts; each is typed as a string, whatever it begins with."""
    for column, text in enumerate(texts, 1):
        if text:
            cell = sheet.cell(row, column, printable(text)[:LONGEST])
            cell.data_type = "s"
            cell.alignment = Alignment(vertical="top", wrap_text=True)


def _lay_out(sheet: Worksheet, language: Language) -> None:
    for heading in sheet[1]:
        heading.font = Font(bold=True)
    for column in range(1, len(HIDDEN) + 1):
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    for column, code in enumerate(SHOWN, len(HIDDEN) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(code, _WIDTH)
    sheet.freeze_panes = sheet.cell(2, len(HIDDEN) + 2).coordinate
    mine, last = get_column_letter(FIRST + 1), get_column_letter(FIRST + len(OWN))
    _lay_out_print(sheet, last)
    choices = ",".join(_label(verdict, language) for verdict in Verdict if verdict in DECIDABLE)
    menu = DataValidation(type="list", formula1=f'"{choices}"', allow_blank=True, showErrorMessage=True)
    sheet.add_data_validation(menu)
    if sheet.max_row > 1:
        menu.add(f"{mine}2:{mine}{sheet.max_row}")


def _lay_out_print(sheet: Worksheet, last: str) -> None:
    """On paper: what is read and filled in, as wide as the sheet, its headings on every page."""
    sheet.print_area = f"{get_column_letter(len(HIDDEN) + 1)}1:{last}{sheet.max_row}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0


def _label(verdict: Verdict, language: Language) -> str:
    return say(language, f"pages.verdict_{verdict.value}")


def _without_clock(book: Workbook) -> bytes:
    """The bytes of the workbook, each member of the zip dated alike."""
    raw, out = io.BytesIO(), io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _undated(content)
            target.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _undated(core: bytes) -> bytes:
    """`save` dates the properties itself, after they were set."""
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", core)


def _refuse_bomb(path: Path) -> None:
    """TrackerError for a file that is no zip or would inflate beyond measure."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, OSError) as error:
        raise TrackerError("review.no_sheet", path=path) from error
    if size > _MOST_BYTES:
        raise TrackerError("review.too_large", path=path)
