from __future__ import annotations

import pytest

from tracker.reading.furniture import is_furniture, is_signature


@pytest.mark.parametrize(
    "line",
    [
        "来源：某某日报",
        "发布时间：2024-01-15 09:20",
        "时间：2026-02-11",
        "字体：大 中 小",
        "【字号：",
        "打印本页",
        "索引号：11370403/2024-00012",
        "浏览次数：103",
        "2.5",
        "— 3 —",
        "责任编辑：",
        "相关报道：",
        "2026-02-03 09:02:33",
        "某市长作政府工作报告。本报记者 某某 摄",
    ],
)
def test_what_the_page_put_around_the_report(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "一、主要做法",
        "2024年1月15日，我办召开专题会议。",
        "编制权责清单。",
        "时间紧、任务重，全办上下齐心协力，圆满完成全年任务。",
        "打印耗材支出同比下降5%。",
    ],
)
def test_what_the_report_says(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("某某县人民政府办公室", True),
        ("2024年1月15日", True),
        ("推进依法行政", False),
        ("（此件公开发布）", True),
    ],
)
def test_signature(line: str, expected: bool) -> None:  # noqa: FBT001 -- the expectation of a table row
    assert is_signature(line) is expected
