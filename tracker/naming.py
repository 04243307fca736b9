"""A body by what a user types: its number, or any name it goes by."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.errors import TrackerError
from tracker.storage.holdings import Issuer


def called(asked: str, issuers: Iterable[Issuer]) -> Issuer:
    """The one body of that number or name; TrackerError where there is none or more than one."""
    found = [body for body in issuers if asked in (str(body.id), *(name.name for name in body.names))]
    if not found:
        raise TrackerError("cli.unknown_issuer", name=asked)
    if len(found) > 1:
        raise TrackerError(
            "cli.several_issuers", name=asked, numbers=", ".join(str(body.id) for body in found)
        )
    return found[0]
