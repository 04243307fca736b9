"""Years and days as users write them, and the one clock."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime


def year(text: str) -> int | None:
    """The year of four digits, 1950–2099; None for anything else."""
    return int(text) if re.fullmatch(r"(19[5-9]|20[0-9])[0-9]", text, re.ASCII) else None


def day(text: str) -> str | None:
    """The day of the calendar in ISO 8601 (2025-01-20); None for anything else."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def latest(times: Iterable[str]) -> str:
    """The latest of points in time (ISO 8601, any offset) as `2026-03-05T02:12:00+00:00`; "" for none.

    What is no point in time is passed over: it was read from a file somebody wrote.
    """
    known = [time for text in times if (time := _time(text))]
    return max(known).astimezone(UTC).isoformat(timespec="seconds") if known else ""


def _time(text: str) -> datetime | None:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return None
    return time if time.tzinfo else None


def now() -> str:
    """The present second in UTC, ISO 8601; the only clock that is written beside what is stored."""
    return datetime.now(UTC).isoformat(timespec="seconds")
