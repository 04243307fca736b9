from __future__ import annotations

from pathlib import Path

import pytest

from tracker.language import Language
from tracker.terminal import Terminal


def test_results_and_remarks_go_to_different_streams(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Terminal(Language.ZH)
    terminal.echo("cli.reports_counted", count=3)
    terminal.note("cli.issuers_counted", count=2)
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("报告共 3 份\n", "单位共 2 个\n")


def test_paths_that_are_not_there_are_named_and_left_out(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "here").touch()
    assert Terminal().present([tmp_path / "gone", tmp_path / "here"]) == (tmp_path / "here",)
    assert capsys.readouterr().err == f"{tmp_path / 'gone'} does not exist\n"


def test_progress_is_drawn_on_a_terminal_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(Terminal().watch(iter("abc"), 3, "cli.ingesting")) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert list(Terminal().watch(iter("abc"), 3, "cli.ingesting")) == ["a", "b", "c"]
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "reading" in shown.err
    assert "3/3" in shown.err
    assert "/s" in shown.err
