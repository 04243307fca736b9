"""What reviewers decided and what the machine said, in an open store: different rows, only ever added."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, insert, select
from sqlalchemy.orm import Session, aliased

from tracker.audits.audit import Audit, Decision, Finding
from tracker.audits.second import Read, Reading, readings
from tracker.errors import TrackerError
from tracker.judging.history import History
from tracker.judging.reasons import Reason
from tracker.judging.verdicts import Judgement, Verdict
from tracker.reading.document import Genre
from tracker.storage.holdings import Pairing
from tracker.storage.schema import (
    AuditRow,
    CommitmentRow,
    DecisionRow,
    IssuerRow,
    MachineVerdictRow,
    ReportRow,
)

DIGITS = 6  # of a stored probability: the last bits differ between processors, the digest must not


@dataclass(frozen=True, slots=True)
class Logged:
    """One row of the ledger. `decision` is None in a row that takes back the row `undoes`.

    `baseline` and `answer` are the numbers of the reports as the reviewer saw them, `promise` the words he
    decided on; `undone` says that a later row took this one back. A `blind` one decides nothing.
    """

    number: int
    issuer: str
    genre: Genre
    year: int
    commitment_id: str
    promise: str
    decision: Decision | None
    reviewer: str
    decided_at: str
    note: str
    undoes: int | None
    undone: bool
    baseline: int
    answer: int | None
    recorded_at: str
    blind: bool


class Decisions:
    """The ledger of reviewers' decisions; a decision is taken back by a row, never removed."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def record(self, pairing: Pairing, decision: Decision, at: str, *, blind: bool = False) -> int:
        """Add a decision on a promise of the pairing's baseline, and give its number."""
        if self.session.get(CommitmentRow, (pairing.baseline, decision.commitment_id)) is None:
            raise TrackerError("store.no_commitment", commitment=decision.commitment_id)
        start, end = decision.evidence or (None, None)
        row = DecisionRow(
            commitment_id=decision.commitment_id,
            year=pairing.year,
            verdict=decision.verdict,
            reviewer=decision.reviewer,
            decided_at=decision.decided_at,
            note=decision.note,
            evidence_start=start,
            evidence_end=end,
            baseline_id=pairing.baseline,
            answer_id=pairing.answer,
            recorded_at=at,
            blind=blind,
        )
        self.session.add(row)
        self.session.flush()
        return row.id

    def undo(self, number: int, reviewer: str, note: str, at: str) -> int:
        """Take a decision back by a row of its own; the one before it stands again."""
        row = self.session.get(DecisionRow, number)
        if row is None or row.undoes is not None:
            raise TrackerError("store.no_decision", decision=number)
        if self.session.scalar(select(DecisionRow.id).where(DecisionRow.undoes == number)) is not None:
            raise TrackerError("store.undone_already", decision=number)
        undoing = DecisionRow(
            commitment_id=row.commitment_id,
            year=row.year,
            reviewer=reviewer,
            decided_at=at,
            note=note,
            baseline_id=row.baseline_id,
            answer_id=row.answer_id,
            undoes=number,
            recorded_at=at,
            blind=row.blind,
        )
        self.session.add(undoing)
        self.session.flush()
        return undoing.id

    def log(self) -> tuple[Logged, ...]:
        """Every row, in the order in which they were recorded."""
        return self._rows()

    def all_of(self, pairing: Pairing) -> tuple[Logged, ...]:
        """Every row on the body's promises for that year, on whatever version of its reports."""
        return self._rows(
            ReportRow.issuer_id == pairing.issuer_id,
            ReportRow.genre == pairing.genre,
            DecisionRow.year == pairing.year,
        )

    def standing(self, pairing: Pairing) -> tuple[Decision, ...]:
        """The latest decision on each promise that nobody took back, by promise; blind ones decide nothing.

        Those on promises that the baseline no longer holds are among them: the audit shows them apart.
        Evidence is a passage of the present answer: where the text has changed it is found again by
        its words, and is None where they are gone or stand there twice.
        """
        latest = {row.commitment_id: row for row in self._live(pairing)}
        return tuple(self._today(latest[key], pairing) for key in sorted(latest))

    def second_look(self, pairing: Pairing) -> tuple[Logged, ...]:
        """Decisions that stand, but on a promise or on reports that are no longer the present ones.

        With those made for another year, on a baseline that has since been moved to this one.
        """
        held, seen = self._promises(pairing), (pairing.baseline, pairing.answer)
        elsewhere = self._rows(ReportRow.id == pairing.baseline, DecisionRow.year != pairing.year)
        return tuple(
            row
            for row in (*self._live(pairing), *_live(elsewhere))
            if row.year != pairing.year or row.commitment_id not in held or (row.baseline, row.answer) != seen
        )

    def readings(self, pairing: Pairing) -> tuple[Reading, ...]:
        """The promises that two people read, one of them blind."""
        return readings(
            Read(row.number, row.commitment_id, row.promise, row.decision.verdict, row.reviewer, row.blind)
            for row in self.all_of(pairing)
            if row.decision and not row.undone
        )

    def _live(self, pairing: Pairing) -> Iterable[Logged]:
        return _live(self.all_of(pairing))

    def _promises(self, pairing: Pairing) -> frozenset[str]:
        own = select(CommitmentRow.id).where(
            CommitmentRow.report_id == pairing.baseline, CommitmentRow.place.is_not(None)
        )
        return frozenset(self.session.scalars(own))

    def _today(self, row: Logged, pairing: Pairing) -> Decision:
        """The decision with its evidence where it stands in the present answer."""
        decision = row.decision
        assert decision is not None  # noqa: S101 (`_live` gives no other)
        if decision.evidence is None or row.answer == pairing.answer:
            return decision
        evidence = _found(self._text(row.answer), decision.evidence, self._text(pairing.answer))
        return Decision(
            decision.commitment_id,
            decision.verdict,
            decision.reviewer,
            decision.decided_at,
            decision.note,
            evidence,
        )

    def _text(self, report: int | None) -> str:
        return self.session.scalar(select(ReportRow.text).where(ReportRow.id == report)) or ""

    def _rows(self, *conditions: ColumnElement[bool]) -> tuple[Logged, ...]:
        later = aliased(DecisionRow)
        undone = select(later.id).where(later.undoes == DecisionRow.id).exists()
        rows = self.session.execute(
            select(DecisionRow, CommitmentRow.text, IssuerRow.name, ReportRow.genre, undone)
            .join(
                CommitmentRow,
                (CommitmentRow.report_id == DecisionRow.baseline_id)
                & (CommitmentRow.id == DecisionRow.commitment_id),
            )
            .join(ReportRow, ReportRow.id == DecisionRow.baseline_id)
            .join(IssuerRow, IssuerRow.id == ReportRow.issuer_id)
            .where(*conditions)
            .order_by(DecisionRow.id)
        )
        return tuple(_logged(*row) for row in rows)


