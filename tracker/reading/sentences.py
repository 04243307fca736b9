"""Lines → paragraphs, where a saved page broke them, and paragraphs → sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.reading.numbering import mark_at
from tracker.reading.text import Span, lines, strip

_OPENER = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "）": "（", ")": "("}
_OPENERS = frozenset(_OPENER.values())
_BRACKET = re.compile(r"[“”‘’「」『』《》（）()]")
_STOP = re.compile(r"[。！？；!;]+[”’」』》）)]*|[：:]")
_NO_START = "，、；：。！？,的等"
_LONGEST_ASIDE = 120
_HEAD = 12
_GOES_ON = re.compile(r"[，。、；：）》”%％]|是[：:]|为\d|\d+(?:\.\d+)?$")
_NUMBER_ONLY = re.compile(r"\d+(?:\.\d+)?$")


def _continued(before: str, after: str) -> bool:
    """Whether the line `after` goes on with the sentence that the line `before` left open."""
    last = before[-1]
    if last in "。！？；：!?;:”":
        return False
    if last in "，、,（(" or _NUMBER_ONLY.match(before):
        return True
    return _GOES_ON.match(after) is not None or last == "的" or "。" in before


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Non-empty paragraphs; lines that were broken inside a sentence (bold runs) are put together again."""
    found: list[Span] = []
    last: Span | None = None
    for line in lines(text, start, end):
        head = text[line[0] : min(line[1], line[0] + _HEAD)]
        if last and not mark_at(text, *line) and _continued(text[slice(*last)], head):
            found[-1] = (found[-1][0], line[1])
        else:
            found.append(line)
        last = line
    return found


def _asides(text: str, start: int, end: int) -> list[Span]:
    """The quotations, titles and brackets, no longer than a sentence may be inside one."""
    opened: dict[str, int] = {}
    asides: list[Span] = []
    for bracket in _BRACKET.finditer(text, start, end):
        char = bracket.group()
        if char in _OPENERS:
            opened[char] = bracket.start()
        else:
            first = opened.pop(_OPENER[char], None)
            if first is not None and bracket.start() - first <= _LONGEST_ASIDE:
                asides.append((first, bracket.start()))
    return sorted(asides)


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """The offsets at which a sentence of the paragraph ends."""
    asides = iter(_asides(text, start, end))
    aside = next(asides, None)
    covered = start
    for stop in _STOP.finditer(text, start, end):
        while aside and aside[0] < stop.start():
            covered = max(covered, aside[1])
            aside = next(asides, None)
        if stop.end() <= covered:
            continue
        if stop.group() in "：:":
            if mark_at(text, stop.end(), end, inline=True):
                yield stop.end()
        elif text[stop.end() : stop.end() + 1] not in tuple(_NO_START):
            yield stop.end()


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of one paragraph: ended by 。！？； outside quotations, or by a colon before a number."""
    found: list[Span] = []
    last = start
    for stop in _ends(text, start, end):
        found.append(strip(text, last, stop))
        last = stop
    found.append(strip(text, last, end))
    return [span for span in found if span[0] < span[1]]
