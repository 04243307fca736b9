from __future__ import annotations

import numpy as np
import pytest

from tracker.lessons.training import TERMS, Held, logit, rankers, shares
from tracker.matching.gathered import GATHERED

WIDTH = len(GATHERED) - 1


def test_shares_add_up_to_one_in_each_run_and_do_not_overflow() -> None:
    found = shares(np.array([1000.0, 1000.0, -1000.0, 3.0, 3.0]), np.array([0, 3]))
    assert found.tolist() == pytest.approx([0.5, 0.5, 0.0, 0.5, 0.5])


def test_only_marked_rows_share() -> None:
    found = shares(np.array([5.0, -900.0, -900.0]), np.array([0]), np.array([0.0, 1.0, 1.0]))
    assert found.tolist() == pytest.approx([0.0, 0.5, 0.5])


def quoting(feature: int, seed: int) -> list[Held | None]:
    """Promises whose quoted clause is the one with the most of a feature."""
    rng = np.random.default_rng(seed)
    values = rng.normal(size=(120, 8, len(TERMS)))
    return [
        Held(one, np.array([one[:, feature].argmax()]), np.zeros(7), np.zeros(3, dtype=np.float32))
        for one in values
    ]


def test_rankers_find_the_feature_that_is_quoted_and_lend_it_to_each_other() -> None:
    answer, repeat = rankers([*quoting(4, 0), None], quoting(4, 1)[:3])
    for model in (answer, repeat):
        weights = [term.weight for term in model.terms]
        assert weights.index(max(weights)) == 4


def test_rankers_can_differ() -> None:
    answer, repeat = rankers(quoting(2, 0), quoting(5, 1))
    assert answer.terms[2].weight > answer.terms[5].weight
    assert repeat.terms[5].weight > repeat.terms[2].weight


def test_logit_finds_the_feature_that_decides() -> None:
    rng = np.random.default_rng(0)
    values = rng.normal(size=(400, WIDTH))
    truth = (values[:, 2] + 0.1 * rng.normal(size=400) > 0).astype(float)
    model = logit(values, np.zeros((400, 5)), truth)
    weights = [abs(term.weight) for term in model.terms[:-1]]
    assert weights.index(max(weights)) == 2
    assert all(part == 0 for part in model.subject)


def test_logit_learns_which_subjects_are_answered() -> None:
    rng = np.random.default_rng(1)
    directions = rng.normal(size=(400, 5))
    truth = (directions[:, 3] > 0).astype(float)
    model = logit(rng.normal(size=(400, WIDTH)), directions, truth)
    assert max(range(5), key=lambda part: model.subject[part]) == 3


def test_a_model_of_noise_stays_near_the_base_rate() -> None:
    rng = np.random.default_rng(2)
    values, truth = rng.normal(size=(600, WIDTH)), (rng.random(600) < 0.7).astype(float)
    model = logit(values, np.zeros((600, 5)), truth)
    said = [model.probability(model.explain([*row, 0.0])) for row in values[:100]]
    assert np.mean(said) == pytest.approx(0.7, abs=0.08)
