from __future__ import annotations

import pytest

from tracker.reading.numbering import Style, mark_at, value

MARKS = [
    ("一、主要做法", Style.HAN, "一、"),
    ("二、2025年安排", Style.HAN, "二、"),
    ("（十二）抓好培训", Style.HAN_PAREN, "（十二）"),
    ("(三)抓好培训", Style.HAN_PAREN, "(三)"),
    ("1.修订办法", Style.ARABIC, "1."),
    ("2、修订办法", Style.ARABIC, "2、"),
    ("（3）修订办法", Style.ARABIC_PAREN, "（3）"),
    ("①修订办法", Style.CIRCLE, "①"),
    ("一是修订办法", Style.IS, "一是"),
    ("三要修订办法", Style.MUST, "三要"),
    ("首先，修订办法", Style.ORDINAL, "首先，"),
    ("第二，修订办法", Style.ORDINAL, "第二，"),
    ("——修订办法", Style.DASH, "——"),
    ("第一部分 总体情况", Style.CHAPTER, "第一部分"),
]


@pytest.mark.parametrize(("text", "style", "number"), MARKS)
def test_a_number_is_known_with_its_style(text: str, style: Style, number: str) -> None:
    mark = mark_at(text, 0, len(text))
    assert mark is not None
    assert (mark.style, text[mark.start : mark.end]) == (style, number)


@pytest.mark.parametrize("text", ["2.5万余次", "2025年安排", "一年来", "十分重要", "法治", ""])
def test_what_is_no_number(text: str) -> None:
    assert mark_at(text, 0, len(text)) is None


@pytest.mark.parametrize("text", ["一、主要做法", "——修订办法", "第一部分 总体情况"])
def test_some_numbers_only_open_a_line(text: str) -> None:
    assert mark_at(text, 0, len(text)) is not None
    assert mark_at(text, 0, len(text), inline=True) is None


@pytest.mark.parametrize(
    ("number", "expected"), [("三", 3), ("十", 10), ("十二", 12), ("二十", 20), ("三十五", 35), ("附", None)]
)
def test_value(number: str, expected: int | None) -> None:
    assert value(number) == expected
