"""`tracker issuers`: the bodies in the store, their names, and two that are one."""

from __future__ import annotations

import click

from tracker import dates
from tracker.naming import called
from tracker.storage.store import Issuer, Store
from tracker.terminal import Terminal

BY_USER = "user"


@click.group(help="cli.issuers", invoke_without_command=True)
@click.pass_context
def issuers(ctx: click.Context) -> None:
    """List every body with its names, unless a subcommand follows."""
    terminal = ctx.ensure_object(Terminal)
    if ctx.invoked_subcommand is None:
        with Store.open(terminal.db, write=False) as store:
            found = store.issuers()
        for issuer in found:
            click.echo(_line(issuer, terminal))
        terminal.note("cli.issuers_counted", count=len(found))


@issuers.command(help="cli.issuers_alias")
@click.argument("issuer")
@click.argument("name")
@click.pass_obj
def alias(terminal: Terminal, issuer: str, name: str) -> None:
    """Give a body another name."""
    with Store.open(terminal.db) as store:
        body = called(issuer, store.issuers())
        with store.transaction():
            store.add_name(body.id, name, BY_USER, dates.now())
    terminal.echo("cli.issuers_aliased", issuer=body.name, name=name)


@issuers.command(help="cli.issuers_merge")
@click.argument("issuer")
@click.argument("into")
@click.option("--yes", is_flag=True, help="cli.yes")
@click.pass_obj
def merge(terminal: Terminal, issuer: str, into: str, *, yes: bool) -> None:
    """Make two bodies one, once the user has seen what that will move."""
    with Store.open(terminal.db) as store:
        body, kept = (called(name, store.issuers()) for name in (issuer, into))
        terminal.note("cli.issuers_will_merge", issuer=body.name, into=kept.name, reports=body.reports)
        if not yes:
            click.confirm(terminal.say("cli.sure"), abort=True, err=True)
        with store.transaction():
            store.merge(body.id, kept.id, BY_USER, dates.now())
    terminal.echo("cli.issuers_merged", issuer=body.name, into=kept.name)


def _line(issuer: Issuer, terminal: Terminal) -> str:
    others = [name.name for name in issuer.names if name.name != issuer.name]
    names = terminal.say("cli.issuers_names", names="、".join(others)) if others else ""
    return terminal.say("cli.issuers_line", id=issuer.id, name=issuer.name, reports=issuer.reports) + names
