"""Word's automatic numbers: which paragraph prints which 一、（一）1.

A paragraph points to a `num`, that to an `abstractNum` of up to nine levels; a style may do the pointing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.readers.xml import attribute, local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level prints: its first number, number format, pattern with %1…%9, and what follows."""

    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class Numbering:
    """The lists of one document and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    counts: dict[str, list[int | None]] = field(default_factory=dict)

    def level_of_style(self, num: str, style: str) -> int | None:
        """Return the level of a list that names a style as its own."""
        for index, level in self.levels.get(num, {}).items():
            if level.style == style:
                return index
        return None

    def next(self, num: str, index: int) -> str:
        """Count one paragraph and return the number it prints, its separator included."""
        levels = self.levels.get(num)
        if levels is None or index not in levels:
            return ""
        counts = self.counts.setdefault(self.lists[num], [None] * LEVELS)
        for level, start in self.restarts.pop(num, {}).items():
            counts[level] = start - 1
        now = counts[index]
        counts[index] = levels[index].start if now is None else now + 1
        for below in range(index + 1, LEVELS):
            if _restarts(levels.get(below), index):
                counts[below] = None
        return _printed(levels, counts, index)


def numbering(root: Element | None, style_lists: dict[str, str]) -> Numbering:
    """Read `word/numbering.xml`; `style_lists` says which list a numbering style points to."""
    found = Numbering()
    if root is None:
        return found
    abstracts = {attribute(each, "abstractNumId"): each for each in root if local(each) == "abstractNum"}
    targets = {
        attribute(num, "numId") or "": _value(num, "abstractNumId") for num in root if local(num) == "num"
    }
    for num in root:
        if local(num) != "num":
            continue
        key = attribute(num, "numId") or ""
        target = targets[key]
        abstract = abstracts.get(target)
        link = _value(abstract, "numStyleLink") if abstract is not None else None
        if link is not None:
            target = targets.get(style_lists.get(link, ""), target)
            abstract = abstracts.get(target)
        if abstract is None or target is None:
            continue
        found.levels[key] = _levels(abstract)
        found.lists[key] = target
        _override(found, key, num)
    return found


def _override(found: Numbering, key: str, num: Element) -> None:
    """Apply a list's own changes to the levels it shares with others."""
    for override in (each for each in num if local(each) == "lvlOverride"):
        index = _int(attribute(override, "ilvl"), 0)
        start = _value(override, "startOverride")
        if start is not None and 0 <= index < LEVELS:
            found.restarts.setdefault(key, {})[index] = _int(start, 1)
        found.levels[key] |= _levels(override)


def _levels(parent: Element) -> dict[int, Level]:
    """Read the levels below an element."""
    found = {_int(attribute(each, "ilvl"), 0): _level(each) for each in parent if local(each) == "lvl"}
    return {index: level for index, level in found.items() if 0 <= index < LEVELS}


def _level(element: Element) -> Level:
    """Read one level."""
    restart = _value(element, "lvlRestart")
    return Level(
        start=_int(_value(element, "start"), 1),
        format=_format(element),
        pattern=_value(element, "lvlText") or "",
        suffix=_value(element, "suff") or "tab",
        restart=None if restart is None else _int(restart, 0),
        legal=_value(element, "isLgl") not in (None, "0", "false"),
        style=_value(element, "pStyle"),
    )


def _format(element: Element) -> str:
    """Read the number format, inside the alternatives newer Word writes too."""
    formats = [each for each in element.iter() if local(each) == "numFmt"]
    return (attribute(formats[-1], "val") or "decimal") if formats else "decimal"


def _restarts(level: Level | None, above: int) -> bool:
    """Tell whether a level begins anew after a paragraph of the level `above` it."""
    return level is None or level.restart is None or above < level.restart


