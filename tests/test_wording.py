"""The catalogues: every sentence in both languages, every code that is used there, none that is not."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

PACKAGE = Path(str(import_module("tracker").__path__[0]))
AREAS = sorted(path.stem for path in (PACKAGE / "wording").glob("*.py") if path.stem != "__init__")
ENTRIES = [
    (f"{area}.{key}", *sentences)
    for area in AREAS
    for key, sentences in import_module(f"tracker.wording.{area}").WORDING.items()
]


def placeholders(sentence: str) -> set[str]:
    return {name.partition(".")[0] for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize(("code", "chinese", "english"), ENTRIES, ids=[code for code, *_ in ENTRIES])
def test_both_languages_say_the_same_with_the_same_details(code: str, chinese: str, english: str) -> None:
    assert chinese.strip(), code
    assert english.strip(), code
    assert placeholders(english) <= placeholders(chinese) | {"s", "es"}, code
    assert placeholders(chinese) <= placeholders(english), code


def codes() -> Iterator[str]:
    """Every string in the program that looks like `area.key` of an existing area."""
    pattern = re.compile(rf"({'|'.join(AREAS)})\.([a-z_0-9-]+)")
    columns = PACKAGE / "storage" / "schema.py"  # are named likewise
    for path in set(PACKAGE.rglob("*.py")) - {columns}:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and pattern.fullmatch(str(node.value)):
                yield str(node.value)


SPEAKERS = {"TrackerError", "Unreadable", "say", "echo", "note"}


def said() -> Iterator[tuple[str, set[str]]]:
    """Every sentence said with details that stand in the call itself, and their names."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or any(keyword.arg is None for keyword in node.keywords):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in SPEAKERS:
                strings = [str(each.value) for each in node.args if isinstance(each, ast.Constant)]
                yield from ((code, {str(keyword.arg) for keyword in node.keywords}) for code in strings)


def test_every_detail_of_a_sentence_is_given_where_it_is_said() -> None:
    sentences = {code: chinese + english for code, chinese, english in ENTRIES}
    known = [(code, details) for code, details in said() if code in sentences]
    assert len(known) > 50
    assert [code for code, details in known if not placeholders(sentences[code]) <= details] == []


def notices() -> Iterator[str]:
    """Every code that a `Notice` is made with; one without an area is of `notices`."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name("Notice"), args=[ast.Constant(str(code)), *_]):
                    yield code if "." in code else f"notices.{code}"


def test_every_notice_has_its_sentences() -> None:
    assert set(notices()) - {code for code, *_ in ENTRIES} == set()


USED = set(codes()) | {f"cli.{path.stem}" for path in (PACKAGE / "commands").glob("*.py")} - {"cli.__init__"}
PREFIXES = tuple(code for code in USED if code.endswith(("_", "-")))
"""What an f-string puts a name behind: `cli.genre_` stands for every genre."""


def test_every_code_that_is_used_has_its_sentences() -> None:
    known = {code for code, *_ in ENTRIES}
    assert {code for code in USED if code not in known and code not in PREFIXES} == set()
    assert all(any(code.startswith(prefix) for code in known) for prefix in PREFIXES)


def test_every_sentence_of_the_command_line_is_used() -> None:
    said = {code for code, *_ in ENTRIES if code.startswith("cli.")}
    assert {code for code in said - USED if not code.startswith(PREFIXES)} == set()
