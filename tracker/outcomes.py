"""What became of the files of an intake, as the table at its end."""

from __future__ import annotations

from collections.abc import Sequence

import click

from tracker.intake import Kind, Outcome
from tracker.outline import message
from tracker.terminal import Terminal

SETTLED = frozenset({Kind.TAKEN, Kind.KNOWN, Kind.NEWER})


def show(outcomes: Sequence[Outcome], terminal: Terminal, *, kept: bool = True) -> int:
    """Results on stdout, what needs the user on stderr, how to answer where it was `kept`; the exit code."""
    for kind in Kind:
        of_kind = [outcome for outcome in outcomes if outcome.kind is kind]
        if of_kind:
            err = kind not in SETTLED
            click.echo(terminal.say(f"cli.kind_{kind.value}", count=len(of_kind)), err=err)
            for outcome in of_kind:
                click.echo("\n".join(_lines(outcome, terminal)), err=err)
    if kept and any(outcome.kind is Kind.WAITING for outcome in outcomes):
        terminal.note("intake.how")
    return int(not all(outcome.kind in SETTLED for outcome in outcomes))


def _lines(outcome: Outcome, terminal: Terminal) -> list[str]:
    """What became of a file, and what the user should know of it beside that."""
    lines = [f"  {outcome.source}  {message(outcome.reason, terminal.language)}"]
    if outcome.candidates:
        lines.append("    " + terminal.say("cli.candidates", names="、".join(outcome.candidates)))
    return lines + [f"    {message(notice, terminal.language)}" for notice in outcome.notices]
