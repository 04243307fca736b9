"""A report → the promises of its plan, and the statements that may answer, admit or repeat others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracker.document import SectionKind


class Testability(StrEnum):
    """How one could tell whether a promise was kept."""

    NUMERIC = "numeric"
    DELIVERABLE = "deliverable"
    CONTINUING = "continuing"
    DECLARATORY = "declaratory"


@dataclass(frozen=True, slots=True)
class Commitment:
    """One checkable promise, verbatim: a sentence or clause of the lowest numbered item of a plan."""

    id: str
    text: str
    start: int
    end: int
    item_path: tuple[str, ...]
    testability: Testability


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of any section of a report, verbatim, with the headings above it."""

    section: SectionKind
    text: str
    start: int
    end: int
    item_path: tuple[str, ...]
