"""The kinds of values options take, refused in the screen's language."""

from __future__ import annotations

import click

from tracker import dates
from tracker.terminal import Terminal


class OneOf(click.Choice[str]):
    """One of a few words; says which in the screen's language."""

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:
        """`value` is what the user typed."""
        return _terminal(ctx).say("cli.not_one_of", value=value, choices=", ".join(self.choices))


class Year(click.ParamType[int]):
    """A year of the People's Republic: four digits."""

    name = "year"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """`value` is what the user typed, or already a year."""
        year = dates.year(str(value))
        if year is None:
            self.fail(_terminal(ctx).say("cli.not_a_year", value=value), param, ctx)
        return year


class Date(click.ParamType[str]):
    """A calendar day, kept as it is written in ISO 8601: 2025-01-20."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """`value` is what the user typed."""
        day = dates.day(str(value))
        if day is None:
            self.fail(_terminal(ctx).say("cli.not_a_date", value=value), param, ctx)
        return day


class Jobs(click.ParamType[int]):
    """How many processes: 1 to 64."""

    name = "jobs"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """`value` is what the user typed, or already a number."""
        if str(value) not in map(str, range(1, 65)):
            self.fail(_terminal(ctx).say("cli.not_jobs", value=value), param, ctx)
        return int(str(value))


def _terminal(ctx: click.Context | None) -> Terminal:
    return ctx.ensure_object(Terminal) if ctx else Terminal()
