"""Where a passage stands in its report: its paragraph, the item around it, its address in the page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.pages.quotes import Piece, pieces, visible
from tracker.reading.document import Item, Report, Section

MOST_CONTEXT = 1200
"""Characters of an item shown around a promise; a longer one is cut at paragraphs."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a report that holds more than blanks; `heading` is 0 for running text, else its level.

    `exact` says that `text` is the line as it stands, no invisible character of it written out.
    """

    anchor: str
    start: int
    end: int
    text: str
    heading: int
    exact: bool


def paragraphs(report: Report) -> tuple[Paragraph, ...]:
    """The whole report; `start` counts code points into its text."""
    levels = dict(_headings(report.sections, 1))
    found = []
    at = 0
    for line in report.text.split("\n"):
        if line.strip():
            found.append(_paragraph(line, at, _level(levels, at, line)))
        at += len(line) + 1
    return tuple(found)


def _paragraph(line: str, start: int, heading: int) -> Paragraph:
    text = visible(line)
    return Paragraph(f"t{start}", start, start + len(line), text, heading, text == line)


def _level(levels: dict[int, int], start: int, line: str) -> int:
    """A heading is a line without a sentence in it at which a section or an item starts."""
    indent = len(line) - len(line.lstrip())
    level = levels.get(start + indent, levels.get(start, 0))
    return 0 if "。" in line else level


def _headings(parts: Iterable[Section | Item], level: int) -> Iterable[tuple[int, int]]:
    for part in parts:
        yield part.start, level
        yield from _headings(part.items, min(level + 1, 3))


def anchor_of(paragraph_starts: tuple[int, ...], start: int) -> str:
    """The address of the paragraph that holds `start`; empty where there is none."""
    index = bisect_right(paragraph_starts, start) - 1
    return f"t{paragraph_starts[index]}" if index >= 0 else ""


def context(report: Report, start: int, end: int) -> tuple[Piece, ...]:
    """The innermost item around the promise at `start`–`end`, the promise in it marked as shared."""
    first, last = _around(report, start, end)
    return pieces(report.text[first:last].rstrip(), [(start - first, end - first)])


def _around(report: Report, start: int, end: int) -> tuple[int, int]:
    holders = [
        part for part in _holding(report.sections, start, end) if part.end - part.start <= MOST_CONTEXT
    ]
    if holders:
        return holders[0].start, holders[0].end
    first = report.text.rfind("\n", 0, start) + 1
    last = report.text.find("\n", end)
    last = len(report.text) if last < 0 else last
    return max(first, start - MOST_CONTEXT // 2), min(last, end + MOST_CONTEXT // 2)


def _holding(parts: Iterable[Section | Item], start: int, end: int) -> Iterable[Section | Item]:
    """Outermost first: an item that is short enough shows more of the plan than its innermost clause."""
    for part in parts:
        if part.start <= start and end <= part.end:
            yield part
            yield from _holding(part.items, start, end)
