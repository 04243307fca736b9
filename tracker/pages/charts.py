"""Numbers → the geometry of small charts, in percent, for SVG that needs no script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

READABLE = 4.5
"""Per cent of a bar below which a number does not fit into its part."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a stacked bar: `x` and `width` in per cent, `number` empty where it does not fit."""

    kind: str
    x: float
    width: float
    middle: float
    number: str


def stacked(counts: Sequence[tuple[str, int]]) -> tuple[Part, ...]:
    """A bar as wide as all counts together; empty parts are left out."""
    total = sum(count for _, count in counts)
    parts, before = [], 0
    for kind, count in counts:
        if count:
            parts.append(_part(kind, count, before, total))
        before += count
    return tuple(parts)


def _part(kind: str, count: int, before: int, total: int) -> Part:
    width = 100 * count / total
    x = 100 * before / total
    number = str(count) if width >= READABLE else ""
    return Part(kind, round(x, 2), round(width, 2), round(x + width / 2, 2), number)
