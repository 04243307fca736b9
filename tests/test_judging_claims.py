"""Claims that everything is done, and what they cover."""

from __future__ import annotations

from dataclasses import replace

from matched import promise, statement

from tracker.judging.claims import claims, covering, lists
from tracker.reading.commitments import Commitment, Statement
from tracker.reading.document import SectionKind

DONE = claims([statement("年初确定的十件民生实事全部完成。")])


def plan(*lines: tuple[tuple[str, ...], str]) -> tuple[list[Commitment], list[Statement], str]:
    """Promises and statements of a plan, from (headings above, sentence); a new line starts a paragraph."""
    promises, said, text = [], [], ""
    for path, sentence in lines:
        start = len(text) + len(sentence) - len(sentence.lstrip("\n"))
        text += sentence
        words = sentence.lstrip("\n")
        said.append(statement(words, SectionKind.PLAN, start, path))
        promises.append(replace(promise(words, path=path, key=words), start=start, end=len(text)))
    return promises, said, text


def covered(*lines: tuple[tuple[str, ...], str]) -> list[str]:
    promises, said, text = plan(*lines)
    known = lists(promises, said, text)
    return [one.text for one in promises if covering(one, known, DONE)]


def test_the_paragraph_that_announces_the_list_holds_it() -> None:
    assert covered(((), "办好十件民生实事。"), ((), "新建社区食堂4处。"), ((), "\n加快建设体育公园。")) == [
        "办好十件民生实事。",
        "新建社区食堂4处。",
    ]


def test_a_heading_that_counts_the_projects_covers_what_is_below() -> None:
    assert covered(
        (("2025年10件惠民实事", "一、就业"), "新增岗位400个。"), (("（二）就业",), "办好招聘会。")
    ) == ["新增岗位400个。"]


def test_a_chapter_that_only_speaks_of_livelihood_is_no_list() -> None:
    assert covered((("（八）聚力办好民生实事",), "加快建设体育公园。")) == []


def test_as_many_numbered_items_as_announced_are_the_list() -> None:
    intro = (("（九）民生",), "办好2件民生实事。")
    first, second = (
        (("（九）民生", "1.食堂"), "\n1.食堂。新建食堂4处。"),
        (("（九）民生", "2.公园"), "\n2.公园。新建公园2处。"),
    )
    third = (("（九）民生", "3.住房"), "\n3.住房。改造小区3个。")
    assert len(covered(intro, first, second)) == 3
    assert covered(intro, first, second, third) == ["办好2件民生实事。"]
    beyond = (("（九）民生", "2.公园"), "\n\n推进依法行政。")
    assert len(covered(intro, first, second, beyond)) == 3


def test_tasks_are_covered_where_the_plan_has_as_many_items() -> None:
    promises, said, text = plan(*(((f"（{n}）",), f"\n健全第{n}项机制。") for n in "一二三"))
    known = lists(promises, said, text)
    for claimed, expected in (("三方面工作任务全面完成。", 3), ("十方面工作任务全面完成。", 0)):
        found = claims([statement(claimed)])
        assert sum(covering(one, known, found) is not None for one in promises) == expected
