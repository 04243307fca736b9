"""What people added to an audit → its keys in audit.json."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tracker.audits.audit import Audit
from tracker.audits.replies import Reply
from tracker.audits.second import agreement

Json = dict[str, Any]
DIGITS = 4


def additions_json(audit: Audit) -> Json:
    """Replies without a place, signatures, what was corrected since, and how far two readers agree."""
    texts = {finding.commitment.id: finding.commitment.text for finding in audit.findings}
    return {
        "unplaced_replies": [_reply(reply) for reply in audit.replies if reply.commitment_id not in texts],
        "signatures": [
            {
                "reviewer": one.reviewer,
                "signed_at": one.signed_at,
                "note": one.note,
                "undecided": one.undecided,
            }
            for one in audit.signatures
        ],
        "corrections": [
            {
                "date": one.at,
                "commitment_id": one.commitment_id,
                "promise": texts.get(one.commitment_id),
                "from": one.before.value if one.before else None,
                "to": one.after.value if one.after else None,
                "who": one.by or None,
                "reason": one.reason if one.by else ("report" if one.report else "machine"),
            }
            for one in audit.corrections
        ],
        "agreement": _agreement(audit),
    }


def replies_json(replies: Iterable[Reply], commitment: str) -> list[Json]:
    """What a body itself says of one promise, as it came in."""
    return [_reply(reply) for reply in replies if reply.commitment_id == commitment]


def _reply(reply: Reply) -> Json:
    return {
        "commitment_id": reply.commitment_id,
        "text": reply.text,
        "said_by": reply.said_by,
        "source": reply.source or None,
        "date": reply.dated,
        "recorded_at": reply.recorded_at,
    }


def _agreement(audit: Audit) -> Json | None:
    """None where nobody read a second time."""
    found = agreement((one.first, one.second) for one in audit.readings)
    if found.share is None:
        return None
    return {
        "both": found.both,
        "agreed": found.agreed,
        "share": round(found.share, DIGITS),
        "kappa": None if found.kappa is None else round(found.kappa, DIGITS),
    }
