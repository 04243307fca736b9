"""Raw text ↔ a folded view for comparison that remembers where each character came from."""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import cache

Span = tuple[int, int]

_JUNK = r"\[bookmark:[^\[\]\n]{0,60}\]"
_GAP = r"[\s\u0000-\u001f\u007f\u00ad\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffd]"
_THOUSANDS = r"(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)"
_JUNK_FIRST = re.compile(rf"(?:{_JUNK}|\s+)+")
_DROPPED = re.compile(f"{_JUNK}|{_GAP}+")
_GROUPED = re.compile(_THOUSANDS)
_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SPACE = "".join(
    map(chr, (*range(0x21), 0x7F, 0x85, 0xA0, *range(0x2000, 0x2010), 0x2028, 0x2029, 0x3000, 0xFEFF))
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A comparison view: `origin[i]` is the offset in the source of the character `text[i]`."""

    text: str
    origin: array[int]

    def source(self, start: int, end: int) -> Span:
        """The source span of the folded span (`start` < `end`)."""
        return self.origin[start], self.origin[end - 1] + 1


@cache
def _table() -> dict[int, str]:
    """Each odd form of a character → its plain one, always one for one."""
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    for code in (*range(0x2E80, 0x2FD6), *range(0xF900, 0xFB00)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1:
            table[code] = plain
    table |= dict.fromkeys(map(ord, "“”„‟『』「」〝〞"), '"')
    table |= dict.fromkeys(map(ord, "‘’‚‛"), "'")
    table |= dict.fromkeys(map(ord, "—–―‐‑‒−﹣"), "-")
    table |= {ord("〔"): "(", ord("〕"): ")", ord("【"): "(", ord("】"): ")", ord("。"): "。"}
    table |= {ord("〈"): "《", ord("〉"): "》", ord("﹪"): "%", ord("•"): "·", ord("・"): "·"}
    return table


def _kept(plain: str, dropped: re.Pattern[str]) -> list[Span]:
    """The spans between the dropped ones."""
    spans: list[Span] = []
    last = 0
    for gap in dropped.finditer(plain):
        if gap.start() > last:
            spans.append((last, gap.start()))
        last = gap.end()
    if last < len(plain):
        spans.append((last, len(plain)))
    return spans


def fold(text: str) -> Folded:
    """Fold widths, quotes, dashes, radicals; drop spaces, control marks, bookmarks and commas in numbers."""
    plain = text.translate(_table())
    origin: array[int] = array("l")
    parts: list[str] = []
    for start, end in _kept(plain, _DROPPED):
        parts.append(plain[start:end])
        origin.extend(range(start, end))
    joined = "".join(parts)
    commas = [
        place
        for group in _GROUPED.finditer(joined)
        for place in range(group.start(), group.end())
        if joined[place] == ","
    ]
    return _without(joined, origin, commas) if commas else Folded(joined, origin)


def _without(joined: str, origin: array[int], commas: list[int]) -> Folded:
    """The view without the characters at these places."""
    pieces: list[str] = []
    kept: array[int] = array("l")
    last = 0
    for place in [*commas, len(joined)]:
        pieces.append(joined[last:place])
        kept.extend(origin[last:place])
        last = place + 1
    return Folded("".join(pieces), kept)


def strip(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends and Word's bookmarks before it; empty if nothing is left."""
    junk = _JUNK_FIRST.match(text, start, end)
    first = junk.end() if junk else start
    piece = text[first:end]
    left = len(piece) - len(piece.lstrip(_SPACE))
    right = len(piece.rstrip(_SPACE))
    return (first + left, first + right) if left < right else (start, start)


def lines(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The stripped, non-empty lines between two offsets."""
    stop = len(text) if end is None else end
    spans: list[Span] = []
    last = start
    for gap in _BREAK.finditer(text, start, stop):
        spans.append(strip(text, last, gap.start()))
        last = gap.end()
    spans.append(strip(text, last, stop))
    return [span for span in spans if span[0] < span[1]]
