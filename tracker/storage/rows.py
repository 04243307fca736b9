"""Rows of the store ↔ core values: the one place where both are seen together."""

from __future__ import annotations

from tracker.audits.audit import Filed
from tracker.reading.commitments import Commitment
from tracker.reading.document import Report
from tracker.storage.filing import structure
from tracker.storage.holdings import Issuer, Name
from tracker.storage.schema import CommitmentRow, IssuerRow, ReportRow


def issuer_of(row: IssuerRow, reports: int) -> Issuer:
    """The body a row holds, with the number of its reports."""
    names = tuple(Name(name.name, name.added_by, name.added_at) for name in row.names)
    return Issuer(row.id, row.name, tuple(sorted(names, key=lambda name: name.name)), reports)


def filed_of(row: ReportRow, promises: tuple[Commitment, ...]) -> Filed:
    """The report a row holds, with its promises."""
    parts = structure(row.reading)
    report = Report(
        text=row.text,
        genre=row.genre,
        title=row.title,
        issuer=row.printed_issuer,
        document_number=row.document_number,
        reported_year=row.reported_year,
        plan_year=row.plan_year,
        published=row.published,
        sections=parts.sections,
        notices=parts.notices,
    )
    return Filed(report, row.url or row.source, row.sha256, row.version, row.ingested_at, promises)


def promise_of(row: CommitmentRow) -> Commitment:
    """The promise a row holds."""
    path = tuple(row.item_path)
    return Commitment(row.id, row.text, row.start, row.end, path, row.testability)


def promise_row(report: int, place: int, promise: Commitment) -> dict[str, object]:
    """The columns of a promise, the `place`th of a report."""
    return {
        "report_id": report,
        "id": promise.id,
        "place": place,
        "text": promise.text,
        "start": promise.start,
        "end": promise.end,
        "item_path": list(promise.item_path),
        "testability": promise.testability,
    }
