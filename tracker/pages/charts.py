"""Numbers → the geometry of small charts, in percent, for SVG that needs no script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MARGIN, DIGIT = 2.5, 3.0
"""Per cent of a narrow bar that the space around a number takes, and each of its digits."""


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
    number = str(count)
    fits = width >= MARGIN + DIGIT * len(number)
    return Part(kind, round(x, 2), round(width, 2), round(x + width / 2, 2), number if fits else "")


WIDE, MIDDLE, RIGHT, NODE = 420, 120, 300, 10
"""Of an alluvial, in units of its view box: its width, where its columns stand, how broad a node is."""

TALL, SLOT, GAP = 200, 18, 6
"""The height all promises share, the least height a labelled node takes up, and the space between two."""


@dataclass(frozen=True, slots=True)
class Flow:
    """What became of the promises with one verdict: how many were promised again, how many were not."""

    kind: str
    again: int
    not_again: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.again + self.not_again


@dataclass(frozen=True, slots=True)
class Node:
    """A bar of an alluvial; its label stands beside it at `middle`."""

    kind: str
    x: float
    y: float
    height: float
    middle: float
    number: int


@dataclass(frozen=True, slots=True)
class Alluvial:
    """Promises → verdicts → promised again or not; `ribbons` are (kind, SVG path)."""

    width: int
    height: float
    nodes: tuple[Node, ...]
    ribbons: tuple[tuple[str, str], ...]


def alluvial(flows: Sequence[Flow]) -> Alluvial | None:
    """Lay out the flows from top to bottom in the order given; None for nothing."""
    present = [flow for flow in flows if flow.total]
    total = sum(flow.total for flow in present)
    if not total:
        return None
    unit = TALL / total
    verdicts = _column(MIDDLE, [(flow.kind, flow.total) for flow in present], unit)
    height = max(verdicts[-1].y + verdicts[-1].height, verdicts[-1].middle + SLOT / 2, TALL + GAP + SLOT)
    again = sum(flow.again for flow in present)
    ends = _column(RIGHT, [("again", again), ("not_again", total - again)], unit)
    start = Node("all", 0, 0, TALL, TALL / 2, total)
    ribbons = _ribbons(present, start, verdicts, ends, unit)
    return Alluvial(WIDE, round(height, 1), (start, *verdicts, *(end for end in ends if end.number)), ribbons)


def _column(x: float, numbers: Sequence[tuple[str, int]], unit: float) -> list[Node]:
    """Nodes from top to bottom, each with room for its label."""
    nodes, y = [], 0.0
    for kind, number in numbers:
        height = number * unit
        room = max(height, SLOT)
        top = y + (room - height) / 2
        nodes.append(Node(kind, x, round(top, 1), round(height, 1), round(y + room / 2, 1), number))
        y += room + GAP
    return nodes


def _ribbons(
    flows: Sequence[Flow], start: Node, verdicts: Sequence[Node], ends: Sequence[Node], unit: float
) -> tuple[tuple[str, str], ...]:
    """First all from the start to the verdicts, then those from the verdicts on."""
    first, second = [], []
    left, tops = start.y, [end.y for end in ends]
    for flow, node in zip(flows, verdicts, strict=True):
        first.append((flow.kind, _ribbon((NODE, left), (MIDDLE, node.y), node.height)))
        left += node.height
        y = node.y
        for which, number in enumerate((flow.again, flow.not_again)):
            if number:
                height = number * unit
                second.append((flow.kind, _ribbon((MIDDLE + NODE, y), (RIGHT, tops[which]), height)))
                y += height
                tops[which] += height
    return (*first, *second)


def _ribbon(start: tuple[float, float], end: tuple[float, float], height: float) -> str:
    """A band of even height that leaves and arrives level."""
    (x, y), (to_x, to_y) = start, end
    bend = round((x + to_x) / 2, 1)
    y, to_y, low, to_low = (round(one, 1) for one in (y, to_y, y + height, to_y + height))
    return f"M{x} {y}C{bend} {y} {bend} {to_y} {to_x} {to_y}V{to_low}C{bend} {to_low} {bend} {low} {x} {low}Z"
