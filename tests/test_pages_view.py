from __future__ import annotations

from dataclasses import replace

from sample_audits import ANSWER, CASES, audit, decided, span, unanswered_audit

from tracker.language import Language
from tracker.pages.rows import Row
from tracker.pages.view import body
from tracker.verdicts import Verdict


def row(number: int) -> Row:
    return body(audit(), Language.ZH).rows[number - 1]


def test_promises_are_verbatim_and_in_the_order_of_the_plan() -> None:
    shown = ["".join(piece.text for piece in one.promise) for one in body(audit(), Language.ZH).rows]
    assert shown == [case.promise for case in CASES]


def test_rates_say_what_they_leave_out() -> None:
    answered, fulfilled = body(audit(), Language.ZH).rates
    assert (answered.part, answered.whole, answered.percent) == (5, 8, "62%")
    assert (fulfilled.part, fulfilled.whole) == (2, 8)
    assert "无法核对 1 项" in answered.leaves_out
    assert "待复核 3 项" in answered.leaves_out


def test_no_rate_without_anything_checked() -> None:
    assert body(unanswered_audit(), Language.ZH).rates == ()


def test_the_nearest_passages_of_the_unanswered_are_not_called_an_answer() -> None:
    assert row(1).evidence_heading == "报告中的回应"
    assert row(9).evidence_heading == "最接近、但未认作回应的表述"
    assert len(row(9).evidence) == 3
    assert row(8).evidence_heading == "未找到相近表述"


def test_problems_and_plan_stand_beside_the_unanswered() -> None:
    admitted, repeated = row(4), row(7)
    assert admitted.admission is not None
    assert admitted.admission.where == "存在的不足"
    assert repeated.repeat is not None
    assert repeated.repeat.where.startswith("下年安排 › （一）")
    assert row(1).admission is None


def test_flags_are_spelled_out() -> None:
    assert row(7).flags == ("连续 3 年承诺（2023 年起）", "下年再次承诺", "再提时表述减弱")


def test_a_flag_newer_than_the_catalogue_goes_by_its_own_name() -> None:
    one = audit(CASES[:1])
    finding = one.findings[0]
    new = replace(finding, judgement=replace(finding.judgement, flags=("brand-new",)))
    assert body(replace(one, findings=(new,)), Language.ZH).rows[0].flags == ("brand-new",)


def test_a_decision_wins_and_keeps_the_machine_s_verdict_and_the_passage() -> None:
    passage = "对现行58件规范性文件逐件梳理，废止7件。"
    page = body(decided(audit(), 2, Verdict.FULFILLED, span(ANSWER, passage)), Language.ZH)
    second = page.rows[1]
    assert second.named.code == "fulfilled"
    assert second.signed is not None
    assert (second.signed.machine.code, second.signed.reviewer) == ("partly_fulfilled", "陈青")
    assert second.signed.passage is not None
    assert second.signed.passage.pieces[0].text == passage
    assert page.decided == 1


def test_the_queue_holds_every_promise_once_the_most_doubtful_first() -> None:
    queue = body(audit(), Language.ZH).queue
    assert [one.doubt for one in queue] == list(range(1, 10))
    assert queue[0].named.code == "dropped"


def test_strongest_features_first_with_bars_to_either_side() -> None:
    shares = row(1).shares
    assert [one.share for one in shares] == ["+1.31", "+0.84", "+0.55", "-0.31", "-0.12"]
    assert (shares[0].x, shares[0].width) == (50, 50)
    assert shares[3].x + shares[3].width == 50


def test_an_unanswered_year_says_so_and_judges_nothing() -> None:
    page = body(unanswered_audit(), Language.ZH)
    assert "尚未入库" in page.sentence
    assert page.answer is None
    assert page.text == ()
    assert {one.named.code for one in page.rows} == {"pending"}
