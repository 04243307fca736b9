from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from unicodedata import east_asian_width

import click
import pytest
from click.testing import CliRunner
from conftest import Tracker

from tracker.cli import COMMANDS, main
from tracker.errors import TrackerError
from tracker.language import Language, say
from tracker.storage.store import Store

COMMAND_FOLDER = Path(str(import_module("tracker.commands").__path__[0]))


def every_command(
    prefix: tuple[str, ...] = (), group: click.Group | None = None
) -> Iterator[tuple[str, ...]]:
    """The words that name each command and subcommand."""
    names: Mapping[str, click.Command]
    if group is None:
        yield ()
        modules = {name: import_module(f"tracker.commands.{name}") for name in COMMANDS}
        names = {name: getattr(module, name) for name, module in modules.items()}
    else:
        names = group.commands
    for name, command in names.items():
        yield (*prefix, name)
        if isinstance(command, click.Group):
            yield from every_command((*prefix, name), command)


ALL = list(every_command())


def test_every_module_of_commands_is_listed() -> None:
    assert {path.stem for path in COMMAND_FOLDER.glob("*.py")} - {"__init__"} == set(COMMANDS)


@pytest.mark.parametrize("words", ALL, ids=" ".join)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_command_explains_itself_in_two_languages_with_examples(
    tracker: Tracker, words: tuple[str, ...], flag: str
) -> None:
    english, chinese = (tracker(*words, flag, "--lang", language) for language in ("en", "zh"))
    assert (english.exit_code, chinese.exit_code) == (0, 0)
    assert english.stdout.startswith(f"Usage: {' '.join(('tracker', *words))} [OPTIONS]")
    assert chinese.stdout.startswith(f"用法：{' '.join(('tracker', *words))} [选项]")
    assert "Example" in english.stdout
    assert "示例" in chinese.stdout
    assert english.stdout.count(f"tracker {' '.join(words)}".rstrip()) > 1


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_english_help_holds_no_chinese_but_in_examples(tracker: Tracker, words: tuple[str, ...]) -> None:
    explained = [line for line in tracker(*words, "--help").stdout.splitlines() if "  tracker " not in line]
    assert not [line for line in explained if any(each >= "\u3000" for each in line)]


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_chinese_help_holds_no_english_sentence(tracker: Tracker, words: tuple[str, ...]) -> None:
    shown = tracker(*words, "--help", "--lang", "zh").stdout.splitlines()
    explained = [line for line in shown if not line.strip().startswith("tracker ")]
    assert not [line for line in explained if "  " in line.strip() and line.isascii()], shown
    assert not {"Options:", "Commands:", "[required]", "Show"} & set(" ".join(shown).split())


@pytest.mark.parametrize("words", ALL, ids=" ".join)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_fits_eighty_columns(tracker: Tracker, words: tuple[str, ...], language: str) -> None:
    for line in tracker(*words, "--help", "--lang", language).stdout.splitlines():
        assert sum(2 if east_asian_width(each) in "WF" else 1 for each in line) <= 80, line


def test_the_list_of_commands_says_of_each_what_its_own_help_says_first(tracker: Tracker) -> None:
    listed = tracker("--help").stdout.partition("Commands:\n")[2]
    for name in COMMANDS:
        first = say(Language.EN, f"cli.{name}").partition("\n")[0]
        assert " ".join(f"{name} {first}".split()) in " ".join(listed.split())
        assert tracker(name, "--help").stdout.splitlines()[2].strip() == first


