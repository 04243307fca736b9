"""Which language to speak, and how a code becomes a sentence in it."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import cast


class Language(StrEnum):
    """The two languages of pages, terminal and exports."""

    ZH = "zh"
    EN = "en"


@cache
def _area(name: str) -> dict[str, tuple[str, str]]:
    """The catalogue of one area; loaded when first needed, so that `--help` stays fast."""
    return cast("dict[str, tuple[str, str]]", import_module(f"tracker.wording.{name}").WORDING)


def say(language: Language, code: str, /, **details: object) -> str:
    """The sentence `area.key` in `language`, its placeholders filled (`str.format`)."""
    area, _, key = code.partition(".")
    chinese, english = _area(area)[key]
    return (chinese if language is Language.ZH else english).format(**details)
