"""click's help pages in the screen's language: a help text is a code of the catalogue until it is shown."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import TypeVar

import click

from tracker.terminal import Terminal

C = TypeVar("C", bound=click.Command)
P = TypeVar("P", bound=click.Parameter)

HEADINGS = {
    "Options": "cli.options_heading",
    "Commands": "cli.commands_heading",
    "Positional arguments": "cli.arguments_heading",
}


class Formatter(click.HelpFormatter):
    """Says click's own few words in the screen's language."""

    def __init__(self, terminal: Terminal, width: int | None, max_width: int | None) -> None:
        super().__init__(width=width, max_width=max_width)
        self.terminal = terminal

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """`prefix` is click's “Usage:” where None."""
        super().write_usage(prog, args, prefix or self.terminal.say("cli.usage_prefix"))

    def write_heading(self, heading: str) -> None:
        """`heading` as click has it, in English."""
        code = HEADINGS.get(heading)
        super().write_heading(self.terminal.say(code) if code else heading)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A row's second half may end in click's `[required]`."""
        required = self.terminal.say("cli.required")
        told = [(first, second.replace("[required]", required)) for first, second in rows]
        super().write_dl(told, col_max, col_spacing)

    def write_text(self, text: str) -> None:
        """Line by line as the catalogue lays it out: click would wrap at blanks, and Chinese has none."""
        self.write(
            "".join(f"{'':>{self.current_indent}}{line}".rstrip() + "\n" for line in text.splitlines())
        )


class Context(click.Context):
    """A context whose help is written by `Formatter`."""

    def make_formatter(self) -> click.HelpFormatter:
        """The formatter of the terminal this context runs on."""
        return Formatter(self.ensure_object(Terminal), self.terminal_width, self.max_content_width)


def spoken(command: C, terminal: Terminal) -> C:
    """A copy of the command that speaks the terminal's language, its subcommands and options too."""
    told = copy.copy(command)
    told.context_class = Context
    told.help = terminal.say(command.help or "")
    told.short_help = told.help.partition("\n")[0]
    told.options_metavar = terminal.say("cli.options_metavar")
    told.params = [_parameter(parameter, terminal) for parameter in command.params]
    click.help_option("-h", "--help", help=terminal.say("cli.help"))(told)
    if isinstance(told, click.Group):
        told.subcommand_metavar = terminal.say("cli.commands_metavar")
        told.commands = {name: spoken(below, terminal) for name, below in told.commands.items()}
    return told


def _parameter(parameter: P, terminal: Terminal) -> P:
    told = copy.copy(parameter)
    if told.help:
        told.help = terminal.say(told.help)
    return told
