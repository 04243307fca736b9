"""Which formats are read: the one place, beside a reader's own module, to touch when one is added."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from tracker.readers.kinds import Start, left_over, refuse, start, unread
from tracker.readers.metadata import with_name
from tracker.readers.raw import Raw, Unreadable

READERS = ("doc", "docx", "ofd", "pdf", "rtf", "mhtml", "wordml", "html", "txt")
"""The formats, each a module of `tracker.readers`, in the order in which they are asked."""


LONGEST, MOST_LINES = 5_000_000, 200_000
"""Characters and lines of the longest text that is taken; the longest real report seen has 34,000 and 450."""


class Reader(Protocol):
    """What the module of a format offers."""

    def told(self, start: Start) -> bool:
        """Whether a file that begins so is of this format."""

    def read(self, data: bytes) -> Raw:
        """The text of a file of this format; raises `Unreadable`."""


@cache
def reader(name: str) -> Reader:
    """The reader of a format, loaded when it is first asked for."""
    return cast("Reader", import_module(f"tracker.readers.{name}"))


def kind(data: bytes) -> str:
    """The format: one of `READERS`, or what none of them takes. Raises `Unreadable` for a broken zip."""
    begun = start(data)
    taking = (name for name in READERS if reader(name).told(begun))
    return unread(begun) or next(taking, None) or left_over(begun)


def read_bytes(data: bytes, name: str) -> Raw:
    """The text of a file of any format, told by its content; `name` only adds to the metadata.

    Raises `Unreadable`.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("readers.empty")
    found = kind(data)
    if found not in READERS:
        raise refuse(found)
    raw = reader(found).read(data)
    if len(raw.text) > LONGEST or raw.text.count("\n") > MOST_LINES:
        raise Unreadable("readers.too-large")
    return replace(raw, text=_kept(raw.text), metadata=with_name(raw.metadata, name))


def _kept(text: str) -> str:
    r"""The text without what no store keeps: \x00 and halves of surrogate pairs."""
    text = text.replace("\x00", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text
