from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from sample_audits import ANSWER, CASES, audit, decided, span, unanswered_audit

from tracker.judging.verdicts import Verdict
from tracker.language import Language
from tracker.pages.rows import Row
from tracker.pages.view import body
from tracker.wording.pages import WORDING


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
    assert row(9).admission is None


def test_a_problem_far_from_the_promise_is_not_shown() -> None:
    one = audit(CASES[3:4])
    finding = replace(one.findings[0], verdict=Verdict.DROPPED)
    assert body(replace(one, findings=(finding,)), Language.ZH).rows[0].admission is None
    flagged = replace(finding, judgement=replace(finding.judgement, flags=("generic_problem",)))
    assert body(replace(one, findings=(flagged,)), Language.ZH).rows[0].admission is not None


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


def test_the_computation_adds_up_to_the_probability() -> None:
    computed = row(1).computed
    assert computed is not None
    *features, base = computed.lines
    assert [line.share for line in features] == ["+1.31", "+0.84", "+0.55", "−0.31", "−0.12"]
    assert (computed.odds, computed.probability) == ("+3.48", "97%")
    added = sum(float(line.share.replace("−", "-")) for line in computed.lines)
    assert added == pytest.approx(3.48, abs=0.02)
    assert (features[0].x, features[0].width) == (50, 50)
    assert features[3].x + features[3].width == 50
    assert base.value == ""


def test_every_feature_of_the_shipped_model_has_a_name() -> None:
    model = json.loads((Path(str(files("tracker"))) / "data" / "model.json").read_text(encoding="utf-8"))
    names = {term[0] for part in model.values() if isinstance(part, dict) for term in part.get("terms", ())}
    assert names
    assert {f"feature_{name}" for name in names} <= set(WORDING)


def test_a_file_is_named_without_its_folder() -> None:
    facts = dict(body(audit(), Language.ZH).baseline.facts)
    assert facts["来源"] == "云岭区2024.html"


def test_an_unanswered_year_says_so_and_judges_nothing() -> None:
    page = body(unanswered_audit(), Language.ZH)
    assert "尚未入库" in page.sentence
    assert page.answer is None
    assert page.text == ()
    assert {one.named.code for one in page.rows} == {"pending"}


def test_a_decision_on_a_promise_that_is_gone_is_shown_for_a_second_look() -> None:
    decision = decided(audit(), 2, Verdict.FULFILLED).findings[1].decision
    assert decision is not None
    (shown,) = body(replace(audit(), unplaced=(decision,)), Language.ZH).unplaced
    assert (shown.named.label, shown.reviewer, shown.id) == ("已兑现", "陈青", decision.commitment_id)


def test_an_answer_that_could_not_be_read_is_not_called_missing() -> None:
    waiting = unanswered_audit()
    page = body(replace(waiting, answer=audit().answer), Language.ZH)
    assert {one.evidence_heading for one in page.rows} == {"答复报告的成效部分未能读出"}
    assert page.glance is None
    assert page.text
