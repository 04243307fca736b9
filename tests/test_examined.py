"""Who, when, which year: the order of trust, one contradiction at a time."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from made_files import docx, paragraph

from tracker.examined import NOTHING, Told, examine
from tracker.readers.files import files
from tracker.reading.document import Report

BODY = """一、主要举措和成效
（一）规范执法。全年办理行政案件12件，全部做到程序合法、结果公开。
二、存在的不足
执法力量与任务不相适应。
三、主要负责人履行职责情况
带头学法4次。
四、下一年度工作安排
（一）建成执法监督平台并投入使用。
"""
FULL = f"青禾县司法局2023年度法治政府建设年度报告\n青司字〔2024〕1号\n{BODY}青禾县司法局\n2024年1月20日\n"
BARE = f"2023年度法治政府建设年度报告\n{BODY}"


def read(name: str, content: str | bytes, told: Told = NOTHING) -> Report:
    path = Path(name)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    report = examine(next(files([path])), told).report
    assert report is not None
    return report


def page(text: str, head: str, above: str = "") -> str:
    return f"<html><head>{head}</head><body>{above}{''.join(f'<p>{line}</p>' for line in text.splitlines())}"


def with_member(data: bytes, name: str, content: str) -> bytes:
    whole = io.BytesIO(data)
    with ZipFile(whole, "a") as archive:
        archive.writestr(name, content)
    return whole.getvalue()


def codes(report: Report) -> list[str]:
    return [notice.code for notice in report.notices if notice.code != "plan-year-assumed"]


META = (
    "<meta name=ArticleTitle content=临河县司法局2019年度法治政府建设年度报告>"
    "<meta name=PubDate content=2019-05-01>"
)


def test_the_text_wins_over_tags_and_name_and_says_what_contradicted_it() -> None:
    report = read("临河县司法局2018年报告.html", page(FULL, META))
    assert (report.issuer, report.reported_year, report.published) == ("青禾县司法局", 2023, "2024-01-20")
    assert report.document_number == "青司字〔2024〕1号"
    assert codes(report) == ["title-contradiction"]


def test_the_user_wins_over_all() -> None:
    told = Told("甲县司法局", 2021, "2022-03-01")
    report = read("a.html", page(FULL, META), told)
    assert (report.issuer, report.reported_year, report.plan_year) == ("甲县司法局", 2021, 2022)
    assert report.published == "2022-03-01"


def test_tags_fill_what_the_text_leaves_open_and_the_name_what_they_do() -> None:
    bare = page(BARE, "<meta name=ArticleTitle content=青禾县司法局2023年法治政府建设年度报告>")
    assert read("临河县司法局2023年法治政府建设报告.html", bare).issuer == "青禾县司法局"
    assert read("临河县司法局2023年法治政府建设报告.txt", BARE).issuer == "临河县司法局"
    assert read("新建文档(3).txt", BARE).issuer is None


def test_properties_come_before_the_name_and_never_give_a_date() -> None:
    core = (
        '<coreProperties xmlns:dc="d" xmlns:t="t"><dc:title>青禾县司法局2023年法治政府建设年度报告</dc:title>'
        "<t:created>2019-01-01</t:created></coreProperties>"
    )
    made = with_member(docx("".join(map(paragraph, BARE.splitlines()))), "docProps/core.xml", core)
    report = read("临河县司法局2023年法治政府建设报告.docx", made)
    assert (report.issuer, report.published) == ("青禾县司法局", None)


def test_a_banner_of_2019_over_a_report_of_2023_is_a_notice() -> None:
    report = read("a.txt", "发布时间：2019-05-01 10:20\n" + FULL)
    assert (report.reported_year, report.published) == (2023, "2024-01-20")
    assert codes(report) == ["date-contradiction"]
    tagged = read("a.html", page(BARE, "<meta name=PubDate content=2019-05-01>"))
    assert (tagged.reported_year, tagged.published) == (2023, None)
    assert codes(tagged) == ["date-contradiction", "issuer-unknown"]


def test_a_title_of_2025_over_headings_of_2024_is_a_notice_and_the_headings_win() -> None:
    headed = (
        FULL.replace("2023年度", "2025年度")
        .replace("一、主要", "一、2024年度主要")
        .replace("下一年度", "2025年")
    )
    report = read("a.txt", headed)
    assert (report.reported_year, report.plan_year, codes(report)) == (
        2024,
        2025,
        ["year-contradiction"],
    )


@pytest.mark.parametrize(
    ("head", "above", "expected"),
    [
        ("<meta name=PubDate content=2024-02-01>", "<p>发布日期：2024-03-01</p>", "2024-02-01"),
        ("<meta name=publishdate content=2024-02-03>", "", "2024-02-03"),
        ("", "<p>发布日期：2024-03-01</p>", "2024-03-01"),
        ("<meta name=lastmodified content=2024-09-09>", "", None),
    ],
)
def test_the_day_of_publication(head: str, above: str, expected: str | None) -> None:
    assert read("a.html", page(BARE, head, above)).published == expected
