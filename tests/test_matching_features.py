from __future__ import annotations

import numpy as np
import pytest

from tracker.field import shipped
from tracker.matching.features import PAIR, RAREST
from tracker.matching.match import measure
from tracker.matching.table import Values
from tracker.reading.commitments import Commitment, Statement, Testability
from tracker.reading.document import SectionKind

PROMISES = (
    "改造桐盂岭农村公路12公里。",
    "新建普惠性幼儿园5所。",
)
SAID = (
    ("（一）交通建设提速。", SectionKind.MEASURES, ("二、工作回顾", "（一）交通建设提速。")),
    ("桐盂岭农村公路改造完成。", SectionKind.MEASURES, ("二、工作回顾", "（一）交通建设提速。")),
    ("农村公路养护经费增加，幼儿园食堂全部检查。", SectionKind.MEASURES, ("二、工作回顾",)),
    ("农村公路：指县道、乡道和村道。", SectionKind.OTHER, ("名词解释",)),
)


def promise(text: str, start: int) -> Commitment:
    return Commitment(str(start), text, start, start + len(text), ("三、工作安排",), Testability.NUMERIC)


@pytest.fixture(scope="module")
def values() -> Values:
    promises = [promise(text, 100 * place) for place, text in enumerate(PROMISES)]
    statements = [
        Statement(kind, text, 50 * place, 50 * place + len(text), path)
        for place, (text, kind, path) in enumerate(SAID)
    ]
    measured = measure(promises, statements, shipped())
    assert measured.answer is not None
    return measured.answer.values


def column(values: Values, name: str) -> Values:
    return np.asarray(values[:, :, PAIR.index(name)])


def test_a_name_in_common_is_as_rare_as_can_be(values: Values) -> None:
    unknown = column(values, "unknown")
    assert unknown[0, 1] >= 2
    assert unknown.sum() == unknown[0, 1]
    assert column(values, "rarest")[0, 1] == pytest.approx(RAREST, abs=1e-4)
    assert 0 < column(values, "rarest")[0, 2] < RAREST


def test_nothing_in_common_is_not_rare(values: Values) -> None:
    assert column(values, "rarest")[1, 1] == 0


def test_headings_and_what_stands_aside_are_told(values: Values) -> None:
    assert column(values, "heading")[0].tolist() == [1, 0, 0, 0, 0]
    assert column(values, "aside")[0].tolist() == [0, 0, 0, 0, 1]


def test_each_clause_is_shared_out_among_the_promises(values: Values) -> None:
    rivals = column(values, "rivals")
    assert np.exp(rivals).sum(axis=0) == pytest.approx(np.ones(5), abs=1e-3)
    assert rivals[0, 1] > rivals[1, 1]
    assert rivals[1, 3] > rivals[0, 3]


def test_every_value_is_rounded(values: Values) -> None:
    assert np.array_equal(values, np.round(values, 4))
