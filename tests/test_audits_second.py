from __future__ import annotations

import pytest

from tracker.audits.second import Read, readings
from tracker.judging.verdicts import Verdict

F, D, P = Verdict.FULFILLED, Verdict.DROPPED, Verdict.PARTLY_FULFILLED


def read(number: int, verdict: Verdict, who: str, *, blind: bool = False) -> Read:
    return Read(number, "c1", "建成广场2处。", verdict, who, blind)


OPEN, BLIND = read(1, D, "王敏"), read(2, F, "李强", blind=True)


def test_one_reader_is_not_two() -> None:
    assert readings([OPEN]) == ()
    assert readings([BLIND]) == ()


def test_nobody_is_his_own_second_reader() -> None:
    assert readings([OPEN, read(2, F, "王敏", blind=True)]) == ()


def test_two_that_say_the_same_agree() -> None:
    [found] = readings([OPEN, read(2, D, "李强", blind=True)])
    assert found.agreed
    assert not found.disputed


@pytest.mark.parametrize(
    ("given", "first", "second", "disputed"),
    [
        ([OPEN, BLIND], D, F, True),
        ([OPEN, BLIND, read(3, P, "赵宁")], D, F, False),
        ([OPEN, BLIND, read(3, D, "王敏")], D, F, False),
        ([OPEN, BLIND, read(3, F, "李强")], D, F, False),
        ([read(1, F, "李强", blind=True), read(2, D, "王敏")], D, F, True),
        ([read(1, F, "李强", blind=True), read(2, D, "王敏"), read(3, F, "赵宁")], D, F, False),
        ([read(1, P, "王敏"), read(2, D, "王敏"), read(3, F, "李强", blind=True)], D, F, True),
        ([OPEN, BLIND, read(3, D, "李强", blind=True)], D, D, False),
    ],
)
def test_a_dispute_lasts_until_somebody_decides_with_both_readings_there(
    given: list[Read],
    first: Verdict,
    second: Verdict,
    disputed: bool,  # noqa: FBT001 (a column)
) -> None:
    [found] = readings(given)
    assert (found.first, found.second, found.disputed) == (first, second, disputed)


def test_promises_come_by_id() -> None:
    other = [Read(one.number, "b1", "", one.verdict, one.reviewer, one.blind) for one in (OPEN, BLIND)]
    assert [one.commitment_id for one in readings([OPEN, BLIND, *other])] == ["b1", "c1"]
