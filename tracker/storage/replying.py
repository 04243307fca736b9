"""Bodies' own replies in an open store: rows that are only ever added."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from tracker.audits.replies import Reply
from tracker.errors import TrackerError
from tracker.storage.holdings import Pairing
from tracker.storage.schema import CommitmentRow, ReplyRow, ReportRow


class Replies:
    """The replies of all bodies; one is withdrawn by a row, never removed."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def record(self, pairing: Pairing, reply: Reply) -> int:
        """Attach a reply to a promise of the pairing's baseline, and give the number it gets."""
        if self.session.get(CommitmentRow, (pairing.baseline, reply.commitment_id)) is None:
            raise TrackerError("store.no_commitment", commitment=reply.commitment_id)
        return self._add(
            ReplyRow(
                commitment_id=reply.commitment_id,
                year=pairing.year,
                baseline_id=pairing.baseline,
                text=reply.text,
                said_by=reply.said_by,
                source=reply.source,
                dated=reply.dated,
                recorded_at=reply.recorded_at,
            )
        )

    def withdraw(self, number: int, by: str, at: str) -> int:
        """Take a reply back by a row of its own."""
        row = self.session.get(ReplyRow, number)
        if row is None or row.withdraws is not None:
            raise TrackerError("published.no_reply", reply=number)
        if self.session.scalar(select(ReplyRow.id).where(ReplyRow.withdraws == number)) is not None:
            raise TrackerError("published.reply_withdrawn", reply=number)
        return self._add(
            ReplyRow(
                commitment_id=row.commitment_id,
                year=row.year,
                baseline_id=row.baseline_id,
                said_by=by,
                source="",
                withdraws=number,
                recorded_at=at,
            )
        )

    def standing(self, pairing: Pairing) -> tuple[Reply, ...]:
        """The replies on the body's promises for that year that nobody withdrew, as they came in.

        Those on promises that the plan no longer holds are among them.
        """
        later = aliased(ReplyRow)
        withdrawn = select(later.id).where(later.withdraws == ReplyRow.id).exists()
        rows = self.session.scalars(
            select(ReplyRow)
            .join(ReportRow, ReportRow.id == ReplyRow.baseline_id)
            .where(
                ReportRow.issuer_id == pairing.issuer_id,
                ReportRow.genre == pairing.genre,
                ReportRow.reported_year == pairing.year - 1,
                ~withdrawn,
            )
            .order_by(ReplyRow.id)
        )
        return tuple(_reply(row, row.text) for row in rows if row.text is not None)

    def _add(self, row: ReplyRow) -> int:
        self.session.add(row)
        self.session.flush()
        return row.id


def _reply(row: ReplyRow, text: str) -> Reply:
    return Reply(row.id, row.commitment_id, text, row.said_by, row.source, row.dated, row.recorded_at)
