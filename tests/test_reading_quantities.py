"""Figures as reports write them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.reading import numerals
from tracker.reading.quantities import Kind, Modifier, Period, Quantity, quantities
from tracker.reading.units import UnitKind

VALUES: list[tuple[str, list[tuple[str, str]]]] = [
    ("全年受理群众诉求103，204件。", [("103204", "个")]),
    ("编发简报1,352期。", [("1352", "次")]),
    ("发放贷款８００万元。", [("8000000", "元")]),
    ("上门服务2.2万余次。", [("22000", "次")]),
    ("培训网格员12万余人次。", [("120000", "人次")]),
    ("走访企业三十余家。", [("30", "个")]),
    ("审查合同近百件。", [("100", "个")]),
    ("调解纠纷百余件。", [("100", "个")]),
    ("信访量下降三成。", [("30", "%")]),
    ("检测费打七折收取。", [("0.7", "倍")]),
    ("三分之二的乡镇建有工作站。", [("66.67", "%")]),
    ("产量占全县1/4。", [("25", "%")]),
    ("村居法律顾问实现全覆盖。", [("100", "%")]),
    ("营业收入翻一番。", [("2", "倍")]),
    ("营业收入翻两番。", [("4", "倍")]),
    ("营业收入增长1.2倍。", [("2.2", "倍")]),
    ("修建步道1.5公里、绿地3平方公里。", [("1500", "米"), ("3000000", "平方米")]),
    ("粮食产量稳定在20亿斤以上。", [("1000000000", "公斤")]),
    ("空闲土地减少10.6万、3.8万、3.3万亩。", [("106000", "亩"), ("38000", "亩"), ("33000", "亩")]),
    ("补助标准由每人每月500元提高到600元。", [("600", "元")]),
    ("办结率从85.5%提高到96%。", [("96", "%")]),
    ("转化率从2020年的51%提升到2025年的70%。", [("70", "%")]),
    ("增速高于全省0.6个百分点。", [("0.6", "个百分点")]),
    ("办案周期控制在45日以内。", [("45", "天")]),
    ("人均培训不少于60学时。", [("60", "学时")]),
    ("八百五十六条线索", [("856", "个")]),
]

NO_FIGURES = [
    "“八五”普法规划",
    "“十四五”规划收官",
    "到2025年",
    "2025年1—9月",
    "第十四届人民代表大会第三次会议",
    "十大工程",
    "建成一个平台，出台一批制度",
    "一是提高站位。二是压实责任。",
    "5G网络",
    "“1+8”工作体系",
    "中央八项规定精神",
    "二期工程开工",
    "千方百计稳就业",
    "走进千家万户",
    "《关于促进发展的20条措施》",
    "“四个中心”功能建设",
    "世界500强企业",
    "PM2.5浓度",
    "12345热线",
    "12部门联合执法",
    "5月30日印发",
]

MEANT: list[tuple[str, Modifier, bool]] = [
    ("增长5%左右", Modifier.ABOUT, True),
    ("约300人", Modifier.ABOUT, True),
    ("达到95%以上", Modifier.AT_LEAST, False),
    ("不低于95%", Modifier.AT_LEAST, False),
    ("不少于4次", Modifier.AT_LEAST, False),
    ("突破300亿元", Modifier.AT_LEAST, False),
    ("300余项", Modifier.AT_LEAST, False),
    ("不超过3天", Modifier.AT_MOST, False),
    ("控制在5.5%以内", Modifier.AT_MOST, False),
    ("控制在5.5%左右", Modifier.AT_MOST, True),
    ("每立方米20微克以下", Modifier.AT_MOST, False),
    ("达到95%", Modifier.EXACT, False),
]

KINDS: list[tuple[str, Kind]] = [
    ("工业产值达到80亿元", Kind.LEVEL),
    ("工业产值增至80亿元", Kind.LEVEL),
    ("工业增加值80亿元", Kind.AMOUNT),
    ("打造示范点8个", Kind.AMOUNT),
    ("新增学位800个", Kind.INCREASE),
    ("投诉减少80件", Kind.DECREASE),
    ("产值增长8%", Kind.INCREASE),
    ("能耗下降约3%", Kind.DECREASE),
    ("城镇化率提高到66%", Kind.SHARE),
    ("群众满意率98%", Kind.SHARE),
    ("占比提高2个百分点", Kind.INCREASE),
    ("增速快于全市2个百分点", Kind.GAP),
    ("规模翻番", Kind.MULTIPLE),
]

PERIODS: list[tuple[str, Period]] = [
    ("全年新增8家", Period.YEAR),
    ("2025年新增8家", Period.YEAR),
    ("1—9月新增8家", Period.PART_YEAR),
    ("截至11月底，新增8家", Period.PART_YEAR),
    ("上半年新增8家", Period.PART_YEAR),
    ("五年来新增8家", Period.MANY_YEARS),
    ("“十四五”时期新增8家", Period.MANY_YEARS),
    ("产值年均增长8%", Period.MANY_YEARS),
    ("累计新增8家", Period.MANY_YEARS),
    ("今年以来，累计新增8家", Period.YEAR),
    ("新增8家", Period.UNSAID),
    ("全年平稳。新增8家", Period.UNSAID),
]


def only(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_values_and_units(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(q.low, q.unit) for q in quantities(text)]
    assert [unit for _, unit in found] == [{"亩": "平方米"}.get(unit, unit) for _, unit in expected]
    for (value, _), (wanted, unit) in zip(found, expected, strict=True):
        acres = Decimal("666.66666667") if unit == "亩" else Decimal(1)
        assert float(value) == pytest.approx(float(Decimal(wanted) * acres), rel=1e-4)


@pytest.mark.parametrize("text", NO_FIGURES)
def test_names_dates_and_orders_are_no_figures(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(("text", "modifier", "loose"), MEANT)
def test_modifiers(text: str, modifier: Modifier, *, loose: bool) -> None:
    assert (only(text).modifier, only(text).loose) == (modifier, loose)


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_stocks_flows_and_shares_are_kept_apart(text: str, kind: Kind) -> None:
    assert only(text).kind is kind


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_the_period_is_the_last_one_the_sentence_names(text: str, period: Period) -> None:
    assert only(text).period is period


@pytest.mark.parametrize("dash", "-–—－~～至到")
def test_a_range_has_two_ends_and_one_unit(dash: str) -> None:
    found = only(f"税收增长6.5%{dash}7%")
    assert (found.low, found.high, found.unit_kind) == (Decimal("6.5"), Decimal(7), UnitKind.PERCENT)
    found = only(f"惠及3{dash}5万户")
    assert (found.low, found.high) == (Decimal(30000), Decimal(50000))


def test_a_class_of_size_is_no_target() -> None:
    found = only("投资2000万元以上的技改项目80个")
    assert (found.low, found.unit_kind) == (Decimal(80), UnitKind.THINGS)


def test_a_count_that_stands_before_what_it_counts_is_no_size() -> None:
    found = only("打造10个以上行业数据集")
    assert (found.low, found.modifier, found.after) == (Decimal(10), Modifier.AT_LEAST, "行业数据集")


def test_a_sum_that_sorts_things_by_size_is_no_target() -> None:
    assert [q.low for q in quantities("年收入超10亿元的龙头企业达100家")] == [Decimal(100)]


def test_what_a_figure_measures_stands_before_or_after_it() -> None:
    assert only("完善制度，普惠园在园幼儿占比达到63%以上。").before == "普惠园在园幼儿占比"
    assert only("建设12个镇级法治文化广场。").after == "镇级法治文化广场"


@pytest.mark.parametrize("mark", ["5. ", "5．", "（三）", "③", "二是", "三、", "  "])
def test_the_number_of_an_item_is_no_part_of_what_is_measured(mark: str) -> None:
    assert only(f"{mark}网上办案率达到95%以上。").before == "网上办案率"


def test_a_second_verb_goes_on_about_the_same_thing() -> None:
    assert [q.before for q in quantities("外贸进出口突破60亿元、增长7%")] == ["外贸进出口", "外贸进出口"]


def test_listed_names_get_their_own_figures() -> None:
    found = quantities("纺织、陶瓷、家具产值分别增长6%、8%和20%")
    assert [q.before for q in found] == ["纺织产值", "陶瓷产值", "家具产值"]
    assert {q.kind for q in found} == {Kind.INCREASE}


def test_figures_whose_names_cannot_be_told_apart_have_none() -> None:
    assert [q.before for q in quantities("城乡居民收入分别增长5%、7%")] == ["", ""]


def test_a_listed_flow_goes_on() -> None:
    assert [q.kind for q in quantities("新增示范村14个、示范镇3个")] == [Kind.INCREASE, Kind.INCREASE]
    assert [q.kind for q in quantities("新增示范村14个、建成示范镇3个")] == [Kind.INCREASE, Kind.AMOUNT]


def test_the_year_a_target_is_due() -> None:
    assert only("到2030年覆盖率达到60%").due == 2030
    assert only("覆盖率达到60%").due is None


@given(st.integers(0, 10**12), st.booleans(), st.booleans())
def test_an_arabic_number_reads_back_however_it_is_printed(number: int, grouped: bool, wide: bool) -> None:  # noqa: FBT001 - hypothesis passes by position
    printed = f"{number:,}" if grouped else str(number)
    if wide:
        printed = printed.translate(str.maketrans("0123456789,", "０１２３４５６７８９，"))
    found = only(f"办理{printed}件")
    assert found.low == found.high == number
    assert found.start == 2


@given(st.integers(2, 9999))
def test_a_chinese_numeral_reads_back(number: int) -> None:
    assert numerals.value(_in_characters(number)) == number


@given(st.text("一二十百千万亿两0123456789.,，%元个件家至—年第《》“”、。增长分别", max_size=60))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    found = quantities(text)
    assert all(0 <= q.start < q.end <= len(text) and q.low.is_finite() for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "unit", ["法治", "一", "1", "1个", "1、", "《", "“", "增长5%、", "分别", "3—", "十百", "1,"]
)
def test_hostile_lines_cost_no_more_per_character_when_longer(unit: str) -> None:
    def seconds(characters: int) -> float:
        text = unit * (characters // len(unit))
        return min(once(text) for _ in range(3))

    def once(text: str) -> float:
        started = process_time()
        quantities(text)
        return process_time() - started

    seconds(1_000)
    assert seconds(64_000) < 16 * max(seconds(16_000), 0.005)


def test_every_figure_of_the_real_reports_has_a_place(shared_data: Path) -> None:
    files = sorted(shared_data.glob("rule-of-law/*.txt"))
    assert files
    for file in files:
        text = file.read_text(encoding="utf-8")
        found = quantities(text)
        assert len(found) > 5
        assert all(text[q.start : q.end].strip() for q in found)


def _in_characters(number: int) -> str:
    digits = "零一二三四五六七八九"
    out = ""
    gap = False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            out += ("零" if gap and out else "") + digits[digit] + unit
            gap = False
        else:
            gap = True
    return out.removeprefix("一") if out.startswith("一十") else out
