"""The binary structures of Word 97 to 2003 that text hangs on: pieces, properties, styles and lists.

Offsets and numbers are those of [MS-DOC]. Every read is bounds-checked by `struct`; whoever calls turns
`struct.error` and `IndexError` into an unreadable file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from struct import calcsize, unpack_from
from typing import TypeVar

from tracker.readers.numbering import LEVELS, Level, Numbering

_Read = TypeVar("_Read")
_MAGIC = 0xA5EC
_ENCRYPTED = 0x0100
_SECOND_TABLE = 0x0200
_COMPRESSED = 0x40000000
_PAGE = 512
_MOST = 200_000
_REMEMBERED = 1024  # runs of formatting; a document repeats a few of them

_DELETED, _HIDDEN, _ROW_END, _LEVEL, _LIST = 0x0800, 0x083C, 0x2417, 0x260A, 0x460B
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_LONG_TABLE = 0xD608

_FORMATS = {
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    10: "ideographDigital",
    11: "japaneseCounting",
    14: "decimalFullWidth",
    18: "decimalEnclosedCircle",
    19: "decimalFullWidth2",
    22: "decimalZero",
    23: "bullet",
    26: "decimalEnclosedFullstop",
    27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese",
    29: "ideographEnclosedCircle",
    30: "ideographTraditional",
    31: "ideographZodiac",
    33: "taiwaneseCounting",
    34: "ideographLegalTraditional",
    35: "taiwaneseCountingThousand",
    36: "taiwaneseDigital",
    37: "chineseCounting",
    38: "chineseLegalSimplified",
    39: "chineseCountingThousand",
    255: "none",
}
_SUFFIXES = {0: "tab", 1: "space", 2: "nothing"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters: where it lies in the stream, in bytes, and its encoding."""

    start: int
    end: int
    wide: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What a paragraph's properties say; `list` is 1-based, 0 is none, None leaves it to the style."""

    style: int = 0
    list: int | None = None
    level: int | None = None
    row_end: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    """A style's number among Word's own, its parent and its paragraph properties."""

    kind: int
    parent: int
    paragraph: Paragraph


