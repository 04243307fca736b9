from __future__ import annotations

import pytest

from tracker.readers.numbering import Level, Numbering, number


@pytest.mark.parametrize(
    ("count", "style", "expected"),
    [
        (1, "chineseCountingThousand", "一"),
        (10, "japaneseCounting", "十"),
        (11, "chineseCounting", "十一"),
        (20, "chineseCounting", "二十"),
        (101, "chineseCountingThousand", "一百零一"),
        (110, "chineseCountingThousand", "一百一十"),
        (1001, "taiwaneseCountingThousand", "一千零一"),
        (12345, "chineseCounting", "12345"),
        (10, "chineseLegalSimplified", "壹拾"),
        (24, "ideographDigital", "二四"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (3, "decimalEnclosedFullstop", "⒊"),
        (2, "ideographTraditional", "乙"),
        (7, "decimalZero", "07"),
        (12, "decimalFullWidth", "１２"),
        (28, "upperLetter", "BB"),
        (14, "lowerRoman", "xiv"),
        (5, "none", ""),
        (5, "klingon", "5"),
        (-3, "chineseCounting", "-3"),
    ],
)
def test_numbers_are_written_as_word_does(count: int, style: str, expected: str) -> None:
    assert number(count, style) == expected


def numbering(*levels: Level) -> Numbering:
    return Numbering({"1": dict(enumerate(levels))}, {"1": "a"})


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (Level(pattern="第%1条", suffix="nothing"), "第1条"),
        (Level(pattern="%1、"), "1、"),
        (Level(pattern="%1"), "1 "),
        (Level(start=4, pattern="%1."), "4."),
        (Level(format="bullet", pattern="\uf0b7"), ""),
    ],
)
def test_a_pattern_is_filled(level: Level, expected: str) -> None:
    assert numbering(level).next("1", 0) == expected


def test_a_lower_level_shows_the_upper_and_may_go_on_counting() -> None:
    upper = Level(format="chineseCounting", pattern="%1、")
    lists = numbering(upper, Level(pattern="%1.%2", legal=True), Level(pattern="(%3)", restart=0))
    printed = [lists.next("1", level) for level in (0, 1, 2, 0, 1, 2)]
    assert printed == ["一、", "1.1 ", "(1)", "二、", "2.1 ", "(2)"]


def test_an_unknown_list_or_level_prints_nothing() -> None:
    lists = numbering(Level(pattern="%1."))
    assert (lists.next("7", 0), lists.next("1", 5)) == ("", "")
