"""The verdict table, rule by rule."""

from __future__ import annotations

import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matched import matched, promise, shared_runs, statement

from tracker.judging.cases import told_first
from tracker.judging.comparison import compare, figures
from tracker.judging.drift import compare_promises
from tracker.judging.reasons import Reason
from tracker.judging.verdicts import RULES, Case, Judgement, Policy, Verdict, judge
from tracker.language import Language, say
from tracker.matching.matches import Candidate
from tracker.reading.commitments import Testability
from tracker.reading.document import Genre, SectionKind
from tracker.wording.reasons import WORDING

PLATFORM = promise("建成区级行政执法监督平台。", Testability.DELIVERABLE)
TRAINING = promise("组织镇街执法人员轮训6期。", Testability.NUMERIC)
DONE = "区级行政执法监督平台建成并投入使用。"


def verdict(case: Case) -> Verdict:
    return judge(case, Policy()).verdict


def codes(judgement: Judgement) -> list[str]:
    return [reason.code for reason in judgement.reasons]


def test_without_an_answering_report_everything_is_pending() -> None:
    for obstacle in ("pending-no-report", "pending-no-measures"):
        found = judge(Case(PLATFORM, None, obstacle), Policy())
        assert (found.verdict, found.needs_review, codes(found)) == (Verdict.PENDING, False, [obstacle])


def test_a_declaration_is_not_checkable_whatever_answers_it() -> None:
    stance = promise("奋力谱写法治建设新篇章。", Testability.DECLARATORY)
    found = matched(stance, answers=["谱写法治建设新篇章。"], answered=0.99)
    assert verdict(Case(stance, found)) is Verdict.NOT_CHECKABLE


def test_a_missed_figure_is_missed_even_if_all_else_is_answered() -> None:
    text = "组织镇街执法人员轮训4期。"
    case = Case(
        TRAINING,
        matched(TRAINING, answers=[text], answered=0.95),
        comparisons=compare(TRAINING.text, figures([statement(text)]), 2025),
    )
    found = judge(case, Policy())
    assert found.verdict is Verdict.MISSED
    assert found.needs_review
    assert "figure-missed" in codes(found)


def test_answered_as_done_is_fulfilled() -> None:
    found = judge(Case(PLATFORM, matched(PLATFORM, answers=[DONE], answered=0.9)), Policy())
    assert found.verdict is Verdict.FULFILLED
    assert not found.needs_review


def test_a_met_figure_fulfils_although_the_words_differ() -> None:
    text = "组织镇街执法人员轮训8期。"
    case = Case(
        TRAINING,
        matched(TRAINING, answers=[text], answered=0.2),
        comparisons=compare(TRAINING.text, figures([statement(text)]), 2025),
    )
    found = judge(case, Policy())
    assert found.verdict is Verdict.FULFILLED
    assert "figure_met" in found.flags


def test_done_without_the_promised_figure_says_so() -> None:
    text = "镇街执法人员轮训工作已组织完成。"
    case = Case(
        TRAINING,
        matched(TRAINING, answers=[text], answered=0.9),
        comparisons=compare(TRAINING.text, figures([statement(text)]), 2025),
    )
    found = judge(case, Policy())
    assert found.verdict is Verdict.FULFILLED
    assert "without_figure" in found.flags
    assert "figure-none" in codes(found)


def test_a_lower_figure_in_doubt_keeps_a_promise_from_being_fulfilled_and_from_being_missed() -> None:
    text = "1—9月组织镇街执法人员轮训4期。"
    case = Case(
        TRAINING,
        matched(TRAINING, answers=[text], answered=0.95),
        comparisons=compare(TRAINING.text, figures([statement(text)]), 2025),
    )
    found = judge(case, Policy())
    assert (found.verdict, found.needs_review) == (Verdict.PARTLY_FULFILLED, True)
    assert "figure-in-doubt" in codes(found)


