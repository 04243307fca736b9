"""What kind of file bytes are, told by the bytes: names lie too often."""

from __future__ import annotations

import re

from tracker.readers.raw import Unreadable
from tracker.readers.zipped import Members

_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|span|script|style|br|h[1-6])[\s/>]",
    re.IGNORECASE,
)
_MIME = re.compile(
    rb"(?:MIME-Version|Content-Type|From|Subject|Date|Snapshot-Content-Location):", re.IGNORECASE
)
_HEAD = 4096
_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"{\\rtf", "rtf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"\xff\xd8\xff", "image"),
    (b"\x89PNG", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"GIF8", "image"),
)


def kind(data: bytes) -> str:
    """Return the format: a name in the table of readers, or what no reader takes."""
    head = data[:_HEAD]
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return _zipped(data) if name == "zip" else name
    return "pdf" if b"%PDF-" in head[:1024] else _written(head)


def _written(head: bytes) -> str:
    """Tell the formats that are text from one another; UTF-16 is looked at without its zero bytes."""
    narrow = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if _MIME.match(narrow) and b"multipart/" in narrow.lower():
        return "mhtml"
    if narrow.startswith(b"{\\rtf"):
        return "rtf"
    if b"Word.Document" in narrow and narrow.startswith(b"<?xml"):
        return "wordml"
    return "html" if _HTML.search(narrow) else "txt"


def _zipped(data: bytes) -> str:
    """Tell the formats that are zips from one another and from a mere archive."""
    members = Members(data)
    if "OFD.xml" in members:
        return "ofd"
    if "[Content_Types].xml" in members:
        names = members.names()
        other = any(name.startswith(("xl/", "ppt/")) for name in names)
        return "other" if other and not any(name.startswith("word/") for name in names) else "docx"
    if "mimetype" in members:
        return "other"
    return "zip"


def refuse(name: str) -> Unreadable:
    """Return why a kind that has no reader cannot be read."""
    codes = {"archive": "readers.archive", "image": "readers.image", "zip": "readers.is-archive"}
    return Unreadable(codes.get(name, "readers.unsupported"))
