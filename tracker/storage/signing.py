"""Signatures in an open store, and what has changed in an audit since the first one."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.audits.audit import Audit
from tracker.audits.signatures import Change, Correction, Signature, State, corrections
from tracker.judging.verdicts import Verdict
from tracker.storage.decisions import Logged
from tracker.storage.holdings import Pairing
from tracker.storage.schema import AuditRow, DecisionRow, ReportRow, SignatureRow


class Signatures:
    """Who signed which audit; a signature stays whatever becomes of the audit."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def record(self, pairing: Pairing, signature: Signature) -> int:
        """Keep a signature, and give its number."""
        row = SignatureRow(
            year=pairing.year,
            baseline_id=signature.state.baseline,
            answer_id=signature.state.answer,
            reviewer=signature.reviewer,
            signed_at=signature.signed_at,
            note=signature.note,
            undecided=signature.undecided,
            last_decision=signature.state.last_decision,
            verdicts={key: verdict.value for key, verdict in sorted(signature.state.verdicts.items())},
        )
        self.session.add(row)
        self.session.flush()
        return row.id

    def all_of(self, pairing: Pairing) -> tuple[Signature, ...]:
        """The signatures under the body's audits of that year, the first first."""
        rows = self.session.scalars(
            select(SignatureRow)
            .join(ReportRow, ReportRow.id == SignatureRow.baseline_id)
            .where(
                ReportRow.issuer_id == pairing.issuer_id,
                ReportRow.genre == pairing.genre,
                SignatureRow.year == pairing.year,
            )
            .order_by(SignatureRow.id)
        )
        return tuple(map(_signature, rows))

    def state(self, pairing: Pairing, audit: Audit, at: str = "") -> State:
        """An audit's verdicts as they are, dated by the last thing the machine said unless `at` is given."""
        return State(
            at=at or self._newest(pairing, audit),
            baseline=pairing.baseline or 0,
            answer=pairing.answer,
            last_decision=self.session.scalar(select(func.max(DecisionRow.id))) or 0,
            verdicts={finding.commitment.id: finding.verdict for finding in audit.findings},
        )

    def _newest(self, pairing: Pairing, audit: Audit) -> str:
        """When what the machine says last became what it is."""
        said = self.session.scalar(
            select(func.max(AuditRow.audited_at)).where(
                AuditRow.baseline_id == pairing.baseline, AuditRow.answer_id == pairing.answer
            )
        )
        came = (audit.baseline.ingested_at, audit.answer.ingested_at if audit.answer else "")
        return said or max(came)

    def corrections(
        self, pairing: Pairing, audit: Audit, ledger: Iterable[Logged]
    ) -> tuple[tuple[Signature, ...], tuple[Correction, ...]]:
        """The signatures under an audit, and what changed since the first; `ledger` is the body's."""
        signed = self.all_of(pairing)
        if not signed:
            return (), ()
        changes = (_change(row) for row in ledger if not row.blind)
        return signed, corrections(signed, changes, self.state(pairing, audit))


def _signature(row: SignatureRow) -> Signature:
    verdicts = {key: Verdict(verdict) for key, verdict in row.verdicts.items()}
    state = State(row.signed_at, row.baseline_id, row.answer_id, row.last_decision, verdicts)
    return Signature(row.reviewer, row.note, row.undecided, state)


def _change(row: Logged) -> Change:
    verdict = row.decision.verdict if row.decision else None
    return Change(row.number, row.commitment_id, verdict, row.undoes, row.reviewer, row.decided_at, row.note)