def _live(rows: Iterable[Logged]) -> Iterable[Logged]:
    """Those that decide: taken back by nobody, and not a second reader's."""
    return (row for row in rows if row.decision and not row.undone and not row.blind)


def _found(seen: str, span: tuple[int, int], today: str) -> tuple[int, int] | None:
    """Where the words of a span stand in another text; None unless they stand there once."""
    words = seen[slice(*span)]
    if not words or today.count(words) != 1:
        return None
    start = today.index(words)
    return start, start + len(words)


def _logged(row: DecisionRow, promise: str, issuer: str, genre: Genre, undone: bool) -> Logged:  # noqa: FBT001 (a column)
    return Logged(
        number=row.id,
        issuer=issuer,
        genre=genre,
        year=row.year,
        commitment_id=row.commitment_id,
        promise=promise,
        decision=_decision(row),
        reviewer=row.reviewer,
        decided_at=row.decided_at,
        note=row.note,
        undoes=row.undoes,
        undone=undone,
        baseline=row.baseline_id,
        answer=row.answer_id,
        recorded_at=row.recorded_at,
        blind=row.blind,
    )


def _decision(row: DecisionRow) -> Decision | None:
    if row.verdict is None:
        return None
    start, end = row.evidence_start, row.evidence_end
    evidence = None if start is None or end is None else (start, end)
    return Decision(row.commitment_id, row.verdict, row.reviewer, row.decided_at, row.note, evidence)