def _printed(levels: dict[int, Level], counts: list[int | None], index: int) -> str:
    """Fill a level's pattern."""
    level = levels[index]
    if level.format == "bullet":
        return ""
    text = level.pattern
    for place in range(index + 1):
        used = levels.get(place, level)
        count = counts[place] if counts[place] is not None else used.start
        shown = number(count or 0, "decimal" if level.legal else used.format)
        text = text.replace(f"%{place + 1}", shown)
    if not text or level.suffix == "nothing":
        return text
    return text if text[-1] in "、）)．.。：:，" else text + " "


_DIGITS = "〇一二三四五六七八九"
_COUNTED = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_COUNTING = {
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "koreanCounting",
}
_BY_DIGIT = {"ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand", "koreanDigital2"}
_FROM = {
    "decimalEnclosedCircle": 0x2460,
    "decimalEnclosedCircleChinese": 0x2460,
    "decimalEnclosedParen": 0x2474,
    "decimalEnclosedFullstop": 0x2488,
    "ideographEnclosedCircle": 0x3280,
}
_ENCLOSED_MOST = {"ideographEnclosedCircle": 10}


def number(count: int, style: str) -> str:
    """Write a number as one of Word's formats; one that Chinese reports do not use becomes decimal."""
    if style in _COUNTING:
        return _counted(count, _COUNTED, "十百千")
    if style in {"chineseLegalSimplified", "ideographLegalTraditional"}:
        return _counted(count, _FORMAL, "拾佰仟", leading_one=True)
    if style in _BY_DIGIT:
        return "".join(_DIGITS[int(digit)] for digit in str(abs(count)))
    if style in _FROM and 1 <= count <= _ENCLOSED_MOST.get(style, 20):
        return chr(_FROM[style] + count - 1)
    if style in {"ideographTraditional", "ideographZodiac"} and count > 0:
        names = _STEMS if style == "ideographTraditional" else _BRANCHES
        return names[(count - 1) % len(names)]
    return _western(count, style)


def _western(count: int, style: str) -> str:
    """Write a number in digits, letters or Roman numerals."""
    if style == "none":
        return ""
    if style == "decimalZero":
        return f"{count:02d}"
    if style in {"decimalFullWidth", "decimalFullWidth2"}:
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(count))
    if style in {"upperLetter", "lowerLetter"} and count > 0:
        letter = chr(ord("A") + (count - 1) % 26) * min(9, (count - 1) // 26 + 1)
        return letter if style == "upperLetter" else letter.lower()
    if style in {"upperRoman", "lowerRoman"} and 0 < count < 4000:  # noqa: PLR2004 - no sign for 5,000
        roman = _roman(count)
        return roman if style == "upperRoman" else roman.lower()
    return str(count)


def _counted(count: int, digits: str, units: str, *, leading_one: bool = False) -> str:
    """Write a number as 二十一, a gap as one zero; above 9,999 in digits."""
    if not 0 < count < 10**4:
        return str(count)
    text = ""
    figures = str(count)
    for place, figure in enumerate(figures):
        power = len(figures) - place - 1
        if figure != "0":
            text += digits[int(figure)] + (units[power - 1] if power else "")
        elif text and text[-1] != digits[0] and figures[place:].strip("0"):
            text += digits[0]
    one = digits[1] + units[0]
    return text[1:] if text.startswith(one) and not leading_one else text


def _roman(count: int) -> str:
    """Write a Roman numeral."""
    signs = (
        *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
        *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
    )
    text = ""
    for value, sign in signs:
        times, count = divmod(count, value)
        text += sign * times
    return text


def _value(parent: Element, name: str) -> str | None:
    """Return the `val` of a child."""
    for child in parent:
        if local(child) == name:
            return attribute(child, "val")
    return None


def _int(text: str | None, otherwise: int) -> int:
    """Read a number of at most nine digits; what is none counts as `otherwise`."""
    try:
        return int(text) if text and len(text) < LEVELS else otherwise
    except ValueError:
        return otherwise
