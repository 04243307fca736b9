"""Which sentences of a plan promise something, and how one could tell whether it was kept."""

from __future__ import annotations

import re

_NUMERIC = re.compile(r"\d(?:[\d.]*)(?:万|亿|千|百)?(?:余|多)?(?:%|个|项|件|家|人|户|公里|亩|元|吨|所|套|次|名|座|条|张|千瓦|百分点|倍|期|场|平方|立方|床|处|台|辆|对|天|年内)")
_CALL = re.compile("^(?:让我们|各位代表[,!]?.{0,40}让我们|我们坚信|我们相信|我们深信)|各位代表[!]?$")
_COPULA = re.compile('^(?:今年|20\\d{2}年|"十.五").{0,20}是.{0,60}(?:之年|一年|时期|阶段)')
_PREAMBLE = re.compile("(?:以下|下列|下面|几个|[一二三四五六七八九十\\d]+(?:个|项|大|方面|件)).{0,10}(?:工作|方面|任务|重点|实事)[:。]?$")


def is_promise(said: str, *, heading: bool) -> bool:
    """Whether a folded sentence without its number promises something one could look for."""
    if heading or len(said) < 5:
        return False
    return not (_CALL.search(said) or _COPULA.search(said) or _PREAMBLE.search(said))


def testability(said: str) -> str:
    """The grade of a folded promise."""
    if _NUMERIC.search(said):
        return "numeric"
    return "continuing"
