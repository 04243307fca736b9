"""Reports that change their body or year: those of merged bodies, and single ones that were filed wrongly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from tracker.errors import TrackerError
from tracker.storage.schema import DecisionRow, IssuerRow, MoveRow, ReportRow


@dataclass(frozen=True, slots=True)
class Move:
    """One report went from a body and year to others; bodies by the names they are shown by today."""

    report: int
    source: str
    from_issuer: str
    from_year: int
    to_issuer: str
    to_year: int
    note: str
    by: str
    at: str


class Moves:
    """Moves single reports, and keeps a row of each move, which is never changed."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def move(self, reports: Sequence[int], issuer: int, year: int, note: str, by: str, at: str) -> None:  # noqa: PLR0913, PLR0917 (whither, and who says so)
        """Move versions of one report; TrackerError if the body has one of that year already.

        Promises keep their ids and all decisions on them. What was decided when they were held against
        other reports, or for another year, is shown for a second look (`Decisions.second_look`).
        """
        rows = [self.session.get_one(ReportRow, report) for report in reports]
        left = [row for row in self._series(rows[0]) if row.id not in reports]
        self._require_free(rows[0], issuer, year)
        for number, row in enumerate([*rows, *left]):
            row.supersedes, row.version = None, -1 - number
        self.session.flush()
        for row in rows:
            self.session.add(_move(row, issuer, year, note, by, at))
            _refile(row, issuer, year)
        number_versions(rows)
        number_versions(left)
        self.session.flush()

    def log(self) -> tuple[Move, ...]:
        """Every move, in the order in which they were made."""
        before, after = aliased(IssuerRow), aliased(IssuerRow)
        rows = self.session.execute(
            select(MoveRow, ReportRow.source, before.name, after.name)
            .join(ReportRow, ReportRow.id == MoveRow.report_id)
            .join(before, before.id == MoveRow.from_issuer_id)
            .join(after, after.id == MoveRow.to_issuer_id)
            .order_by(MoveRow.id)
        )
        return tuple(
            Move(
                row.report_id,
                source,
                old,
                row.from_year,
                new,
                row.to_year,
                row.note,
                row.moved_by,
                row.moved_at,
            )
            for row, source, old, new in rows
        )

    def decisions(self, reports: Sequence[int]) -> int:
        """How many decisions rest on these reports: on their promises, or on what they answer."""
        return (
            self.session.scalar(
                select(func.count())
                .select_from(DecisionRow)
                .where(or_(DecisionRow.baseline_id.in_(reports), DecisionRow.answer_id.in_(reports)))
            )
            or 0
        )

    def _series(self, row: ReportRow) -> list[ReportRow]:
        """All versions of a report, the first first."""
        same = (ReportRow.issuer_id == row.issuer_id, ReportRow.reported_year == row.reported_year)
        versions = select(ReportRow).where(*same, ReportRow.genre == row.genre).order_by(ReportRow.version)
        return list(self.session.scalars(versions))

    def _require_free(self, row: ReportRow, issuer: int, year: int) -> None:
        same = (ReportRow.issuer_id == issuer, ReportRow.reported_year == year, ReportRow.genre == row.genre)
        there = self.session.scalar(select(ReportRow).where(*same).limit(1))
        if there is not None:
            body = self.session.get_one(IssuerRow, issuer).name
            raise TrackerError("store.move_taken", issuer=body, year=year, source=there.source)


def _move(row: ReportRow, issuer: int, year: int, note: str, by: str, at: str) -> MoveRow:  # noqa: PLR0913, PLR0917 (as above)
    return MoveRow(
        report_id=row.id,
        from_issuer_id=row.issuer_id,
        from_year=row.reported_year,
        to_issuer_id=issuer,
        to_year=year,
        note=note,
        moved_by=by,
        moved_at=at,
    )


def _refile(row: ReportRow, issuer: int, year: int) -> None:
    """File a report anew; a year that the user gives holds for a later rereading too."""
    row.issuer_id = issuer
    if year != row.reported_year:
        row.plan_year = None if row.plan_year is None else row.plan_year + year - row.reported_year
        row.given = {**row.given, "year": year}
        row.reported_year = year


def gather(session: Session, issuer: int, into: int) -> None:
    """Give all reports of a body to another, those of one year as versions in the order they came in."""
    rows = list(session.scalars(select(ReportRow).where(ReportRow.issuer_id.in_((issuer, into)))))
    for number, row in enumerate(rows):
        row.supersedes, row.version = None, -1 - number
    session.flush()
    for row in rows:
        row.issuer_id = into
    versions: dict[tuple[str, int], list[ReportRow]] = {}
    for row in sorted(rows, key=lambda each: (each.ingested_at, each.id)):
        versions.setdefault((row.genre, row.reported_year), []).append(row)
    for series in versions.values():
        number_versions(series)
    session.flush()


def number_versions(series: Sequence[ReportRow]) -> None:
    """Versions 1, 2, … of one body and year, each superseding the one before."""
    former: int | None = None
    for version, row in enumerate(series, 1):
        row.version, row.supersedes, former = version, former, row.id
