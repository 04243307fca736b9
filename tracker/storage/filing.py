"""A report as read ↔ the JSON kept beside its text, and which ids its promises keep.

Why the structure is stored and not read again each time: an audit that was signed must come out the
same after an upgrade of the tracker, on every machine of a cluster. A newer reader is applied by
`tracker reports reread`, a step of its own that says what it changed.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, is_dataclass, replace
from functools import cache
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from tracker.reading.commitments import Commitment
from tracker.reading.document import Given, Notice, Report, Section, SectionKind
from tracker.reading.numbering import mark_at
from tracker.reading.text import fold

Json = Any


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a report came from: the name of its file, the hash of its bytes, its address, what was given."""

    source: str
    sha256: str
    url: str | None
    given: Given


@dataclass(frozen=True, slots=True)
class Structure:
    """The parts of a report that have no columns of their own."""

    sections: tuple[Section, ...]
    notices: tuple[Notice, ...]


def reading(report: Report) -> Json:
    """What `structure` needs, in the very form in which it comes back from a database."""
    return json.loads(json.dumps(asdict(Structure(report.sections, report.notices))))


def structure(stored: Json) -> Structure:
    """The sections and notices that `reading` wrote; what a newer type adds has its default."""
    return cast("Structure", _build(Structure, stored))


def _build(kind: Any, stored: Json) -> Any:  # noqa: ANN401 (any of the types below)
    """A value of a type made of dataclasses, tuples, enums, None and plain values, from its JSON."""
    if get_origin(kind) in (Union, UnionType):
        kind = next(each for each in get_args(kind) if each is not type(None))
        return None if stored is None else _build(kind, stored)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind), stored)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _build(hints[name], value) for name, value in stored.items() if name in hints})
    return kind(stored)


def _tuple(kinds: tuple[Any, ...], stored: list[Json]) -> tuple[Any, ...]:
    if kinds[-1] is Ellipsis:
        return tuple(_build(kinds[0], value) for value in stored)
    return tuple(_build(kind, value) for kind, value in zip(kinds, stored, strict=True))


@cache
def _hints(kind: Any) -> dict[str, Any]:  # noqa: ANN401 (a dataclass)
    return get_type_hints(kind)


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
        said = wording(promise.text)
        yield seen[said], promise
        seen[said] += 1


def _wording_at(counted: tuple[int, Commitment]) -> tuple[str, int]:
    number, promise = counted
    return wording(promise.text), number


def wording(sentence: str) -> str:
    """What a sentence says, without the number printed before it, spaces and widths."""
    mark = mark_at(sentence, 0, len(sentence))
    return fold(sentence[mark.end :] if mark else sentence).text


def same_wording(one: Report, other: Report) -> bool:
    """Whether two readings say the same: all that stands in their sections, layout and furniture apart."""
    return _said(one) == _said(other)


def _said(report: Report) -> Counter[tuple[SectionKind, str]]:
    return Counter(
        (section.kind, fold(report.text[section.start : section.end]).text) for section in report.sections
    )
