from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest
from made_files import REPORT, docx, paragraph

from tracker.readers import office, rtf, wordml
from tracker.readers.raw import Unreadable

COPY = """#!/bin/sh
for last; do :; done
while [ "$1" != --outdir ]; do
  case "$1" in -env:UserInstallation=*) echo "$1" >> "$LOG" ;; esac
  shift
done
mkdir -p "$2" && cp "$MADE" "$2/in.docx"
"""


@pytest.fixture
def soffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for LibreOffice that gives a made DOCX and notes its profile folder."""
    (tmp_path / "made.docx").write_bytes(docx("".join(map(paragraph, REPORT))))
    program = tmp_path / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(COPY)
    program.chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setenv("MADE", str(tmp_path / "made.docx"))
    monkeypatch.setenv("LOG", str(tmp_path / "log"))
    return program


def test_each_call_has_a_profile_of_its_own_and_leaves_nothing(soffice: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert rtf.read(b"{\\rtf1 x}").text.split("\n") == list(REPORT)
    assert wordml.read(b"<?xml?>").format == "xml"
    profiles = (tmp_path / "log").read_text().split()
    assert len(set(profiles)) == 3
    assert not any(Path(each.partition("file://")[2]).exists() for each in profiles)
    assert soffice.exists()


def test_without_libreoffice_the_user_learns_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unreadable) as caught:
        rtf.read(b"{\\rtf1 x}")
    assert (caught.value.code, caught.value.details["format"]) == ("readers.needs-office", "rtf")


def test_a_conversion_that_gives_nothing_says_so(soffice: Path) -> None:
    soffice.write_text("#!/bin/sh\nexit 0\n")
    with pytest.raises(Unreadable) as caught:
        rtf.read(b"{\\rtf1 x}")
    assert caught.value.code == "readers.office-failed"


def test_a_conversion_that_hangs_is_ended_with_its_children(
    soffice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    soffice.write_text(f"#!/bin/sh\nsleep 60 & echo $! > {tmp_path}/child\nwait\n")
    monkeypatch.setattr(office, "SECONDS", 1.0)
    with pytest.raises(Unreadable) as caught:
        rtf.read(b"{\\rtf1 x}")
    assert caught.value.code == "readers.timeout"
    child = int((tmp_path / "child").read_text())
    state = Path(f"/proc/{child}/stat")
    until = time.monotonic() + 30
    while state.exists() and state.read_text().split()[2] != "Z":
        assert time.monotonic() < until
        time.sleep(0.02)


def test_libreoffice_is_found_where_its_installer_puts_it(
    soffice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    monkeypatch.setattr(office, "PLACES", ("/no/such/place", str(soffice)))
    assert rtf.read(b"{\\rtf1 x}").text.split("\n") == list(REPORT)


def test_where_processes_have_no_groups_the_tree_is_ended_by_its_root(
    soffice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    soffice.write_text("#!/bin/sh\nexec sleep 60\n")
    (soffice.parent / "taskkill").write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/ended\n')
    (soffice.parent / "taskkill").chmod(stat.S_IRWXU)
    monkeypatch.setattr(office, "SECONDS", 0.5)
    monkeypatch.delattr(os, "killpg")
    with pytest.raises(Unreadable) as caught:
        rtf.read(b"{\\rtf1 x}")
    assert caught.value.code == "readers.timeout"
    assert (tmp_path / "ended").read_text().startswith("/T /F /PID ")
