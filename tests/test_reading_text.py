from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.reading.text import fold, lines, strip

FOLDED = [
    ("（一）加强学习。", "(一)加强学习。"),
    ("(一) 加强 学习。", "(一)加强学习。"),
    ("受理103，204件", "受理103204件"),
    ("受理1,234,567件", "受理1234567件"),
    ("2,34件", "2,34件"),
    ("２０２４年９％", "2024年9%"),
    ("[bookmark: _GoBack]一是学习", "一是学习"),
    ("⽅⾯⼯作", "方面工作"),
    ("「清单」与『台账』", '"清单"与"台账"'),
    ("2021—2025", "2021-2025"),
    ("一\u200b是\ufeff", "一是"),
]


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_fold(text: str, expected: str) -> None:
    assert fold(text).text == expected


def test_fold_maps_spans_back_to_the_source() -> None:
    text = "全年受理 103，204 件。"
    folded = fold(text)
    start = folded.text.index("103204")
    first, last = folded.source(start, start + 6)
    assert text[first:last] == "103，204"


@given(st.text(alphabet="１,，1 （\n“[bookmark: _GoBack]⽅法治" + "\u200b", max_size=60))
def test_every_folded_character_has_its_own_place(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.origin)
    assert list(folded.origin) == sorted(set(folded.origin))
    assert all(place < len(text) for place in folded.origin)


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


def test_lines_are_stripped_and_never_empty() -> None:
    text = "　一、安排 \r\n\n \u3000\n[bookmark: _GoBack]一是学。\n"
    assert [text[start:end] for start, end in lines(text)] == ["一、安排", "一是学。"]


@given(st.text(alphabet=" \u3000\n[bookmark: x]法\x85\u2003", max_size=40), st.integers(0, 5))
def test_strip_stays_inside_and_is_empty_or_clean(text: str, start: int) -> None:
    begin = min(start, len(text))
    first, last = strip(text, begin, len(text))
    assert begin <= first <= last <= len(text)
    assert text[first:last].strip() == text[first:last]
