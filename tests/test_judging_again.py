"""Whether a plan makes promises of another again, asked both ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from matched import by_shared_wording, matched, plan, promise

from tracker.judging.again import Again, Asked, Plan, asked, asked_back, both, links, named
from tracker.matching.matches import Match
from tracker.reading.commitments import Commitment, Statement

GOALS = "主要目标是：外贸进出口增长8%，城镇新增就业2700人以上，粮食产量稳定在31万吨以上"
JOBS = "城镇新增就业2800人以上"
GRAIN = "粮食产量稳定在31万吨以上"


def answering(answers: Mapping[tuple[int, str], tuple[str, float]]) -> Asked:
    """Answers by (year asked about, promise asked): the text of the promise there, and how surely."""

    def ask(ours: Plan, theirs: Plan) -> tuple[Again, ...]:
        found = []
        for one in ours.commitments:
            if (theirs.year, one.text) in answers:
                text, probability = answers[theirs.year, one.text]
                there = next(each for each in theirs.commitments if each.text == text)
                found.append(Again(one.id, there.start, there.end, probability))
        return tuple(found)

    return ask


@pytest.mark.parametrize(
    ("one", "other", "expected"), [(1.0, 1.0, 1.0), (0.8, 0.0, 0.48), (0.0, 0.8, 0.48), (0.5, 0.3, 0.42)]
)
def test_the_surer_answer_weighs_more(one: float, other: float, expected: float) -> None:
    assert both(one, other) == pytest.approx(expected)


def test_each_target_of_a_sentence_that_lists_them_is_linked_to_it() -> None:
    """The sentence names but one of them as its nearest; each of them names the sentence."""
    earlier, later = plan(2024, GOALS), plan(2025, JOBS, GRAIN)
    ask = answering(
        {
            (2025, GOALS): (GRAIN, 0.9),
            (2024, GRAIN): (GOALS, 0.9),
            (2024, JOBS): (GOALS, 0.9),
        }
    )
    made_before = links(earlier, later, ask, 0.45)
    assert made_before == {f"2025-{JOBS}": {f"2024-{GOALS}"}, f"2025-{GRAIN}": {f"2024-{GOALS}"}}


def test_two_weak_answers_link_and_one_does_not() -> None:
    earlier, later = plan(2024, "甲"), plan(2025, "乙")
    there, back = {(2025, "甲"): ("乙", 0.5)}, {(2024, "乙"): ("甲", 0.5)}
    assert links(earlier, later, answering(there), 0.45) == {}
    assert links(earlier, later, answering(back), 0.45) == {}
    assert links(earlier, later, answering(there | back), 0.45) == {"2025-乙": {"2024-甲"}}


def test_the_same_words_are_certain_whatever_the_matcher_says() -> None:
    words = "开展“千名干部进万家”走访活动，梳理办理群众反映的问题"

    def doubting(promises: Sequence[Commitment], statements: Sequence[Statement]) -> list[Match]:
        return [replace(one, repeated=0.1) for one in by_shared_wording(promises, statements)]

    earlier, later = plan(2024, words), plan(2025, words + "。")
    (again,) = asked(doubting, earlier, later)
    assert again.probability == 1.0
    (other,) = asked(doubting, plan(2024, "新建改建公厕六十座，改造旧管网"), later)
    assert other.probability == 0.1


def test_what_the_later_plan_says_confirms_a_doubtful_repeat() -> None:
    of = promise("大兴调查研究之风，开展进村走访活动", key="a")
    match = matched(of, repeats=["开展进村走访活动，解决急难愁盼"], repeated=0.4)
    later = Commitment("b", "开展进村走访活动，解决急难愁盼", 0, 15, (), of.testability)
    assert asked_back(match, {"a": [(later, 0.9)]}).repeated == pytest.approx(0.7)
    assert asked_back(match, {}).repeated == pytest.approx(0.24)
    elsewhere = replace(later, start=500, end=515)
    assert asked_back(match, {"a": [(elsewhere, 0.9)]}).repeated == pytest.approx(0.24)


def test_the_place_the_later_plan_confirms_comes_first() -> None:
    of = promise("完成旧区改造项目交付", key="a")
    match = matched(of, repeats=["推进旧区征收", "完成旧区改造项目交付任务"], repeated=0.5, score=0.5)
    first, second = match.repeats
    second = replace(second, statement=replace(second.statement, start=90, end=102))
    match = replace(match, repeats=(first, second))
    later = Commitment("b", second.statement.text, 90, 102, (), of.testability)
    assert asked_back(match, {"a": [(later, 0.9)]}).repeats == (second, first)
    assert asked_back(match, {}).repeats == (first, second)


def test_the_promises_that_name_another_are_gathered_by_it() -> None:
    earlier, later = plan(2024, "甲", "乙"), plan(2025, "丙", "丁")
    ask = answering({(2024, "丙"): ("甲", 0.3), (2024, "丁"): ("甲", 0.8)})
    assert named(earlier, later, ask) == {
        "2024-甲": [(later.commitments[0], 0.3), (later.commitments[1], 0.8)]
    }
