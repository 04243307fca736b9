"""`tracker parse`: how reports are read, touching no store."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.parameters import OneOf
from tracker.terminal import Terminal


@click.command(help="cli.parse")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), help="cli.parse_files")
@click.option("--format", "style", type=OneOf(["tree", "jsonl"]), default="tree", help="cli.parse_format")
@click.pass_obj
def parse(terminal: Terminal, files: tuple[Path, ...], style: str) -> int:
    """Show each report; 1 where one could not be read."""
    raise NotImplementedError(terminal, files, style)
