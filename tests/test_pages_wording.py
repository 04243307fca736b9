"""Everything a page says comes from the catalogue, and the catalogue holds nothing that no page says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tracker.resources import folder
from tracker.wording.pages import WORDING

TEMPLATES = sorted(folder("templates").iterdir())
PACKAGE = Path(str(import_module("tracker").__path__[0]))
SPOKEN = re.compile(r"""word\('([a-z0-9_]+)'""")
SCRIPTED = re.compile(r"""words\.([a-z_]+)|tell\((?:[^")]*\? )?"([a-z_]+)"(?: : "([a-z_]+)")?""")


@pytest.mark.parametrize("path", TEMPLATES, ids=[path.name for path in TEMPLATES])
def test_no_template_speaks_for_itself(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]", text)
    if path.suffix == ".j2":
        plain = re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}|<[^>]*>", "", text, flags=re.DOTALL)
        assert not re.search(r"[A-Za-z]{2}", plain.replace("Esc", "")), plain


def in_templates() -> Iterator[str]:
    for path in TEMPLATES:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".j2":
            yield from SPOKEN.findall(text)
        if path.suffix == ".js":
            yield from (f"js_{key}" for found in SCRIPTED.findall(text) for key in found if key)


def in_program() -> Iterator[str]:
    """Every string of the program outside the catalogues, and the beginnings of those put together."""
    for path in PACKAGE.rglob("*.py"):
        if path.parent.name == "wording":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value.removeprefix("pages.")


def test_every_code_of_a_template_has_its_sentences() -> None:
    assert set(in_templates()) - {"js_verdicts", "means_"} <= set(WORDING)


def test_every_sentence_is_said_somewhere() -> None:
    said = {*in_templates(), *in_program()}
    begun = tuple(text for text in said if re.fullmatch(r"[a-z_]+_", text))
    keys = {f"key_{code}" for code in said}
    assert {key for key in WORDING if key not in said | keys and not key.startswith(begun)} == set()
