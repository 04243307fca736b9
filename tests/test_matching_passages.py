from __future__ import annotations

import numpy as np
import pytest

from tracker.field import shipped
from tracker.matching.passages import LONGEST, UNIT, clauses, gather, grams, own_weights, passage


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建学校", ["新建", "建学", "学校"]),
        ("AI+农业", ["ai", "农业"]),
        ("建10所", ["建", "所"]),
        ("2025", []),
    ],
)
def test_grams(text: str, expected: list[str]) -> None:
    assert grams(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("改造农贸市场三处，新建公交站台。", ["改造农贸市场三处", "新建公交站台"]),
        ("同时，改造农贸市场三处。", ["同时，改造农贸市场三处"]),
        ("改造农贸市场三处，投用。", ["改造农贸市场三处，投用"]),
        ("，。", ["，。"]),
        ("", [""]),
    ],
)
def test_clauses_join_very_short_ones(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in clauses(text)] == expected


def test_directions_are_whole_numbers_of_one_length() -> None:
    field = shipped()
    read = [passage("新建普惠性幼儿园五所，改造农村公路。", field), passage("１２３", field)]
    placed = gather(read, own_weights(read, field), field)
    assert np.array_equal(placed.whole, np.rint(placed.whole))
    assert np.linalg.norm(placed.whole[0]) == pytest.approx(UNIT, rel=0.01)
    assert not placed.whole[1].any()
    assert list(placed.owner) == [0, 0, 1]


def test_what_a_body_says_everywhere_weighs_less() -> None:
    field = shipped()
    rare, often = [passage("灯塔县修缮古桥。", field)], [passage("灯塔县修缮古桥。" + "修缮" * 200, field)]
    place = field.index["修缮"]
    assert own_weights(often, field)[place] < own_weights(rare, field)[place]


def test_no_gram_is_read_twice_in_a_long_sentence() -> None:
    field = shipped()
    line = "法治" * (LONGEST // 2)
    (known,) = passage(line, field).known
    assert len(known) == len(grams(line))


def test_a_sentence_without_end_is_compared_as_far_as_any_real_one_goes() -> None:
    endless = passage("法治" * LONGEST, shipped())
    assert len(endless.folded.text) == LONGEST
    assert endless.spans == ((0, LONGEST),)
