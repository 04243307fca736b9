from __future__ import annotations

from invented import PROMISES, report

from tracker.reading.document import read
from tracker.storage.differences import Change, Difference, differences


def told(one: Difference) -> tuple[Change, str | None, str | None]:
    return one.change, one.old.text if one.old else None, one.new.text if one.new else None


def test_nothing_changed_where_only_the_layout_did() -> None:
    found = differences(read(report()), read(report().replace("\n", "\n\n").replace("，", ", ")))
    assert (found.promises, found.others) == ((), ())


def test_promises_come_first_and_apart_from_other_sentences() -> None:
    changed = (PROMISES[0].replace("6期", "3期"), PROMISES[2], "每季度召开一次联席会议。")
    found = differences(read(report()), read(report(promises=changed, done="13次")))
    assert [told(one) for one in found.promises] == [
        (Change.CHANGED, f"（一）{PROMISES[0]}", f"（一）{changed[0]}"),
        (Change.ADDED, None, "（三）每季度召开一次联席会议。"),
        (Change.REMOVED, f"（二）{PROMISES[1]}", None),
    ]
    assert [told(one) for one in found.others] == [
        (
            Change.CHANGED,
            "全年组织专题学习12次，覆盖全体工作人员。",
            "全年组织专题学习13次，覆盖全体工作人员。",
        )
    ]


def test_a_promise_that_only_moved_did_not_change() -> None:
    assert differences(read(report()), read(report(promises=PROMISES[::-1]))).promises == ()


def test_a_sentence_said_twice_and_then_once_was_removed_once() -> None:
    old, new = read(report(promises=(*PROMISES, PROMISES[0]))), read(report())
    assert [told(one) for one in differences(old, new).promises] == [
        (Change.REMOVED, f"（四）{PROMISES[0]}", None)
    ]


def test_every_quote_is_verbatim() -> None:
    old, new = read(report()), read(report(promises=(PROMISES[1], "另行安排一项工作。"), done="9次"))
    found = differences(old, new)
    for one in (*found.promises, *found.others):
        assert one.old is None or old.text[one.old.start : one.old.end] == one.old.text
        assert one.new is None or new.text[one.new.start : one.new.end] == one.new.text
    assert {one.change for one in found.promises} == {Change.REMOVED, Change.ADDED}
