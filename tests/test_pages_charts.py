from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.pages.charts import stacked


def test_parts_stand_side_by_side() -> None:
    first, second = stacked([("fulfilled", 3), ("missed", 0), ("dropped", 1)])
    assert (first.kind, first.x, first.width, first.number) == ("fulfilled", 0, 75, "3")
    assert (second.kind, second.x, second.width, second.middle) == ("dropped", 75, 25, 87.5)


def test_a_number_stands_only_where_it_fits() -> None:
    assert [part.number for part in stacked([("fulfilled", 99), ("missed", 1)])] == ["99", ""]


def test_nothing_gives_no_bar() -> None:
    assert stacked([("fulfilled", 0)]) == ()


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=8))
def test_a_bar_is_whole(counts: list[int]) -> None:
    parts = stacked([(str(index), count) for index, count in enumerate(counts)])
    assert len(parts) == sum(count > 0 for count in counts)
    if parts:
        assert parts[-1].x + parts[-1].width == pytest.approx(100, abs=0.02)
