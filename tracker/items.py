"""The numbered items of a part of a report, nested as their numbers say."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tracker.furniture import is_furniture
from tracker.numbering import Mark, Style, mark_at
from tracker.sentences import paragraphs, sentences
from tracker.text import Span

_LONGEST_HEADING = 60
_OPEN_END = re.compile(r"[。！？；!?;：:，,、]$")
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered item with the number as printed (（一）, 一是, 1.) and the items below it."""

    number: str | None
    heading: str | None
    start: int
    end: int
    items: tuple[Item, ...] = ()


@dataclass(slots=True)
class _Open:
    """An item while it is being read; `sentences` counts those after its first."""

    style: Style | None
    number: str | None
    start: int
    first: Span
    alone: bool
    end: int
    more: int = 0
    items: list[_Open] = field(default_factory=list)


def sentence_mark(text: str, sentence: Span, *, first: bool) -> Mark | None:
    """The number a sentence begins with; dashes and 一、 count only at the start of a paragraph."""
    return mark_at(text, *sentence, inline=not first)


def _is_heading_line(text: str, paragraph: Span) -> bool:
    """An unnumbered short line without a stop: a heading."""
    line = text[slice(*paragraph)]
    return len(line) <= _LONGEST_HEADING // 2 and _OPEN_END.search(line) is None


def _close(text: str, open_: _Open) -> Item:
    """The finished item: its first sentence is its heading if more is said below it."""
    begin, stop = open_.first
    first = text[begin:stop].strip()
    headed = bool(open_.more or open_.items or open_.alone) and 0 < len(first) <= _LONGEST_HEADING
    children = tuple(_close(text, item) for item in open_.items)
    heading = first.rstrip("。；：:;") if headed else None
    return Item(open_.number, heading or None, open_.start, open_.end, children)


@dataclass(slots=True)
class _Tree:
    """The items found so far, and the path of those still open."""

    roots: list[_Open] = field(default_factory=list)
    path: list[_Open] = field(default_factory=list)

    def add(self, new: _Open) -> None:
        """Begin an item below the last open one that its style is not a sibling of."""
        styles = [open_.style for open_ in self.path]
        if new.style in styles:
            del self.path[styles.index(new.style) :]
        del self.path[_DEEPEST:]
        (self.path[-1].items if self.path else self.roots).append(new)
        self.path.append(new)

    def extend(self, end: int) -> None:
        """Every open item reaches as far as what was read last."""
        for open_ in self.path:
            open_.end = end


def items(text: str, start: int, end: int) -> tuple[Item, ...]:
    """The items between two offsets, nested by the order in which styles of number first appear."""
    tree = _Tree()
    for paragraph in paragraphs(text, start, end):
        if not is_furniture(text[slice(*paragraph)]):
            _read(text, paragraph, tree)
    return tuple(_close(text, root) for root in tree.roots)


def _read(text: str, paragraph: Span, tree: _Tree) -> None:
    """Take in one paragraph."""
    parts = sentences(text, *paragraph)
    for place, sentence in enumerate(parts):
        mark = sentence_mark(text, sentence, first=place == 0)
        if mark:
            alone = len(parts) == 1 and _OPEN_END.search(text[slice(*sentence)]) is None
            number = text[mark.start : mark.end]
            tree.add(_Open(mark.style, number, mark.start, (mark.end, sentence[1]), alone, sentence[1]))
        elif place == 0 and len(parts) == 1 and _is_heading_line(text, paragraph):
            tree.path.clear()
            tree.add(_Open(None, None, sentence[0], sentence, alone=True, end=sentence[1]))
        elif tree.path:
            tree.path[-1].more += 1
        tree.extend(sentence[1])
