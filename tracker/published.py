"""An audit with what people have added to it since: second readings, replies, signatures, corrections."""

from __future__ import annotations

from dataclasses import replace

from tracker.audits.audit import Audit, Finding
from tracker.audits.second import Reading
from tracker.storage.store import Pairing, Store


def published(store: Store, pairing: Pairing, audit: Audit) -> Audit:
    """The audit as it is shown today; verdicts stay as they are, disputed ones wait for a person again."""
    readings = store.ledger.readings(pairing)
    disputed = {one.commitment_id: one for one in readings if one.disputed}
    signed, corrected = store.signatures.corrections(pairing, audit, store.ledger.all_of(pairing))
    return replace(
        audit,
        findings=tuple(_marked(finding, disputed) for finding in audit.findings),
        readings=readings,
        replies=store.replies.standing(pairing),
        signatures=signed,
        corrections=corrected,
    )


def _marked(finding: Finding, disputed: dict[str, Reading]) -> Finding:
    reading = disputed.get(finding.commitment.id)
    return replace(finding, disputed=reading) if reading else finding
