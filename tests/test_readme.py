"""What the READMEs say: their commands run, their links lead somewhere, their words are the program's."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from conftest import Tracker

from tracker.cli import COMMANDS
from tracker.judging.verdicts import Verdict
from tracker.language import Language, say

ROOT = Path(__file__).parents[1]
READMES = {Language.ZH: "README.md", Language.EN: "README.en.md"}
BODY = "宁岳市城市管理和综合行政执法局"
NAMES = {Language.ZH: "{}年报告.txt", Language.EN: "report-{}.txt"}

both = pytest.mark.parametrize("language", list(Language))


def readme(language: Language) -> str:
    return (ROOT / READMES[language]).read_text(encoding="utf-8")


@both
def test_the_commands_of_the_readme_lead_from_two_files_to_a_signed_page(
    language: Language, tracker: Tracker, tmp_path: Path
) -> None:
    for year in (2024, 2025):
        example = ROOT / "examples" / "reports" / "ningyue-city-management" / f"{year}.txt"
        shutil.copy(example, tmp_path / NAMES[language].format(year))
    page, shown = Path("audit-2025") / "index.html", ""
    blocks = re.findall(r"```console\n(.*?)```", readme(language), re.DOTALL)
    assert len(blocks) == 2
    for block in blocks:
        for line in block.splitlines():
            prompt, program, *arguments = shlex.split(line, comments=True)
            assert (prompt, program) == ("$", "tracker")
            result = tracker(*(BODY if each == "某某局" else each for each in arguments))
            assert result.exit_code == 0, result.output
            shown = result.stdout
        assert page.is_file()
        assert str(page) in shown
        assert str(page.as_posix()) in readme(language)
        decide_everything()
    (audit,) = json.loads((page.parent / "audit.json").read_text("utf-8"))["audits"]
    assert [signature["undecided"] for signature in audit["signatures"]] == [0]


def decide_everything() -> None:
    """The file that the page of the body saves when somebody agrees to all of it."""
    (audit,) = json.loads(Path("audit-2025/audit.json").read_text("utf-8"))["audits"]
    entries = [
        {
            "commitment_id": promise["id"],
            "year": 2025,
            "verdict": promise["verdict"],
            "reviewer": "王敏",
            "decided_at": "2026-03-01T09:00:00+08:00",
        }
        for promise in audit["commitments"]
    ]
    decisions = {"schema": "tracker.decisions/1", "decisions": entries}
    Path("decisions-2025.json").write_text(json.dumps(decisions), encoding="utf-8")


@both
def test_every_command_is_in_the_readme(language: Language) -> None:
    assert set(re.findall(r"^\| `tracker ([a-z]+)", readme(language), re.MULTILINE)) == set(COMMANDS)


@both
def test_every_option_the_readme_names_exists(language: Language, tracker: Tracker) -> None:
    known = {"--help", *re.findall(r"--[a-z-]+", tracker("--help").stdout)}
    for line in readme(language).splitlines():
        for command in re.findall(r"tracker ([a-z]+(?: [a-z]+)?)", line):
            told = tracker(*command.split(), "--help")
            known |= set(
                re.findall(r"--[a-z-]+", told.stdout or tracker(command.split()[0], "--help").stdout)
            )
        if not line.startswith("| ---"):
            assert set(re.findall(r"--[a-z-]+", line)) <= known, line


@both
def test_the_verdicts_are_called_what_the_pages_call_them(language: Language) -> None:
    rows = re.findall(r"^\| ([^|`]+) \| [^|]+ \|$", readme(language), re.MULTILINE)
    named = [say(language, f"pages.verdict_{verdict.value}").casefold() for verdict in Verdict]
    assert set(named) <= {row.casefold() for row in rows}


@both
def test_links_and_pictures_lead_to_files(language: Language) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", readme(language)):
        assert target.startswith("https://") or (ROOT / target).exists(), target


@both
def test_the_make_words_exist(language: Language) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    words = set(re.findall(r"^make ([a-z-]+)", readme(language), re.MULTILINE))
    assert words == {"demo", "test"}
    assert words <= targets


def test_both_readmes_have_the_same_parts() -> None:
    chinese, english = (re.findall(r"^(#+) ", readme(language), re.MULTILINE) for language in Language)
    assert chinese == english
