"""Plain text."""

from __future__ import annotations

from tracker.readers.encoding import decode, lines
from tracker.readers.raw import Raw


def read(data: bytes) -> Raw:
    """The decoded text, furniture and all: offsets into it are offsets into what the user has."""
    text, notices = decode(data)
    return Raw(lines(text), "txt", notices=notices)
