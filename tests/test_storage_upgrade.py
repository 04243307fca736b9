"""Stores that are older, newer, foreign, broken, locked or out of room: one clear sentence each."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic import command
from test_storage_store import AT, BODY, body, made, put, two_years

from tracker.errors import TrackerError
from tracker.judging.verdicts import Verdict
from tracker.language import Language, say
from tracker.resources import folder
from tracker.storage import database, upgrade
from tracker.storage.schema import REVISION
from tracker.storage.store import Store

LATER = '''"""A later table."""

import sqlalchemy as sa
from alembic import op

revision = "later"
down_revision = "{before}"


def upgrade() -> None:
    with op.batch_alter_table("issuers") as issuers:
        issuers.add_column(sa.Column("level", sa.String()))
    {then}


def downgrade() -> None:
    with op.batch_alter_table("issuers") as issuers:
        issuers.drop_column("level")
'''


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "stores" / "报告.sqlite"


@pytest.fixture
def url(path: Path) -> str:
    path.parent.mkdir()
    return f"sqlite:///{path}"


def next_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, then: str = "pass") -> None:
    """The program as it will be when it has one more migration."""
    later = tmp_path / "50% later"
    shutil.copytree(folder("migrations"), later / "migrations")
    (later / "migrations" / "versions" / "later.py").write_text(LATER.format(before=REVISION, then=then))
    monkeypatch.setattr(upgrade, "folder", lambda name: later / name)
    monkeypatch.setattr(upgrade, "REVISION", "later")


def refused(url: str, **options: bool) -> str:
    """The code of the error on opening a store; its sentence must be complete in both languages."""
    with pytest.raises(TrackerError) as error, Store.open(url, **options):
        pass
    for language in Language:
        assert "{" not in say(language, error.value.code, **error.value.details)
    return error.value.code


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything in a store but its revision."""
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}"), key=str)  # noqa: S608 (names of our tables)
            for name in names
            if name != upgrade.VERSIONS
        }


def beside(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir())


def test_no_store_is_said_and_none_is_made(url: str, path: Path) -> None:
    assert refused(url) == "store.missing"
    assert beside(path) == []


def test_a_new_store_stands_alone_in_its_folder(url: str, path: Path) -> None:
    with Store.open(url, create=True) as store:
        body(store)
        modes = [
            store.session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys")
        ]
    assert modes == ["wal", 1]
    assert beside(path) == ["报告.sqlite"]


