from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest
from made_files import docx, paragraph, zipped

from tracker.readers.files import LARGEST, Found, files
from tracker.readers.raw import Unreadable


def names(*paths: Path) -> list[str]:
    return [found.name for found in files(paths)]


def write(path: Path, content: str | bytes = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_folder_is_walked_in_order_and_litter_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "报告"
    for name in (
        "b.txt",
        "a/2.txt",
        "a/1.txt",
        ".DS_Store",
        "~$b.docx",
        "Thumbs.db",
        "__MACOSX/x",
        ".git/config",
    ):
        write(folder / name)
    assert names(folder) == [str(folder / name) for name in ("a/1.txt", "a/2.txt", "b.txt")]


def test_paths_keep_the_order_given_and_a_missing_one_says_why(tmp_path: Path) -> None:
    there, gone = write(tmp_path / "b.txt"), tmp_path / "a.txt"
    found = list(files([there, gone]))
    assert [each.path for each in found] == [there, gone]
    with pytest.raises(Unreadable) as caught:
        found[1].read()
    assert caught.value.code == "readers.unreadable"


def test_links_out_of_the_folder_and_in_circles_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write(folder / "a.txt")
    write(tmp_path / "out" / "secret.txt")
    (folder / "out").symlink_to(tmp_path / "out")
    (folder / "secret.txt").symlink_to(tmp_path / "out" / "secret.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "dead").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe")
    assert names(folder) == [str(folder / "a.txt")]


def test_archives_are_opened_and_nothing_is_written(tmp_path: Path) -> None:
    inner = zipped({"丙.txt": "丙"})
    document = docx(paragraph("正文。"))
    outer = zipped(
        {"b/乙.docx": document, "a/甲.txt": "甲", "c.zip": inner, "__MACOSX/._a": "x", "b/.DS_Store": "x"}
    )
    path = write(tmp_path / "报告.zip", outer)
    before = sorted(tmp_path.rglob("*"))
    found = list(files([path]))
    assert [each.name.removeprefix(str(path)) for each in found] == [
        "/a/甲.txt",
        "/b/乙.docx",
        "/c.zip/丙.txt",
    ]
    assert [each.read() for each in found] == ["甲".encode(), document, "丙".encode()]
    assert sorted(tmp_path.rglob("*")) == before


def test_names_that_climb_or_cheat_stay_names(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.zip", zipped({"../../etc/evil.txt": "x", "/abs.txt": "y", "a\x1b[2Jb\u202e.txt": "z"})
    )
    assert [found.name.removeprefix(str(path)) for found in files([path])] == [
        *("/../../etc/evil.txt", "//abs.txt", "/a\ufffd[2Jb\ufffd.txt"),
    ]
    assert [found.read() for found in files([path])] == [b"x", b"y", b"z"]


def test_archives_too_deep_and_damaged_ones_are_found_as_they_are(tmp_path: Path) -> None:
    deep = b"x"
    for _ in range(6):
        deep = zipped({"in.zip": deep})
    assert len(names(write(tmp_path / "deep.zip", deep))) == 1
    assert names(write(tmp_path / "torn.zip", zipped({"a": "x"})[:30])) == [str(tmp_path / "torn.zip")]


def test_a_changed_archive_is_read_anew(tmp_path: Path) -> None:
    path = write(tmp_path / "a.zip", zipped({"a.txt": "old"}))
    found = next(files([path]))
    assert found.read() == b"old"
    write(path, zipped({"a.txt": "newer"}))
    os.utime(path, ns=(1, 1))
    assert found.read() == b"newer"
    assert found.sha256() == sha256(b"newer").hexdigest()


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(Unreadable) as caught:
        Found("huge", path).read()
    assert caught.value.code == "readers.too-large"