class Word97:
    """One document, its streams in memory."""

    def __init__(self, main: bytes, table: bytes) -> None:
        self.main = main
        self._table = table
        self._styles = _Sheet(self._part(1))
        self._changed = list(_runs(main, self._part(12), _character))
        self._paragraphs = list(_runs(main, self._part(13), _paragraph))
        self._starts = [start for start, _, _ in self._paragraphs]
        self.gone = [(start, end) for start, end, gone in self._changed if gone]

    def _part(self, index: int) -> bytes:
        """Return a part of the table stream by its place in the header's list."""
        start, length = unpack_from("<II", self.main, 0x9A + 8 * index)
        return self._table[start : start + length]

    def counts(self) -> tuple[int, ...]:
        """Return the characters of: text, footnotes, headers, macros, comments, endnotes, text boxes."""
        counts: tuple[int, ...] = unpack_from("<7I", self.main, 0x4C)
        return counts

    def pieces(self) -> Iterator[Piece]:
        """Yield the pieces in the order of the text; raises `IndexError` on a table that is none."""
        table = self._part(33)
        place = 0
        while table[place] == 1:
            place += 3 + unpack_from("<H", table, place + 1)[0]
        (length,) = unpack_from("<I", table, place + 1)
        count = min((length - 4) // 12, _MOST)
        ends = unpack_from(f"<{count + 1}I", table, place + 5)
        for number in range(count):
            (where,) = unpack_from("<I", table, place + 5 + 4 * (count + 1) + 8 * number + 2)
            wide = not where & _COMPRESSED
            start = where if wide else (where & ~_COMPRESSED) // 2
            size = (ends[number + 1] - ends[number]) * (2 if wide else 1)
            yield Piece(start, min(start + max(size, 0), len(self.main)), wide)

    def paragraph(self, offset: int) -> Paragraph:
        """Return the properties of the paragraph whose end mark lies at an offset, style included."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or offset >= self._paragraphs[place][1]:
            return Paragraph()
        own = self._paragraphs[place][2]
        if own.list is not None:
            return own
        number, level = self._inherited(own.style)
        if number is None:
            return own
        return replace(own, list=number, level=level if own.level is None else own.level)

    def _inherited(self, style: int) -> tuple[int | None, int | None]:
        """Return the list and the level that a style or one above it names."""
        level: int | None = None
        for _ in range(20):
            said = self._styles.get(style)
            if said is None:
                break
            level = said.paragraph.level if level is None else level
            if said.paragraph.list is not None:
                return said.paragraph.list, level
            style = said.parent
        return None, level

    def contents(self, style: int) -> bool:
        """Tell whether a style is one of a table of contents."""
        said = self._styles.get(style)
        return said is not None and 19 <= said.kind <= 27  # noqa: PLR2004 - toc 1-9

    def numbering(self) -> Numbering:
        """Return the lists, which keep count while the text is read."""
        found = Numbering()
        lists = _lists(self._part(73), self._table[self._list_end() :])
        for number, (target, starts) in enumerate(_overrides(self._part(74)), start=1):
            if target in lists:
                found.levels[str(number)] = lists[target]
                found.lists[str(number)] = str(target)
                if starts:
                    found.restarts[str(number)] = starts
        return found

    def _list_end(self) -> int:
        """Return where the levels begin: right behind the lists."""
        start, length = unpack_from("<II", self.main, 0x9A + 8 * 73)
        return int(start + length)


def opened(main: bytes, tables: dict[str, bytes]) -> Word97 | None:
    """Return the document, None for a Word older than 97; raises `PermissionError` if it is encrypted."""
    magic, _ = unpack_from("<HH", main)
    (flags,) = unpack_from("<H", main, 10)
    if magic != _MAGIC:
        return None
    if flags & _ENCRYPTED:
        raise PermissionError
    return Word97(main, tables["1Table" if flags & _SECOND_TABLE else "0Table"])


def _runs(
    main: bytes, bins: bytes, read: Callable[[bytes, int, int], _Read]
) -> Iterator[tuple[int, int, _Read]]:
    """Yield runs of equal properties from the 512-byte pages that a bin table names."""
    count = max(len(bins) - 4, 0) // 8
    for (number,) in (unpack_from("<I", bins, 4 * (count + 1) + 4 * place) for place in range(count)):
        page = main[(number & 0x3FFFFF) * _PAGE :][:_PAGE]
        if len(page) < _PAGE:
            continue
        size = page[-1]
        ends = unpack_from(f"<{size + 1}I", page)
        for place in range(size):
            yield ends[place], ends[place + 1], read(page, size, place)


def _character(page: bytes, size: int, place: int) -> bool:
    """Tell whether a run is deleted or hidden."""
    offset = page[4 * (size + 1) + place] * 2
    return _gone(page[offset + 1 : offset + 1 + page[offset]]) if offset else False


@lru_cache(maxsize=_REMEMBERED)
def _gone(changes: bytes) -> bool:
    """Tell whether property changes delete or hide."""
    return any(
        code in {_DELETED, _HIDDEN} and value[:1] not in {b"\x00", b"\x80"} for code, value in _sprms(changes)
    )


def _paragraph(page: bytes, size: int, place: int) -> Paragraph:
    """Read the properties of a paragraph."""
    offset = page[4 * (size + 1) + 13 * place] * 2
    if not offset:
        return Paragraph()
    length = 2 * page[offset] - 1
    if length < 0:
        offset += 1
        length = 2 * page[offset]
    return _properties(page[offset + 1 : offset + 1 + length])


@lru_cache(maxsize=_REMEMBERED)
def _properties(data: bytes) -> Paragraph:
    """Read a style number and the property changes behind it."""
    if len(data) < 2:  # noqa: PLR2004 - a style number alone
        return Paragraph()
    changes = dict(_sprms(data[2:]))
    number = changes.get(_LIST)
    level = changes.get(_LEVEL)
    return Paragraph(
        unpack_from("<H", data)[0],
        None if number is None else _list_number(number),
        None if level is None else min(level[0], LEVELS - 1),
        changes.get(_ROW_END, b"\0")[0] == 1,
    )


def _list_number(value: bytes) -> int:
    """Read a list's number; 0x7FF and above mean none ([MS-DOC] 2.6.2)."""
    (number,) = unpack_from("<H", value)
    return number if number < 0x7FF else 0  # noqa: PLR2004 - see above


def _sprms(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield property codes with their operands."""
    place = 0
    while place + 3 <= len(data):
        (code,) = unpack_from("<H", data, place)
        place += 2
        size = _SIZES.get(code >> 13)
        if size is None:
            if code == _LONG_TABLE:
                return
            size = 1 + data[place]
        yield code, data[place : place + size].ljust(size, b"\x00")
        place += size


class _Sheet:
    """The style sheet, each style read when it is first asked for: a document uses few of them."""

    def __init__(self, sheet: bytes) -> None:
        self._base = 0
        self._data: list[bytes] = []
        self._read: dict[int, _Style] = {}
        if len(sheet) < 6:  # noqa: PLR2004 - no sheet
            return
        head, count, self._base = unpack_from("<HHH", sheet)
        place = 2 + head
        while len(self._data) < count and place + 2 <= len(sheet):
            (length,) = unpack_from("<H", sheet, place)
            self._data.append(sheet[place + 2 : place + 2 + length])
            place += 2 + length

    def get(self, number: int) -> _Style | None:
        """Return a style; None beyond the last."""
        if number >= len(self._data):
            return None
        if number not in self._read:
            self._read[number] = _style(self._data[number], self._base)
        return self._read[number]


def _style(data: bytes, base: int) -> _Style:
    """Read one style; only paragraph styles have paragraph properties."""
    if len(data) < base + 4:
        return _Style(0, 0xFFF, Paragraph())
    kind, parent = unpack_from("<HH", data)
    name = unpack_from("<H", data, base)[0]
    place = base + 2 + 2 * name + 2
    place += place % 2
    paragraph = Paragraph()
    if parent & 0xF == 1 and place + 2 <= len(data):
        (size,) = unpack_from("<H", data, place)
        paragraph = _properties(data[place + 2 : place + 2 + size])
    return _Style(kind & 0xFFF, parent >> 4, paragraph)


def _lists(heads: bytes, bodies: bytes) -> dict[int, dict[int, Level]]:
    """Read the lists: their heads stand together, their levels follow in the same order."""
    found: dict[int, dict[int, Level]] = {}
    place = 0
    for number in range(unpack_from("<H", heads)[0] if heads else 0):
        head = 2 + 28 * number
        (identity,) = unpack_from("<i", heads, head)
        levels = 1 if heads[head + 26] & 1 else LEVELS
        found[identity] = {}
        for level in range(levels):
            found[identity][level], place = _level(bodies, place)
    return found


def _level(data: bytes, place: int) -> tuple[Level, int]:
    """Read one level and say where the next begins."""
    start, style, flags = unpack_from("<iBB", data, place)
    follow = data[place + 15]
    small, large, restart = data[place + 24], data[place + 25], data[place + 26]
    place += 28 + small + large
    (length,) = unpack_from("<H", data, place)
    text = data[place + 2 : place + 2 + 2 * length].decode("utf-16-le", "replace")
    pattern = "".join(f"%{ord(sign) + 1}" if sign < "\x09" else sign for sign in text)
    return Level(
        start,
        _FORMATS.get(style, "decimal"),
        pattern,
        _SUFFIXES.get(follow, "tab"),
        restart if flags & 0x08 else None,
        bool(flags & 0x04),
    ), place + calcsize("<H") + 2 * length


def _overrides(data: bytes) -> Iterator[tuple[int, dict[int, int]]]:
    """Yield for each list a paragraph may name: the list behind it, and where its levels start anew."""
    if not data:
        return
    (count,) = unpack_from("<I", data)
    place = 4 + 16 * min(count, _MOST)
    for number in range(min(count, _MOST)):
        (target,) = unpack_from("<i", data, 4 + 16 * number)
        starts: dict[int, int] = {}
        place += 4
        for _ in range(data[4 + 16 * number + 12]):
            start, flags = unpack_from("<iI", data, place)
            place += 8
            if flags & 0x10:
                starts[min(flags & 0xF, LEVELS - 1)] = start
            if flags & 0x20:
                _, place = _level(data, place)
        yield target, starts
