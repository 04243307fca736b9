from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from made_files import REPORT, typeset

from tracker.readers.paragraphs import Line, paragraphs

BODY = "全年组织案卷评查与专项监督，逐案反馈并督促整改到位，执法水平稳步提升" + "。"


def page(placed: Sequence[tuple[float, float, str]], size: float = 16) -> list[Line]:
    return [Line(text, x, x + size * len(text), y, size) for x, y, text in placed]


LONG = (REPORT[1], "（一）规范行政执法。" + BODY * 5, "（二）强化监督。" + BODY * 4, REPORT[4], BODY * 3)


@pytest.mark.parametrize("indent", [0, 2])
def test_paragraphs_are_found_with_and_without_indents(indent: int) -> None:
    assert paragraphs([page(typeset(LONG, indent=indent))]) == list(LONG)


@pytest.mark.parametrize("place", [3, 7, 11])
def test_a_paragraph_runs_over_to_the_next_page(place: int) -> None:
    lines = page(typeset(LONG))
    assert paragraphs([lines[:place], lines[place:]]) == list(LONG)


def test_a_title_of_two_lines_in_large_type_is_one() -> None:
    title = [
        Line("青禾县人民政府关于法治政府建设情况", 80, 80 + 17 * 26, 40, 26),
        Line("的年度报告", 250, 380, 76, 26),
    ]
    assert paragraphs([[*title, *page(typeset(LONG))]])[0] == "青禾县人民政府关于法治政府建设情况的年度报告"


@pytest.mark.parametrize("number", ["— {} —", "- {} -", "第{}页", "第 {} 页 共 9 页", "{}/9", "{}"])
def test_page_numbers_go(number: str) -> None:
    lines = page(typeset(LONG))
    pages = [
        [*part, Line(number.format(n), 280, 320, 800, 14)]
        for n, part in enumerate((lines[:7], lines[7:]), start=1)
    ]
    assert paragraphs(pages) == list(LONG)


def test_a_repeated_header_goes_but_a_repeated_sentence_stays() -> None:
    lines = page(typeset((*LONG, *LONG)))
    pages = [[Line("青禾县司法局", 80, 180, 30, 10), *lines[n : n + 9]] for n in range(0, len(lines), 9)]
    assert paragraphs(pages) == [*LONG, *LONG]


def test_footnotes_in_small_type_move_below_the_text() -> None:
    lines = page(typeset(LONG))
    pages = [[*lines[:7], Line("① 指县级以上。", 80, 170, 700, 9)], lines[7:]]
    assert paragraphs(pages) == [*LONG, "注释", "①指县级以上。"]


def test_what_is_drawn_last_but_stands_higher_is_put_back() -> None:
    lines = page(typeset(LONG))
    stamp = Line("青禾县司法局文件", 80, 208, 40, 16)
    assert paragraphs([[*lines, stamp]])[0] == "青禾县司法局文件"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("编发 245 期", ""), "编发245期"),
        (("使用 open", "source 软件"), "使用open source软件"),
        (("共和 国", ""), "共和国"),
    ],
)
def test_loose_typesetting_is_closed_up(parts: tuple[str, str], expected: str) -> None:
    lines = [Line(text, 80, 500, 100 + 28 * n, 16) for n, text in enumerate(parts) if text]
    assert paragraphs([lines]) == [expected]


def test_no_lines_no_paragraphs() -> None:
    assert paragraphs([[], [Line("  ", 0, 1, 1, 1)]]) == []


def test_a_flood_of_lines_costs_no_more_per_line() -> None:
    def cost(count: int) -> float:
        lines = [Line("法治" * 13, 80, 496, 100 + 28 * n, 16) for n in range(count)]
        started = time.process_time()
        paragraphs([lines])
        return (time.process_time() - started) / count

    assert min(cost(30_000) for _ in range(2)) < 6 * min(cost(1_000) for _ in range(5))
