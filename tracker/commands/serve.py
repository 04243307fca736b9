"""`tracker serve`: the pages of a year from the store, with each decision saved at once."""

from __future__ import annotations

import secrets
from collections import deque
from functools import partial

import click

from tracker.errors import TrackerError
from tracker.failures import end
from tracker.live import Live
from tracker.parameters import Year
from tracker.serving import LOOPBACK, Server
from tracker.terminal import Terminal
from tracker.year import shipped_judge


@click.command(help="cli.serve")
@click.option("--year", type=Year(), help="cli.audit_year")
@click.option("--blind", "unseen", is_flag=True, help="serve.blind")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, metavar="PORT", help="serve.port")
@click.option("--host", default="127.0.0.1", metavar="HOST", help="serve.host")
@click.option("--password", envvar="TRACKER_PASSWORD", metavar="WORD", help="serve.password")
@click.pass_obj
def serve(  # noqa: PLR0913 (one parameter for each option)
    terminal: Terminal, year: int | None, port: int, host: str, password: str | None, *, unseen: bool
) -> None:
    """Listen until interrupted; beyond this machine only with a password."""
    if host not in LOOPBACK and not password:
        raise TrackerError("serve.password_needed", host=host)
    live = Live(terminal.db, year, shipped_judge(), terminal.pages, unseen=unseen)
    trouble = partial(end, terminal=terminal)
    try:
        server = Server((host, port), secrets.token_urlsafe(24), password, live, trouble)
    except OSError as error:
        raise TrackerError("serve.port_taken", host=host, port=port, why=error.strerror or error) from error
    with server:
        deque(terminal.watch(live.prepare(), live.bodies, "cli.auditing"), maxlen=0)
        said = "serve.listening_blind" if unseen else "serve.listening"
        terminal.echo(said, year=live.year, address=server.address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            terminal.note("serve.ended")
