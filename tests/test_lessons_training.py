from __future__ import annotations

import numpy as np
import pytest

from tracker.lessons.training import logit, softmax


def test_softmax_adds_up_to_one_and_does_not_overflow() -> None:
    shares = softmax(np.array([1000.0, 1000.0, -1000.0]))
    assert shares.tolist() == pytest.approx([0.5, 0.5, 0.0])


def test_logit_finds_the_feature_that_decides() -> None:
    rng = np.random.default_rng(0)
    values = rng.normal(size=(400, 12))
    truth = (values[:, 2] + 0.1 * rng.normal(size=400) > 0).astype(float)
    model = logit(values, np.zeros((400, 5)), truth)
    weights = [abs(term.weight) for term in model.terms[:-1]]
    assert weights.index(max(weights)) == 2
    assert all(part == 0 for part in model.subject)


def test_logit_learns_which_subjects_are_answered() -> None:
    rng = np.random.default_rng(1)
    directions = rng.normal(size=(400, 5))
    truth = (directions[:, 3] > 0).astype(float)
    model = logit(rng.normal(size=(400, 12)), directions, truth)
    assert max(range(5), key=lambda part: model.subject[part]) == 3


def test_a_model_of_noise_stays_near_the_base_rate() -> None:
    rng = np.random.default_rng(2)
    values, truth = rng.normal(size=(600, 12)), (rng.random(600) < 0.7).astype(float)
    model = logit(values, np.zeros((600, 5)), truth)
    said = [model.probability(model.explain([*row, 0.0])) for row in values[:100]]
    assert np.mean(said) == pytest.approx(0.7, abs=0.08)
