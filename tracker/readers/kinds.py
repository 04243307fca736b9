"""What tells a file's format: its bytes, never its name, which lies too often."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.readers.raw import Unreadable
from tracker.readers.zipped import Members

_HEAD = 4096
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_UNREAD = (
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"\xff\xd8\xff", "image"),
    (b"\x89PNG", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"GIF8", "image"),
)


@dataclass(frozen=True, slots=True)
class Start:
    """What a reader is asked by: the first bytes of a file, or the members of a zip, which has none.

    `text` is the head without byte order mark, leading space and zero bytes: so UTF-16 looks like ASCII.
    """

    head: bytes
    text: bytes
    members: tuple[str, ...] | None


def start(data: bytes) -> Start:
    """How a file begins; raises `Unreadable` for a zip that cannot be opened."""
    head = data[:_HEAD]
    if head.startswith(_ZIP):
        return Start(b"", b"", tuple(Members(data).names()))
    return Start(head, head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n"), None)


def unread(begun: Start) -> str | None:
    """What a file is that no reader is to be asked about."""
    return next((name for magic, name in _UNREAD if begun.head.startswith(magic)), None)


def left_over(begun: Start) -> str:
    """What a file is that no reader took: an archive to open, or another office program's document."""
    members = begun.members or ()
    return "other" if "[Content_Types].xml" in members or "mimetype" in members else "zip"


def refuse(name: str) -> Unreadable:
    """Return why a kind that has no reader cannot be read."""
    codes = {"archive": "readers.archive", "image": "readers.image", "zip": "readers.is-archive"}
    return Unreadable(codes.get(name, "readers.unsupported"))
