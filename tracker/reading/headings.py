"""What the heading of a part says the part is for."""

from __future__ import annotations

import re
from enum import StrEnum

from tracker.reading.text import fold


class Aspect(StrEnum):
    """What a heading announces; one heading may announce several, in order."""

    MEASURES = "measures"
    PROBLEMS = "problems"
    DUTY = "duty"
    PLAN = "plan"
    OUTLINE = "outline"
    GLOSSARY = "glossary"
    OTHER = "other"


_GLOSSARY = re.compile("(?:名词|用语|词语|术语|概念).{0,4}(?:解释|注释|说明|释义)|注释|注解")
_DEEDS = re.compile("(?:民生|惠民|为民|利民).{0,4}实事|实事(?:项目|清单|$)")
_DUTY = re.compile("第一责任人|(?:主要负责人|一把手).{0,12}(?:职责|履职|述法)")
_OTHER = re.compile("^其他|^其它|需要说明的|需要报告的")
_PROBLEMS = re.compile(
    "(?:存在|面临|主要|突出).{0,14}(?:问题|不足|短板|困难|差距|薄弱环节|挑战|原因)|^.{0,8}(?:问题|不足|短板|差距|困难)$"
)
_REVIEW = re.compile(
    "回顾|成就|成效|成绩|总结|过去|一年来|工作(?:开展|完成|进展)?情况|主要举措|做法|开展情况|建设情况|进展"
)
_PLAN = re.compile(
    "下一?年|下一?步|下一?阶段|下半年|明年|今后|新一年|工作(?:的?总体|的?主要)?(?:安排|思路|打算|计划|部署|要求|建议)|主要安排"
    "|(?:改进|整改|努力)(?:的)?(?:措施|方向|意见)|重点(?:任务|工作)|工作重点|打算|计划|目标任务|(?:主要|重大|工作)任务"
    "|总体(?:要求|部署|思路)|(?:预期|主要|发展|工作)目标|(?:政府)?工作的?建议|政策取向|宏观经济政策|今年"
)
_OUTLINE = re.compile(
    '(?:"十[一二三四五六七八九]五"|第十[一二三四五六七八九]个五年|[今未]来?后?五年|五年规划)'
    "(?=.*(?:目标|任务|考虑|要求|举措|思路|规划|说明|把握|安排|方向))"
)
_LONGEST_TITLE = 30
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_TIME = re.compile(r'20\d{2}年|"十.五"|今年|明年|去年|下一?年|过去|五年')
_AND = re.compile("和(?!谐|平)|及其?|与|暨")
_LOOSE = re.compile("举措|措施|工作|任务|情况")


def years(heading: str) -> tuple[int, ...]:
    """The years a heading names, in order (“2021—2025年” of a plan's name is left to the caller)."""
    return tuple(int(found) for found in _YEAR.findall(fold(heading).text))


def _clause(clause: str, before: Aspect | None) -> Aspect | None:
    """What one clause of a heading announces, after the clause before it."""
    if before is Aspect.OUTLINE and not _TIME.search(clause):
        return before
    if _REVIEW.search(clause):
        return Aspect.MEASURES
    if _OUTLINE.search(clause):
        return Aspect.OUTLINE
    if _PROBLEMS.search(clause):
        return Aspect.PROBLEMS
    if _PLAN.search(clause):
        return Aspect.PLAN
    return before


def aspects(heading: str) -> tuple[Aspect, ...]:
    """What the heading announces, in order and each once; empty if its words say nothing."""
    plain = fold(heading).text
    for pattern, aspect in (
        (_GLOSSARY, Aspect.GLOSSARY),
        (_DEEDS, Aspect.PLAN),
        (_DUTY, Aspect.DUTY),
        (_OTHER, Aspect.OTHER),
    ):
        if pattern.search(plain):
            return (aspect,)
    found: list[Aspect] = []
    before: Aspect | None = None
    for clause in _AND.split(plain):
        before = _clause(clause, before)
        if before and before not in found:
            found.append(before)
    return tuple(found)


def is_loose(heading: str) -> bool:
    """Whether a heading names work without saying whether it is done or planned (2026年主要工作)."""
    plain = fold(heading).text
    return bool(_YEAR.search(plain) and _LOOSE.search(plain)) or plain.endswith(("举措", "措施", "主要工作"))


def is_annex_title(heading: str) -> bool:
    """Whether an unnumbered line opens a glossary or a list of livelihood projects."""
    plain = fold(heading).text
    return len(plain) <= _LONGEST_TITLE and (_GLOSSARY.search(plain) or _DEEDS.search(plain)) is not None


def is_chapter_title(heading: str) -> bool:
    """Whether an unnumbered line names a time and what of it is told: 2025年工作安排."""
    plain = fold(heading).text
    return _TIME.search(plain) is not None and bool(aspects(heading)) and not plain.endswith("报告")
