from __future__ import annotations

import pytest

from tracker.reading.headings import Aspect, aspects, is_annex_title, is_chapter_title, years

HEADINGS = [
    ("一、主要举措与成效", (Aspect.MEASURES,)),
    ("一、工作情况", (Aspect.MEASURES,)),
    ("二、存在的不足和原因", (Aspect.PROBLEMS,)),
    ("二、存在问题", (Aspect.PROBLEMS,)),
    ("三、党政主要负责人履行第一责任人职责情况", (Aspect.DUTY,)),
    ("四、下年工作安排", (Aspect.PLAN,)),
    ("四、2026年工作思路与措施", (Aspect.PLAN,)),
    ("三、改进措施", (Aspect.PLAN,)),
    ("四、重点任务", (Aspect.PLAN,)),
    ("四、存在问题和改进措施", (Aspect.PROBLEMS, Aspect.PLAN)),
    ("一、2025年和“十四五”时期工作回顾", (Aspect.MEASURES,)),
    ("二、“十五五”时期主要目标与重点任务", (Aspect.OUTLINE,)),
    ("二、“十四五”时期发展成就和“十五五”时期目标任务", (Aspect.MEASURES, Aspect.OUTLINE)),
    ("二、“十五五”时期目标任务和2026年工作安排", (Aspect.OUTLINE, Aspect.PLAN)),
    ("三、关于第十五个五年规划纲要（草案）的说明", (Aspect.OUTLINE,)),
    ("附件2 名词解释", (Aspect.GLOSSARY,)),
    ("2026年十件民生实事", (Aspect.PLAN,)),
    ("四、“八五”普法责任制落实", ()),
    ("三、勇毅前行，奋力开创新局面", ()),
]


@pytest.mark.parametrize(("heading", "expected"), HEADINGS)
def test_aspects(heading: str, expected: tuple[Aspect, ...]) -> None:
    assert aspects(heading) == expected


def test_years() -> None:
    assert years("一、２０２４年和2025 年工作") == (2024, 2025)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2025年工作安排", True),
        ("2025年某省政府工作报告", False),
        ("加强自身建设", False),
        ("“十五五”时期主要目标", True),
    ],
)
def test_chapter_titles_name_a_time(line: str, expected: bool) -> None:  # noqa: FBT001 -- the expectation of a table row
    assert is_chapter_title(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"), [("名词解释", True), ("2025年某市10件惠民实事", True), ("完善制度", False)]
)
def test_annex_titles(line: str, expected: bool) -> None:  # noqa: FBT001 -- the expectation of a table row
    assert is_annex_title(line) is expected
