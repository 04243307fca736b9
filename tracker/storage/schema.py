"""The tables of the store, and nothing else; every type is one that SQLite and PostgreSQL share.

Times are ISO 8601 texts as they came in, so that a decision keeps the reviewer's own clock and offset.
A report, a promise, a decision or a machine's verdict once stored stays; nothing deletes one.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Dialect,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    MetaData,
    String,
    TypeDecorator,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from tracker.judging.verdicts import Verdict
from tracker.reading.commitments import Testability
from tracker.reading.document import Genre

REVISION = "0003"
"""The migration these tables stand at; a test holds it to the newest one in migrations/."""

Json = Any


class Word(TypeDecorator[StrEnum]):
    """A column of text that holds the members of an enum by their values."""

    impl = String(16)
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: StrEnum | None, _: Dialect) -> str | None:
        """The text stored."""
        return None if value is None else value.value

    def process_result_value(self, value: str | None, _: Dialect) -> StrEnum | None:
        """The member; ValueError for a text that is none."""
        return None if value is None else self.kind(value)


class Base(DeclarativeBase):
    """Names every constraint by rule, so that a migration can name it too."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {kind: Word(kind) for kind in (Genre, Testability, Verdict)}


class IssuerRow(Base):
    """A body that publishes reports; one that turned out to be another points to it and stays."""

    __tablename__ = "issuers"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("issuers.id"))
    names: Mapped[list[NameRow]] = relationship(order_by="NameRow.name", cascade="all")


