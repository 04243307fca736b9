from __future__ import annotations

import pytest

from tracker.lessons.metrics import (
    Rate,
    calibration_error,
    interval,
    macro_f1,
    precision,
    rate,
    recall,
    reliability,
)

SAID = [(True, True), (True, True), (True, False), (False, False), (False, True)]
"""(truth, said): two hits, one missed, one rightly silent, one wrongly found."""


def test_macro_f1_is_the_mean_of_both_sides() -> None:
    assert macro_f1(SAID) == pytest.approx((4 / 6 + 2 / 4) / 2)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [([], None), ([(True, True)], 0.5), ([(True, False)], 0.0), ([(True, True), (False, False)], 1.0)],
)
def test_macro_f1_at_its_ends(pairs: list[tuple[bool, bool]], expected: float | None) -> None:
    assert macro_f1(pairs) == expected


def test_precision_and_recall_of_no() -> None:
    assert precision(SAID, of=False) == Rate(1, 2)
    assert recall(SAID, of=False) == Rate(1, 2)


def test_a_rate_of_nothing_is_unknown() -> None:
    assert rate([]).value is None


def test_reliability_puts_one_into_the_last_bin() -> None:
    bins = reliability([(True, 1.0), (False, 0.95), (True, 0.05)])
    assert [(b.count, b.true) for b in bins] == [(1, 1.0), (2, 0.5)]


def test_calibration_error_weighs_bins_by_count() -> None:
    bins = reliability([(True, 1.0), (False, 1.0), (True, 0.0), (False, 0.0)])
    assert calibration_error(bins) == pytest.approx(0.5)


def test_the_interval_draws_whole_groups_and_repeats_itself() -> None:
    groups = [[1.0, 1.0], [0.0], [1.0]]
    drawn = interval(groups, lambda items: sum(items) / len(items))
    assert drawn is not None
    assert 0 <= drawn[0] < 0.75 < drawn[1] <= 1
    assert drawn == interval(groups, lambda items: sum(items) / len(items))
