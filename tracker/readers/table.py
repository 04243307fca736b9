"""Which reader reads what: the one place to touch when a format is added."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import cast

from tracker.readers.kinds import kind, refuse
from tracker.readers.metadata import with_name
from tracker.readers.raw import Raw, Unreadable

MODULES = {
    "txt": "plain",
    "html": "html",
    "mhtml": "mhtml",
    "docx": "docx",
    "doc": "doc",
    "pdf": "pdf",
    "ofd": "ofd",
    "rtf": "rtf",
    "wordml": "wordml",
}
"""Format → the module of `tracker.readers` whose `read(data)` reads it; loaded when first needed."""


def read_bytes(data: bytes, name: str) -> Raw:
    """The text of a file of any format, told by its content; `name` only adds to the metadata.

    Raises `Unreadable`.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("readers.empty")
    found = kind(data)
    if found not in MODULES:
        raise refuse(found)
    raw = cast("Raw", import_module(f"tracker.readers.{MODULES[found]}").read(data))
    return replace(raw, text=_kept(raw.text), metadata=with_name(raw.metadata, name))


def _kept(text: str) -> str:
    r"""The text without what no store keeps: \x00 and halves of surrogate pairs."""
    text = text.replace("\x00", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text
