"""What a wheel holds; that it works from another folder is tried by `make wheel-check`."""

from __future__ import annotations

import configparser
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tracker import __version__
from tracker.resources import folder

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = target.glob("*.whl")
    return ZipFile(built)


def test_everything_the_program_reads_is_in_the_wheel(wheel: ZipFile) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "tracker", "templates", "migrations"],  # noqa: S607 (git as the user has it)
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    ).stdout.split("\0")
    inside = {name if name.startswith("tracker/") else f"tracker/{name}" for name in tracked if name}
    assert len(inside) > 50
    assert inside <= set(wheel.namelist())


def test_nothing_else_is_in_the_wheel(wheel: ZipFile) -> None:
    tops = {name.partition("/")[0] for name in wheel.namelist()}
    assert tops == {"tracker", f"tracker-{__version__}.dist-info"}
    assert not [name for name in wheel.namelist() if "__pycache__" in name or name.endswith(".sqlite")]


def test_it_gives_the_command_and_the_licence(wheel: ZipFile) -> None:
    info = f"tracker-{__version__}.dist-info"
    entries = configparser.ConfigParser()
    entries.read_string(wheel.read(f"{info}/entry_points.txt").decode())
    assert entries["console_scripts"]["tracker"] == "tracker.cli:main"
    assert "MIT License" in wheel.read(f"{info}/licenses/LICENSE").decode()


def test_its_version_is_the_program_s(wheel: ZipFile) -> None:
    metadata = wheel.read(f"tracker-{__version__}.dist-info/METADATA").decode()
    assert f"\nVersion: {__version__}\n" in metadata
    assert "\nRequires-Python: >=3.11\n" in metadata


@pytest.mark.parametrize("name", ["templates", "migrations"])
def test_resources_are_found_inside_the_package_before_beside_it(tmp_path: Path, name: str) -> None:
    package = tmp_path / "tracker"
    package.mkdir()
    with pytest.raises(FileNotFoundError, match=name):
        folder(name, package)
    (tmp_path / name).mkdir()
    assert folder(name, package) == tmp_path / name
    (package / name).mkdir()
    assert folder(name, package) == package / name
