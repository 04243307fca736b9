"""OFD (GB/T 33190): the text objects of its pages, joined like the lines of a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from tracker.readers import metadata
from tracker.readers.kinds import Start
from tracker.readers.paragraphs import Line, paragraphs
from tracker.readers.raw import Metadata, Raw, Unreadable
from tracker.readers.xml import tree
from tracker.readers.zipped import Members

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ROOT = "OFD.xml"
_SAME_LINE = 0.5
_FAR = 2.0
_MILLIMETRES = 3.5


def told(start: Start) -> bool:
    """By its root part."""
    return start.members is not None and _ROOT in start.members


def read(data: bytes) -> Raw:
    """Return the paragraphs; raises `readers.scan` if the pages hold pictures only."""
    members = Members(data)
    root = tree(members.read(_ROOT))
    place = _first(root, "DocRoot")
    if place is None:
        raise Unreadable("readers.damaged")
    main = _resolve(_ROOT, place)
    document = tree(members.read(main))
    pages: list[list[Line]] = []
    pictured = 0
    for page in document.iter("{*}Page"):
        location = page.get("BaseLoc")
        if location:
            content = tree(members.read(_resolve(main, location)))
            pages.append(list(_joined(_pieces(content))))
            pictured += not pages[-1] and next(content.iter("{*}ImageObject"), None) is not None
    text = "\n".join(paragraphs(pages))
    if not text:
        raise Unreadable("readers.scan" if pictured else "readers.no-text", pages=pictured)
    said = Metadata(
        title=metadata.title(_first(root, "Title")), author=metadata.author(_first(root, "Author"))
    )
    return Raw(text, "ofd", said)


def _resolve(base: str, place: str) -> str:
    """Return the member a location names, seen from another member; one with / begins at the root."""
    return normpath(place.lstrip("/") if place.startswith("/") else join(dirname(base), place))


def _first(root: Element, name: str) -> str | None:
    """Return the text of the first element of a name."""
    return next((each.text.strip() for each in root.iter("{*}" + name) if each.text), None)


def _pieces(content: Element) -> Iterator[Line]:
    """Yield every text code of a page with its place in millimetres, if that is a number."""
    for code in content.iter("{*}TextCode"):
        item, text = code.getparent(), code.text
        if item is None or not text or text.isspace():
            continue
        try:
            left, top, width, _ = map(float, (item.get("Boundary") or "").split())
            x, y = left + float(code.get("X") or 0), top + float(code.get("Y") or 0)
            size = float(item.get("Size") or _MILLIMETRES)
        except ValueError:
            continue
        if isfinite(x + y + width + size):
            yield Line(text, x, left + width, y, size)


def _joined(pieces: Iterator[Line]) -> Iterator[Line]:
    """Join pieces that follow one another on one line."""
    whole: Line | None = None
    for piece in pieces:
        if whole is not None and _follows(piece, whole):
            gap = " " if piece.left - whole.right > _FAR * piece.size else ""
            whole = Line(whole.text + gap + piece.text, whole.left, piece.right, whole.y, whole.size)
            continue
        if whole is not None:
            yield whole
        whole = piece
    if whole is not None:
        yield whole


def _follows(piece: Line, whole: Line) -> bool:
    """Tell whether a piece continues a line."""
    return abs(piece.y - whole.y) < _SAME_LINE * piece.size and piece.left > whole.left
