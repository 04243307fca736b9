"""Nobody meets the other language: help of every command, refusals, and the exports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from sample_audits import audit, decided

from tracker.cli import COMMANDS, main
from tracker.judging.verdicts import Verdict
from tracker.language import Language
from tracker.tables import to_csv
from tracker.workbook import to_xlsx

CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENGLISH = re.compile(r"\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b", re.IGNORECASE)
"""Three words in a row: names of options, files and formats come one by one."""


def commands() -> Iterator[list[str]]:
    yield []
    for name in COMMANDS:
        yield [name]
        command = getattr(import_module(f"tracker.commands.{name}"), name)
        if isinstance(command, click.Group):
            yield from ([name, below] for below in command.commands)


ALL = list(commands())
REFUSED = (
    ["audit", "--year", "x"],
    ["audit", "--year", "2025", "--every-year"],
    ["audit", "--out"],
    ["nonsense"],
    ["audit", "--nonsense"],
    ["parse"],
    ["parse", "nothing.txt"],
    ["check"],
    ["evaluate", "nothing.jsonl"],
    ["serve", "--port", "99999"],
    ["serve", "--port", "x"],
    ["serve", "--host", "0.0.0.0"],  # noqa: S104 (refused)
    ["review", "undo", "x", "--reviewer", "y"],
    ["review", "import", "nothing.json"],
    ["review", "sign", "--year", "2025"],
    ["export", "--out", "table.pdf"],
    ["reports"],
    ["db", "upgrade"],
)


def said(language: Language, *arguments: str) -> list[str]:
    """What the terminal shows, but for examples, which may name Chinese files, and names of commands."""
    result = CliRunner().invoke(main, ["--lang", language.value, *arguments])
    lines = (result.stdout + result.stderr).splitlines()
    told = [line for line in lines if not re.match(r"\s+tracker ", line)]
    return [re.sub(r"tracker( [a-z]+)+", "tracker", line) for line in told]


@pytest.mark.parametrize("command", ALL, ids=" ".join)
def test_help_speaks_one_language(command: list[str]) -> None:
    assert [line for line in said(Language.EN, *command, "--help") if CHINESE.search(line)] == []
    assert [line for line in said(Language.ZH, *command, "--help") if ENGLISH.search(line)] == []


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_refusals_speak_one_language(arguments: list[str]) -> None:
    english, chinese = said(Language.EN, *arguments), said(Language.ZH, *arguments)
    assert english
    assert [line for line in english if CHINESE.search(line)] == []
    assert [line for line in chinese if ENGLISH.search(line) or not CHINESE.search(line)] == []


QUOTED = {"Body", "Place in the plan", "Promise, verbatim", "Nearest passage 1", "Nearest passage 2",
          "Nearest passage 3", "Passage of the next plan", "Reviewer", "Note", "Your name", "Your note",
          "The body's own words", "Report that promised", "Report that answers"}  # fmt: skip
"""Columns that hold words of reports and people."""


def test_exports_speak_one_language(tmp_path: Path) -> None:
    one = decided(audit(), 1, Verdict.FULFILLED)
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(to_xlsx([one], Language.EN))
    sheet, guide = load_workbook(path).worksheets
    for column in sheet.iter_cols(values_only=True):
        heading, *cells = (str(cell or "") for cell in column)
        assert not CHINESE.search(heading)
        assert heading in QUOTED or not [cell for cell in cells if CHINESE.search(cell)], heading
    assert not [cell for (cell,) in guide.iter_rows(values_only=True) if CHINESE.search(str(cell))]
    heads = to_csv([one], Language.ZH).removeprefix("\ufeff").splitlines()[0].split(",")
    assert [head for head in heads if not CHINESE.search(head)] == []
