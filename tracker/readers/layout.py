"""How readers of formats with tables lay a table out as lines."""

from __future__ import annotations

from collections.abc import Iterator

_CELL_LINES = 4
_CELL_CHARACTERS = 300


def row(cells: list[list[str]]) -> Iterator[str]:
    """Yield a row of a table as one line parted by tabs, but the lines of large cells as they are.

    A table that only arranges a page holds the report in one of its cells and must not swallow it.
    """
    if all(len(cell) <= _CELL_LINES and sum(map(len, cell)) <= _CELL_CHARACTERS for cell in cells):
        line = "\t".join(" ".join(cell) for cell in cells).strip()
        if line:
            yield line
    else:
        for cell in cells:
            yield from cell
