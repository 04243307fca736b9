from __future__ import annotations

from dataclasses import replace

from sample_audits import CASES, three_years

from tracker.language import Language
from tracker.pages.lasting import LISTED, years_view


def test_years_follow_each_other_whatever_order_they_come_in() -> None:
    view = years_view(three_years(), Language.ZH)
    assert (view.first, view.last) == (2024, 2026)
    assert [one.year for one in view.annual] == [2024, 2025, 2026]
    assert [one.total for one in view.annual] == [3, 4, 4]
    for one in view.annual:
        assert sum(one.numbers) == one.total


def test_a_year_without_its_report_has_no_rate_and_no_picture() -> None:
    waiting = years_view(three_years(), Language.ZH).annual[-1]
    assert waiting.answered == "–"
    assert waiting.alluvial is None


def test_a_promise_made_for_years_stands_once_where_it_ends() -> None:
    (lasting,) = years_view(three_years(), Language.ZH).lasting
    assert lasting.text == CASES[6].promise
    assert (lasting.since, lasting.until, lasting.years) == (2024, 2026, 3)
    assert lasting.named.code == "pending"


def test_a_promise_given_up_is_shown_with_its_last_year() -> None:
    earlier = three_years()[1:]
    (lasting,) = years_view(earlier, Language.ZH).lasting
    assert (lasting.until, lasting.years, lasting.named.code) == (2025, 2, "repeated")


def test_what_does_not_show_at_once_stands_folded() -> None:
    first = next(one for one in three_years() if one.year == 2025)
    lasting = next(one for one in first.findings if one.history.years > 1)
    many = replace(first, findings=(lasting,) * (LISTED + 3))
    view = years_view([replace(many, year=year) for year in range(2015, 2026)], Language.ZH)
    assert len(view.lasting) == LISTED
    assert [one.year for one in view.drawn] == [2025, 2024, 2023, 2022]
    assert [one.year for one in view.drawn_earlier] == list(range(2021, 2014, -1))
