"""A table of files (path, issuer, year, published, url) → what the user says of each, or what is wrong."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from tracker.document import Notice
from tracker.intake import NOTHING, Told
from tracker.readers.files import Found

COLUMNS = ("path", "issuer", "year", "published", "url")
YEARS = range(1949, 2100)


@dataclass(frozen=True, slots=True)
class Line:
    """One file of the table; `number` is its line in the file, the heading being 1."""

    number: int
    path: Path
    told: Told


def read_manifest(data: bytes, folder: Path) -> tuple[tuple[Line, ...], tuple[Notice, ...]]:
    """The lines of a CSV file and every flaw in it; relative paths are below `folder`.

    A table with flaws is not to be used: half of what the user meant would be stored.
    """
    text = _decoded(data)
    if text is None:
        return (), (Notice("intake.manifest_encoding"),)
    rows = csv.DictReader(StringIO(text, newline=""))
    heading = [name.strip().lower() for name in rows.fieldnames or ()]
    rows.fieldnames = heading
    strange = [name for name in heading if name not in COLUMNS]
    if "path" not in heading or strange:
        return (), (Notice("intake.manifest_heading", (("columns", ", ".join(strange or heading)),)),)
    read = [_line(rows.line_num, row, folder) for row in rows]
    lines = tuple(line for line in read if isinstance(line, Line))
    return lines, (*(flaw for flaw in read if isinstance(flaw, Notice)), *_twice(lines))


def told_by(lines: Iterable[Line]) -> Callable[[Found], Told]:
    """What the table says of a file, or of the archive it is in."""
    said = {line.path: line.told for line in lines}
    return lambda found: said.get(found.path, NOTHING)


def _decoded(data: bytes) -> str | None:
    """UTF-8, or GB18030 as a Chinese spreadsheet program saves it."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _line(number: int, row: Mapping[str | None, object], folder: Path) -> Line | Notice:
    """A line as read, or the first thing wrong with it."""
    cells = {name: str(row.get(name) or "").strip() for name in COLUMNS}
    path, year, published = folder / cells["path"], cells["year"], cells["published"]
    if None in row:
        return _flaw("cells", number, "")
    if not cells["path"] or not path.is_file():
        return _flaw("path", number, cells["path"])
    if year and not (year.isascii() and year.isdigit() and int(year) in YEARS):
        return _flaw("year", number, year)
    if published and not _is_date(published):
        return _flaw("published", number, published)
    told = Told(cells["issuer"] or None, int(year) if year else None, published or None, cells["url"] or None)
    return Line(number, path, told)


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _twice(lines: Iterable[Line]) -> Iterable[Notice]:
    seen: set[Path] = set()
    for line in lines:
        if line.path in seen:
            yield _flaw("twice", line.number, str(line.path))
        seen.add(line.path)


def _flaw(what: str, number: int, value: str) -> Notice:
    return Notice(f"intake.manifest_{what}", (("line", str(number)), ("value", value)))
