"""Digits and Chinese numerals as reports print them → exact decimals."""

from __future__ import annotations

import re
from decimal import Decimal

FOLD = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
"""One character for one character, so that offsets into the folded text are offsets into the text."""

GROUPED = r"\d{1,3}(?:[,，]\d{3}){1,4}(?![\d,，])(?:\.\d{1,6})?"
PLAIN = r"\d{1,15}(?:\.\d{1,6})?"
CHINESE = r"[一二三四五六七八九十百千万亿两零〇]{1,12}"
NUMERAL = f"(?:{GROUPED}|{PLAIN}|{CHINESE})"
SCALE = r"(?:万亿|千亿|百亿|十亿|千万|百万|十万|万|亿|千|百)"

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_ARABIC = re.compile(r"\d")


def is_chinese(numeral: str) -> bool:
    """Whether a numeral is written in characters, where it may be no figure at all (一是, 八五)."""
    return _ARABIC.search(numeral) is None


def scaled(scale: str | None) -> Decimal:
    """The factor of 百, 千, 万, 亿 and their products; 1 for none."""
    factor = 1
    for character in scale or "":
        factor *= _TENS.get(character) or _MYRIADS[character]
    return Decimal(factor)


def value(numeral: str) -> Decimal | None:
    """The number that a folded numeral stands for; None where the characters make no number (八五)."""
    if is_chinese(numeral):
        return _chinese(numeral)
    return Decimal(re.sub("[,，]", "", numeral))


def _chinese(numeral: str) -> Decimal | None:
    """Read 三百二十 and 一万二千; None for strings of digits (二〇二五) and odd orders."""
    total = section = 0
    digit: int | None = None
    for character in numeral:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
        elif character in _TENS:
            section += (1 if digit is None else digit) * _TENS[character]
            digit = None
        else:
            total = (total + section + (digit or 0) or 1) * _MYRIADS[character]
            section, digit = 0, None
    return Decimal(total + section + (digit or 0))
