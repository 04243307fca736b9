"""Bytes of unknown encoding → text."""

from __future__ import annotations

import codecs

from tracker.document import Notice
from tracker.readers.raw import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ("gb18030", "big5hkscs")


def decode(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """The text, and a notice where the encoding had to be guessed; raises `readers.junk`."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace"), ()
    for encoding in ("utf-8", *_LEGACY):
        try:
            return data.decode(encoding), ()
        except UnicodeDecodeError:
            continue
    raise Unreadable("readers.junk")


def lines(text: str) -> str:
    r"""`text` with every line end as \n and no \x00, which no store keeps."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
