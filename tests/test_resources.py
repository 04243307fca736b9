from __future__ import annotations

from pathlib import Path

import pytest

from tracker.resources import folder


def test_the_checkout_has_its_folders() -> None:
    assert (folder("migrations") / "env.py").is_file()
    assert folder("templates").is_dir()


def test_a_wheel_has_them_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "tracker"
    (package / "templates").mkdir(parents=True)
    (tmp_path / "templates").mkdir()
    assert folder("templates", package) == package / "templates"


def test_a_checkout_has_them_beside_the_package(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    assert folder("templates", tmp_path / "tracker") == tmp_path / "templates"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="templates"):
        folder("templates", tmp_path / "tracker")