class NameRow(Base):
    """A name a body goes by: as a report printed it or as a user said; two bodies may share one."""

    __tablename__ = "issuer_names"

    issuer_id: Mapped[int] = mapped_column(ForeignKey("issuers.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    added_by: Mapped[str]
    added_at: Mapped[str]


class ReportRow(Base):
    """One version of one body's report of one year: its text, and how it was read when it came in.

    `reading` is the structure as `tracker.storage.filing` writes it, `given` what the reader was told beside
    the text, `read_by` the version of the tracker that read it.
    """

    __tablename__ = "reports"
    __table_args__ = (UniqueConstraint("issuer_id", "genre", "reported_year", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    issuer_id: Mapped[int] = mapped_column(ForeignKey("issuers.id"))
    genre: Mapped[Genre]
    reported_year: Mapped[int]
    plan_year: Mapped[int | None] = mapped_column(index=True)
    version: Mapped[int]
    supersedes: Mapped[int | None] = mapped_column(ForeignKey("reports.id"), unique=True)
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    source: Mapped[str]
    url: Mapped[str | None]
    published: Mapped[str | None]
    title: Mapped[str | None]
    document_number: Mapped[str | None]
    printed_issuer: Mapped[str | None]
    text: Mapped[str]
    reading: Mapped[Json] = mapped_column(JSON)
    given: Mapped[Json] = mapped_column(JSON)
    read_by: Mapped[str]
    ingested_at: Mapped[str]
    issuer: Mapped[IssuerRow] = relationship()
    commitments: Mapped[list[CommitmentRow]] = relationship(order_by="CommitmentRow.place", cascade="all")


class MoveRow(Base):
    """A report was filed under a wrong body or year and moved; rows are only ever added."""

    __tablename__ = "moves"

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    from_issuer_id: Mapped[int] = mapped_column(ForeignKey("issuers.id"))
    from_year: Mapped[int]
    to_issuer_id: Mapped[int] = mapped_column(ForeignKey("issuers.id"))
    to_year: Mapped[int]
    note: Mapped[str]
    moved_by: Mapped[str]
    moved_at: Mapped[str]


class CommitmentRow(Base):
    """A promise of a report; a corrected version repeats the id of a sentence it shares with the old one.

    `place` orders the promises of a report; it is None for one that a newer reader no longer sees.
    """

    __tablename__ = "commitments"

    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), primary_key=True)
    id: Mapped[str] = mapped_column(String(16), primary_key=True, index=True)
    place: Mapped[int | None]
    text: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    item_path: Mapped[Json] = mapped_column(JSON)
    testability: Mapped[Testability]


class DecisionRow(Base):
    """What a reviewer decided, on the very text he saw; taken back only by a later row (`undoes`).

    `verdict` is None in a row that takes another one back. Evidence is a passage of the answer's text.
    `blind` rows are those of a second reader who saw no verdict: they are compared and decide nothing.
    """

    __tablename__ = "decisions"
    __table_args__ = (
        ForeignKeyConstraint(["baseline_id", "commitment_id"], ["commitments.report_id", "commitments.id"]),
        CheckConstraint("(verdict IS NULL) = (undoes IS NOT NULL)", "verdict_or_undoes"),
        CheckConstraint("(evidence_start IS NULL) = (evidence_end IS NULL)", "whole_evidence"),
        Index(None, "commitment_id", "year"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    commitment_id: Mapped[str] = mapped_column(String(16))
    year: Mapped[int]
    verdict: Mapped[Verdict | None]
    reviewer: Mapped[str]
    decided_at: Mapped[str]
    note: Mapped[str]
    evidence_start: Mapped[int | None]
    evidence_end: Mapped[int | None]
    baseline_id: Mapped[int]
    answer_id: Mapped[int | None] = mapped_column(ForeignKey("reports.id"))
    undoes: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"), unique=True)
    recorded_at: Mapped[str]
    blind: Mapped[bool] = mapped_column(server_default=false())


class ReplyRow(Base):
    """What a body itself says of a promise; taken back only by a later row (`withdraws`), which has no text.

    `dated` is the day of the reply as the user gave it, `source` where it can be read.
    """

    __tablename__ = "replies"
    __table_args__ = (
        ForeignKeyConstraint(["baseline_id", "commitment_id"], ["commitments.report_id", "commitments.id"]),
        CheckConstraint("(text IS NULL) = (withdraws IS NOT NULL)", "text_or_withdraws"),
        Index(None, "commitment_id", "year"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    commitment_id: Mapped[str] = mapped_column(String(16))
    year: Mapped[int]
    baseline_id: Mapped[int]
    text: Mapped[str | None]
    said_by: Mapped[str]
    source: Mapped[str]
    dated: Mapped[str | None]
    withdraws: Mapped[int | None] = mapped_column(ForeignKey("replies.id"), unique=True)
    recorded_at: Mapped[str]


class SignatureRow(Base):
    """Somebody signed one body's audit of a year: `verdicts` are all its verdicts then, by promise.

    `undecided` promises still waited for a person; `last_decision` is the newest row of the ledger then.
    """

    __tablename__ = "signatures"

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    baseline_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    answer_id: Mapped[int | None] = mapped_column(ForeignKey("reports.id"))
    reviewer: Mapped[str]
    signed_at: Mapped[str]
    note: Mapped[str]
    undecided: Mapped[int]
    last_decision: Mapped[int]
    verdicts: Mapped[Json] = mapped_column(JSON)


class AuditRow(Base):
    """The machine once held a plan against its answer; `digest` tells whether it said anything new."""

    __tablename__ = "audits"

    id: Mapped[int] = mapped_column(primary_key=True)
    baseline_id: Mapped[int] = mapped_column(ForeignKey("reports.id"), index=True)
    answer_id: Mapped[int | None] = mapped_column(ForeignKey("reports.id"))
    tool: Mapped[str]
    field: Mapped[str]
    digest: Mapped[str] = mapped_column(String(64))
    audited_at: Mapped[str]


class MachineVerdictRow(Base):
    """What the machine said of one promise in one audit; never touched by a decision."""

    __tablename__ = "machine_verdicts"
    __table_args__ = (
        ForeignKeyConstraint(["baseline_id", "commitment_id"], ["commitments.report_id", "commitments.id"]),
    )

    audit_id: Mapped[int] = mapped_column(ForeignKey("audits.id"), primary_key=True)
    commitment_id: Mapped[str] = mapped_column(String(16), primary_key=True)
    baseline_id: Mapped[int]
    verdict: Mapped[Verdict]
    confidence: Mapped[float] = mapped_column(Double)
    needs_review: Mapped[bool]
    result: Mapped[Json] = mapped_column(JSON)


class WaitingRow(Base):
    """A file that needs an answer before it can be filed; `text` is kept, so that the file may go.

    `question` is what must be answered, `about` is equal for all files one answer settles. A row goes when
    its file is filed; `dismissed_at` is set when the user said that it is no report.
    """

    __tablename__ = "waiting"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    source: Mapped[str]
    path: Mapped[str]
    members: Mapped[Json] = mapped_column(JSON)
    text: Mapped[str | None]
    issuer: Mapped[str | None]
    year: Mapped[int | None]
    published: Mapped[str | None]
    dated: Mapped[str | None]
    title: Mapped[str | None]
    url: Mapped[str | None]
    question: Mapped[str] = mapped_column(String(16))
    about: Mapped[str] = mapped_column(index=True)
    candidates: Mapped[Json] = mapped_column(JSON)
    reason: Mapped[Json] = mapped_column(JSON)
    asked_at: Mapped[str]
    dismissed_at: Mapped[str | None]
