"""A URL → an engine that keeps the store's rules, and database failures → errors a user can act on."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import QueuePool, StaticPool

from tracker.errors import TrackerError

PATIENCE = 10.0  # seconds to wait for another program that writes
WRITER = 0x74726163  # PostgreSQL's advisory lock of whoever writes; SQLite has BEGIN IMMEDIATE

SQLITE = {
    "SQLITE_BUSY": "store.locked",
    "SQLITE_LOCKED": "store.locked",
    "SQLITE_FULL": "store.full",
    "SQLITE_IOERR": "store.disk",
    "SQLITE_READONLY": "store.read_only",
    "SQLITE_PERM": "store.read_only",
    "SQLITE_CANTOPEN": "store.cannot_open",
    "SQLITE_NOTADB": "store.no_database",
    "SQLITE_CORRUPT": "store.damaged",
}
"""Primary result codes of SQLite → our sentences; an extended code starts with its primary one."""

POSTGRES = {
    "53100": "store.full",
    "55P03": "store.locked",
    "25006": "store.read_only",
    "42501": "store.refused",
}
"""SQLSTATEs of PostgreSQL → our sentences; whatever fails before a session exists is `unreachable`."""


def address(url: str) -> URL:
    """The URL, PostgreSQL's with the driver we ship for; TrackerError if it is none."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise TrackerError("store.bad_url", url=url) from None
    if parsed.drivername in ("postgres", "postgresql"):
        parsed = parsed.set(drivername="postgresql+psycopg")
    return parsed


def file(url: URL) -> Path | None:
    """The file of a SQLite store; None for one in memory and for every other database."""
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        return None
    return Path(str(url.database))


def shown(url: URL) -> str:
    """The store's name before the user: a path, or the URL without its password."""
    return str(file(url) or url.render_as_string(hide_password=True))


def engine(url: URL, *, write: bool = True) -> Engine:
    """An engine on an existing database; a SQLite file is never created by opening it."""
    try:
        if url.get_backend_name() != "sqlite":
            return create_engine(url)
        path = file(url)
        pool = QueuePool if path else StaticPool
        made = create_engine("sqlite://", creator=lambda: _connect(path, write=write), poolclass=pool)
    except (NoSuchModuleError, ModuleNotFoundError):
        raise TrackerError("store.no_driver", path=shown(url), driver=url.drivername) from None
    event.listen(made, "begin", _begin)
    return made


def _connect(path: Path | None, *, write: bool) -> sqlite3.Connection:
    """A connection that leaves transactions to us (`_begin`); `path` None is a database in memory."""
    name = f"file:{quote(str(path.absolute()))}?{_mode(path, write=write)}" if path else ":memory:"
    connection = sqlite3.connect(
        name, PATIENCE, uri=path is not None, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _mode(path: Path, *, write: bool) -> str:
    """Where nobody can write beside the file, SQLite must be told so, or it fails on its own lock files."""
    if write:
        return "mode=rw"
    effective = os.access in os.supports_effective_ids
    writable = os.access(path.parent, os.W_OK, effective_ids=effective)
    quiet = not path.with_name(f"{path.name}-wal").exists()
    return "mode=ro&immutable=1" if quiet and not writable else "mode=ro"


def _begin(connection: Connection) -> None:
    """Take SQLite's write lock at once: two that read first and write later would both fail."""
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def lock(connection: Connection) -> None:
    """Wait until no one else writes, and hold others off until the transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITER})


@contextmanager
def told(url: URL) -> Iterator[None]:
    """Turn what a database refuses into a TrackerError that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise _failure(url, error) from error
    except DBAPIError as error:
        raise _failure(url, error.orig) from error


def _failure(url: URL, error: BaseException | None) -> TrackerError:
    reason = " ".join(str(error).split())
    return TrackerError(_code(url, error), path=shown(url), reason=reason)


def _code(url: URL, error: BaseException | None) -> str:
    if isinstance(error, sqlite3.Error):
        name = getattr(error, "sqlite_errorname", "")
        return next((code for prefix, code in SQLITE.items() if name.startswith(prefix)), "store.failed")
    state = getattr(error, "sqlstate", None)
    if url.get_backend_name() == "postgresql" and state is None:
        return "store.unreachable"
    return POSTGRES.get(str(state), "store.failed")
