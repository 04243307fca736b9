"""The cross-validated figures must not fall: each floor lies a little below what was reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.field import shipped
from tracker.judging.verdicts import Policy
from tracker.lessons.evaluate import Evaluation, evaluate
from tracker.lessons.labels import load, taught

FLOORS = {
    "extracted": 0.98,
    "answered_f1": 0.81,
    "answered_f1_sure": 0.85,
    "unanswered_precision": 0.79,
    "evidence_first": 0.83,
    "evidence_three": 0.92,
    "repeated_f1": 0.82,
    "alone": 0.57,
    "alone_right": 0.92,
    "unanswered_alone_right": 0.94,
}


@pytest.fixture(scope="module")
def found(shared_data: Path) -> Evaluation:
    gold = shared_data / "gold"
    labels, texts = load([gold / "work-reports.jsonl", gold / "rule-of-law.jsonl"])
    further, texts = taught(texts)
    return evaluate(labels, texts, shipped(), Policy(), further=further)


@pytest.mark.parametrize(("name", "floor"), FLOORS.items(), ids=FLOORS)
def test_no_figure_falls(found: Evaluation, name: str, floor: float) -> None:
    value = found.overall[name].value
    assert value is not None
    assert value >= floor


def test_probabilities_are_calibrated(found: Evaluation) -> None:
    error = found.overall["calibration_error"].value
    assert error is not None
    assert error <= 0.07


def test_every_pair_is_judged_by_a_model_that_has_not_seen_it(found: Evaluation) -> None:
    assert all(pair.left_out for pair in found.pairs)
