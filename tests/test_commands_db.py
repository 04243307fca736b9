from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from conftest import Tracker

from tracker.storage.schema import REVISION

OFFICE = Path(__file__).parents[1] / "examples" / "reports" / "qingshi-district-office"


@pytest.fixture
def filled(tracker: Tracker) -> Tracker:
    tracker("ingest", OFFICE / "2024.txt")
    return tracker


def test_a_store_of_this_version_is_current(filled: Tracker) -> None:
    result = filled("db", "current")
    assert (result.exit_code, result.stdout) == (0, f"tracker.sqlite: revision {REVISION}, up to date\n")


def test_upgrading_what_is_current_changes_nothing(filled: Tracker, tmp_path: Path) -> None:
    result = filled("db", "upgrade")
    assert (result.exit_code, result.stdout) == (0, f"tracker.sqlite is up to date ({REVISION})\n")
    assert not list(tmp_path.glob("*.backup"))


@pytest.mark.parametrize(
    ("statement", "word"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", "newer"),
        ("DROP TABLE alembic_version", "not a store"),
    ],
)
def test_another_standing_is_said_and_exits_1(
    filled: Tracker, tmp_path: Path, statement: str, word: str
) -> None:
    with sqlite3.connect(tmp_path / "tracker.sqlite") as connection:
        connection.execute(statement)
    result = filled("db", "current")
    assert result.exit_code == 1
    assert word in result.stdout
    assert filled("db", "upgrade").exit_code == 1
