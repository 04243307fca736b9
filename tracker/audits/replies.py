"""What a body itself says of a promise and what became of it: its own words, kept beside the verdict."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reply:
    """A body's explanation, verbatim: who gave it for the body, where it can be read, of which day.

    `number` is that of its row; `recorded_at` is when it came into the store (ISO 8601).
    """

    number: int
    commitment_id: str
    text: str
    said_by: str
    source: str
    dated: str | None
    recorded_at: str
