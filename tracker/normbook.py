"""The dated file of norms: where it lies, how it is read, what may be wrong with one's own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from tracker import dates
from tracker.audits.norms import Content, Norm
from tracker.errors import TrackerError
from tracker.reading.document import Genre

SHIPPED = Path(__file__).parent / "data" / "report-norms.toml"
"""The norms that come with the program."""


def load(path: Path = SHIPPED) -> tuple[Norm, ...]:
    """The norms of a file; TrackerError (`norms.bad_file`) where it is no such file."""
    try:
        entries = tomllib.loads(path.read_text("utf-8"))["norm"]
        return tuple(_norm(entry) for entry in entries)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, ValueError) as error:
        raise TrackerError("norms.bad_file", path=path, why=error) from error


def _norm(entry: Mapping[str, object]) -> Norm:
    """One entry of the file."""
    contents = entry["contents"]
    if not isinstance(contents, list):
        raise TypeError("contents")
    return Norm(
        id=str(entry["id"]),
        name=str(entry["name"]),
        source=str(entry["source"]),
        genre=Genre(str(entry["genre"])),
        since=_date(str(entry["from"])),
        until=_date(str(entry["to"])) if "to" in entry else None,
        contents=tuple(Content(name) for name in contents),
        report_by=_day(entry.get("report_by")),
        publish_by=_day(entry.get("publish_by")),
    )


def _date(text: str) -> str:
    """A day of the calendar in ISO 8601; ValueError for anything else."""
    found = dates.day(text)
    if found is None:
        raise ValueError(text)
    return found


def _day(text: object) -> str | None:
    """A day of any year (03-01); ValueError if it is none."""
    return None if text is None else _date(f"2000-{text}").removeprefix("2000-")
