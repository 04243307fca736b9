"""Word 97 to 2003 (.doc, .wps): the text by its piece table, deletions and hidden text left out."""

from __future__ import annotations

import io
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import error as StructError  # noqa: N812 - its own name says nothing
from struct import unpack_from
from typing import TYPE_CHECKING

from tracker.readers import metadata, office
from tracker.readers.kinds import Start
from tracker.readers.layout import row
from tracker.readers.numbering import Numbering
from tracker.readers.raw import Metadata, Raw, Unreadable
from tracker.readers.word97 import Paragraph, Word97, opened
from tracker.reading.document import Notice

if TYPE_CHECKING:
    from olefile import OleFileIO  # type: ignore[import-untyped] # it has no types

_MARKS = re.compile(r"[\r\x07\x0c\x13\x14\x15]")
_DROPPED = dict.fromkeys(map(chr, (*range(1, 9), 0x1F)))
_ODD = re.compile(r"[\x01-\x08\x0b\x1e\x1f\xa0]")
_SIGNS = str.maketrans({"\x0b": "\n", "\x1e": "-", "\xa0": " "} | _DROPPED)
_SUMMARY = "\x05SummaryInformation"
_TITLE, _AUTHOR, _NARROW = 2, 4, 30
_PROPERTIES, _LONGEST = 64, 1024
_TABLES = ("0Table", "1Table")
_OTHER_KINDS = ("Workbook", "Book", "PowerPoint Document", "FileHeader", "VisioDocument")


def told(start: Start) -> bool:
    """By the magic number of OLE containers."""
    return start.head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def read(data: bytes) -> Raw:
    """Return the paragraphs; a Word older than 97 goes to LibreOffice. Raises `Unreadable`."""
    try:
        main, tables, said = _streams(data)
        word = opened(main, tables)
        if word is None:
            return office.read(data, "doc")
        text, notices = _text(word)
    except PermissionError as error:
        raise Unreadable("readers.encrypted") from error
    except (StructError, IndexError, KeyError, OverflowError, MemoryError) as error:
        raise Unreadable("readers.damaged") from error
    if not text.strip():
        raise Unreadable("readers.no-text")
    return Raw(text, "doc", said, notices)


def _streams(data: bytes) -> tuple[bytes, dict[str, bytes], Metadata]:
    """Open the container; raises `Unreadable` for one that holds no Word document."""
    from olefile import OleFileIO

    try:
        with OleFileIO(io.BytesIO(data)) as ole:
            reason = _refused(ole)
            if reason is None:
                tables = {name: ole.openstream(name).read() for name in _TABLES if ole.exists(name)}
                return ole.openstream("WordDocument").read(), tables, _metadata(ole)
    except Exception as error:  # olefile lets anything escape on damaged containers
        raise Unreadable("readers.damaged") from error
    raise Unreadable(reason)


def _refused(ole: OleFileIO) -> str | None:
    """Return why a container holds no Word document that can be read."""
    if ole.exists("EncryptedPackage"):
        return "readers.encrypted"
    if ole.exists("WordDocument"):
        return None
    return "readers.unsupported" if any(map(ole.exists, _OTHER_KINDS)) else "readers.damaged"


def _metadata(ole: OleFileIO) -> Metadata:
    """Return title and author; olefile's own parser loops for hours on a damaged property."""
    try:
        said = _properties(ole.openstream(_SUMMARY).read()) if ole.exists(_SUMMARY) else {}
    except (StructError, IndexError):
        return Metadata()
    return Metadata(title=metadata.title(said.get(_TITLE)), author=metadata.author(said.get(_AUTHOR)))


def _properties(data: bytes) -> dict[int, str]:
    """Return the texts of a property stream by their numbers ([MS-OLEPS] 2.21)."""
    (start,) = unpack_from("<I", data, 44)
    (count,) = unpack_from("<I", data, start + 4)
    found: dict[int, str] = {}
    for place in range(min(count, _PROPERTIES)):
        number, offset = unpack_from("<II", data, start + 8 + 8 * place)
        kind, length = unpack_from("<II", data, start + offset)
        text = data[start + offset + 8 :][: min(length, _LONGEST)]
        if kind == _NARROW and number in {_TITLE, _AUTHOR}:
            found[number] = _said(text)
    return found


