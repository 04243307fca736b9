"""What a command has of the terminal: its language, that of pages, and the store it is to use."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

import click

from tracker.language import Language, say

if TYPE_CHECKING:  # start-up: a tenth of what --help may take
    from pathlib import Path

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Terminal:
    """The language of the screen, that of pages, and the database URL of the store."""

    language: Language = Language.EN
    pages: Language = Language.ZH
    db: str = "sqlite:///tracker.sqlite"

    def say(self, code: str, /, **details: object) -> str:
        """The sentence of this code in the screen's language."""
        return say(self.language, code, **details)

    def echo(self, code: str, /, **details: object) -> None:
        """A result: to stdout."""
        click.echo(self.say(code, **details))

    def note(self, code: str, /, **details: object) -> None:
        """Whatever is no result goes to stderr, so that stdout can be piped on."""
        click.echo(self.say(code, **details), err=True)

    def present(self, paths: Iterable[Path]) -> tuple[Path, ...]:
        """The paths that are there; the others are named, and stop nothing."""
        told = tuple((path, path.exists()) for path in paths)
        for path, there in told:
            if not there:
                self.note("cli.absent", path=path)
        return tuple(path for path, there in told if there)

    def watch(self, items: Iterable[T], total: int, code: str) -> Iterator[T]:
        """The items as they come, with count and rate on stderr where that is a terminal."""
        hidden = not sys.stderr.isatty()
        label = self.say(code)
        start = perf_counter()
        with click.progressbar(items, total, label, show_pos=True, file=sys.stderr, hidden=hidden) as bar:
            bar.item_show_func = lambda _: f"{bar.pos / (perf_counter() - start):.1f}/s"
            yield from bar
