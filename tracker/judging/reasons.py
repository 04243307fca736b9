"""What a verdict gives as its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a verdict is what it is; `code` is a key of `tracker.wording.reasons`, `details` fill it."""

    code: str
    details: tuple[tuple[str, str], ...] = ()


def reason(code: str, **details: object) -> Reason:
    """A reason with its details as text."""
    return Reason(code, tuple((name, str(value)) for name, value in details.items()))