def test_a_result_that_is_only_under_way_is_partly_fulfilled() -> None:
    text = "区级行政执法监督平台正在加快推进。"
    found = judge(Case(PLATFORM, matched(PLATFORM, answers=[text], answered=0.9)), Policy())
    assert found.verdict is Verdict.PARTLY_FULFILLED
    assert "underway" in found.flags


def test_an_effort_that_is_under_way_is_what_was_promised() -> None:
    effort = promise("加快推进区级行政执法监督平台。")
    text = "区级行政执法监督平台正在加快推进。"
    assert verdict(Case(effort, matched(effort, answers=[text], answered=0.9))) is Verdict.FULFILLED


def test_some_of_several_actions_is_partly_fulfilled() -> None:
    compound = promise("开展行政执法案卷评查，公布典型案例，建立执法监督员队伍，健全投诉举报渠道。")
    text = "开展行政执法案卷评查。"
    found = judge(Case(compound, matched(compound, answers=[text], answered=0.9)), Policy())
    assert found.verdict is Verdict.PARTLY_FULFILLED
    assert "covered-partly" in codes(found)


def test_a_problem_that_names_the_thing_is_an_admission() -> None:
    found = matched(
        PLATFORM, admissions=["行政执法监督平台尚未建成。"], answered=0.1, admitted=0.9, repeated=0.1
    )
    assert verdict(Case(PLATFORM, found)) is Verdict.ADMITTED


def test_a_generic_problem_is_shown_but_never_decides() -> None:
    found = judge(
        Case(PLATFORM, matched(PLATFORM, admissions=["行政执法监督有待进一步加强。"], admitted=0.9)), Policy()
    )
    assert found.verdict is Verdict.DROPPED
    assert "generic_problem" in found.flags
    assert "generic-problem" in codes(found)


def test_unanswered_and_promised_again_is_repeated() -> None:
    again = "加快建成区级行政执法监督平台。"
    case = Case(
        PLATFORM,
        matched(PLATFORM, repeats=[again], repeated=0.9, answered=0.1),
        drift=compare_promises(PLATFORM.text, again),
    )
    found = judge(case, Policy())
    assert (found.verdict, found.repeated) == (Verdict.REPEATED, True)


def test_repeated_may_stand_beside_any_answer() -> None:
    again = "推动区级行政执法监督平台上线。"
    case = Case(
        PLATFORM,
        matched(PLATFORM, answers=[DONE], answered=0.9, repeats=[again], repeated=0.9),
        drift=compare_promises(PLATFORM.text, again),
    )
    found = judge(case, Policy())
    assert (found.verdict, found.repeated) == (Verdict.FULFILLED, True)
    assert {"repeated", "weaker"} <= set(found.flags)
    assert "drift-verb-softened" in codes(found)


def test_silence_is_dropped_and_needs_review_unless_it_is_near_certain() -> None:
    near = "区级平台经济健康发展。"
    sure = judge(Case(PLATFORM, matched(PLATFORM, answers=[near], answered=0.02, score=0.1)), Policy())
    doubtful = judge(Case(PLATFORM, matched(PLATFORM, answers=[near], answered=0.3)), Policy())
    assert sure.verdict is doubtful.verdict is Verdict.DROPPED
    assert (sure.needs_review, doubtful.needs_review) == (False, True)
    assert sure.confidence > doubtful.confidence
    assert "not-answered" in codes(sure)


def test_a_candidate_that_is_good_by_itself_is_looked_at_before_anything_is_called_dropped() -> None:
    match = matched(PLATFORM, answers=[DONE], answered=0.02, score=0.7)
    assert judge(Case(PLATFORM, match), Policy()).needs_review
    match = matched(PLATFORM, answers=[DONE], answered=0.02, score=0.1)
    assert judge(Case(PLATFORM, match), Policy()).needs_review
    match = matched(PLATFORM, answers=["区级财政收入增长。"], answered=0.02, score=0.1)
    assert not judge(Case(PLATFORM, match), Policy()).needs_review


