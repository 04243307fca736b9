"""The numbers reports print before their items: 一、（一）1. 一是 一要 首先 第一，—— and where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_HAN = "[一二三四五六七八九十百]"


class Style(StrEnum):
    """A way of numbering; items of one style below the same parent are siblings."""

    CHAPTER = "chapter"
    HAN = "han"
    HAN_PAREN = "han-paren"
    ARABIC = "arabic"
    ARABIC_PAREN = "arabic-paren"
    CIRCLE = "circle"
    IS = "is"
    MUST = "must"
    ORDINAL = "ordinal"
    DASH = "dash"


_FORMS: dict[Style, str] = {
    Style.CHAPTER: rf"第{_HAN}{{1,4}}(?:章|部分)[、，：]?",
    Style.HAN: rf"{_HAN}{{1,4}}(?:、|[.．](?!\d))",
    Style.HAN_PAREN: rf"[（(]{_HAN}{{1,4}}[）)]、?",
    Style.ARABIC_PAREN: r"[（(]\d{1,2}[）)]|[\[［〔]\d{1,3}[\]］〕]",
    Style.CIRCLE: r"[①-⑳]",
    Style.IS: rf"{_HAN}{{1,3}}是",
    Style.MUST: rf"{_HAN}{{1,3}}要",
    Style.ORDINAL: rf"第{_HAN}{{1,3}}[，、：,]|(?:首先|其次|再次|最后)[，,：]",
    Style.ARABIC: r"\d{1,3}(?:、|[.．](?!\d)|[）)])",
    Style.DASH: r"[—―–－-]{2,4}(?=[^\s—―–－-])",
}
_MARK = re.compile("|".join(f"(?P<{style.name}>{form})" for style, form in _FORMS.items()))
_INLINE = {
    Style.IS,
    Style.MUST,
    Style.ORDINAL,
    Style.ARABIC,
    Style.HAN_PAREN,
    Style.ARABIC_PAREN,
    Style.CIRCLE,
}
_VALUE = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}


@dataclass(frozen=True, slots=True)
class Mark:
    """A printed number at [start, end) of the text, white space after it included in neither."""

    style: Style
    start: int
    end: int


def mark_at(text: str, start: int, end: int, *, inline: bool = False) -> Mark | None:
    """The number printed at `start`, if there is one; `inline` leaves out what only opens a line."""
    found = _MARK.match(text, start, end)
    if found is None or found.lastgroup is None:
        return None
    style = Style[found.lastgroup]
    if inline and style not in _INLINE:
        return None
    return Mark(style, found.start(), found.end())


def value(number: str) -> int | None:
    """The integer a Han number up to 99 stands for (（十二）→ 12), or None."""
    digits = "".join(char for char in number if char in "一二三四五六七八九十")
    if not digits:
        return None
    tens, ten, ones = digits.rpartition("十")
    if not ten:
        return _VALUE[digits] if len(digits) == 1 else None
    return 10 * _VALUE.get(tens, 1 if not tens else 0) + _VALUE.get(ones, 0)
