"""Invented reports of invented bodies, and a private PostgreSQL, for the tests of the store."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from time import sleep

import pytest

PROMISES = (
    "举办行政执法人员培训班6期，参训人员不少于300人次。",
    "建成法治文化广场2处。",
    "出台《行政裁量权基准管理办法》。",
)


def report(
    body: str = "双鸭山市云河区司法局",
    year: int = 2024,
    promises: Sequence[str] = PROMISES,
    done: str = "12次",
) -> str:
    """A rule-of-law report on `year` with a plan for the year after; no plan without promises."""
    items = [f"（{number}）{text}" for number, text in zip("一二三四五六", promises, strict=False)]
    plan = [f"三、{year + 1}年度推进法治政府建设的主要安排", *items] if items else []
    return "\n".join(
        [
            f"{body}{year}年度法治政府建设情况报告",
            f"{year}年，{body}坚持依法行政，认真落实各项部署。现将有关情况报告如下：",
            f"一、{year}年度推进法治政府建设的主要举措和成效",
            f"（一）加强学法用法。全年组织专题学习{done}，覆盖全体工作人员。",
            "（二）规范行政执法。开展案卷评查2次，评查案卷80件。",
            "二、存在的不足和原因",
            "个别执法人员业务能力还不够强，主要原因是培训不够经常。",
            *plan,
            "",
        ]
    )


def _programs() -> Path | None:
    """The folder of initdb and postgres, if they are installed; Debian keeps them off the PATH."""
    found = [Path(path).parent for path in (shutil.which("initdb"),) if path]
    found += sorted(path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1] if found else None


def _server_user() -> str | None:
    """PostgreSQL refuses to run as root: another user there is."""
    if os.geteuid() != 0:
        return None
    with suppress(KeyError):
        return pwd.getpwnam("postgres").pw_name
    return "nobody"


@contextmanager
def postgres() -> Iterator[Iterator[str]]:
    """The URLs of ever new databases on a server of our own; skips where there is none."""
    programs = _programs()
    if programs is None or find_spec("psycopg") is None:
        pytest.skip("no PostgreSQL server or no psycopg on this machine")
    user = _server_user()
    folder = Path(tempfile.mkdtemp(prefix="tracker-postgres-"))
    if user:
        shutil.chown(folder, user)
    data = folder / "data"
    initdb: list[str | Path] = [
        programs / "initdb",
        "-D",
        data,
        "-A",
        "trust",
        "-U",
        "tracker",
        "-E",
        "UTF8",
        "--no-sync",
    ]
    start: list[str | Path] = [
        programs / "postgres",
        "-D",
        data,
        "-k",
        folder,
        "-c",
        "listen_addresses=",
        "-F",
    ]
    try:
        subprocess.run([*initdb, "--locale=C"], user=user, check=True, capture_output=True, cwd=folder)
        server = subprocess.Popen(
            start, user=user, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            yield _databases(folder, programs)
        finally:
            server.terminate()
            server.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _databases(folder: Path, programs: Path) -> Iterator[str]:
    ask = ["-h", str(folder), "-U", "tracker"]
    for _ in range(100):
        if subprocess.run([programs / "pg_isready", *ask], capture_output=True, check=False).returncode == 0:
            break
        sleep(0.1)
    for number in count():
        name = f"store{number}"
        subprocess.run([programs / "createdb", *ask, name], check=True, capture_output=True)
        yield f"postgresql://tracker@/{name}?host={folder}"
