"""Lines of a web page → those of its report: menus before it and links behind it left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from tracker.reading.ending import is_after
from tracker.reading.furniture import is_furniture

_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")
_PLACE = re.compile(r"(?:您?[现当]?[在前]的?位置|索\s*引\s*号|发文字号|发文机关|主题分类)\s*[：:\t]")
_DAY = re.compile(
    r"[（(]?[\d〇○零一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[）)]?"
)
_HEAD = 8


def report(lines: Sequence[str]) -> list[str]:
    """Return the report's lines: from at most eight above its first sentence or number to its sign-off."""
    prose = [place for place, line in enumerate(lines) if line.endswith(("。", "；"))]
    if not prose:
        return [line for line in lines if not _is_site(line)]
    numbered = (place for place, line in enumerate(lines[: prose[0]]) if _NUMBER.match(line))
    first, last = next(numbered, prose[0]), prose[-1] + 1
    head = [line for line in lines[:first] if not _is_site(line) and not _PLACE.match(line)]
    tail = takewhile(lambda line: not is_after(line), lines[last:])
    return [*head[-_HEAD:], *lines[first:last], *(line for line in tail if not _is_site(line))]


def _is_site(line: str) -> bool:
    """Tell whether a line is the site's; a date in full may be the day a report was given or signed."""
    return is_furniture(line) and not _DAY.fullmatch(line)
