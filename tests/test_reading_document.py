from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.language import Language
from tracker.outline import tree
from tracker.reading.commitments import commitments, statements
from tracker.reading.document import Genre, Given, Item, Report, SectionKind, read

LAW = """临河区司法局
关于2024年度法治政府建设情况的报告

临司字〔2025〕3号

2024年，我局认真履职，现将有关情况报告如下：
一、主要举措与成效
（一）加强学习。组织学法12次。
二、存在的不足和原因
学习还不够深入。
三、主要负责人履行第一责任人职责情况
带头学法4次。
四、2025年工作安排
2025年，我局将重点抓好以下工作：
一是加强培训。全年培训不少于6期。二是修订办法。修订执法公示办法。
临河区司法局
2025年1月8日
"""
NASTY = st.lists(
    st.sampled_from(
        [
            "一、",
            "二、2025年工作安排",
            "三、存在的问题和改进措施",
            "（一）",
            "一是",
            "1.",
            "——",
            "附件",
            "名词解释",
            "2026年十件民生实事",
            "“",
            "”",
            "《",
            "》",
            "（",
            "）",
            "。",
            "；",
            "：",
            "\n",
            "\r",
            "\u2028",
            "\x00",
            " ",
            "　",
            "[bookmark: _GoBack]",
            "来源：某报",
            "2.5",
            "103，204件",
            "政府工作报告",
            "法治政府建设",
            "关于2024年度",
            "各位代表：",
            "同时，我们也清醒看到，还面临不少困难",
            "今年",
            "“十五五”时期目标任务",
            "清单",
            "\ud800",
        ]
    ),
    max_size=60,
).map("".join)


def spans_of(items: Sequence[Item]) -> list[tuple[int, int]]:
    return [(item.start, item.end) for item in items]


def assert_nested(items: Sequence[Item], start: int, end: int) -> None:
    last = start
    for item in items:
        assert last <= item.start < item.end <= end
        assert_nested(item.items, item.start, item.end)
        last = item.end


def assert_sound(report: Report) -> None:
    last = 0
    for section in report.sections:
        assert last <= section.start <= section.body <= section.end <= len(report.text)
        assert section.start < section.end
        assert_nested(section.items, section.body, section.end)
        last = section.end
        for item in section.items:
            assert item.number is None or report.text.startswith(item.number, item.start)
            assert item.heading is None or item.heading in report.text[item.start : item.end]


@given(NASTY)
def test_any_text_is_read_and_its_parts_lie_in_order_inside_each_other(text: str) -> None:
    assert_sound(read(text))


@given(st.text(max_size=200))
def test_nothing_is_raised(text: str) -> None:
    assert read(text).text == text


def test_a_law_report() -> None:
    report = read(LAW)
    assert report.genre is Genre.RULE_OF_LAW
    assert report.title == "临河区司法局关于2024年度法治政府建设情况的报告"
    assert (report.issuer, report.document_number) == ("临河区司法局", "临司字〔2025〕3号")
    assert (report.reported_year, report.plan_year, report.published) == (2024, 2025, "2025-01-08")
    assert [section.kind.value for section in report.sections] == ["measures", "problems", "duty", "plan"]
    assert report.notices == ()


def codes(report: Report) -> list[str]:
    return [notice.code for notice in report.notices]


def test_what_the_user_says_wins() -> None:
    report = read(LAW, Given(issuer="临河区人民政府司法局", year=2023, title="别的", published="2020-01-01"))
    assert (report.issuer, report.reported_year, report.plan_year) == ("临河区人民政府司法局", 2023, 2024)
    assert (report.title, report.published) == (
        "临河区司法局关于2024年度法治政府建设情况的报告",
        "2025-01-08",
    )


def test_metadata_fill_what_the_text_leaves_open() -> None:
    text = "一、工作情况\n学法12次。\n"
    report = read(text, Given(title="临河区2024年度法治政府建设报告", published="2025-01-08"))
    assert (report.title, report.published) == ("临河区2024年度法治政府建设报告", "2025-01-08")
    assert (report.genre, report.reported_year, report.issuer) == (Genre.RULE_OF_LAW, 2024, "临河区")


def test_a_plan_without_a_year_is_for_the_next_and_that_is_said() -> None:
    text = LAW.replace("四、2025年工作安排\n2025年，", "四、改进措施\n")
    report = read(text)
    assert report.plan_year == 2025
    assert codes(report) == ["plan-year-assumed"]


def test_the_year_of_the_headings_wins_over_the_title() -> None:
    text = LAW.replace("关于2024年度", "关于2025年度").replace("一、主要举措", "一、2024年度主要举措")
    report = read(text)
    assert (report.reported_year, report.plan_year) == (2024, 2025)
    assert codes(report) == ["year-contradiction"]


def test_a_page_dated_before_the_year_it_covers_is_said_to_be() -> None:
    text = LAW.replace("临司字〔2025〕3号\n", "发布时间：2019-03-01\n")
    assert (codes(read(text)), read(text).published) == (["date-contradiction"], "2025-01-08")
    text = text.replace("2025年1月8日\n", "")
    report = read(text, Given(published="2019-03-02"))
    assert codes(report) == ["date-contradiction"]
    assert (report.reported_year, report.published) == (2024, None)
    assert read(text, Given(published="2025-03-01")).published == "2025-03-01"


