from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.pages.charts import SLOT, TALL, Flow, alluvial, stacked


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


flows = st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), min_size=1, max_size=8)


@given(flows)
def test_an_alluvial_loses_no_promise_and_no_label(numbers: list[tuple[int, int]]) -> None:
    drawn = alluvial([Flow(str(index), *pair) for index, pair in enumerate(numbers)])
    total = sum(map(sum, numbers))
    if not total:
        assert drawn is None
        return
    assert drawn is not None
    start, *others = drawn.nodes
    assert (start.number, start.height) == (total, TALL)
    for ends in ({"again", "not_again"}, {node.kind for node in others} - {"again", "not_again"}):
        column = [node for node in others if node.kind in ends]
        assert sum(node.number for node in column) == total
        assert sum(node.height for node in column) == pytest.approx(TALL, abs=0.1 * len(column))
        for above, below in pairwise(column):
            assert below.middle - above.middle >= SLOT
            assert below.y >= above.y + above.height
        assert max(node.y + node.height for node in column) <= drawn.height + 0.1
    assert len(drawn.ribbons) == sum(
        1 + (again > 0) + (other > 0) for again, other in numbers if again + other
    )
