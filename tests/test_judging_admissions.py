"""Problems that name the very thing a promise is about."""

from __future__ import annotations

import pytest
from matched import matched, promise

from tracker.judging.admissions import admission, generic_problem, outright
from tracker.judging.cases import Case
from tracker.judging.policy import Policy

STATION = "加强与仲裁委员会对接，争取在园区设立仲裁工作站"
DENIED = "因场地未落实，仲裁工作站未能按计划挂牌"


def case(text: str, problem: str, admitted: float) -> Case:
    of = promise(text)
    return Case(of, matched(of, admissions=[problem], admitted=admitted))


NAMING = [
    (STATION, DENIED, 0.1),
    (STATION, DENIED, 0.9),
    ("推进生活垃圾分类，建成示范点10个", "生活垃圾分类工作进展缓慢，计划的示范点没有建成", 0.2),
    ("建立协作机制，破解强制执行难题", "执法与司法、强制执行的衔接不够顺畅", 0.95),
]
GENERIC = [
    (STATION, "仲裁工作站服务能力不足", 0.1),
    (STATION, "法律服务链条不够完整，尚未形成合力", 0.1),
    ("建立协作机制，破解强制执行难题", "执法与司法、强制执行的衔接不够顺畅", 0.7),
    ("提升法治宣传教育实效", "法治宣传教育有待进一步加强", 0.99),
]


@pytest.mark.parametrize(("text", "problem", "admitted"), NAMING)
def test_a_problem_that_names_the_thing_admits_it(text: str, problem: str, admitted: float) -> None:
    assert admission(case(text, problem, admitted), Policy()) is not None


@pytest.mark.parametrize(("text", "problem", "admitted"), GENERIC)
def test_a_problem_that_only_names_the_field_admits_nothing(text: str, problem: str, admitted: float) -> None:
    assert admission(case(text, problem, admitted), Policy()) is None


def test_what_is_not_named_is_shown_as_a_generic_problem() -> None:
    found = case("提升法治宣传教育实效", "法治宣传教育有待进一步加强", 0.99)
    assert generic_problem(found, Policy()) is not None
    assert generic_problem(case(STATION, DENIED, 0.9), Policy()) is None


def test_a_lack_is_not_a_denial() -> None:
    assert outright(case(STATION, DENIED, 0.9), Policy())
    lacking = case("建设生活垃圾焚烧处理设施", "生活垃圾焚烧处理设施不足", 0.9)
    assert admission(lacking, Policy()) is not None
    assert not outright(lacking, Policy())


def test_without_a_match_nothing_is_admitted() -> None:
    nothing = Case(promise(STATION), None)
    assert admission(nothing, Policy()) is None
    assert generic_problem(nothing, Policy()) is None
