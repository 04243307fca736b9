from __future__ import annotations

from collections.abc import Mapping

from tracker.audits.signatures import Change, Correction, Signature, State, corrections
from tracker.judging.verdicts import Verdict

F, D, M, P = Verdict.FULFILLED, Verdict.DROPPED, Verdict.MISSED, Verdict.PARTLY_FULFILLED


def state(last: int, answer: int = 2, at: str = "2026-03-01", **verdicts: Verdict) -> State:
    return State(at, 1, answer, last, verdicts)


def signed(last: int, answer: int = 2, at: str = "2026-03-01", **verdicts: Verdict) -> Signature:
    return Signature("王敏", "", 0, state(last, answer, at, **verdicts))


def said(number: int, verdict: Verdict, key: str = "a") -> Change:
    return Change(number, key, verdict, None, "李强", f"2026-04-0{number}", f"理由{number}")


def back(number: int, undoes: int, key: str = "a") -> Change:
    return Change(number, key, None, undoes, "赵宁", f"2026-04-0{number}", "看错")


def told(found: tuple[Correction, ...]) -> list[tuple[str, Verdict | None, Verdict | None, str, str]]:
    return [(one.commitment_id, one.before, one.after, one.by, one.reason) for one in found]


def test_nothing_changed_is_nothing_to_correct() -> None:
    assert corrections([signed(1, a=F)], [said(1, F)], state(1, at="2026-05-01", a=F)) == ()
    assert corrections([], [said(1, F)], state(1, a=F)) == ()


def test_each_later_decision_that_changes_a_verdict_is_listed() -> None:
    changes = [said(1, F), said(2, D), said(3, D), said(4, P)]
    found = corrections([signed(1, a=F)], changes, state(4, a=P))
    assert told(found) == [("a", F, D, "李强", "理由2"), ("a", D, P, "李强", "理由4")]
    assert [one.at for one in found] == ["2026-04-02", "2026-04-04"]


def test_a_decision_taken_back_brings_back_the_one_before() -> None:
    found = corrections([signed(1, a=F)], [said(1, F), said(2, D), back(3, 2)], state(3, a=F))
    assert told(found) == [("a", F, D, "李强", "理由2"), ("a", D, F, "赵宁", "看错")]


def test_a_decision_taken_back_leaves_the_machines_verdict() -> None:
    found = corrections([signed(1, a=F)], [said(1, F), back(2, 1)], state(2, a=M))
    assert told(found) == [("a", F, M, "赵宁", "看错")]


def test_a_corrected_report_is_told_from_a_newer_program() -> None:
    former = [signed(0, a=F)]
    [newer] = corrections(former, [], state(0, answer=3, at="2026-05-01", a=D))
    [program] = corrections(former, [], state(0, at="2026-05-02", a=D))
    assert (newer.at, newer.report, newer.by) == ("2026-05-01", True, "")
    assert (program.at, program.report) == ("2026-05-02", False)


def test_promises_that_come_and_go_with_a_corrected_plan_are_named() -> None:
    found = corrections([signed(0, a=F)], [], state(0, answer=3, b=D))
    assert told(found) == [("a", F, None, "", ""), ("b", None, D, "", "")]


def test_a_second_signature_does_not_wipe_the_corrections() -> None:
    signatures = [signed(1, a=F), signed(2, at="2026-04-05", a=D)]
    found = corrections(signatures, [said(1, F), said(2, D)], state(2, a=D))
    assert told(found) == [("a", F, D, "李强", "理由2")]


def test_the_promises_of_other_bodies_do_not_count() -> None:
    verdicts: Mapping[str, Verdict] = {"a": F}
    today = State("", 1, 2, 9, verdicts)
    assert corrections([signed(1, a=F)], [said(5, D, "elsewhere")], today) == ()