def test_a_figure_of_the_very_thing_is_an_answer_even_if_it_cannot_be_called_met() -> None:
    text = "1—9月组织镇街执法人员轮训4期。"
    case = Case(
        TRAINING,
        matched(TRAINING, answers=[text], answered=0.05),
        comparisons=compare(TRAINING.text, figures([statement(text)]), 2025),
    )
    found = judge(case, Policy())
    assert (found.verdict, found.needs_review) == (Verdict.PARTLY_FULFILLED, True)
    assert "no_comparable_figure" in found.flags


def test_a_claim_over_all_items_answers_and_is_marked() -> None:
    claim = statement("年初确定的10件民生实事全部完成。")
    found = judge(Case(PLATFORM, matched(PLATFORM, answered=0.1), aggregate=claim), Policy())
    assert found.verdict is Verdict.FULFILLED
    assert "aggregate" in found.flags
    assert "aggregate" in codes(found)


def test_last_years_news_is_weak_evidence() -> None:
    case = Case(PLATFORM, matched(PLATFORM, answers=[DONE], answered=0.95), recycled=(statement(DONE),))
    found = judge(case, Policy())
    assert found.needs_review
    assert "recycled" in found.flags


PROBABILITY = st.floats(0, 1)
SENTENCES = st.lists(st.sampled_from([DONE, "平台尚未建成。", "正在推进平台建设。"]), max_size=3)


@given(SENTENCES, SENTENCES, SENTENCES, PROBABILITY, PROBABILITY, PROBABILITY, st.booleans())
def test_every_case_gets_one_verdict_that_can_be_read_aloud(  # noqa: PLR0913, PLR0917 - one argument per input
    answers: list[str],
    repeats: list[str],
    admissions: list[str],
    answered: float,
    repeated: float,
    admitted: float,
    again: bool,  # noqa: FBT001 - hypothesis passes by position
) -> None:
    match = matched(
        PLATFORM,
        answers=answers,
        repeats=repeats,
        admissions=admissions,
        answered=answered,
        repeated=repeated,
        admitted=admitted,
    )
    drift = compare_promises(PLATFORM.text, repeats[0]) if repeats and again else None
    found = judge(Case(PLATFORM, match, drift=drift), Policy())
    assert 0 <= found.confidence <= 1
    for reason in found.reasons:
        for language in Language:
            assert say(language, f"reasons.{reason.code}", **dict(reason.details))


def test_the_order_of_the_rules_is_that_of_the_table() -> None:
    assert [verdict for verdict, _ in RULES] == [
        Verdict.PENDING,
        Verdict.NOT_CHECKABLE,
        Verdict.MISSED,
        Verdict.FULFILLED,
        Verdict.PARTLY_FULFILLED,
        Verdict.ADMITTED,
        Verdict.REPEATED,
        Verdict.DROPPED,
    ]


@pytest.mark.parametrize("code", sorted(WORDING))
def test_both_languages_fill_the_same_places(code: str) -> None:
    chinese, english = (
        {name for _, name, _, _ in string.Formatter().parse(sentence) if name} for sentence in WORDING[code]
    )
    assert chinese == english
    assert Reason(code).details == ()


@pytest.mark.parametrize(("genre", "asked"), [(Genre.WORK_REPORT, False), (Genre.RULE_OF_LAW, True)])
def test_no_accusation_is_made_alone_in_a_genre_with_few_labels(genre: Genre, asked: bool) -> None:  # noqa: FBT001 (a table's column)
    match = matched(PLATFORM, answers=[], answered=0.001)
    assert judge(Case(PLATFORM, match), Policy().of(genre)).needs_review is asked


