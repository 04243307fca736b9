"""What is in a store, in lists: bodies, reports, and which plan meets which report."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.reading.document import Genre


@dataclass(frozen=True, slots=True)
class Name:
    """A name a body goes by, and who added it when (`report`: a report printed it)."""

    name: str
    added_by: str
    added_at: str


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body with all its names; `name` is the one shown."""

    id: int
    name: str
    names: tuple[Name, ...]
    reports: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A report in the list of reports; `current` says that no later version of it is in the store."""

    id: int
    issuer: str
    issuer_id: int
    genre: Genre
    reported_year: int
    plan_year: int | None
    version: int
    current: bool
    title: str | None
    source: str
    url: str | None
    published: str | None
    sha256: str
    promises: int


@dataclass(frozen=True, slots=True)
class Pairing:
    """What one body has for one year: the report whose plan is for it, the one that covers it, by id.

    At least one of the two is there; both are current versions. The unit of work of an audit.
    """

    issuer: str
    issuer_id: int
    genre: Genre
    year: int
    baseline: int | None
    answer: int | None
