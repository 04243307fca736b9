from __future__ import annotations

import click
import pytest

from tracker.parameters import Date, OneOf, Year


@pytest.mark.parametrize("text", ["2025", "1950", "2099"])
def test_a_year_is_four_digits(text: str) -> None:
    assert Year().convert(text, None, None) == int(text)


@pytest.mark.parametrize("text", ["25", "2025年", "20255", "1949", "2100", "２０２５", "", "-2025"])
def test_other_years_are_refused(text: str) -> None:
    with pytest.raises(click.BadParameter, match="is no year"):
        Year().convert(text, None, None)


def test_a_date_is_a_day_of_the_calendar() -> None:
    assert Date().convert("2025-01-20", None, None) == "2025-01-20"
    with pytest.raises(click.BadParameter, match="is no date"):
        Date().convert("2025-02-30", None, None)


def test_a_word_outside_the_few_is_refused_with_the_few() -> None:
    assert OneOf(["tree", "jsonl"]).convert("tree", None, None) == "tree"
    with pytest.raises(click.BadParameter, match="tree, jsonl"):
        OneOf(["tree", "jsonl"]).convert("xml", None, None)
