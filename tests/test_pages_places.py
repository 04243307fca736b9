from __future__ import annotations

from dataclasses import replace

from sample_audits import ANSWER, PLAN, report, span

from tracker.pages.places import MOST_CONTEXT, anchor_of, context, paragraphs


def test_every_line_keeps_its_place() -> None:
    one = report("甲\n\n  \n乙丙\n", 2024)
    assert [(each.start, each.text) for each in paragraphs(replace(one, sections=()))] == [
        (0, "甲"),
        (6, "乙丙"),
    ]


def test_short_lines_that_open_a_section_are_headings() -> None:
    headings = {each.text: each.heading for each in paragraphs(report(ANSWER, 2025)) if each.heading}
    assert headings["二、存在的不足和原因"] == 1
    assert "行政执法案卷评查力量仍较薄弱，评查专家库尚未建成，原因是专家遴选标准出台较晚。" not in headings


def test_an_address_is_that_of_the_paragraph_around() -> None:
    text = paragraphs(report(ANSWER, 2025))
    starts = tuple(each.start for each in text)
    start, _ = span(ANSWER, "在餐饮行业启动")
    holder = next(each for each in text if each.anchor == anchor_of(starts, start))
    assert "在餐饮行业启动" in holder.text
    assert anchor_of((), 5) == ""


def test_the_item_around_a_promise_is_shown_with_the_promise_in_it() -> None:
    promise = "建成区级行政执法案卷评查专家库，专家不少于30名。"
    shown = context(report(PLAN, 2024), *span(PLAN, promise))
    assert [piece.text for piece in shown if piece.shared] == [promise]
    assert any("年内制定" in piece.text for piece in shown)


def test_a_huge_item_is_cut_around_the_promise() -> None:
    text = "三、2025年度主要安排\n" + "推进" * 5000 + "建成专家库。" + "推进" * 5000
    start, end = span(text, "建成专家库。")
    shown = context(report(text, 2024), start, end)
    assert sum(len(piece.text) for piece in shown) <= MOST_CONTEXT + (end - start)
    assert [piece.text for piece in shown if piece.shared] == ["建成专家库。"]