CHECKUP = promise("对120家重点企业开展“法治体检”。", Testability.NUMERIC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("企业“法治体检”任务圆满完成，逐企反馈建议。", Verdict.FULFILLED),
        ("“法治体检”工作方案正在起草，争取年内完成。", Verdict.DROPPED),
        ("企业帮扶任务圆满完成，逐企反馈建议。", Verdict.DROPPED),
    ],
)
def test_what_is_named_and_called_done_is_answered_whatever_the_model_says(
    text: str, expected: Verdict
) -> None:
    found = judge(Case(CHECKUP, matched(CHECKUP, answers=[text], answered=0.3)), Policy())
    assert (found.verdict, found.needs_review) == (expected, True)


def answered_by(
    text: str, path: tuple[str, ...] = (), section: SectionKind = SectionKind.MEASURES, score: float = 0.9
) -> Case:
    """A promise that the model calls answered, by one passage alone."""
    answer = Candidate(statement(text, section, path=path), score, (), shared_runs(PLATFORM.text, text))
    return Case(PLATFORM, replace(matched(PLATFORM, answered=0.95), answers=(answer,)))


def test_an_answer_that_can_be_cited_is_decided_alone() -> None:
    assert not judge(answered_by(DONE), Policy()).needs_review


@pytest.mark.parametrize(
    "case",
    [
        answered_by(DONE, score=0.05),
        answered_by(DONE, section=SectionKind.OTHER),
        answered_by(DONE, path=("二、主要成效", DONE.rstrip("。"))),
        replace(answered_by(DONE), aggregate=statement("全年十件民生实事全部完成。")),
    ],
    ids=["faint", "elsewhere", "heading", "claim over all"],
)
def test_an_answer_that_cannot_carry_a_verdict_goes_to_a_person(case: Case) -> None:
    found = judge(case, Policy())
    assert found.verdict in {Verdict.FULFILLED, Verdict.PARTLY_FULFILLED}
    assert found.needs_review


def test_headings_stand_behind_what_they_announce() -> None:
    heading = Candidate(statement("（二）平台建设提速。", path=("（二）平台建设提速",)), 0.9, (), ())
    told = Candidate(statement(DONE), 0.4, (), ())
    found = told_first(replace(matched(PLATFORM, answered=0.9), answers=(heading, told)))
    assert found.answers == (told, heading)


DENIAL = "区级行政执法监督平台至今没有建成。"


@pytest.mark.parametrize(
    ("answered", "expected"),
    [(0.6, Verdict.ADMITTED), (0.9, Verdict.PARTLY_FULFILLED), (0.2, Verdict.ADMITTED)],
)
def test_what_a_problem_denies_outright_is_not_fulfilled(answered: float, expected: Verdict) -> None:
    found = matched(PLATFORM, answers=[DONE], answered=answered, admissions=[DENIAL], admitted=0.7)
    judged = judge(Case(PLATFORM, found), Policy())
    assert (judged.verdict, "admitted" in judged.flags) == (expected, True)
    if answered >= 0.5:
        assert judged.needs_review


def test_a_lack_that_is_named_keeps_an_answered_promise_from_being_fulfilled() -> None:
    lack = "区级行政执法监督平台功能不足。"
    found = matched(PLATFORM, answers=[DONE], answered=0.9, admissions=[lack], admitted=0.7)
    judged = judge(Case(PLATFORM, found), Policy())
    assert judged.verdict is Verdict.PARTLY_FULFILLED
    assert "lack-admitted" in codes(judged)


@pytest.mark.parametrize("genre", list(Genre))
def test_where_few_are_labelled_more_is_asked_of_every_verdict(genre: Genre) -> None:
    known, own = Policy(), Policy().of(genre)
    assert own.answered_alone >= known.answered_alone
    assert own.unanswered_alone >= known.unanswered_alone
    doubtful = matched(PLATFORM, answers=[DONE], answered=(known.answered_alone + known.sure) / 2)
    asked = judge(Case(PLATFORM, doubtful), own).needs_review
    assert asked is (genre is not Genre.WORK_REPORT)
