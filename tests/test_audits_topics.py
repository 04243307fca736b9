from __future__ import annotations

from itertools import pairwise
from time import perf_counter

import pytest

from tracker.audits.topics import Topic, topics_of
from tracker.reading.commitments import Commitment, Testability
from tracker.reading.document import Genre

GENRE = Genre.RULE_OF_LAW
REVIEW = Topic("review", "合法性审查", "Review of legality", GENRE, ("合法性审查", "审查"))
LAWYERS = Topic("lawyers", "法律顾问", "Advisers", GENRE, ("法律顾问",))
VILLAGES = Topic("villages", "公共法律服务", "Legal services", GENRE, ("村（居）法律顾问", "公证"))
TOPICS = (REVIEW, LAWYERS, VILLAGES)


def promise(text: str, *path: str) -> Commitment:
    return Commitment("0" * 16, text, 0, len(text), path, Testability.CONTINUING)


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("完善法律顾问制度，规范合法性审查。", (), (REVIEW, LAWYERS)),
        ("实现村(居)法律顾问全覆盖。", (), (VILLAGES,)),
        ("实现村（居）法律顾问 全覆盖，聘请法律 顾问两名。", (), (LAWYERS, VILLAGES)),
        ("每季度调度一次。", ("三、安排", "（一）用好法律顾问"), (LAWYERS,)),
        ("每季度调度一次。", ("三、加强审查", "（一）用好法律顾问"), (LAWYERS,)),
        ("推进公证便民。", ("三、安排", "（一）用好法律顾问"), (VILLAGES,)),
        ("每季度调度一次。", ("三、安排",), ()),
    ],
)
def test_a_promise_belongs_to_the_topics_it_names_or_stands_under(
    text: str, path: tuple[str, ...], expected: tuple[Topic, ...]
) -> None:
    assert topics_of(promise(text, *path), TOPICS) == expected


def test_without_topics_there_is_none() -> None:
    assert topics_of(promise("完善法律顾问制度。"), ()) == ()


def test_a_longer_text_costs_no_more_per_character() -> None:
    times = []
    for size in (20_000, 80_000):
        text = "法律顾合法性审" * (size // 7)
        start = perf_counter()
        topics_of(promise(text), TOPICS)
        times.append(perf_counter() - start)
    assert all(later < 12 * earlier for earlier, later in pairwise(times))
