"""Promised figures against reported ones."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matched import statement

from tracker.judging.comparison import Comparison, Outcome, arithmetic, compare, figures
from tracker.reading.quantities import Period

MET = [
    ("建设镇级法治文化广场10个。", "建成镇级法治文化广场12个。"),
    ("新增普惠托位1200个以上。", "新增普惠托位1200余个。"),
    ("打造10家示范调解室。", "打造示范调解室10家，群众好评不断。"),
    ("社会消费品零售额增长6%左右。", "社会消费品零售额增长5.6%。"),
    ("城镇调查失业率控制在5.5%以内。", "城镇调查失业率5.1%。"),
    ("城镇调查失业率5.5%左右。", "城镇调查失业率4.9%。"),
    ("机关负责人出庭应诉率达到95%以上。", "机关负责人出庭应诉率达100%。"),
    ("规模以上企业能耗下降3%。", "规模以上企业能耗下降3.4%。"),
    ("粮食产量稳定在5亿斤以上。", "粮食产量达26万吨。"),
    ("村级法律顾问实现全覆盖。", "村级法律顾问覆盖率达到100%。"),
    ("旅游综合收入翻一番。", "旅游综合收入增长1.3倍。"),
    ("新建步道12公里。", "建成步道12000米。"),
    ("常住人口城镇化率达到58.1%。", "常住人口城镇化率达到58.08%。"),
]
MISSED = [
    ("机关负责人出庭应诉率达到95%以上。", "机关负责人出庭应诉率为88%。"),
    ("社会消费品零售额增长6%左右。", "社会消费品零售额增长2.1%。"),
    ("社会消费品零售额增长6%。", "社会消费品零售额下降1.5%。"),
    ("新增普惠性托位1200个。", "新增普惠性托位900个。"),
    ("行政复议案件调解率达到40%以上。", "办结行政复议案件126件，调解率36.5%。"),
    ("创建省级绿色工厂3家。", "2家企业入选省级绿色工厂。"),
    ("常住人口城镇化率达到58.1%。", "常住人口城镇化率达到58.04%。"),
    ("地方一般公共预算收入增长2%。", "地方一般公共预算收入增长1.5%。"),
    ("第二产业增加值增长6%。", "第一产业、第二产业增加值分别增长6%、5.2%。"),
    ("行政机关败诉率控制在5%以内。", "行政机关败诉率为7.2%。"),
]
INCOMPARABLE = [
    ("新增普惠性托位1200个。", "新增养老床位900张。", "figure-none"),
    ("行政复议案件调解率达到40%以上。", "受理劳动争议126件，调解率36.5%。", "figure-none"),
    ("新增普惠性托位1200个。", "普惠性托位达到900个。", "figure-other-kind"),
    ("社会消费品零售额增长6%。", "社会消费品零售额达到80亿元。", "figure-none"),
    ("新增普惠性托位1200个。", "1—9月新增普惠性托位900个。", "figure-part-year"),
    ("新增普惠性托位1200个。", "五年来新增普惠性托位3000个。", "figure-many-years"),
    ("社会消费品零售额增长6%。", "“十四五”时期社会消费品零售额年均增长4%。", "figure-many-years"),
    ("新增普惠性托位1200个。", "新增普惠性托位超过900个。", "figure-lower-bound"),
    ("建设镇级文化广场10个。", "建成镇级文化广场80个。", "figure-far-above"),
    ("到2030年垃圾回收利用率达到60%。", "垃圾回收利用率达到40%。", "figure-due-later"),
    ("完成投资300亿元。", "完成投资400亿元。", "figure-other-object"),
    ("固定资产投资增长5%。", "扣除房地产开发投资后，固定资产投资增长2.7%。", "figure-like-object"),
    ("区级财政再安排800万元用于普法。", "区级财政安排300万元用于路灯改造。", "figure-other-object"),
    ("新建步道300公里。", "新建步道200公里。", "figure-like-object"),
    ("工业增加值占比提高1个百分点。", "工业增加值占比高于全市0.4个百分点。", "figure-other-kind"),
    ("R&D经费投入强度提高0.5个百分点。", "R&D经费投入强度为1.1%。", "figure-none"),
]


def one(promise: str, reported: str) -> Comparison:
    (found,) = compare(promise, figures([statement(reported)]), 2025)
    return found


@pytest.mark.parametrize(("promise", "reported"), MET)
def test_met(promise: str, reported: str) -> None:
    assert one(promise, reported).outcome is Outcome.MET


@pytest.mark.parametrize(("promise", "reported"), MISSED)
def test_missed(promise: str, reported: str) -> None:
    assert one(promise, reported).outcome is Outcome.MISSED


@pytest.mark.parametrize(("promise", "reported", "obstacle"), INCOMPARABLE)
def test_what_differs_in_unit_scope_or_period_is_not_compared(
    promise: str, reported: str, obstacle: str
) -> None:
    found = one(promise, reported)
    assert (found.outcome, found.obstacle) == (Outcome.INCOMPARABLE, obstacle)


def test_a_heading_of_several_years_makes_its_figures_cover_several() -> None:
    said = statement("新增普惠性托位900个。", path=("一、“十四五”时期工作回顾",))
    (found,) = compare("新增普惠性托位1200个。", figures([said]), 2025)
    assert found.obstacle == "figure-many-years"


def test_what_follows_five_years_on_covers_five_years_until_another_year_opens() -> None:
    review = [
        "五年来，群众幸福感不断增强。",
        "新增普惠性托位3000个。",
        "2025年，全区攻坚克难。",
        "新增普惠性托位900个。",
    ]
    said = figures([statement(text) for text in review])
    assert [one.quantity.period for one in said] == [Period.MANY_YEARS, Period.UNSAID]


def test_a_figure_that_meets_the_target_outweighs_one_that_does_not() -> None:
    said = [statement("新增普惠性托位900个。"), statement("新增普惠性托位1300个。")]
    (found,) = compare("新增普惠性托位1200个。", figures(said), 2025)
    assert found.outcome is Outcome.MET


def test_a_lower_figure_in_the_best_answer_is_a_doubt_even_if_it_may_be_another() -> None:
    promise, answer = "处罚案件当场办结比例达到45%以上。", statement("案件当场办理比例41.6%。")
    (without,) = compare(promise, figures([answer]), 2025)
    (found,) = compare(promise, figures([answer]), 2025, [answer])
    assert (without.obstacle, found.obstacle) == ("figure-none", "figure-like-object")


@pytest.mark.parametrize(
    ("promise", "answer", "outcome"),
    [
        ("新增规模以上工业企业15家以上。", "新增规上工业企业18家。", Outcome.MET),
        ("将涉企投诉平均办结时限控制在20%以内。", "涉企投诉件平均办结用时12%。", Outcome.MET),
        ("户籍人口城镇化率达47%。", "常住人口城镇化率提高至64%。", Outcome.INCOMPARABLE),
        ("完成投资300亿元。", "完成投资额320亿元。", Outcome.INCOMPARABLE),
    ],
)
def test_what_answers_a_promise_may_name_its_figure_in_other_words(
    promise: str, answer: str, outcome: Outcome
) -> None:
    said = statement(answer)
    (without,) = compare(promise, figures([said]), 2025)
    (found,) = compare(promise, figures([said]), 2025, [said])
    assert (without.outcome, found.outcome) == (Outcome.INCOMPARABLE, outcome)


def test_the_only_figure_in_a_rare_unit_is_a_doubt_wherever_it_stands() -> None:
    promise = "将处罚案件平均办案周期控制在45日以内。"
    said = [statement("案件平均办理周期51.6天。"), statement("新建步道3公里。")]
    (found,) = compare(promise, figures(said), 2025)
    assert (found.outcome, found.obstacle) == (Outcome.INCOMPARABLE, "figure-like-object")
    assert arithmetic(found) == "51.6 > 45"
    (many,) = compare(promise, figures([*said, statement("许可案件平均办理周期10天。")]), 2025)
    assert many.obstacle == "figure-none"


@pytest.mark.parametrize(
    ("promise", "answer", "obstacle"),
    [
        ("研发经费投入强度提高到2.1%。", "研发经费支出增长14.2%。", "figure-other-kind"),
        ("新增公办学位1200个。", "公办学位补助420万元。", "figure-other-unit"),
        ("新增公办学位1200个。", "新建停车场4座。", "figure-none"),
    ],
)
def test_a_figure_that_cannot_be_compared_is_shown_beside_the_target(
    promise: str, answer: str, obstacle: str
) -> None:
    said = statement(answer)
    (found,) = compare(promise, figures([said]), 2025, [said])
    assert (found.outcome, found.obstacle) == (Outcome.INCOMPARABLE, obstacle)
    assert arithmetic(found) == ""


def test_each_promised_figure_is_compared_for_itself() -> None:
    said = figures([statement("建成口袋公园9个、体育公园2个。")])
    outcomes = [c.outcome for c in compare("建成口袋公园8个、体育公园3个。", said, 2025)]
    assert outcomes == [Outcome.MET, Outcome.MISSED]


def test_both_passages_and_the_sum_are_told() -> None:
    promise, reported = "城镇调查失业率控制在5.5%左右。", "城镇调查失业率6.2%。"
    found = one(promise, reported)
    assert found.reported is not None
    assert promise[found.target.start : found.target.end] == "5.5%"
    assert reported[found.reported.start : found.reported.end] == "6.2%"
    assert arithmetic(found) == "6.2 > 5.5 + 10%"
    assert arithmetic(one("新建步道12公里。", "建成步道12.5公里。")) == "12500 ≥ 12000"


@settings(deadline=None)
@given(st.integers(2, 9999), st.integers(2, 9999))
def test_no_smaller_count_meets_a_target_and_none_that_is_as_large_misses_it(
    target: int, reported: int
) -> None:
    found = one(f"新增普惠性托位{target}个。", f"新增普惠性托位{reported}个。")
    if reported < target:
        assert found.outcome is Outcome.MISSED
    else:
        assert found.outcome in {Outcome.MET, Outcome.INCOMPARABLE}
        assert found.obstacle in {None, "figure-far-above"}
