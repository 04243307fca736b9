from __future__ import annotations

from tracker.reading.items import Item, items

Shape = tuple[str | None, str | None, tuple["Shape", ...]]


def shape(found: tuple[Item, ...]) -> tuple[Shape, ...]:
    return tuple((item.number, item.heading, shape(item.items)) for item in found)


def read(text: str) -> tuple[Shape, ...]:
    return shape(items(text, 0, len(text)))


def test_numbers_nest_in_the_order_in_which_they_appear() -> None:
    text = (
        "（一）完善制度。健全台账。1.修订办法。一是征求意见。二是合法性审查。2.开展培训。全员参加。\n"
        "（二）加强监督。定期评查。"
    )
    assert read(text) == (
        (
            "（一）",
            "完善制度",
            (("1.", "修订办法", (("一是", None, ()), ("二是", None, ()))), ("2.", "开展培训", ())),
        ),
        ("（二）", "加强监督", ()),
    )


def test_numbers_on_lines_of_their_own() -> None:
    text = "（一）完善制度\n1.修订办法\n修订两项办法。\n2.开展培训\n培训两次。"
    assert read(text) == (("（一）", "完善制度", (("1.", "修订办法", ()), ("2.", "开展培训", ()))),)


def test_an_item_of_one_sentence_has_no_heading() -> None:
    assert read("一是修订办法，开展培训。二是公开结果，接受监督。") == (
        ("一是", None, ()),
        ("二是", None, ()),
    )


def test_a_short_line_without_number_or_stop_is_a_heading() -> None:
    assert read("加强自身建设\n严格执行制度。") == ((None, "加强自身建设", ()),)


def test_a_bookmark_hides_no_number() -> None:
    assert read("[bookmark: _GoBack]一是带头学习。每月一次。")[0][:2] == ("一是", "带头学习")


def test_items_reach_to_the_last_sentence_in_them() -> None:
    text = "一是学习。每月一次。二是公开。每季一次。\n打印本页"
    first, second = items(text, 0, len(text))
    assert text[first.start : first.end] == "一是学习。每月一次。"
    assert text[second.start : second.end] == "二是公开。每季一次。"


def test_a_closing_paragraph_belongs_to_no_item_when_items_fill_one_paragraph_each() -> None:
    text = "（一）学习。每月一次。\n（二）公开。每季一次。\n各位代表！让我们努力！"
    last = items(text, 0, len(text))[-1]
    assert text[last.start : last.end] == "（二）公开。每季一次。"


def test_the_last_of_a_list_of_sentences_is_no_heading_of_what_follows() -> None:
    assert read("1.新建学校6所。\n2.新建医院1所。\n经费由财政保障。") == (("1.", None, ()), ("2.", None, ()))


def test_a_paragraph_between_inner_items_leaves_the_outer_one_open() -> None:
    text = (
        "（一）教育。办好教育。\n一是建校。新建6所。\n二是育人。培训2期。\n"
        "（二）医疗。办好医疗。\n一是建院。新建1所。\n二是惠民。减免费用。\n全年不停诊。\n三是引才。引进9人。"
    )
    assert [item.number for item in items(text, 0, len(text))] == ["（一）", "（二）"]
