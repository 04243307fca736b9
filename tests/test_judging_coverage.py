"""Clauses, and how many of a promise its answers touch."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matched import candidate, promise, shared_runs

from tracker.judging.coverage import clauses, covered, nearest, pieces, repeating, weighty


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完善制度，公布清单；开展评查。", ["完善制度", "公布清单", "开展评查"]),
        ("修订《办法》，试行。", ["修订《办法》，试行"]),
        ("", []),
    ],
)
def test_clauses_end_at_commas_and_short_ones_go_with_the_one_before(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_what_only_says_to_what_end_does_not_count() -> None:
    text = "组建人民调解委员会，推动涉企纠纷就地化解。"
    assert [text[slice(*span)] for span in weighty(text)] == ["组建人民调解委员会"]
    text = "推动涉企纠纷就地化解，提升群众满意度。"
    assert len(weighty(text)) == 2


def test_a_clause_is_covered_by_any_answer_that_repeats_enough_of_it() -> None:
    text = "开展行政执法案卷评查，公布典型案例，建立执法监督员队伍。"
    made = promise(text)
    one = covered(text, [candidate(made, "完成行政执法案卷评查两轮。")])
    two = covered(
        text, [candidate(made, "完成行政执法案卷评查两轮。"), candidate(made, "聘请执法监督员20名。")]
    )
    assert (one.covered, one.total) == (1, 3)
    assert (two.covered, two.total) == (2, 3)


def test_the_nearest_clauses_are_those_with_most_wording_in_common() -> None:
    ours = "完善制度体系，建设区级执法监督平台。"
    theirs = "制度不断健全，区级执法监督平台正在招标。"
    found = nearest(ours, theirs, shared_runs(ours, theirs))
    assert found is not None
    assert found[:2] == ("建设区级执法监督平台", "区级执法监督平台正在招标")
    assert nearest(ours, "天气晴朗。", ()) is None


def test_the_repeating_clauses_hold_shared_wording() -> None:
    ours, theirs = "建设区级执法监督平台。", "队伍壮大，区级执法监督平台上线，群众满意。"
    assert repeating(theirs, shared_runs(ours, theirs)) == ["区级执法监督平台上线"]


@given(st.text("法治，；。、", max_size=80))
def test_clauses_are_in_order_and_apart(text: str) -> None:
    spans = clauses(text)
    assert all(start < end for start, end in spans)
    assert spans == sorted(set(spans))
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
