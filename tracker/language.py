"""Which language to speak, and how a code becomes a sentence in it."""

from __future__ import annotations

import locale
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from importlib import import_module
from itertools import pairwise
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


def screen(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """What the terminal speaks: `--lang` wherever it stands, else TRACKER_LANG, else the locale's."""
    asked = _asked(arguments) or environment.get("TRACKER_LANG", "")
    return Language(asked) if asked in set(Language) else _of_locale(environment)


def _asked(arguments: Sequence[str]) -> str:
    """The value of the last `--lang`; empty where there is none."""
    given = [argument.removeprefix("--lang=") for argument in arguments if argument.startswith("--lang=")]
    given += [value for option, value in pairwise(arguments) if option == "--lang"]
    return given[-1] if given else ""


def _of_locale(environment: Mapping[str, str]) -> Language:
    """POSIX names the locale in the environment (zh_CN.UTF-8), Windows does not (Chinese_China)."""
    variables = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next(filter(None, variables), None) or locale.getlocale()[0] or ""
    return Language.ZH if name.lower().startswith(("zh", "chinese")) else Language.EN
