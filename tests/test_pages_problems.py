from __future__ import annotations

from sample_audits import audit, with_problems

from tracker.language import Language
from tracker.pages.problems import Problems
from tracker.pages.view import body


def shown(*, answered: bool = True) -> Problems:
    found = body(with_problems(audit(), answered=answered), Language.ZH).problems
    assert found is not None
    return found


def test_only_what_names_the_very_thing_is_counted() -> None:
    sentence = shown().sentence
    assert sentence == (
        "2024 年度报告承认的 3 个问题：1 个在计划中有明确对应的承诺，1 个在次年报告中再次提到。"
    )


def test_a_problem_leads_to_its_promise_and_its_verdict() -> None:
    sure, perhaps, none = shown().admitted
    assert [(step.row.number, step.row.named.code, step.sure) for step in sure.steps] == [
        (4, "admitted", True)
    ]
    assert [step.sure for step in perhaps.steps] == [False]
    assert (none.steps, none.planless) == ((), "计划中未见对应的承诺")


def test_a_problem_that_comes_back_says_since_when() -> None:
    back, perhaps, gone = shown().admitted
    assert (back.lasting, back.again) == ("连续 3 年提到（2022 年起）", "次年报告再次提到")
    assert perhaps.again == "次年报告可能再次提到，待核对"
    assert (gone.lasting, gone.again, gone.again_text) == ("", "次年报告未再提到", "")


def test_without_the_next_report_nothing_is_said_of_coming_back() -> None:
    waiting = shown(answered=False)
    assert {one.again for one in waiting.admitted} == {""}
    assert "尚不能比较" in waiting.sentence


def test_nothing_is_shown_where_nobody_asked() -> None:
    assert body(audit(), Language.ZH).problems is None
