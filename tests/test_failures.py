from __future__ import annotations

import errno
from pathlib import Path

import click
import pytest

from tracker.errors import TrackerError
from tracker.failures import end
from tracker.language import Language
from tracker.terminal import Terminal

CHINESE = Terminal(Language.ZH)


@pytest.mark.parametrize(
    ("error", "line", "code"),
    [
        (TrackerError("cli.missing_parameter", name="FILE"), "错误：缺少 FILE", 1),
        (PermissionError(errno.EACCES, "Permission denied", "a.txt"), "错误：a.txt: 没有权限", 1),
        (OSError(errno.ENOSPC, "No space left on device"), "错误：磁盘已满", 1),
        (OSError(errno.ENOSPC, "No space left on device", "a.txt"), "错误：a.txt: 磁盘已满", 1),
        (OSError(errno.EXDEV, "Invalid cross-device link"), "错误：Invalid cross-device link", 1),
        (KeyboardInterrupt(), "已中断", 130),
        (click.Abort(), "已中断", 130),
        (click.NoSuchOption("--foo"), "用法错误：没有 --foo 这个选项（帮助：tracker --help）", 2),
        (click.UsageError("too much"), "用法错误：参数不对：too much（帮助：tracker --help）", 2),
    ],
)
def test_every_failure_is_one_line_and_a_code(
    capsys: pytest.CaptureFixture[str], error: BaseException, line: str, code: int
) -> None:
    assert end(error, CHINESE) == code
    assert capsys.readouterr().err == f"{line}\n"


def test_what_nobody_foresaw_is_one_line_that_names_a_file_with_the_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(KeyError) as raised:
        raise KeyError("乱")
    assert end(raised.value, CHINESE) == 1
    (log,) = tmp_path.glob("tracker-*.log")
    shown = capsys.readouterr().err
    assert shown.count("\n") == 1
    assert "KeyError: '乱'" in shown
    assert str(log) in shown
    assert 'File "' in log.read_text(encoding="utf-8")
    assert "KeyError: '乱'" in log.read_text(encoding="utf-8")


def test_an_unforeseen_error_without_words_still_has_its_name(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert end(NotImplementedError(), CHINESE) == 1
    assert "NotImplementedError" in capsys.readouterr().err
