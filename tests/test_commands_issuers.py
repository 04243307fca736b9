from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import Tracker

from tracker.cli import main

REPORTS = Path(__file__).parents[1] / "examples" / "reports"
OFFICE = "云岭市青石区人民政府办公室"
BUREAU = "宁岳市城市管理和综合行政执法局"


@pytest.fixture
def filled(tracker: Tracker) -> Tracker:
    assert (
        tracker("ingest", REPORTS / "qingshi-district-office", REPORTS / "ningyue-city-management").exit_code
        == 0
    )
    return tracker


def listed(tracker: Tracker) -> dict[str, list[str]]:
    """What the list says of each body, by its name."""
    rows = [line.split("\t") for line in tracker("issuers").stdout.splitlines()]
    return {row[1]: [row[0], *row[2:]] for row in rows}


def test_bodies_are_listed_with_number_and_reports(filled: Tracker) -> None:
    bodies = listed(filled)
    assert set(bodies) == {OFFICE, BUREAU}
    assert bodies[BUREAU][1] == "reports: 3"


def test_an_alias_is_a_name_from_now_on(filled: Tracker, tmp_path: Path) -> None:
    assert filled("issuers", "alias", BUREAU, "宁岳城管").exit_code == 0
    assert "宁岳城管" in listed(filled)[BUREAU][2]
    text = (REPORTS / "ningyue-city-management" / "2025.txt").read_text(encoding="utf-8")
    (tmp_path / "next.txt").write_text(text.replace("2026", "2027").replace("2025", "2026"), encoding="utf-8")
    assert filled("ingest", "next.txt", "--issuer", "宁岳城管").exit_code == 0
    assert listed(filled)[BUREAU][1] == "reports: 4"


def test_a_body_may_be_named_by_its_number(filled: Tracker) -> None:
    number = listed(filled)[OFFICE][0]
    assert filled("issuers", "alias", number, "青石区政府办").exit_code == 0
    assert "青石区政府办" in listed(filled)[OFFICE][-1]


@pytest.mark.parametrize(
    ("answer", "code", "left"),
    [("y\n", 0, {BUREAU}), ("n\n", 130, {OFFICE, BUREAU}), ("", 130, {OFFICE, BUREAU})],
)
def test_two_bodies_become_one_only_when_the_user_says_so(
    filled: Tracker, answer: str, code: int, left: set[str]
) -> None:
    result = CliRunner().invoke(main, ["issuers", "merge", OFFICE, BUREAU], input=answer)
    assert result.exit_code == code
    assert f"{OFFICE} (reports: 3) goes into {BUREAU}" in result.stderr
    assert set(listed(filled)) == left


def test_merging_takes_the_names_along(filled: Tracker) -> None:
    assert filled("issuers", "merge", OFFICE, BUREAU, "--yes").exit_code == 0
    assert OFFICE in listed(filled)[BUREAU][2]
    assert filled("audit", "--issuer", OFFICE).exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["alias", "月球人民政府", "月球"],
        ["merge", OFFICE, "月球人民政府", "--yes"],
        ["merge", OFFICE, OFFICE, "--yes"],
    ],
)
def test_bodies_that_are_not_there_or_the_same_are_refused(filled: Tracker, arguments: list[str]) -> None:
    result = filled("issuers", *arguments)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1].startswith("Error: ")
    assert set(listed(filled)) == {OFFICE, BUREAU}
