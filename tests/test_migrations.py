"""Every migration goes down and up with data in the tables, and the models are what they lead to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from invented import postgres
from sqlalchemy import Connection, func, inspect, select
from test_storage_store import AT, decision, two_years, waits

from tracker.audits.replies import Reply
from tracker.audits.signatures import Signature, State
from tracker.judging.verdicts import Verdict
from tracker.storage import database, upgrade
from tracker.storage.schema import REVISION, Base
from tracker.storage.store import Store

REVISIONS = [
    script.revision
    for script in ScriptDirectory.from_config(upgrade.config()).walk_revisions()
    if script.revision
]


@pytest.fixture(scope="module")
def server() -> Iterator[Iterator[str]]:
    with postgres() as databases:
        yield databases


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.sqlite'}"
    return str(next(request.getfixturevalue("server")))


@contextmanager
def migrating(url: str) -> Iterator[Connection]:
    engine = database.engine(database.address(url))
    with engine.execution_options(writing=True).begin() as connection:
        yield connection
    engine.dispose()


def fill(url: str) -> None:
    """A row in every table."""
    with Store.open(url, create=True) as store:
        pairing, ids = two_years(store)
        with store.transaction():
            store.ledger.record(pairing, decision(ids[0]), AT)
            blind = store.ledger.record(pairing, decision(ids[0]), AT, blind=True)
            store.ledger.undo(blind, "王敏", "", AT)
            store.waiting.keep(waits())
            reply = store.replies.record(
                pairing, Reply(0, ids[0], "已列入明年计划。", "司法局", "", None, AT)
            )
            store.replies.withdraw(reply, "司法局", AT)
            state = State(AT, pairing.baseline or 0, pairing.answer, 1, {ids[0]: Verdict.FULFILLED})
            store.signatures.record(pairing, Signature("王敏", "", 0, state))
            store.moves.move([pairing.answer or 0], pairing.issuer_id, 2030, "", "user", AT)


def test_the_models_are_what_the_migrations_lead_to(url: str) -> None:
    fill(url)
    with migrating(url) as connection:
        command.check(upgrade.config(connection))


def test_the_newest_migration_is_the_one_the_models_name() -> None:
    assert ScriptDirectory.from_config(upgrade.config()).get_heads() == [REVISION]
    assert upgrade.known() == set(REVISIONS)


@pytest.mark.parametrize("revision", REVISIONS)
def test_each_migration_goes_down_and_up_with_data(url: str, revision: str) -> None:
    fill(url)
    with migrating(url) as connection:
        command.downgrade(upgrade.config(connection), revision)
        command.downgrade(upgrade.config(connection), "-1")
        command.upgrade(upgrade.config(connection), "head")
        command.check(upgrade.config(connection))


def test_what_was_decided_before_blind_readings_still_decides_after_going_down_and_up(url: str) -> None:
    fill(url)
    with migrating(url) as connection:
        command.downgrade(upgrade.config(connection), "0001")
        command.upgrade(upgrade.config(connection), "head")
    with Store.open(url) as store:
        [kept] = store.ledger.log()
    assert kept.decision
    assert not kept.blind


def test_the_first_migration_leaves_nothing_behind(url: str) -> None:
    fill(url)
    with migrating(url) as connection:
        command.downgrade(upgrade.config(connection), "base")
        assert inspect(connection).get_table_names() == [upgrade.VERSIONS]


def test_a_new_store_has_all_tables_empty(url: str) -> None:
    with Store.open(url, create=True) as store:
        for table in Base.metadata.sorted_tables:
            assert store.session.scalar(select(func.count()).select_from(table)) == 0


def test_every_migration_says_why() -> None:
    for script in ScriptDirectory.from_config(upgrade.config()).walk_revisions():
        assert script.doc
        assert script.doc.endswith(".")
