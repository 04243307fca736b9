"""The schema of a store: at which revision it stands, new stores, upgrades with a backup first."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import Enum
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine import URL

from tracker.errors import TrackerError
from tracker.resources import folder
from tracker.storage import database
from tracker.storage.schema import REVISION

if TYPE_CHECKING:
    from alembic.config import Config

VERSIONS = "alembic_version"


class Standing(Enum):
    """What a database is to this version of the tracker."""

    EMPTY = "empty"
    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Upgraded:
    """From which revision to which, and where the copy of the old store lies (SQLite only)."""

    before: str
    after: str
    backup: Path | None


def revision(connection: Connection) -> str | None:
    """The revision of the tables; None in a database without our mark."""
    if not inspect(connection).has_table(VERSIONS):
        return None
    return connection.execute(text(f"SELECT version_num FROM {VERSIONS}")).scalar()  # noqa: S608 (a constant)


def standing(connection: Connection) -> Standing:
    """Whether the tables are ours and of which age; reads only."""
    at = revision(connection)
    if at == REVISION:
        return Standing.CURRENT
    if at is None:
        return Standing.FOREIGN if inspect(connection).get_table_names() else Standing.EMPTY
    return Standing.OLDER if at in known() else Standing.NEWER


def known() -> frozenset[str]:
    """The revisions of migrations/."""
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory.from_config(config()).walk_revisions()
    return frozenset(script.revision for script in scripts)


def require(connection: Connection, name: str) -> None:
    """Pass where the store is current; else a TrackerError that says what to do."""
    found = standing(connection)
    if found is not Standing.CURRENT:
        raise TrackerError(f"store.{found.value}", path=name, revision=revision(connection), ours=REVISION)


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration: our migrations, and the connection they run on."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", str(folder("migrations")).replace("%", "%%"))
    made.attributes["connection"] = connection
    return made


def create(path: Path) -> None:
    """A new, empty SQLite store, made aside and moved into place, so that no half of one stays."""
    if not path.parent.is_dir():
        raise TrackerError("store.no_folder", path=path, folder=path.parent)
    with _aside(path) as new:
        _fresh(new)
        _into_place(new, path)


def create_there(connection: Connection) -> None:
    """The tables, in an empty database; nothing happens if another program made them meanwhile."""
    connection.rollback()
    with connection.execution_options(writing=True).begin():
        database.lock(connection)
        if standing(connection) is Standing.EMPTY:
            _migrate(connection, "head")


def _fresh(path: Path) -> None:
    """An empty store in a new file, in WAL mode, which stays with the file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    made = database.engine(URL.create("sqlite", database=str(path)))
    with made.connect() as connection:
        create_there(connection)
    made.dispose()


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """A name beside `path` for something unfinished; gone at the end, its companions too."""
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        yield new
    finally:
        for suffix in ("", "-journal", "-wal", "-shm"):
            new.with_name(new.name + suffix).unlink(missing_ok=True)


def _into_place(new: Path, path: Path) -> None:
    """Give the file its name, unless another program was faster: then that one's store is used."""
    try:
        os.link(new, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        new.rename(path)


def upgrade(url: URL) -> Upgraded:
    """Bring an older store to the present revision, all or nothing; a SQLite store is copied first."""
    path = database.file(url)
    made = database.engine(url)
    with made.connect() as connection:
        before = _before(connection, database.shown(url))
    backup = _backup(path, before) if path and before != REVISION else None
    with made.connect() as connection:
        _upgrade(connection)
    made.dispose()
    return Upgraded(before, REVISION, backup)


def _before(connection: Connection, name: str) -> str:
    """The revision to start from; TrackerError unless it is one of ours."""
    if standing(connection) not in (Standing.OLDER, Standing.CURRENT):
        require(connection, name)
    return str(revision(connection))


def _upgrade(connection: Connection) -> None:
    """SQLite rebuilds tables to change them: references are checked at the end, not on the way."""
    sqlite = connection.dialect.name == "sqlite"
    if sqlite:
        connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
    with connection.execution_options(writing=True).begin():
        database.lock(connection)
        _migrate(connection, "head")
        if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise TrackerError("store.upgrade_broke")


def _migrate(connection: Connection, to: str) -> None:
    from alembic import command

    command.upgrade(config(connection), to)


def _backup(path: Path, before: str) -> Path:
    """A copy made by SQLite itself, which is whole even while another program writes."""
    suffixes = chain([""], (f"-{number}" for number in count(2)))
    names = (path.with_name(f"{path.name}.{before}{suffix}.backup") for suffix in suffixes)
    target = next(name for name in names if not name.exists())
    with _aside(target) as new:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(new)) as copy:
            source.backup(copy)
        _into_place(new, target)
    return target
