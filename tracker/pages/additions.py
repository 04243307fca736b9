"""What people added to an audit → what its page prints of it: replies, disputes, signatures, corrections."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.audits.audit import Audit
from tracker.audits.replies import Reply
from tracker.audits.second import Reading, agreement
from tracker.audits.signatures import Correction, Signature
from tracker.judging.verdicts import Verdict
from tracker.language import Language, say
from tracker.pages.outcomes import Named, named
from tracker.pages.quotes import visible
from tracker.pages.rows import EXCERPT


@dataclass(frozen=True, slots=True)
class Own:
    """A body's own words on a promise."""

    id: str
    text: str
    by: str
    source: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A line of the list of corrections; None stands for a promise that is not in the plan."""

    day: str
    id: str
    promise: str
    before: Named | None
    after: Named | None
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Additions:
    """All of it; `replies` and `disputes` by promise, `unplaced` replies to promises the plan lost."""

    replies: dict[str, tuple[Own, ...]]
    unplaced: tuple[Own, ...]
    disputes: dict[str, str]
    signatures: tuple[tuple[str, str], ...]
    corrections: tuple[Corrected, ...]


def additions(audit: Audit, language: Language) -> Additions:
    """What people added to an audit, in words."""
    own = tuple(_own(reply, language) for reply in audit.replies)
    texts = {finding.commitment.id: finding.commitment.text for finding in audit.findings}
    return Additions(
        replies={key: tuple(one for one in own if one.id == key) for key in texts},
        unplaced=tuple(one for one in own if one.id not in texts),
        disputes={
            finding.commitment.id: _dispute(finding.disputed, language)
            for finding in audit.findings
            if finding.disputed
        },
        signatures=tuple((_signed(one, language), visible(one.note)) for one in audit.signatures),
        corrections=tuple(_corrected(one, texts, language) for one in audit.corrections),
    )


def agreement_sentence(readings: tuple[Reading, ...], language: Language) -> str:
    """How far two readers agree; empty where nobody read a second time."""
    found = agreement((one.first, one.second) for one in readings)
    if found.share is None:
        return ""
    return say(
        language,
        "published.agreement_sentence",
        both=found.both,
        agreed=found.agreed,
        share=f"{found.share:.0%}",
        kappa="–" if found.kappa is None else f"{found.kappa:.2f}",
        open=sum(one.disputed for one in readings),
    )


def _own(reply: Reply, language: Language) -> Own:
    day = visible(reply.dated or reply.recorded_at[:10])
    return Own(
        id=visible(reply.commitment_id),
        text=visible(reply.text),
        by=say(language, "published.reply_by", who=visible(reply.said_by), date=day),
        source=say(language, "published.reply_of", source=visible(reply.source)) if reply.source else "",
    )


def _dispute(reading: Reading, language: Language) -> str:
    return say(
        language,
        "published.disputed",
        first=named(reading.first, language).label,
        first_by=visible(reading.first_by),
        second=named(reading.second, language).label,
        second_by=visible(reading.second_by),
    )


def _signed(signature: Signature, language: Language) -> str:
    code = "published.signature_partial" if signature.undecided else "published.signature"
    return say(
        language,
        code,
        reviewer=visible(signature.reviewer),
        date=visible(signature.signed_at[:10]),
        open=signature.undecided,
    )


def _corrected(one: Correction, texts: dict[str, str], language: Language) -> Corrected:
    by_itself = "published.correction_report" if one.report else "published.correction_machine"
    return Corrected(
        day=visible(one.at[:10]),
        id=visible(one.commitment_id),
        promise=visible(_excerpt(texts.get(one.commitment_id, ""))),
        before=_named(one.before, language),
        after=_named(one.after, language),
        by=visible(one.by),
        reason=visible(one.reason) if one.by else say(language, by_itself),
    )


def _excerpt(text: str) -> str:
    return text if len(text) <= EXCERPT else f"{text[:EXCERPT]}…"


def _named(verdict: Verdict | None, language: Language) -> Named | None:
    return named(verdict, language) if verdict else None