def test_a_date_told_beside_the_text_must_fit_it_too() -> None:
    report = read(LAW.replace("2025年1月8日\n", ""), Given(published="2019-03-01"))
    assert (codes(report), report.published) == (["date-contradiction"], None)


def test_a_title_told_beside_the_text_that_is_of_another_year_is_a_notice() -> None:
    report = read(LAW, Given(title="临河区司法局2021年度法治政府建设报告"))
    assert (report.reported_year, codes(report)) == (2024, ["title-contradiction"])
    assert codes(read(LAW, Given(title="临河区司法局2024年法治政府建设报告"))) == []
    assert codes(read(LAW, Given(title="临河区司法局2021年报告", year=2024))) == []


def test_whose_report_it_is_the_text_says_before_the_title_told_beside_it() -> None:
    told = Given(title="青禾县司法局2024年度法治政府建设报告")
    assert read(LAW, told).issuer == "临河区司法局"
    assert read(LAW.replace("临河区司法局", ""), told).issuer == "青禾县司法局"


def test_nobody_is_guessed() -> None:
    text = LAW.replace("临河区司法局\n", "")
    report = read(text)
    assert report.issuer is None
    assert codes(report) == ["issuer-unknown"]


def test_what_is_missing_is_named() -> None:
    report = read("天气不错。")
    assert codes(report) == ["genre-unknown", "issuer-unknown", "year-unknown", "section-missing"]
    assert read("").sections == ()


def test_a_work_report_is_of_the_year_before_its_delivery() -> None:
    text = (
        "政府工作报告\n——2026年1月5日在临河市第三届人民代表大会第四次会议上\n各位代表：\n现在，我代表市人民政府，向大会报告工作。\n"
        "一、工作回顾\n建成5所。\n二、今年工作安排\n今年新建6所。\n"
    )
    report = read(text)
    assert (report.genre, report.issuer) == (Genre.WORK_REPORT, "临河市人民政府")
    assert (report.reported_year, report.plan_year) == (2025, 2026)
    assert report.notices == ()


REAL = {
    "000": ("枣庄市市中区人民政府办公室", None, 2025, 2026, "measures problems duty plan"),
    "001": ("枣庄高新区", None, 2024, 2025, "measures problems duty plan"),
    "002": ("尖山区政府办公室", None, 2025, 2026, "measures problems plan"),
    "003": ("宽城区政府办", None, 2025, 2026, "measures problems duty other plan"),
    "004": (None, "台政办字〔2022〕1号", 2021, 2022, "measures problems plan"),
}


@pytest.mark.parametrize("name", REAL)
def test_the_real_law_reports(shared_data: Path, name: str) -> None:
    (path,) = (shared_data / "rule-of-law").glob(f"{name}_*.txt")
    report = read(path.read_text("utf-8"))
    kinds = " ".join(section.kind.value for section in report.sections)
    read_as = (report.issuer, report.document_number, report.reported_year, report.plan_year, kinds)
    assert read_as == REAL[name]
    assert_sound(report)


def test_the_real_work_reports(shared_data: Path) -> None:
    paths = sorted((shared_data / "work-reports").glob("*/2*.txt"))
    assert len(paths) == 86
    for path in paths:
        report = read(path.read_text("utf-8"))
        delivered = int(path.stem)
        assert report.genre is Genre.WORK_REPORT, path
        assert (report.reported_year, report.plan_year) == (delivered - 1, delivered), path
        assert report.issuer, path
        shares = {
            kind: sum(one.end - one.start for one in report.sections if one.kind is kind) / len(report.text)
            for kind in SectionKind
        }
        assert shares[SectionKind.MEASURES] > 0.15, path
        assert shares[SectionKind.PLAN] > 0.2, path
        assert sum(shares.values()) > 0.9, path
        assert_sound(report)


HOSTILE = [
    "法治",
    "“",
    "”",
    "（",
    "1、",
    "一是加强建设。",
    "二、计划\n",
    "2025年工作安排\n",
    "附件\n",
    "：",
    "—",
    "9",
    "1,000",
]


def seconds(unit: str, length: int) -> float:
    """The least processor time of three readings of a plan made of one phrase."""
    text = "某区2024年度法治政府建设报告\n一、工作情况\n学法。\n二、2025年工作安排\n" + unit * (
        length // len(unit)
    )
    times = []
    for _ in range(3):
        before = process_time()
        report = read(text)
        tree(report, commitments(report), Language.ZH)
        times.append(process_time() - before)
    return min(times)


@pytest.mark.parametrize("unit", HOSTILE)
def test_twice_the_text_costs_about_twice(unit: str) -> None:
    assert seconds(unit, 16_000) < 3.2 * seconds(unit, 8_000) + 0.01


def test_a_long_line_makes_no_more_things_than_it_has_sentences() -> None:
    text = "一、工作情况\n学法。\n二、2025年工作安排\n" + "一是加强建设。" * 5000
    assert len(read(text).sections[1].items) == 5000
    assert len(statements(read("一、工作情况\n" + "法治" * 500_000))) == 1