class MachineVerdicts:
    """What the machine said in each audit that said anything new."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def keep(self, pairing: Pairing, audit: Audit, tool: str, field: str, at: str) -> bool:
        """Store an audit's machine verdicts; False if the last audit of these two reports said the same.

        `tool` and `field` are the versions of the program and of its table of field statistics.
        """
        said = {finding.commitment.id: _said(finding) for finding in audit.findings}
        digest = sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
        if digest == self.session.scalar(self._last(pairing, AuditRow.digest)):
            return False
        row = AuditRow(
            baseline_id=pairing.baseline,
            answer_id=pairing.answer,
            tool=tool,
            field=field,
            digest=digest,
            audited_at=at,
        )
        self.session.add(row)
        self.session.flush()
        verdicts = [
            {
                "audit_id": row.id,
                "commitment_id": finding.commitment.id,
                "baseline_id": pairing.baseline,
                "verdict": finding.judgement.verdict,
                "confidence": round(finding.judgement.confidence, DIGITS),
                "needs_review": finding.judgement.needs_review,
                "result": said[finding.commitment.id],
            }
            for finding in audit.findings
        ]
        if verdicts:
            self.session.execute(insert(MachineVerdictRow), verdicts)
        return True

    def audited(self) -> frozenset[tuple[int, int | None]]:
        """The reports that were ever held together, by number: (baseline, answer)."""
        rows = self.session.execute(select(AuditRow.baseline_id, AuditRow.answer_id).distinct())
        return frozenset((baseline, answer) for baseline, answer in rows)

    def last(self, pairing: Pairing) -> Mapping[str, Verdict]:
        """The verdicts of the last audit of these two reports, by promise; empty if there was none."""
        number = self.session.scalar(self._last(pairing, AuditRow.id))
        rows = self.session.execute(
            select(MachineVerdictRow.commitment_id, MachineVerdictRow.verdict)
            .where(MachineVerdictRow.audit_id == number)
            .order_by(MachineVerdictRow.commitment_id)
        )
        return dict(rows.all())

    def recalled(self, pairing: Pairing) -> dict[str, tuple[Judgement, History]]:
        """All that the last audit of these two reports said, by promise; empty if there was none.

        A store of before 0.1 keeps no history: a promise is then as old as the year.
        """
        number = self.session.scalar(self._last(pairing, AuditRow.id))
        rows = self.session.execute(
            select(MachineVerdictRow.commitment_id, MachineVerdictRow.result)
            .where(MachineVerdictRow.audit_id == number)
            .order_by(MachineVerdictRow.commitment_id)
        )
        return {key: (_judgement(said), _history(said, pairing.year)) for key, said in rows.all()}

    def _last(self, pairing: Pairing, column: Any) -> Any:  # noqa: ANN401 (SQLAlchemy's columns)
        same = (AuditRow.baseline_id == pairing.baseline, AuditRow.answer_id == pairing.answer)
        return select(column).where(*same).order_by(AuditRow.id.desc()).limit(1)


def _said(finding: Finding) -> dict[str, Any]:
    """All the machine said of one promise, as JSON."""
    judgement, match = finding.judgement, finding.match
    return {
        "verdict": judgement.verdict.value,
        "confidence": round(judgement.confidence, DIGITS),
        "needs_review": judgement.needs_review,
        "repeated": judgement.repeated,
        "flags": list(judgement.flags),
        "reasons": [{"code": reason.code, "details": dict(reason.details)} for reason in judgement.reasons],
        "evidence": [
            [one.statement.start, one.statement.end, round(one.score, DIGITS)]
            for one in (match.answers if match else ())
        ],
        "history": [finding.history.first_year, finding.history.years],
    }


def _judgement(said: Mapping[str, Any]) -> Judgement:
    return Judgement(
        verdict=Verdict(said["verdict"]),
        confidence=said["confidence"],
        needs_review=said["needs_review"],
        repeated=said["repeated"],
        flags=tuple(said["flags"]),
        reasons=tuple(Reason(one["code"], tuple(one["details"].items())) for one in said["reasons"]),
    )


def _history(said: Mapping[str, Any], year: int) -> History:
    return History(*said.get("history", (year, 1)))
