"""Plain text."""

from __future__ import annotations

from tracker.readers.encoding import decode, lines
from tracker.readers.kinds import Start
from tracker.readers.raw import Raw


def told(start: Start) -> bool:
    """Whatever is no other format; asked last."""
    return start.members is None


def read(data: bytes) -> Raw:
    """The decoded text, furniture and all: offsets into it are offsets into what the user has."""
    text, notices = decode(data)
    return Raw(lines(text), "txt", notices=notices)