def test_without_a_command_the_help_is_shown_as_a_usage_error(tracker: Tracker) -> None:
    result = tracker()
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == tracker("--help").stdout


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["frobnicate"], "没有 frobnicate 这个命令（帮助：tracker --help）"),
        (["parse"], "缺少 FILES...（帮助：tracker parse --help）"),
        (["parse", "--nope", "x"], "没有 --nope 这个选项（帮助：tracker parse --help）"),
        (["parse", "--format"], "选项 --format 缺少取值（帮助：tracker --help）"),
        (["--version=1"], "选项 --version 不带取值（帮助：tracker --help）"),
        (["parse", "--format", "xml", "x"], "--format：“xml”不在可选值之内（可选：tree, jsonl）"),
        (["audit", "--year", "去年"], "--year：“去年”不是年份（写四位数字，如 2025）"),
        (["ingest", "x", "--published", "昨天"], "--published：“昨天”不是日期（写作 2025-01-20）"),
        (
            ["db", "current", "now"],
            "参数不对：Got unexpected extra argument (now)（帮助：tracker db current --help）",
        ),
    ],
)
def test_usage_errors_speak_chinese_and_exit_2(tracker: Tracker, arguments: list[str], line: str) -> None:
    result = tracker(*arguments, "--lang", "zh")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"用法错误：{line}")
    assert result.stderr.count("\n") == 1


def test_an_unknown_language_is_a_usage_error(tracker: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tracker("db", "current", "--lang", "fr").exit_code == 2
    monkeypatch.setenv("TRACKER_LANG", "fr")
    assert tracker("db", "current").exit_code == 2


def test_everywhere_options_may_follow_the_command(tracker: Tracker, tmp_path: Path) -> None:
    store = tmp_path / "我的库.sqlite"
    with Store.open(f"sqlite:///{store}", create=True):
        pass
    after = tracker("db", "current", f"--db={store}", "--lang=zh")
    before = tracker("--lang", "zh", "--db", store, "db", "current")
    assert (after.exit_code, after.stdout) == (0, before.stdout)


def test_what_follows_two_dashes_is_left_alone(tracker: Tracker) -> None:
    result = tracker("parse", "--", "--lang")
    assert result.exit_code == 1
    assert "--lang" in result.stderr


@pytest.mark.parametrize("name", ["tracker.sqlite", "other.sqlite"])
def test_the_store_is_a_file_in_the_working_folder_unless_told(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    if name != "tracker.sqlite":
        monkeypatch.setenv("TRACKER_DB", f"sqlite:///{tmp_path / name}")
    with Store.open(f"sqlite:///{name}", create=True):
        pass
    result = tracker("db", "current")
    assert (result.exit_code, name in result.stdout) == (0, True)


@pytest.mark.parametrize(
    ("error", "code", "shown"),
    [
        (TrackerError("cli.missing_parameter", name="X"), 1, "Error: X is missing\n"),
        (KeyboardInterrupt(), 130, "Interrupted\n"),
        (PermissionError(13, "Permission denied", "a"), 1, "Error: a: no permission\n"),
    ],
)
def test_an_error_inside_a_command_ends_it(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, shown: str
) -> None:
    @click.command(help="cli.db")
    def breaks() -> None:
        raise error

    monkeypatch.setattr("tracker.commands.parse.parse", breaks)
    result = tracker("parse")
    assert (result.exit_code, result.stderr.lstrip()) == (code, shown)


def test_what_a_command_returns_is_the_exit_code(tracker: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.commands.parse.parse", click.command(help="cli.db")(lambda: 3))
    assert tracker("parse").exit_code == 3


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A process of its own, as a shell would start it."""
    return subprocess.run(
        [sys.executable, "-m", "tracker", *arguments],
        env=os.environ | environment,
        capture_output=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("encoding", ["cp1252", "gbk", "utf-8"])
def test_a_terminal_that_cannot_show_chinese_gets_escapes(encoding: str) -> None:
    result = run("--help", "--lang", "zh", PYTHONIOENCODING=encoding)
    assert result.returncode == 0
    expected = say(Language.ZH, "cli.usage_prefix").encode(encoding, "backslashreplace")
    assert result.stdout.startswith(expected)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        result = subprocess.run(
            [sys.executable, "-m", "tracker", "--help"], stdout=closed, stderr=subprocess.PIPE, check=False
        )
    assert result.stderr == b""


def test_the_version_is_the_packages(tracker: Tracker) -> None:
    assert tracker("--version").stdout == f"tracker {version('tracker')}\n"


def test_the_root_speaks_without_a_terminal_of_its_own() -> None:
    assert (
        CliRunner(env={"LC_ALL": "zh_CN.UTF-8"}).invoke(main, ["--help"]).stdout.startswith("用法：tracker")
    )
