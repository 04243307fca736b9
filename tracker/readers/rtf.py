"""RTF, by LibreOffice."""

from __future__ import annotations

from tracker.readers import office
from tracker.readers.kinds import Start
from tracker.readers.raw import Raw


def told(start: Start) -> bool:
    """By its first group, in UTF-16 too."""
    return start.text.startswith(b"{\\rtf")


def read(data: bytes) -> Raw:
    """Return what LibreOffice makes of it; raises `readers.needs-office` without it."""
    return office.read(data, "rtf")
