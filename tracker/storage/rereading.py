"""Apply the present reader to reports already in the store: a step of its own that says what it changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tracker import __version__
from tracker.reading.commitments import commitments
from tracker.reading.document import Given, read
from tracker.storage.filing import keep_ids, reading
from tracker.storage.holdings import Entry
from tracker.storage.rows import promise_of, promise_row
from tracker.storage.schema import CommitmentRow, ReportRow
from tracker.storage.store import Store


@dataclass(frozen=True, slots=True)
class Reread:
    """A report as it is now read; `found` and `lost` are ids of promises new and gone."""

    entry: Entry
    found: tuple[str, ...]
    lost: tuple[str, ...]
    other_parts: bool


def reread(store: Store) -> Iterator[Reread]:
    """Read every report anew, one transaction each. Body, year and genre stay as they were filed.

    A promise whose words stay keeps its id and its decisions; one that is no longer read as a promise
    stays in the store, with the decisions on it.
    """
    for entry in store.reports():
        with store.transaction():
            yield _reread(store, entry)


def _reread(store: Store, entry: Entry) -> Reread:
    row = store.session.get_one(ReportRow, entry.id)
    report = replace(
        read(row.text, Given(**row.given)),
        issuer=row.printed_issuer,
        reported_year=row.reported_year,
        genre=row.genre,
    )
    former = {one.id: one for one in row.commitments}
    promises = store.own_ids(commitments(report), report, row.issuer_id)
    promises = keep_ids(promises, map(promise_of, row.commitments))
    seen = frozenset(key for key, one in former.items() if one.place is not None)
    parts = reading(report)
    changed = parts != row.reading
    row.reading, row.plan_year, row.read_by = parts, report.plan_year, __version__
    row.title, row.document_number, row.published = report.title, report.document_number, report.published
    for one in former.values():
        one.place = None
    for place, promise in enumerate(promises):
        _put(store, former.get(promise.id), promise_row(row.id, place, promise))
    store.session.flush()
    now = frozenset(promise.id for promise in promises)
    return Reread(entry, tuple(sorted(now - seen)), tuple(sorted(seen - now)), changed)


def _put(store: Store, former: CommitmentRow | None, new: Mapping[str, object]) -> None:
    """Where the promise stands now; its words are those it was filed with, but for the layout."""
    if former is None:
        store.session.add(CommitmentRow(**new))
    else:
        for name, value in new.items():
            setattr(former, name, value)
