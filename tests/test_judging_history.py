"""For how many years in a row a promise has been made."""

from __future__ import annotations

from collections.abc import Mapping

from matched import promise, statement

from tracker.judging.history import History, Plan, histories
from tracker.reading.commitments import Statement
from tracker.reading.document import SectionKind


def plan(year: int, *texts: str) -> Plan:
    promises, said, start = [], [], 0
    for text in texts:
        one = statement(text, SectionKind.PLAN, start)
        said.append(one)
        made = promise(text, key=f"{year}-{text}")
        promises.append(type(made)(made.id, text, one.start, one.end, (), made.testability))
        start = one.end
    return Plan(year, tuple(promises), tuple(said))


def same_words(earlier: Plan, later: Plan) -> Mapping[str, Statement]:
    return {one.id: said for one in earlier.commitments for said in later.statements if said.text == one.text}


def test_a_promise_made_once_has_a_history_of_one_year() -> None:
    assert histories(plan(2025, "甲"), [], same_words) == {"2025-甲": History(2025, 1)}


def test_the_chain_runs_back_through_every_year() -> None:
    earlier = [plan(2022, "乙"), plan(2024, "甲", "丙"), plan(2023, "丙", "甲")]
    assert histories(plan(2025, "甲", "乙", "丙", "丁"), earlier, same_words) == {
        "2025-甲": History(2023, 3),
        "2025-乙": History(2025, 1),
        "2025-丙": History(2023, 3),
        "2025-丁": History(2025, 1),
    }


def test_a_missing_year_ends_the_chain() -> None:
    assert histories(plan(2025, "甲"), [plan(2023, "甲")], same_words) == {"2025-甲": History(2025, 1)}
    earlier = [plan(2024, "甲"), plan(2022, "甲")]
    assert histories(plan(2025, "甲"), earlier, same_words) == {"2025-甲": History(2024, 2)}


def test_a_promise_that_was_dropped_for_a_year_starts_anew() -> None:
    earlier = [plan(2024, "乙"), plan(2023, "甲", "乙")]
    assert histories(plan(2025, "甲", "乙"), earlier, same_words)["2025-甲"] == History(2025, 1)
    assert histories(plan(2025, "甲", "乙"), earlier, same_words)["2025-乙"] == History(2023, 3)


def test_no_more_years_are_compared_than_the_chain_reaches() -> None:
    asked: list[tuple[int, int]] = []

    def counted(earlier: Plan, later: Plan) -> Mapping[str, Statement]:
        asked.append((earlier.year, later.year))
        return same_words(earlier, later)

    histories(plan(2025, "甲"), [plan(2024, "甲"), plan(2023, "乙"), plan(2022, "甲")], counted)
    assert asked == [(2024, 2025), (2023, 2024)]
