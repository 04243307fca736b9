"""`tracker --help` must not pay for what only some commands use; benchmarks/startup.py gives the ratio."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tracker.cli import COMMANDS

HEAVY = {
    *("sqlalchemy", "alembic", "jinja2", "numpy", "rapidfuzz"),
    *("lxml", "selectolax", "pypdfium2", "openpyxl", "charset_normalizer", "olefile"),
}

LOADED = """
import sys
from tracker.cli import main
try:
    main({arguments!r})
finally:
    print(*sorted({{name.partition('.')[0] for name in sys.modules}}), file=sys.stderr)
    print(*sorted(name for name in sys.modules if name.startswith('tracker.')), file=sys.stderr)
"""


def modules(*arguments: str) -> tuple[set[str], set[str]]:
    """What a run has loaded: the packages, and the modules of tracker."""
    script = LOADED.format(arguments=list(arguments))
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    packages, own = result.stderr.splitlines()
    return set(packages.split()), set(own.split())


@pytest.mark.parametrize("arguments", [["--help"], ["--lang", "zh", "--help"], ["--version"]])
def test_help_loads_no_heavy_library_and_no_command(arguments: list[str]) -> None:
    packages, own = modules(*arguments)
    assert "click" in packages
    assert not HEAVY & packages
    assert not {name for name in own if name.startswith("tracker.commands.")}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_loads_no_other(command: str) -> None:
    _, own = modules(command, "--help")
    assert {name for name in own if name.startswith("tracker.commands.")} == {f"tracker.commands.{command}"}
