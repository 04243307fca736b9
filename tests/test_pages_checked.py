from __future__ import annotations

from dataclasses import replace

from sample_audits import audit, unanswered_audit

from tracker.audits.audit import Audit
from tracker.language import Language
from tracker.pages.checked import Checked, Line, checked
from tracker.reading.document import Genre


def shown(one: Audit, language: Language = Language.ZH) -> Checked:
    found = checked(one, language)
    assert found is not None
    return found


def line(block: Checked, label: str) -> Line:
    (found,) = [one for one in block.lines if one.label == label]
    return found


def test_both_reports_stand_side_by_side_with_the_passages() -> None:
    block = shown(audit())
    assert block.columns == ("2024 年度报告", "2025 年度报告")
    cells = line(block, "存在的不足").cells
    assert [cell and (cell.code, cell.reason, cell.quote) for cell in cells] == [
        ("missing", "未读出这一部分，文中也未检出相关表述，待复核", ""),
        ("met", "", "二、存在的不足和原因"),
    ]
    reasons = line(block, "不足的原因").cells[1]
    assert reasons is not None
    assert "原因是专家遴选标准出台较晚" in reasons.quote


def test_a_missing_report_has_no_column() -> None:
    assert shown(unanswered_audit()).columns == ("2024 年度报告",)


def test_the_norm_is_named_with_its_day() -> None:
    ((source, since),) = shown(audit(), Language.EN).norms
    assert "《法治政府建设与责任落实督察工作规定》" in source
    assert since == ", in force since 2019-04-15"


def test_a_date_in_time_needs_no_passage_to_say_so() -> None:
    cell = line(shown(audit()), "按时公布").cells[0]
    assert cell is not None
    assert (cell.label, cell.reason) == ("按期", "文本所载日期 2025-02-18，不晚于期限 2025-04-01")


def test_other_genres_are_not_checked() -> None:
    one = audit()
    plan = replace(one.baseline, report=replace(one.baseline.report, genre=Genre.WORK_REPORT))
    assert checked(replace(one, baseline=plan, answer=None), Language.ZH) is None


def test_nothing_invisible_of_a_report_reaches_the_page() -> None:
    one = audit()
    assert one.answer is not None
    text = one.answer.report.text.replace("二、存在的不足", "二、存在\u202e不足")
    hostile = replace(one.answer, report=replace(one.answer.report, text=text))
    cell = line(shown(replace(one, answer=hostile)), "存在的不足").cells[1]
    assert cell is not None
    assert "[U+202E]" in cell.quote
