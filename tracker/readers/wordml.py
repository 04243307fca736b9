"""Word's XML of 2003 and the flat form of DOCX, by LibreOffice."""

from __future__ import annotations

from tracker.readers import office
from tracker.readers.raw import Raw


def read(data: bytes) -> Raw:
    """Return what LibreOffice makes of it; raises `readers.needs-office` without it."""
    return office.read(data, "xml")
