"""A CSV table of files and what the user says of each, checked as a whole before anything is taken in."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from tracker import dates
from tracker.errors import TrackerError
from tracker.examined import Told

COLUMNS = {"path", "issuer", "year", "published", "url"}
CHINESE = {
    **dict.fromkeys(("文件", "路径", "文件名"), "path"),
    **dict.fromkeys(("单位", "主体", "报告单位"), "issuer"),
    **dict.fromkeys(("年度", "年份", "报告年度"), "year"),
    **dict.fromkeys(("发布日期", "发布时间"), "published"),
    **dict.fromkeys(("网址", "链接"), "url"),
}
_DAY = re.compile(r"(\d{4})[/.年-](\d{1,2})[/.月-](\d{1,2})日?")


def read(file: Path) -> dict[Path, Told]:
    """What the manifest says of each file, paths being relative to its folder.

    TrackerError names the first line that is wrong, so that nothing is taken in on half a manifest.
    """
    rows = csv.DictReader(io.StringIO(_text(file), newline=""), restkey="", restval="")
    names = (name.strip().lower() for name in rows.fieldnames or ())
    rows.fieldnames = [CHINESE.get(name, name) for name in names]
    if "path" not in rows.fieldnames or set(rows.fieldnames) - COLUMNS:
        raise TrackerError("manifest.columns", file=file, found=", ".join(rows.fieldnames))
    told: dict[Path, Told] = {}
    for row in rows:
        path, said = _row(file, rows.line_num, row)
        if path in told:
            raise TrackerError("manifest.twice", file=file, line=rows.line_num, path=path)
        told[path] = said
    return told


def _text(file: Path) -> str:
    """The text of the table; a spreadsheet in China saves it as GB18030."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise TrackerError("manifest.unreadable", file=file, reason=error.strerror) from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TrackerError("manifest.encoding", file=file)


def _row(file: Path, line: int, row: dict[str, str]) -> tuple[Path, Told]:
    if "" in row:
        raise TrackerError("manifest.too_many", file=file, line=line)
    value = {name: text.strip() or None for name, text in row.items()}
    path = _place(file.parent, value["path"] or "")
    if not value["path"] or not path.is_file():
        raise TrackerError("manifest.no_file", file=file, line=line, path=path)
    value["published"] = _written(value.get("published"))
    for name, check in (("year", dates.year), ("published", dates.day)):
        text = value.get(name)
        if text and check(text) is None:
            raise TrackerError(f"manifest.{name}", file=file, line=line, value=text)
    year = value.get("year")
    return path, Told(
        value.get("issuer"), int(year) if year else None, value.get("published"), value.get("url")
    )


def _place(folder: Path, written: str) -> Path:
    """Where a file lies; a table made on Windows parts folders by backslashes."""
    path = folder / written
    return path if path.exists() else folder / written.replace("\\", "/")


def _written(day: str | None) -> str | None:
    """A day as spreadsheets write it (2025/1/20, 2025年1月20日) in ISO; anything else as it is."""
    found = _DAY.fullmatch(day or "")
    return "{}-{:0>2}-{:0>2}".format(*found.groups()) if found else day