def test_a_store_whose_making_fails_leaves_nothing(
    url: str, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_version(monkeypatch, tmp_path, then="raise OSError(28, 'No space left on device')")
    with pytest.raises(OSError, match="No space"), Store.open(url, create=True):
        pass
    assert beside(path) == []


def test_two_that_make_one_store_share_it(url: str, path: Path) -> None:
    with Store.open(url, create=True) as store:
        body(store)
    upgrade.create(path)
    with Store.open(url) as store:
        assert [issuer.name for issuer in store.issuers()] == [BODY]
    assert beside(path) == ["报告.sqlite"]


def test_an_older_store_is_upgraded_and_loses_nothing(
    url: str, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(url, create=True) as store:
        pairing, _ = two_years(store)
        before = store.load(pairing)
    old = rows(path)
    next_version(monkeypatch, tmp_path)
    assert refused(url) == "store.older"
    done = upgrade.upgrade(database.address(url))
    assert (done.before, done.after) == (REVISION, "later")
    assert done.backup is not None
    assert rows(done.backup) == old
    with Store.open(url) as store:
        assert store.load(pairing) == before
    new = rows(path)
    assert new.pop("issuers") == [(*row, None) for row in old.pop("issuers")]
    assert new == old
    assert beside(path) == ["报告.sqlite", done.backup.name]


FIRST_ROWS = """
INSERT INTO issuers VALUES (1, '双鸭山市云河区司法局', NULL);
INSERT INTO issuer_names VALUES (1, '双鸭山市云河区司法局', 'report', '2026-01-01T00:00:00+00:00');
INSERT INTO reports VALUES (1, 1, 'rule-of-law', 2024, 2025, 1, NULL, 'aa', '2024.txt', NULL, NULL, NULL,
    NULL, NULL, '建成法治文化广场2处。', '{"sections": [], "notices": []}', '{}', '0.1',
    '2026-01-01T00:00:00+00:00');
INSERT INTO reports VALUES (2, 1, 'rule-of-law', 2025, NULL, 1, NULL, 'bb', '2025.txt', NULL, NULL, NULL,
    NULL, NULL, '建成广场1处。', '{"sections": [], "notices": []}', '{}', '0.1',
    '2026-01-01T00:00:00+00:00');
INSERT INTO commitments VALUES (1, 'c1', 0, '建成法治文化广场2处。', 0, 11, '[]', 'numeric');
INSERT INTO decisions VALUES (1, 'c1', 2025, 'missed', '王敏', '2026-01-02T00:00:00+08:00', '少一处', 0, 6,
    1, 2, NULL, '2026-01-02T00:00:00+00:00');
INSERT INTO decisions VALUES (2, 'c1', 2025, 'fulfilled', '李强', '2026-01-03T00:00:00+08:00', '', NULL,
    NULL, 1, 2, NULL, '2026-01-03T00:00:00+00:00');
INSERT INTO decisions VALUES (3, 'c1', 2025, NULL, '李强', '2026-01-04T00:00:00+08:00', '看错', NULL, NULL,
    1, 2, 2, '2026-01-04T00:00:00+00:00');
INSERT INTO audits VALUES (1, 1, 2, '0.1', 'f', 'd', '2026-01-01T00:00:00+00:00');
INSERT INTO machine_verdicts VALUES (1, 'c1', 1, 'dropped', 0.5, 1, '{}');
"""


def test_a_store_of_the_first_version_is_upgraded_with_a_copy_and_keeps_every_row(
    url: str, path: Path
) -> None:
    path.touch()
    made = database.engine(database.address(url))
    with made.execution_options(writing=True).begin() as migrating:
        command.upgrade(upgrade.config(migrating), "0001")
    made.dispose()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(FIRST_ROWS)
    old = rows(path)
    assert refused(url) == "store.older"
    done = upgrade.upgrade(database.address(url))
    assert (done.before, done.after) == ("0001", REVISION)
    assert done.backup is not None
    assert rows(done.backup) == old
    new = rows(path)
    assert new.pop("decisions") == [(*row, 0) for row in old.pop("decisions")]
    assert {name: new.get(name) for name in old} == old
    with Store.open(url) as store:
        [pairing] = store.pairings(2025)
        [standing] = store.decisions(pairing)
    assert (standing.verdict, standing.reviewer, standing.evidence) == (Verdict.MISSED, "王敏", (0, 6))


def test_an_upgrade_that_fails_changes_nothing_and_keeps_the_copy(
    url: str, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(url, create=True) as store:
        two_years(store)
    old = rows(path)
    next_version(monkeypatch, tmp_path, then="raise KeyError('halfway')")
    for number in ("", "-2"):
        with pytest.raises(KeyError, match="halfway"):
            upgrade.upgrade(database.address(url))
        assert rows(path) == old
        assert rows(path.with_name(f"报告.sqlite.{REVISION}{number}.backup")) == old


def test_a_current_store_is_left_alone(url: str, path: Path) -> None:
    with Store.open(url, create=True):
        pass
    done = upgrade.upgrade(database.address(url))
    assert done == upgrade.Upgraded(REVISION, REVISION, None)
    assert beside(path) == ["报告.sqlite"]


def test_a_newer_store_is_refused_and_not_touched(url: str, path: Path) -> None:
    with Store.open(url, create=True) as store:
        body(store)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE {upgrade.VERSIONS} SET version_num = '9999'")  # noqa: S608 (a constant)
    old = path.read_bytes()
    assert refused(url) == "store.newer"
    assert refused(url, create=True) == "store.newer"
    with pytest.raises(TrackerError):
        upgrade.upgrade(database.address(url))
    assert path.read_bytes() == old


def test_another_programs_database_is_not_written_into(url: str, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE notes (text)")
    assert refused(url, create=True) == "store.foreign"
    assert list(rows(path)) == ["notes"]


def test_an_empty_database_is_filled_only_by_who_may_create(url: str, path: Path) -> None:
    path.touch()
    assert refused(url) == "store.empty"
    with Store.open(url, create=True) as store:
        assert store.issuers() == ()


@pytest.mark.parametrize("content", [b"no database at all\n" * 100, b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_file_that_is_no_database(url: str, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert refused(url, create=True) in {"store.no_database", "store.damaged"}
    assert path.read_bytes() == content


def test_a_folder_is_no_store(url: str, path: Path) -> None:
    path.mkdir()
    assert refused(url) == "store.cannot_open"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert refused(f"sqlite:///{tmp_path}/none/store.sqlite", create=True) == "store.no_folder"


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("nonsense", "store.bad_url"),
        ("postgresql://nobody@127.0.0.1:1/none", "store.unreachable"),
        ("oracle+nodriver://x", "store.no_driver"),
    ],
)
def test_an_address_that_leads_nowhere(url: str, code: str) -> None:
    if "postgresql" in url:
        pytest.importorskip("psycopg")
    assert refused(url) == code


def test_a_password_is_never_shown() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(TrackerError) as error, Store.open("postgresql://me:secret@127.0.0.1:1/none"):
        pass
    assert "secret" not in say(Language.EN, error.value.code, **error.value.details)


def test_a_store_another_program_writes_to(url: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    with Store.open(url, create=True) as store:
        body(store)
    with closing(sqlite3.connect(path, isolation_level=None)) as other, Store.open(url) as store:
        other.execute("BEGIN IMMEDIATE")
        assert len(store.issuers()) == 1
        with pytest.raises(TrackerError) as error:
            body(store, "另一个主体")
    assert error.value.code == "store.locked"


def test_a_disk_that_fills_keeps_what_was_finished(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(url, create=True) as store:
        number = put(store, body(store), made(2024))
    connect = database._connect  # noqa: SLF001 (the one place where SQLite can be told to run out of room)

    def small(at: Path | None, *, write: bool) -> sqlite3.Connection:
        connection = connect(at, write=write)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 1}")
        return connection

    monkeypatch.setattr(database, "_connect", small)
    with pytest.raises(TrackerError) as error, Store.open(url) as store:
        fill(store)
    assert error.value.code == "store.full"
    monkeypatch.undo()
    with Store.open(url) as store:
        assert store.filed(number).report == made(2024)
        kept = len(store.reports())
        put(store, 1, made(2060))
        assert len(store.reports()) == kept + 1


def fill(store: Store) -> None:
    for year in range(2025, 2060):
        put(store, 1, made(year))


@contextmanager
def as_nobody(path: Path) -> Iterator[None]:
    """As a user who may read the folder and the store, and write neither; root may always write."""
    path.parent.chmod(0o555)
    if path.exists():
        path.chmod(0o444)
    above = [each for each in path.parents if each != path.parent and each.owner() == path.parent.owner()]
    modes = {each: each.stat().st_mode for each in above}
    for each in above:
        each.chmod(modes[each] | 0o055)
    root = os.geteuid() == 0
    try:
        if root:
            os.seteuid(65534)
        yield
    finally:
        if root:
            os.seteuid(0)
        path.parent.chmod(0o755)
        for each, mode in modes.items():
            each.chmod(mode)


def test_a_store_in_a_read_only_folder_can_be_read_and_says_it_cannot_be_written(
    url: str, path: Path
) -> None:
    with Store.open(url, create=True) as store:
        body(store)
    with as_nobody(path):
        with Store.open(url, write=False) as store:
            assert [issuer.name for issuer in store.issuers()] == [BODY]
        with pytest.raises(TrackerError) as error, Store.open(url) as store, store.transaction():
            store.add_issuer("另一个主体", "user", AT)
    assert error.value.code in {"store.read_only", "store.cannot_open"}


def test_no_store_can_be_made_in_a_read_only_folder(url: str, path: Path) -> None:
    with as_nobody(path):
        code = refused(url, create=True)
    assert code in {"store.read_only", "store.cannot_open", "store.refused"}
    assert beside(path) == []
