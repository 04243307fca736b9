"""The numbered items of a part of a report, nested as their numbers say."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tracker.reading.furniture import is_furniture
from tracker.reading.numbering import Mark, Style, mark_at
from tracker.reading.sentences import paragraphs, sentences
from tracker.reading.text import Span, strip

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
    """An item while it is being read.

    `first` is its first sentence without the number, `alone` that it fills its paragraph, `bare` that it
    has no stop either. `more` counts the sentences after it in that paragraph, `later` the further
    paragraphs it goes on into.
    """

    style: Style | None
    number: str | None
    start: int
    first: Span
    end: int
    alone: bool = False
    bare: bool = False
    more: int = 0
    later: int = 0
    items: list[_Open] = field(default_factory=list)


def sentence_mark(text: str, sentence: Span, *, first: bool) -> Mark | None:
    """The number a sentence begins with; dashes and 一、 count only at the start of a paragraph."""
    return mark_at(text, *sentence, inline=not first)


def _is_heading_line(text: str, paragraph: Span) -> bool:
    """An unnumbered short line without a stop: a heading; a row of a table (cells parted by tabs) is none."""
    line = text[slice(*paragraph)]
    return len(line) <= _LONGEST_HEADING // 2 and "\t" not in line and _OPEN_END.search(line) is None


def _is_headed(open_: _Open, sibling: Item | None) -> bool:
    """Whether the first sentence is a heading: more is said below it, as below the sibling before it."""
    if open_.bare or open_.more or open_.items:
        return True
    return open_.alone and open_.later > 0 and (sibling is None or sibling.heading is not None)


def _close(text: str, open_: _Open, sibling: Item | None) -> Item:
    """The finished item."""
    begin, stop = strip(text, *open_.first)
    heading = text[begin:stop].rstrip("。；：:;") if stop - begin <= _LONGEST_HEADING else ""
    headed = _is_headed(open_, sibling)
    return Item(
        open_.number,
        (heading or None) if headed else None,
        open_.start,
        open_.end,
        _closed(text, open_.items),
    )


def _closed(text: str, siblings: list[_Open]) -> tuple[Item, ...]:
    """The finished items of one parent."""
    found: list[Item] = []
    for open_ in siblings:
        found.append(_close(text, open_, found[-1] if found else None))
    return tuple(found)


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

    def leave(self) -> None:
        """Close items that an unnumbered paragraph is no part of: their sibling filled one paragraph."""
        while self.path:
            siblings = self.path[-2].items if len(self.path) > 1 else self.roots
            if len(siblings) == 1 or not siblings[-2].more or siblings[-2].later:
                break
            self.path.pop()
        self.stay(self.path)

    def stay(self, open_items: list[_Open]) -> None:
        """These items go on into another paragraph."""
        for open_ in open_items:
            open_.later += 1

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
    return _closed(text, tree.roots)


def _read(text: str, paragraph: Span, tree: _Tree) -> None:
    """Take in one paragraph."""
    parts = sentences(text, *paragraph)
    numbered = False
    for place, sentence in enumerate(parts):
        mark = sentence_mark(text, sentence, first=place == 0)
        if mark:
            tree.add(_numbered(text, mark, sentence, alone=len(parts) == 1))
            if place == 0:
                tree.stay(tree.path[:-1])
        elif place == 0 and len(parts) == 1 and _is_heading_line(text, paragraph):
            tree.path.clear()
            tree.add(_Open(None, None, sentence[0], sentence, sentence[1], alone=True, bare=True))
        elif not numbered and place == 0:
            tree.leave()
        elif numbered and tree.path:
            tree.path[-1].more += 1
        numbered = numbered or mark is not None
        tree.extend(sentence[1])


def _numbered(text: str, mark: Mark, sentence: Span, *, alone: bool) -> _Open:
    """A new item with the number as printed."""
    bare = alone and _OPEN_END.search(text[slice(*sentence)]) is None
    number, first = text[mark.start : mark.end], (mark.end, sentence[1])
    return _Open(mark.style, number, mark.start, first, sentence[1], alone=alone, bare=bare)
