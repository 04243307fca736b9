"""Counts and rates that say what they leave out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matched import promise

from tracker.audits.audit import Decision, Finding
from tracker.audits.summary import CHECKED, Form, by_section, by_testability, form, summarise
from tracker.judging.history import History
from tracker.judging.verdicts import Judgement, Verdict
from tracker.reading.commitments import Testability


def finding(  # noqa: PLR0913 - a finding has this many sides
    verdict: Verdict,
    *flags: str,
    review: bool = False,
    repeated: bool = False,
    decided: Verdict | None = None,
    testability: Testability = Testability.CONTINUING,
    path: tuple[str, ...] = (),
) -> Finding:
    decision = Decision("a" * 16, decided, "王审", "2026-03-01", "", None) if decided else None
    return Finding(
        commitment=promise("健全审查机制。", testability, path),
        verdict=decided or verdict,
        judgement=Judgement(verdict, 0.9, review, repeated, flags, ()),
        match=None,
        history=History(2025, 1),
        decision=decision,
    )


FOUND = [
    finding(Verdict.FULFILLED),
    finding(Verdict.PARTLY_FULFILLED, "underway", review=True),
    finding(Verdict.MISSED, review=True, decided=Verdict.FULFILLED),
    finding(Verdict.DROPPED, review=True, repeated=False),
    finding(Verdict.REPEATED, repeated=True),
    finding(Verdict.NOT_CHECKABLE),
    finding(Verdict.PENDING),
]


def test_rates_leave_out_what_cannot_be_checked_and_say_how_much() -> None:
    found = summarise(FOUND)
    assert (found.total, found.answered.whole) == (7, 5)
    assert (found.answered.pending, found.answered.not_checkable) == (1, 1)
    assert (found.answered.part, found.fulfilled.part, found.repeated.part) == (3, 2, 1)
    assert found.answered.share == pytest.approx(0.6)


def test_checked_promises_are_decided_by_somebody_or_wait() -> None:
    found = summarise(FOUND)
    assert (found.machine_alone, found.decided, found.open) == (2, 1, 2)


def test_nothing_checked_has_no_rate() -> None:
    assert summarise([finding(Verdict.PENDING)]).answered.share is None


FORMS = [
    (finding(Verdict.FULFILLED), Form.PLAIN),
    (finding(Verdict.MISSED), Form.PLAIN),
    (finding(Verdict.FULFILLED, "aggregate"), Form.INDIRECT),
    (finding(Verdict.FULFILLED, "no_comparable_figure"), Form.INDIRECT),
    (finding(Verdict.FULFILLED, "recycled"), Form.INDIRECT),
    (finding(Verdict.FULFILLED, "without_figure"), Form.VAGUE),
    (finding(Verdict.PARTLY_FULFILLED, "underway"), Form.VAGUE),
    (finding(Verdict.DROPPED), Form.NONE),
    (finding(Verdict.DROPPED, decided=Verdict.FULFILLED), Form.PLAIN),
]


@pytest.mark.parametrize(("one", "expected"), FORMS)
def test_form_of_answer(one: Finding, expected: Form) -> None:
    assert form(one) is expected


def test_groups_keep_the_order_of_the_grades_and_of_the_plan() -> None:
    found = [
        finding(Verdict.FULFILLED, testability=Testability.DELIVERABLE, path=("计划", "（二）执法")),
        finding(Verdict.DROPPED, testability=Testability.NUMERIC, path=("计划", "（一）普法", "1.校园")),
        finding(Verdict.DROPPED, testability=Testability.NUMERIC, path=("计划", "（二）执法")),
        finding(Verdict.DROPPED, testability=Testability.NUMERIC, path=("计划",)),
    ]
    assert [(grade, one.total) for grade, one in by_testability(found)] == [
        (Testability.NUMERIC, 3),
        (Testability.DELIVERABLE, 1),
    ]
    assert [(name, one.total) for name, one in by_section(found)] == [
        ("（二）执法", 2),
        ("（一）普法", 1),
        ("计划", 1),
    ]


@given(st.lists(st.tuples(st.sampled_from(Verdict), st.booleans())))
def test_the_parts_add_up(verdicts: list[tuple[Verdict, bool]]) -> None:
    found = summarise([finding(verdict, review=review) for verdict, review in verdicts])
    checked = sum(verdict in CHECKED for verdict, _ in verdicts)
    assert sum(number for _, number in found.verdicts) == found.total == len(verdicts)
    assert found.machine_alone + found.decided + found.open == checked == found.answered.whole
    assert sum(number for _, number in found.forms) == checked
