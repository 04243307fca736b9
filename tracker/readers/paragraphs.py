"""Lines with their places on pages → paragraphs, without what repeats on every page.

No PDF or OFD library does this. A paragraph begins at an indented line, after a line that ends early, or
at a line that looks like a heading; x grows to the right and y downwards, in any one unit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its text, edges, and the height of its type."""

    text: str
    left: float
    right: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class _Frame:
    """The column of running text: its edges, type and the distance between lines."""

    left: float
    right: float
    size: float
    pitch: float
    indented: bool


_HEADING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]{1,3}[章节])"
)
_FIRST = re.compile(r"(?:\[bookmark: ?\w{1,40}\])?(?:一是|一要|首先|第一[，,])")
_PAGE_NUMBER = re.compile(
    r"[-—–－―·•\s]{0,4}(?:第\s?)?\d{1,4}\s?(?:页|/\s?\d{1,4})?(?:[，,\s]{0,2}共\s?\d{1,4}\s?页)?[-—–－―·•\s]{0,4}"
)
_DIGITS = re.compile(r"\d+")
_LOOSE = re.compile(r" (?:(?<=[^\x00-\xff] )(?=[^\x00-\xff]|[\x21-\x7e])|(?<=[\x21-\x7e] )(?=[^\x00-\xff]))")
_ENDS = tuple("。：:；;！!？?”）)")
_EDGE_LINES = 3
_SAME = 0.15

# In heights of type: what sets a first line, a table cell or a last line apart.
_INDENT = 1.2
_APART = 4.0
_SHORT = 3.5
_UNFINISHED = 8.0
_NEARLY = 0.9
_SMALL = 0.8
_LATE = 4.0

_HEADER = 0.7
_GAP = 1.7


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[str]:
    """Join the lines of all pages; a paragraph may run over from one page to the next."""
    kept = [[line for line in page if line.text.strip()] for page in pages]
    kept = list(_without_furniture([_in_place(page) for page in kept]))
    frame = _frame([line for page in kept for line in page])
    if frame is None:
        return []
    notes = [line.text for page in kept for line in _notes(page, frame)]
    joined: list[list[str]] = []
    before: Line | None = None
    for page in kept:
        for place, line in enumerate(page[: len(page) - len(_notes(page, frame))]):
            if before is None or _begins(
                line, before, frame, new_page=place == 0, first=len(joined[-1]) == 1
            ):
                joined.append([])
            joined[-1].append(line.text)
            before = line
    if notes:
        joined += [["注释"], *([note] for note in notes)]
    return [text for text in (_joined(parts) for parts in joined) if text]


def _notes(page: Sequence[Line], frame: _Frame) -> Sequence[Line]:
    """Return the footnotes of a page: the lines in small type that end it."""
    first = len(page)
    while first and page[first - 1].size < _SMALL * frame.size:
        first -= 1
    return page[first:] if first else ()


def _joined(parts: Iterable[str]) -> str:
    """Join lines without a space, except between two Latin words; drop the spaces of loose typesetting."""
    text = ""
    for part in parts:
        stripped = part.strip()
        between = (
            text[-1:].isascii() and text[-1:].isalpha() and stripped[:1].isascii() and stripped[:1].isalpha()
        )
        text += " " + stripped if between else stripped
    return _LOOSE.sub("", text)


def _begins(line: Line, before: Line, frame: _Frame, *, new_page: bool, first: bool) -> bool:
    """Tell whether a line begins a paragraph; `first` says that `before` is the only line of its own."""
    room = frame.right - before.right
    large = _large(before, frame)
    if large and _large(line, frame) and room < _SHORT * before.size:
        return False
    if (
        large
        or line.text.startswith("\u3000")
        or line.left > frame.left + _INDENT * frame.size
        or before.left > frame.left + _APART * frame.size
        or (not new_page and line.y - before.y > _GAP * frame.pitch)
    ):
        return True
    ended = before.text.rstrip().endswith(_ENDS)
    if ended and (room > _SHORT * frame.size or _HEADING.match(line.text)):
        return True
    short = _SHORT if first and not frame.indented else _UNFINISHED
    return room > short * frame.size or (
        not frame.indented and _begins_flush(line, before, room / frame.size)
    )


def _begins_flush(line: Line, before: Line, room: float) -> bool:
    """Tell the same where first lines are not indented; `room` in heights of type."""
    ending = before.text.rstrip()
    if ending.endswith(("：", ":")) and _FIRST.match(line.text):
        return True
    return ending.endswith(("。", "：", ":")) and room > _NEARLY


def _large(line: Line, frame: _Frame) -> bool:
    """Tell whether a line is set like a title."""
    return line.size > frame.size * (1 + _SAME)


def _frame(lines: Sequence[Line]) -> _Frame | None:
    """Measure the column of running text."""
    if not lines:
        return None
    size = median(line.size for line in lines) or 1.0
    body = [line for line in lines if abs(line.size - size) <= _SAME * size] or list(lines)
    lefts = Counter(round(line.left / size * 2) for line in body)
    least = max(2, len(body) * 0.05)
    left = min((place for place, count in lefts.items() if count >= least), default=min(lefts)) * size / 2
    rights = sorted(line.right for line in body)
    right = rights[len(rights) * 3 // 4]
    steps = [after.y - line.y for line, after in pairwise(body) if 0.5 * size < after.y - line.y < 4 * size]
    indented = sum(_INDENT * size < line.left - left < 3 * size for line in body) >= least
    return _Frame(left, right, size, median(steps) if steps else 2 * size, indented)


def _without_furniture(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """Drop page numbers, and short lines that stand at the same edge of half of the pages, figures aside."""
    seen = Counter(key for page in pages for key in {_key(line) for line in _edge(page)})
    often = {key for key, count in seen.items() if count >= max(2, len(pages) / 2)}
    widest = max((line.right - line.left for page in pages for line in page), default=0.0)
    for page in pages:
        edge = set(_edge(page))
        yield [line for line in page if line not in edge or not _is_furniture(line, often, widest)]


def _is_furniture(line: Line, often: set[tuple[str, int]], widest: float) -> bool:
    """Tell whether a line at the edge of a page belongs to the page; a line of prose fills its width."""
    if _PAGE_NUMBER.fullmatch(line.text.strip()):
        return True
    return _key(line) in often and line.right - line.left < _HEADER * widest


def _in_place(page: list[Line]) -> list[Line]:
    """Move what was drawn last but stands higher (text boxes, stamps) to where it stands."""
    kept, late = list(page), []
    while len(kept) > 1 and kept[-1].y < kept[-2].y - _LATE * kept[-1].size:
        late.append(kept.pop())
    for line in late:
        place = next((place for place, each in enumerate(kept) if each.y > line.y), len(kept))
        kept.insert(place, line)
    return kept


def _edge(page: Sequence[Line]) -> list[Line]:
    """Return the uppermost and the lowest lines."""
    by_height = sorted(page, key=lambda line: line.y)
    return [*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]]


def _key(line: Line) -> tuple[str, int]:
    """Return what makes two lines of page furniture the same: their text and their height on the page."""
    return _DIGITS.sub("0", "".join(line.text.split())), round(line.y)
