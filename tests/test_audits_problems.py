from __future__ import annotations

from time import process_time

import pytest

from tracker.audits.problems import is_cause, problems
from tracker.reading.document import read

HEAD = """云河区人民政府2024年度法治政府建设年度报告
一、2024年主要举措和成效
（一）开展培训6期。
（二）办结案件9件。
"""
LAST = "\n三、2025年度主要安排\n（一）举办培训班4期。\n（二）建成法治广场1处。\n"


def found(section: str) -> list[str]:
    return [problem.text for problem in problems(read(f"{HEAD}二、存在的不足和原因\n{section}{LAST}"))]


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (
            "（一）法律顾问作用发挥不够。参与前置论证偏少。原因是制度不全。\n（二）普法形式单一。",
            ["（一）法律顾问作用发挥不够。参与前置论证偏少。原因是制度不全。", "（二）普法形式单一。"],
        ),
        (
            "对照要求，仍有不少差距：一是案卷评查不够规范。二是政策文件分散在不同栏目。",
            ["一是案卷评查不够规范。", "二是政策文件分散在不同栏目。"],
        ),
        ("工作虽然取得一些成绩，但仍存在一些问题和不足。\n案卷制作质量不高。", ["案卷制作质量不高。"]),
        (
            "我们也清醒地看到，还存在不少短板：财政收支矛盾突出；停车难问题未有效缓解。",
            ["财政收支矛盾突出；", "停车难问题未有效缓解。"],
        ),
        ("教育、医疗等领域还有不少短板。对此，我们将认真加以解决。", ["教育、医疗等领域还有不少短板。"]),
        ("执法力量薄弱。主要原因是编制不足。", ["执法力量薄弱。"]),
    ],
)
def test_a_problem_is_an_item_or_a_sentence_without_lead_and_vow(section: str, expected: list[str]) -> None:
    assert found(section) == expected


def test_every_quote_stands_where_it_says() -> None:
    report = read(
        f"{HEAD}二、存在的不足\n（一）宣传不够。形式单一。原因在于经费不足。\n（二）人手少，不够用。{LAST}"
    )
    first, second = problems(report)
    for problem in (first, second):
        assert problem.text == report.text[problem.start : problem.end]
        for said in (*problem.named, *problem.causes):
            assert said.text == report.text[said.start : said.end]
    assert [said.text for said in first.named] == ["（一）宣传不够。", "形式单一。"]
    assert [said.text for said in first.causes] == ["原因在于经费不足。"]
    assert second.causes == ()


def test_a_report_without_such_a_section_admits_nothing() -> None:
    assert problems(read(HEAD)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("原因是培训不够经常。", True),
        ("主要原因在于部门协调不畅。", True),
        ("配套细则没有出台，主要是部门分歧较大。", True),
        ("因选址未定，工作站未能挂牌。", True),
        ("由于人手不足，审查不及时。", True),
        ("受编制限制，专职人员偏少。", True),
        ("宣传手段单一，效果有待提升。", False),
        ("普法的因地制宜不够，因此效果不佳。", False),
        ("因人而异、因素较多的情形把握不准。", False),
        ("主要问题是手段单一。", False),
    ],
)
def test_a_cause_says_why(text: str, expected: bool) -> None:  # noqa: FBT001 - a table of yes and no
    assert is_cause(text) is expected


@pytest.mark.parametrize("unit", ["一是人手不足。", "看到：", "法治", "存在一些问题", "因，主要是", "受有限"])
def test_hostile_sections_cost_no_more_per_character_when_longer(unit: str) -> None:
    def seconds(times: int) -> float:
        report = read(f"{HEAD}二、存在的不足\n{unit * times}{LAST}")
        started = process_time()
        problems(report)
        return process_time() - started

    seconds(100)
    longer, shorter = (min(seconds(size) for _ in range(3)) for size in (8_000, 2_000))
    assert longer < 16 * max(shorter, 0.005)
