from __future__ import annotations

from sample_audits import CASES, MISSING, audit, unanswered_audit

from tracker.audits.audit import Audit
from tracker.language import Language
from tracker.pages.year import Year, line, year_view


def overview(*audits: Audit) -> Year:
    return year_view(2025, [line(one, Language.ZH) for one in audits], MISSING, Language.ZH)


def test_the_columns_add_up() -> None:
    year = overview(audit(), unanswered_audit(), audit(CASES[:4], "澄湖市古城区人民政府"))
    assert year.total == sum(one.total for one in year.lines) == sum(year.sums) == 22
    for place, named in enumerate(year.verdicts):
        assert year.sums[place] == sum(dict(one.tally)[named.code] for one in year.lines)


def test_rates_are_of_all_bodies_and_leave_out_what_nobody_could_check() -> None:
    answered, fulfilled = overview(audit(), unanswered_audit()).rates
    assert (answered.part, answered.whole, fulfilled.part) == (5, 8, 2)
    assert "无法核对 1 项、暂无结论 9 项" in answered.leaves_out


def test_kinds_of_promises_hold_every_promise_once() -> None:
    year = overview(audit(), unanswered_audit())
    assert [strip.label for strip in year.grades] == ["有数字目标", "有具体成果", "表态性表述"]
    assert sum(strip.total for strip in year.grades) == year.total


def test_forms_of_answer_add_up() -> None:
    forms = {one.kind: one.number for one in overview(audit(), audit(issuer="甲")).forms}
    assert forms == {"plain": 6, "indirect": 4, "vague": 0, "none": 6}


def test_a_year_that_only_waits_shows_no_pictures() -> None:
    year = overview(unanswered_audit())
    assert (year.rates, year.forms, year.grades) == ((), (), ())


def test_what_is_missing_is_listed_with_its_reason() -> None:
    year = overview(unanswered_audit())
    assert [one.issuer for one in year.unanswered_reports] == ["澄湖市望江区人民政府"]
    assert [(one.issuer, one.why) for one in year.absent] == [
        ("澄湖市司法局", "上一年度报告中未能读出计划"),
        ("澄湖市城市管理局", "缺上一年度报告，没有可以对照的计划"),
    ]


def test_bodies_stand_in_the_order_of_their_names() -> None:
    assert [
        one.issuer for one in overview(audit(issuer="乙"), audit(issuer="丙"), audit(issuer="甲")).lines
    ] == [
        "丙",
        "乙",
        "甲",
    ]
