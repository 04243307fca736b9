"""Text of a report → pieces a page may show: shared wording marked, nothing invisible left."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[int, int]

INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
"""Controls that hide or reorder what stands beside them, tab and line feed apart."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a quote; `shared` says that the text held against it has the same wording."""

    text: str
    shared: bool


def visible(text: str) -> str:
    """The text with every invisible or reordering control written out, as in `[U+202E]`."""
    return INVISIBLE.sub(lambda found: f"[U+{ord(found.group()):04X}]", text)


def pieces(text: str, shared: Iterable[Span]) -> tuple[Piece, ...]:
    """The whole text in order, cut at `shared`: spans relative to it, in any order, that may overlap."""
    cut: list[Piece] = []
    at = 0
    for start, end in merged(shared, len(text)):
        cut += [Piece(visible(text[at:start]), shared=False), Piece(visible(text[start:end]), shared=True)]
        at = end
    cut.append(Piece(visible(text[at:]), shared=False))
    return tuple(piece for piece in cut if piece.text)


def merged(spans: Iterable[Span], length: int) -> list[Span]:
    """The spans in order, inside 0–`length`, those that touch or overlap made one, empty ones left out."""
    kept: list[Span] = []
    for start, end in sorted((max(0, start), min(end, length)) for start, end in spans):
        if start >= end:
            continue
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept
