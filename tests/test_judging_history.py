"""For how many years in a row a promise has been made."""

from __future__ import annotations

from matched import plan

from tracker.judging.again import Plan
from tracker.judging.history import History, histories


def same_words(earlier: Plan, later: Plan) -> dict[str, set[str]]:
    return {
        after.id: {before.id}
        for after in later.commitments
        for before in earlier.commitments
        if before.text == after.text
    }


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

    def counted(earlier: Plan, later: Plan) -> dict[str, set[str]]:
        asked.append((earlier.year, later.year))
        return same_words(earlier, later)

    histories(plan(2025, "甲"), [plan(2024, "甲"), plan(2023, "乙"), plan(2022, "甲")], counted)
    assert asked == [(2024, 2025), (2023, 2024)]


def test_a_promise_that_joins_two_is_as_old_as_the_older() -> None:
    def joined(earlier: Plan, later: Plan) -> dict[str, set[str]]:
        if later.year == 2025:
            return {"2025-甲乙": {"2024-甲", "2024-乙"}}
        return same_words(earlier, later)

    earlier = [plan(2024, "甲", "乙"), plan(2023, "乙")]
    assert histories(plan(2025, "甲乙"), earlier, joined) == {"2025-甲乙": History(2023, 3)}
