"""A report as read ↔ the JSON kept beside its text, and which ids its promises keep.

Why the structure is stored and not read again each time: an audit that was signed must come out the
same after an upgrade of the tracker, on every machine of a cluster. A newer reader is applied by
`tracker reports reread`, a step of its own that says what it changed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from tracker.commitments import Commitment
from tracker.document import Given, Item, Notice, Report, Section, SectionKind
from tracker.text import fold

Json = Any


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a report came from: the name of its file, the hash of its bytes, its address, what was given."""

    source: str
    sha256: str
    url: str | None
    given: Given


def reading(report: Report) -> Json:
    """What `structure` needs; the report's other fields have columns of their own."""
    return {
        "sections": [asdict(section) for section in report.sections],
        "notices": [{"code": notice.code, "details": dict(notice.details)} for notice in report.notices],
    }


def structure(stored: Mapping[str, Json]) -> tuple[tuple[Section, ...], tuple[Notice, ...]]:
    """The sections and notices that `reading` wrote."""
    sections = tuple(_section(section) for section in stored["sections"])
    return sections, tuple(
        Notice(notice["code"], tuple(notice["details"].items())) for notice in stored["notices"]
    )


def _section(stored: Mapping[str, Json]) -> Section:
    kind = SectionKind(stored["kind"])
    return Section(kind, stored["heading"], stored["start"], stored["end"], _items(stored["items"]))


def _items(stored: Iterable[Mapping[str, Json]]) -> tuple[Item, ...]:
    return tuple(
        Item(item["number"], item["heading"], item["start"], item["end"], _items(item["items"]))
        for item in stored
    )


def keep_ids(promises: Iterable[Commitment], former: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """The promises, each with the id of the former promise of the same wording, the first with the first."""
    ids = {_wording_at(promise): promise[1].id for promise in _counted(former)}
    return tuple(
        replace(promise[1], id=ids.get(_wording_at(promise), promise[1].id)) for promise in _counted(promises)
    )


def _counted(promises: Iterable[Commitment]) -> Iterable[tuple[int, Commitment]]:
    """Each promise with the number of equal ones before it."""
    seen: defaultdict[str, int] = defaultdict(int)
    for promise in promises:
        wording = fold(promise.text).text
        yield seen[wording], promise
        seen[wording] += 1


def _wording_at(counted: tuple[int, Commitment]) -> tuple[str, int]:
    number, promise = counted
    return fold(promise.text).text, number


def same_wording(one: Report, other: Report) -> bool:
    """Whether two readings say the same: all that stands in their sections, layout and furniture apart."""
    return _said(one) == _said(other)


def _said(report: Report) -> Counter[tuple[SectionKind, str]]:
    return Counter(
        (section.kind, fold(report.text[section.start : section.end]).text) for section in report.sections
    )