def _said(text: bytes) -> str:
    """Decode a property, whose code page the file may misname."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return text.rstrip(b"\x00").decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def _text(word: Word97) -> tuple[str, tuple[Notice, ...]]:
    """Return the text and a notice if automatic numbers could not be resolved.

    Text boxes have no place in the text and stand below it with the footnotes, unless they hold the most.
    """
    counts = word.counts()
    walk = _Walk(word)
    texts = list(walk.lines(0, counts[0]))
    boxes = list(walk.lines(sum(counts[:6]), counts[6]))
    notes = list(walk.lines(counts[0], counts[1]))
    if counts[6] > counts[0]:
        texts, boxes = texts + boxes, []
    texts += ["注释", *boxes, *notes] if boxes or notes else []
    return "\n".join(texts), (Notice("readers.numbering-lost"),) if walk.lost else ()


def _numbering(word: Word97) -> Numbering:
    """Return the lists of a document; none where they are damaged, which costs the numbers and no more."""
    try:
        return word.numbering()
    except (StructError, IndexError):
        return Numbering()


def _shown(text: str) -> str:
    """Return text with Word's signs made plain; most has none of them."""
    return (text.translate(_SIGNS) if _ODD.search(text) else text).strip()


@dataclass(slots=True)
class _Walk:
    """One pass over a document's text, which counts its lists on the way."""

    word: Word97
    numbering: Numbering | None = None
    lost: bool = False
    buffer: str = ""
    cell: list[str] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)

    def lines(self, first: int, count: int) -> Iterator[str]:
        """Yield the lines of `count` characters from `first` on."""
        self.buffer, self.cell, self.cells, self.fields = "", [], [], []
        for text, start, width in self._visible(first, count):
            last, offset = 0, start
            for mark in _MARKS.finditer(text):
                between = text[last : mark.start()]
                self._add(between)
                offset += len(between.encode("utf-16-le")) if width > 1 else len(between)
                yield from self._mark(mark[0], offset)
                last, offset = mark.end(), offset + width
            self._add(text[last:])
        yield from self._flush()

    def _visible(self, first: int, count: int) -> Iterator[tuple[str, int, int]]:
        """Yield text without deleted and hidden runs: with its offset in the stream and bytes a character."""
        place = 0
        for piece in self.word.pieces():
            width = 2 if piece.wide else 1
            size = (piece.end - piece.start) // width
            begin, end = max(first - place, 0), min(first + count - place, size)
            place += size
            if begin >= end:
                continue
            offset = piece.start + begin * width
            encoding = "utf-16-le" if piece.wide else "cp1252"
            for start, stop in self._kept(offset, piece.start + end * width):
                yield self.word.main[start:stop].decode(encoding, "replace"), start, width

    def _kept(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a stretch of bytes that are neither deleted nor hidden."""
        gone = self.word.gone
        for place in range(max(bisect_left(gone, (start, 0)) - 1, 0), len(gone)):
            lost_from, lost_to = gone[place]
            if lost_from >= end:
                break
            if lost_to > start:
                if lost_from > start:
                    yield start, lost_from
                start = min(lost_to, end)
        if start < end:
            yield start, end

    def _add(self, text: str) -> None:
        """Keep text unless it is the instruction of a field."""
        if not any(self.fields):
            self.buffer += text

    def _mark(self, mark: str, offset: int) -> Iterator[str]:
        """Act on the end of a paragraph, cell or row, or on the parts of a field."""
        if mark == "\x13":
            self.fields.append(True)
        elif mark == "\x14" and self.fields:
            self.fields[-1] = False
        elif mark == "\x15" and self.fields:
            self.fields.pop()
        elif mark not in "\x14\x15":
            yield from self._end(mark, self.word.paragraph(offset))

    def _end(self, mark: str, paragraph: Paragraph) -> Iterator[str]:
        """End a paragraph."""
        text = _shown(self.buffer)
        self.buffer = ""
        number = self._number(paragraph)
        if text and not self.word.contents(paragraph.style):
            self.cell.append(number + text)
        if mark != "\x07":
            if not self.cells:
                yield from self._flush()
        elif paragraph.row_end:
            yield from row(self.cells)
            self.cells, self.cell = [], []
        else:
            self.cells.append(self.cell)
            self.cell = []

    def _number(self, paragraph: Paragraph) -> str:
        """Return the automatic number of a paragraph, and count it."""
        if not paragraph.list:
            return ""
        if self.numbering is None:
            self.numbering = _numbering(self.word)
        key = str(paragraph.list)
        self.lost = self.lost or key not in self.numbering.levels
        return self.numbering.next(key, paragraph.level or 0)

    def _flush(self) -> Iterator[str]:
        """Yield what is left of a paragraph or of a table without an end."""
        text = _shown(self.buffer)
        for cell in [*self.cells, self.cell, [text]]:
            yield from filter(None, cell)
        self.buffer, self.cell, self.cells = "", [], []
