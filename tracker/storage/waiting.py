"""What waits for an answer: files whose body or year is unknown, that may be no report, or gave no text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from tracker.reading.document import Notice
from tracker.storage.schema import WaitingRow


class Question(StrEnum):
    """What must be answered before a file can be filed."""

    ISSUER = "issuer"
    YEAR = "year"
    REPORT = "report"
    READABLE = "readable"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file with its question; `about` is equal for all files that one answer settles.

    `path` and `members` find it again, in an archive too; `text` is None for a file that gave none.
    `issuer`, `year` and `published` are what the user said, `dated` and `title` what the file says of itself.
    """

    sha256: str
    source: str
    path: str
    members: tuple[str, ...]
    text: str | None
    issuer: str | None
    year: int | None
    published: str | None
    dated: str | None
    title: str | None
    url: str | None
    question: Question
    about: str
    candidates: tuple[str, ...]
    reason: Notice
    asked_at: str


class WaitingList:
    """The waiting files of an open store."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def all(self) -> tuple[Waiting, ...]:
        """What still waits, by question, what it is about and name."""
        rows = self.session.scalars(select(WaitingRow).where(WaitingRow.dismissed_at.is_(None)))
        return tuple(
            sorted(map(_waiting, rows), key=lambda one: (one.question, one.about, one.source, one.sha256))
        )

    def keep(self, file: Waiting) -> None:
        """Let a file wait, with its newest question."""
        reason = {"code": file.reason.code, "details": dict(file.reason.details)}
        plain = {name: getattr(file, name) for name in _PLAIN}
        row = WaitingRow(
            **plain,
            question=file.question,
            candidates=list(file.candidates),
            members=list(file.members),
            reason=reason,
        )
        self.session.merge(row)
        self.session.flush()

    def drop(self, sha256: str) -> None:
        """A file that was filed waits no more."""
        self.session.execute(delete(WaitingRow).where(WaitingRow.sha256 == sha256))

    def dismiss(self, sha256: str, at: str) -> None:
        """Never ask about a file again: it is no report."""
        self.session.execute(update(WaitingRow).where(WaitingRow.sha256 == sha256).values(dismissed_at=at))

    def dismissed(self, sha256: str) -> bool:
        """Whether the user said that a file is no report."""
        row = self.session.get(WaitingRow, sha256)
        return row is not None and row.dismissed_at is not None


_PLAIN = (
    *("sha256", "source", "path", "text", "issuer", "year", "published", "dated", "title", "url", "about"),
    "asked_at",
)


def _waiting(row: WaitingRow) -> Waiting:
    return Waiting(
        **{name: getattr(row, name) for name in _PLAIN},
        question=Question(row.question),
        candidates=tuple(row.candidates),
        members=tuple(row.members),
        reason=Notice(row.reason["code"], tuple(row.reason["details"].items())),
    )
