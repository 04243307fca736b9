"""The command `tracker`: which subcommands there are, loaded when they run, and how every run ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import islice
from typing import Any, TextIO

import click

from tracker import __version__
from tracker.failures import end
from tracker.helptext import Context, spoken
from tracker.language import Language, screen
from tracker.parameters import OneOf
from tracker.terminal import Terminal

COMMANDS = (
    *("parse", "check", "ingest", "intake", "reports", "issuers", "audit", "review", "serve", "export"),
    *("evaluate", "field", "db"),
)
"""The modules of `tracker.commands`, in the order in which a newcomer meets them."""

EVERYWHERE = ("--lang", "--db")
"""Options of `tracker` itself that may also stand behind the subcommand."""


class Tracker(click.Group):
    """The root: knows the names of its subcommands and their one-line helps without importing them."""

    context_class = Context

    def main(self, args: Sequence[str] | None = None, *_: Any, **extra: Any) -> Any:  # noqa: ANN401 (click's own signature)
        """Run and exit: 0 fine, 1 an error the user can act on, 2 usage, 3 findings asked for, 130 Ctrl-C."""
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small products: threads only wait for each other
        for stream in (sys.stdout, sys.stderr):
            _never_fail_to_print(stream)
        terminal = Terminal(screen(sys.argv[1:] if args is None else args, os.environ))
        extra |= {"prog_name": "tracker", "standalone_mode": False, "obj": terminal}
        try:
            code = spoken(self, terminal).run(args, **extra)
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 (the last resort: nothing ends in a traceback)
            code = end(error, terminal)
        sys.exit(code or 0)

    def run(self, args: Sequence[str] | None, **extra: Any) -> Any:  # noqa: ANN401 (click's own signature)
        """Run as click does; gives what the command returns: its exit code or None."""
        return super().main(args, **extra)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 (click's own signature)
    ) -> click.Context:
        """Bring the options that may stand everywhere to the front, where they belong."""
        return super().make_context(info_name, _everywhere_first(args), parent, **extra)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's own signature)
        """The names, whatever `ctx`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of that name; it holds a command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"tracker.commands.{cmd_name}"), cmd_name)
        return spoken(command, ctx.ensure_object(Terminal))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One line each, from the catalogue alone."""
        say = ctx.ensure_object(Terminal).say
        with formatter.section("Commands"):
            formatter.write_dl([(name, say(f"cli.{name}").partition("\n")[0]) for name in COMMANDS])


def _everywhere_first(arguments: list[str]) -> list[str]:
    """The arguments with `--lang`, `--db` and their values before all others."""
    front: list[str] = []
    rest: list[str] = []
    left = iter(arguments)
    for argument in left:
        if argument == "--":
            rest += [argument, *left]
        elif argument in EVERYWHERE:
            front += [argument, *islice(left, 1)]
        elif argument.partition("=")[0] in EVERYWHERE:
            front.append(argument)
        else:
            rest.append(argument)
    return front + rest


def _never_fail_to_print(stream: TextIO) -> None:
    """A terminal that cannot show Chinese shows escapes instead of ending the run."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")


def _show_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001 (click calls it so)
    if asked:
        click.echo(f"tracker {__version__}")
        ctx.exit()


@click.group(cls=Tracker, help="cli.tracker")
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, help="cli.version", callback=_show_version
)
@click.option(
    "--lang", type=OneOf([language.value for language in Language]), envvar="TRACKER_LANG", help="cli.lang"
)
@click.option("--db", envvar="TRACKER_DB", default="tracker.sqlite", metavar="URL", help="cli.db_option")
@click.pass_context
def main(ctx: click.Context, lang: str | None, db: str) -> None:
    """Settle what every subcommand is told: the languages, and the address of the store."""
    ctx.obj = Terminal(ctx.ensure_object(Terminal).language, Language(lang or Language.ZH), _url(db))


def _url(db: str) -> str:
    """A bare path is a SQLite file."""
    return db if "://" in db else f"sqlite:///{db}"
