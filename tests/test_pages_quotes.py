from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.pages.quotes import Piece, merged, pieces, visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进依法行政", "推进依法行政"),
        ("第一行\n第二行\t列", "第一行\n第二行\t列"),
        ("已完成\u202e成完未", "已完成[U+202E]成完未"),
        ("零\u200b宽\ufeff", "零[U+200B]宽[U+FEFF]"),
        ("空\x00字符\x9f", "空[U+0000]字符[U+009F]"),
        ("\u2066隔离\u2069", "[U+2066]隔离[U+2069]"),
    ],
)
def test_nothing_invisible_is_left(text: str, expected: str) -> None:
    assert visible(text) == expected


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], []),
        ([(2, 4), (0, 1)], [(0, 1), (2, 4)]),
        ([(0, 3), (2, 5)], [(0, 5)]),
        ([(0, 2), (2, 4)], [(0, 4)]),
        ([(0, 8), (2, 4)], [(0, 8)]),
        ([(3, 3), (5, 4)], []),
        ([(-5, 2), (8, 99)], [(0, 2), (8, 10)]),
    ],
)
def test_spans_are_put_in_order_and_joined(
    spans: list[tuple[int, int]], expected: list[tuple[int, int]]
) -> None:
    assert merged(spans, 10) == expected


def test_shared_wording_is_cut_out() -> None:
    assert pieces("建成案卷评查专家库", [(2, 6)]) == (
        Piece("建成", shared=False),
        Piece("案卷评查", shared=True),
        Piece("专家库", shared=False),
    )


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-3, 50), st.integers(-3, 50)), max_size=6))
def test_pieces_hold_the_whole_text(text: str, spans: list[tuple[int, int]]) -> None:
    cut = pieces(text, spans)
    assert "".join(piece.text for piece in cut) == visible(text)
    assert all(piece.text for piece in cut)
