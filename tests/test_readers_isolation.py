from __future__ import annotations

import io
import json
import os
import pickle
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from made_files import REPORT, docx, paragraph, zipped

from tracker.readers import isolation, worker
from tracker.readers.files import files
from tracker.readers.isolation import Limits, isolated
from tracker.readers.raw import Raw, Unreadable

DOCX = docx("".join(map(paragraph, REPORT)))
HOSTILE = {
    "crash": "import os, signal\ndef read(data): os.kill(os.getpid(), signal.SIGSEGV)\n",
    "hang": "import time\ndef read(data): time.sleep(60)\n",
    "spin": "def read(data):\n    while True: pass\n",
    "swell": "def read(data): return [bytes(1 << 20) for _ in range(1 << 20)]\n",
    "deep": "def read(data): return read(data)\n",
    "raise": "def read(data): raise KeyError('x')\n",
    "print": (
        "from tracker.readers import docx\n"
        "def read(data):\n"
        "    print('noise', flush=True)\n"
        "    return docx.read(data)\n"
    ),
}


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Start and end each test without waiting workers."""
    isolation.dismiss()
    yield
    isolation.dismiss()


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a hostile reader in the place of the one for DOCX, in the workers only."""

    def use(name: str) -> None:
        site = tmp_path / "site"
        site.mkdir()
        (site / "hostile.py").write_text("from tracker.readers.docx import told\n" + HOSTILE[name])
        start = isolation.START.replace(
            "main(int", "import hostile; sys.modules['tracker.readers.docx'] = hostile\nmain(int"
        )
        monkeypatch.setattr(isolation, "START", start)
        monkeypatch.setattr(sys, "path", [str(site), *sys.path])

    return use


def read(
    tmp_path: Path, data: bytes, name: str = "a.docx", limits: Limits = isolation.DEFAULT
) -> Raw | Unreadable:
    (tmp_path / name).write_bytes(data)
    return isolated(next(files([tmp_path / name])), limits)


def test_a_file_comes_back_whole(tmp_path: Path) -> None:
    raw = read(tmp_path, DOCX)
    assert isinstance(raw, Raw)
    assert (raw.text, raw.format) == ("\n".join(REPORT), "docx")


def test_a_member_of_an_archive_comes_back(tmp_path: Path) -> None:
    raw = read(tmp_path, zipped({"目录/甲.docx": DOCX}), "a.zip")
    assert isinstance(raw, Raw)
    assert raw.text.startswith(REPORT[0])


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("crash", "readers.crash"),
        ("hang", "readers.timeout"),
        ("spin", "readers.timeout"),
        ("swell", "readers.memory"),
        ("deep", "readers.too-deep"),
        ("raise", "readers.failed"),
    ],
)
def test_a_reader_that_misbehaves_takes_its_own_file_only(
    tmp_path: Path, reader: Callable[[str], None], name: str, code: str
) -> None:
    reader(name)
    failure = read(tmp_path, DOCX, limits=Limits(seconds=2.0, memory=512 * 1024**2))
    assert isinstance(failure, Unreadable)
    assert failure.code == code
    other = read(tmp_path, f"<html><body><p>{REPORT[2]}</p></body></html>".encode(), "b.html")
    assert isinstance(other, Raw)


def test_a_reader_that_prints_does_not_garble_the_answer(
    tmp_path: Path, reader: Callable[[str], None]
) -> None:
    reader("print")
    assert isinstance(read(tmp_path, DOCX), Raw)


def test_one_process_reads_many_files_and_is_replaced_after_its_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(isolation, "SHARE", 3)
    seen = []
    for _ in range(4):
        read(tmp_path, DOCX)
        seen.append(isolation.waiting[0].process.pid if isolation.waiting else None)
    assert seen[0] == seen[1] is not None
    assert seen[2] is None
    assert seen[3] not in seen[:3]


def test_a_worker_that_died_while_it_waited_costs_no_file(tmp_path: Path) -> None:
    read(tmp_path, DOCX)
    isolation.waiting[0].process.kill()
    time.sleep(0.1)
    results = [read(tmp_path, DOCX) for _ in range(2)]
    assert all(isinstance(each, Raw) for each in results)


def test_plain_text_needs_no_process(tmp_path: Path) -> None:
    raw = read(tmp_path, "\n".join(REPORT).encode(), "a.txt")
    assert isinstance(raw, Raw)
    assert isolation.waiting == []


def test_a_child_does_not_share_its_parents_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read(tmp_path, DOCX)
    parents = isolation.waiting[0]
    monkeypatch.setattr(os, "getpid", lambda: -1)
    assert isolation.idle(isolation.DEFAULT.memory) is None
    monkeypatch.undo()
    isolation.owner = os.getpid()
    parents.close()


def test_the_folder_one_stands_in_lends_no_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("json.py", "olefile.py", "lxml.py"):
        (tmp_path / name).write_text("raise SystemExit('taken over')\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    assert isinstance(read(tmp_path, DOCX), Raw)


@pytest.mark.parametrize("missing", ["gone.docx", "."])
def test_what_cannot_be_opened_is_a_value(tmp_path: Path, missing: str) -> None:
    from tracker.readers.files import Found

    failure = isolated(Found("x", tmp_path / missing))
    assert isinstance(failure, Unreadable)
    assert failure.code == "readers.unreadable"


def test_without_limits_of_the_system_files_are_still_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = "import sys\nsys.modules['resource'] = None\n"
    monkeypatch.setattr(isolation, "START", blocked + isolation.START)
    assert isinstance(read(tmp_path, DOCX), Raw)


def test_a_failure_travels_between_processes() -> None:
    failure = pickle.loads(pickle.dumps(Unreadable("readers.scan", pages=3)))  # noqa: S301 - made here
    assert (type(failure), failure.code, failure.details) == (Unreadable, "readers.scan", {"pages": 3})


def test_a_system_without_limits_reads_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    (tmp_path / "a.docx").write_bytes(DOCX)
    requests = io.BytesIO(
        json.dumps({"name": "a", "path": str(tmp_path / "a.docx"), "members": [], "seconds": 9}).encode()
    )
    answers = io.BytesIO()
    worker.serve(requests, answers)
    assert json.loads(answers.getvalue())["text"] == "\n".join(REPORT)


def test_a_system_that_refuses_a_limit_reads_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    def refuse(*_: object) -> None:
        raise ValueError("not on this system")

    monkeypatch.setattr(resource, "setrlimit", refuse)
    answers = io.BytesIO()
    worker.serve(io.BytesIO(b'{"name": "a", "path": "/none", "members": [], "seconds": 9}'), answers)
    assert json.loads(answers.getvalue())["code"] == "readers.unreadable"
