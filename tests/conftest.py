"""What every test may use."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tracker.cli import main

Tracker = Callable[..., Result]

IN_CI = bool(os.environ.get("CI"))
SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real reports and labels, which is no part of the project."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip("the real reports (../shared/data) are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def contract() -> Path:
    """The folder of JSON Schemas that the JSON outputs must meet."""
    folder = SHARED / "contract"
    if not folder.is_dir():
        pytest.skip("the schemas (../shared/contract) are not beside this checkout")
    return folder


@pytest.fixture(autouse=True)
def no_real_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Make the user's real store unreachable: every test starts in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TRACKER_DB", raising=False)
    monkeypatch.delenv("TRACKER_LANG", raising=False)


@pytest.fixture
def tracker(monkeypatch: pytest.MonkeyPatch) -> Tracker:
    """The command line, English unless asked otherwise: `tracker("db", "current").exit_code`."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return lambda *arguments: CliRunner().invoke(main, [str(each) for each in arguments])


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="take the pages as they are now for the gold ones")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a test that could not run has failed."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr}"
    return report
