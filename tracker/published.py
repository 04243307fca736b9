"""An audit with what people have added to it since: second readings, replies, signatures, corrections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tracker.audits.audit import Audit, Decision, Finding
from tracker.storage.store import Pairing, Store


def published(store: Store, pairing: Pairing, audit: Audit) -> Audit:
    """The audit as it is shown today; verdicts stay as they are, disputed ones wait for a person again.

    A decision on an earlier version of a report stands, and is shown for a second look.
    """
    readings = store.ledger.readings(pairing)
    disputed = {one.commitment_id: one for one in readings if one.disputed}
    second_look = {
        (row.commitment_id, row.reviewer, row.decided_at) for row in store.ledger.second_look(pairing)
    }
    signed, corrected = store.signatures.corrections(pairing, audit, store.ledger.all_of(pairing))
    return replace(
        audit,
        findings=tuple(
            replace(
                finding,
                disputed=disputed.get(finding.commitment.id),
                outdated=_key(finding.decision) in second_look,
            )
            for finding in audit.findings
        ),
        readings=readings,
        replies=store.replies.standing(pairing),
        signatures=signed,
        corrections=corrected,
    )


def _key(decision: Decision | None) -> tuple[str, str, str] | None:
    return (decision.commitment_id, decision.reviewer, decision.decided_at) if decision else None


def decided(audit: Audit, decisions: Iterable[Decision]) -> Audit:
    """The audit with these decisions and no others; what the machine said stays, and costs nothing again."""
    latest = {
        one.commitment_id: one for one in sorted(decisions, key=lambda one: (one.decided_at, one.reviewer))
    }
    known = {finding.commitment.id for finding in audit.findings}
    return replace(
        audit,
        findings=tuple(_decided(finding, latest.get(finding.commitment.id)) for finding in audit.findings),
        unplaced=tuple(one for key, one in latest.items() if key not in known),
    )


def _decided(finding: Finding, decision: Decision | None) -> Finding:
    verdict = decision.verdict if decision else finding.judgement.verdict
    return replace(finding, verdict=verdict, decision=decision)
