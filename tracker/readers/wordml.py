"""Word's XML of 2003 and the flat form of DOCX, by LibreOffice."""

from __future__ import annotations

from tracker.readers import office
from tracker.readers.kinds import Start
from tracker.readers.raw import Raw


def told(start: Start) -> bool:
    """By the program that its first lines name."""
    return start.text.startswith(b"<?xml") and b"Word.Document" in start.text


def read(data: bytes) -> Raw:
    """Return what LibreOffice makes of it; raises `readers.needs-office` without it."""
    return office.read(data, "xml")
