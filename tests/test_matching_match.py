from __future__ import annotations

from dataclasses import replace

import pytest

from tracker.field import shipped
from tracker.matching.features import PAIR, PHRASE
from tracker.matching.gathered import GATHERED
from tracker.matching.match import CANDIDATES, match
from tracker.matching.matches import Match
from tracker.reading.commitments import Commitment, Statement, Testability
from tracker.reading.document import SectionKind

PROMISES = (
    "新建普惠性幼儿园5所，增加学前教育学位1200个。",
    "修订《灯塔县行政规范性文件管理办法》。",
    "开通两条城乡公交线路。",
)
MEASURES = (
    "一年来，全县上下团结奋斗，各项事业取得新进展。",
    "学前教育扩容提质，5所普惠性幼儿园建成招生，新增学位1260个。",
    "县乡医院添置CT设备6台。",
    "印发《灯塔县行政规范性文件管理办法》，清理旧文件18件。",
    "夏粮再获丰收，总产量稳中有增。",
)
PROBLEMS = ("城乡公交线路偏少，偏远村群众出行仍不方便。",)
PLAN = ("再新建普惠性幼儿园3所，持续增加学前教育学位。", "办好县运动会。")
GOALS = ("今后五年，新建普惠性幼儿园30所，新增学前教育学位8000个。",)


def commitment(text: str, place: int = 0) -> Commitment:
    return Commitment(str(place), text, place, place + len(text), ("二、工作安排",), Testability.NUMERIC)


def spoken(
    texts: tuple[str, ...], kind: SectionKind, start: int, *, outline: bool = False
) -> list[Statement]:
    found = []
    for text in texts:
        found.append(Statement(kind, text, start, start + len(text), (kind.value,), outline))
        start += len(text)
    return found


REPORT = (
    *spoken(MEASURES, SectionKind.MEASURES, 0),
    *spoken(PROBLEMS, SectionKind.PROBLEMS, 1000),
    *spoken(GOALS, SectionKind.OTHER, 2000, outline=True),
    *spoken(PLAN, SectionKind.PLAN, 3000),
)


@pytest.fixture(scope="module")
def matches() -> tuple[Match, ...]:
    promises = [commitment(text, 100 * place) for place, text in enumerate(PROMISES)]
    return match(promises, REPORT, shipped())


def test_one_match_for_each_promise_in_order(matches: tuple[Match, ...]) -> None:
    assert [one.commitment.text for one in matches] == list(PROMISES)


@pytest.mark.parametrize(("promise", "answer"), [(0, 1), (1, 3)])
def test_the_answer_comes_first(matches: tuple[Match, ...], promise: int, answer: int) -> None:
    assert matches[promise].answers[0].statement.text == MEASURES[answer]


def test_what_is_answered_is_likelier_than_what_is_not(matches: tuple[Match, ...]) -> None:
    kindergarten, rules, buses = (one.answered for one in matches)
    assert min(kindergarten, rules) > 0.5 > buses


def test_plan_problems_and_five_year_goals_never_answer(matches: tuple[Match, ...]) -> None:
    answering = {candidate.statement.text for one in matches for candidate in one.answers}
    assert answering <= set(MEASURES)


def test_the_plan_and_five_year_goals_repeat(matches: tuple[Match, ...]) -> None:
    texts = [candidate.statement.text for candidate in matches[0].repeats]
    assert set(texts[:2]) == {PLAN[0], GOALS[0]}
    assert matches[0].repeated > matches[1].repeated


def test_a_problem_that_names_the_thing_admits(matches: tuple[Match, ...]) -> None:
    assert matches[2].admissions[0].statement.text == PROBLEMS[0]
    assert matches[2].admitted > max(matches[0].admitted, matches[1].admitted)


def test_candidates_are_ordered_and_few(matches: tuple[Match, ...]) -> None:
    for one in matches:
        scores = [candidate.score for candidate in one.answers]
        assert scores == sorted(scores, reverse=True)
        assert len(scores) <= CANDIDATES
        assert all(0 <= score <= 1 for score in scores)


def test_the_shares_are_the_computation(matches: tuple[Match, ...]) -> None:
    field = shipped()
    for one in matches:
        assert [feature.name for feature in one.explained] == list(GATHERED)
        assert one.answered == field.models.answered.probability(one.explained)
        for candidate in one.answers:
            assert [feature.name for feature in candidate.features] == [*PAIR, PHRASE]
            assert candidate.score == field.models.answer.probability(candidate.features)


def test_shared_wording_is_verbatim_in_both(matches: tuple[Match, ...]) -> None:
    for one in matches:
        for candidate in one.answers:
            for (start, end), (first, last) in candidate.shared:
                assert one.commitment.text[start:end] == candidate.statement.text[first:last]
                assert end - start >= 2
    assert matches[1].answers[0].shared


def test_the_same_again_is_the_same(matches: tuple[Match, ...]) -> None:
    promises = [one.commitment for one in matches]
    assert match(promises, REPORT, shipped()) == matches


def test_full_width_says_the_same(matches: tuple[Match, ...]) -> None:
    wide = [
        replace(s, text=s.text.replace("5所", "５所").replace("《", "〈").replace("》", "〉")) for s in REPORT
    ]
    again = match([one.commitment for one in matches], wide, shipped())
    assert [one.answered for one in again] == [one.answered for one in matches]


def test_equal_statements_keep_their_order() -> None:
    twice = [*spoken((MEASURES[1],) * 2, SectionKind.MEASURES, 0)]
    twice[1] = replace(twice[1], start=500, end=500 + len(MEASURES[1]))
    (found,) = match([commitment(PROMISES[0])], twice, shipped())
    assert [candidate.statement.start for candidate in found.answers] == [0, 500]


def test_a_report_without_a_part_gives_nothing_for_it() -> None:
    (found,) = match([commitment(PROMISES[0])], spoken(MEASURES, SectionKind.MEASURES, 0), shipped())
    assert found.repeats == found.admissions == ()
    assert found.repeated == found.admitted == 0
    (silent,) = match([commitment(PROMISES[0])], [], shipped())
    assert (silent.answers, silent.answered, silent.explained) == ((), 0, ())


def test_no_promises_no_matches() -> None:
    assert match([], REPORT, shipped()) == ()


@pytest.mark.parametrize("text", ["１２３", "——", "a", "法" * 3000])
def test_odd_promises_are_borne(text: str) -> None:
    (found,) = match([commitment(text)], REPORT, shipped())
    assert 0 <= found.answered <= 1
