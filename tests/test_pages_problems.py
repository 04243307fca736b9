from __future__ import annotations

from dataclasses import replace

from sample_audits import ANSWER, CASES, audit, decided, span, with_problems

from tracker.audits.audit import Audit
from tracker.judging.verdicts import Verdict
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
        "2024 年度报告承认的 3 个问题：1 个在计划中检出点名此事的承诺，1 个在次年报告中再次检出。"
    )


def test_a_problem_leads_to_its_promise_and_its_verdict() -> None:
    sure, perhaps, none = shown().admitted
    assert [(step.row.number, step.row.named.code, step.sure) for step in sure.steps] == [
        (4, "admitted", True)
    ]
    assert [step.sure for step in perhaps.steps] == [False]
    assert [step.note for step in perhaps.steps] == ["可能对应，待复核："]
    assert [(step.sure, step.row.number) for step in none.steps] == [(False, 4)]
    assert none.steps[0].note.startswith("未检出点名此事的承诺，待复核")


def test_only_a_promise_that_may_be_meant_shows_what_became_of_it() -> None:
    sure, perhaps, none = shown().admitted
    assert [(step.near, step.promise) for one in (sure, perhaps, none) for step in one.steps] == [
        (True, CASES[3].promise),
        (True, CASES[3].promise),
        (False, CASES[3].promise),
    ]


def test_an_answered_promise_shows_the_passage_that_answers_it() -> None:
    def answer(one: Audit) -> str:
        found = body(with_problems(one), Language.ZH).problems
        assert found is not None
        return found.admitted[0].steps[0].answer

    passage = span(ANSWER, "废止7件")
    assert answer(audit()) == ""
    assert answer(decided(audit(), 4, Verdict.FULFILLED, passage)) == "废止7件"
    assert answer(decided(audit(), 4, Verdict.FULFILLED)) == CASES[3].answers[0][0]


def test_what_the_plan_does_not_hold_is_a_suspicion_or_left_open() -> None:
    one = with_problems(audit())
    assert one.chain is not None
    bare = tuple(replace(link, promises=()) for link in one.chain.links)
    for planned, said in ((True, "未检出相近的承诺，待复核"), (False, "未能读出计划")):
        chain = replace(one.chain, links=bare, planned=planned)
        found = body(replace(one, chain=chain), Language.ZH).problems
        assert found is not None
        assert {(one.steps, one.planless) for one in found.admitted} == {((), said)}


def test_a_problem_that_comes_back_says_since_when() -> None:
    back, perhaps, gone = shown().admitted
    assert (back.lasting, back.again) == ("连续 3 年提到（2022 年起）", "问题部分再次提到：")
    assert perhaps.again == "问题部分可能再次提到，待复核："
    assert (gone.lasting, gone.again, gone.again_text) == ("", "问题部分未检出同一问题", "")


def test_without_the_next_report_nothing_is_said_of_coming_back() -> None:
    waiting = shown(answered=False)
    assert {one.again for one in waiting.admitted} == {""}
    assert "尚不能比较" in waiting.sentence


def test_nothing_is_shown_where_nobody_asked() -> None:
    assert body(audit(), Language.ZH).problems is None
