"""Audits → the machine-readable files that stand beside the pages (audit.json, later tables)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from tracker import __version__, dates
from tracker.audits.audit import Audit, Decision, Filed, Finding
from tracker.audits.summary import Rate, events, summarise
from tracker.export_additions import additions_json, replies_json
from tracker.export_chain import chain_json
from tracker.judging.reasons import Reason
from tracker.language import Language, say
from tracker.matching.matches import Candidate, Match
from tracker.reading.document import SectionKind

SCHEMA = "tracker.audit/1"
MOST_EVIDENCE = 5
DIGITS = 4  # of a score or confidence: the last bits differ between processors, the bytes must not

Json = dict[str, Any]


def audit_json(year: int, audits: Iterable[Audit], language: Language = Language.ZH) -> Json:
    """The whole of audit.json; `language` is that of the reasons."""
    done = tuple(audits)
    times = (time for audit in done for time in events(audit))
    return {
        **head(year),
        "audits": [one_audit(audit, language) for audit in done],
        "status_as_of": dates.latest(times),
    }


def head(year: int) -> Json:
    """What stands before the audits in audit.json."""
    return {"schema": SCHEMA, "year": year, "tracker_version": __version__}


def one_audit(audit: Audit, language: Language = Language.ZH) -> Json:
    """One body's element of `audits`."""
    return {
        "issuer": audit.issuer,
        "baseline": _report(audit.baseline, audit.year - 1),
        "answer": _report(audit.answer, audit.year) if audit.answer else None,
        "commitments": [_commitment(audit, finding, language) for finding in audit.findings],
        "summary": _summary(audit),
        "unplaced_decisions": [
            {"commitment_id": decision.commitment_id, **_written(decision)} for decision in audit.unplaced
        ],
        "chain": chain_json(audit.chain),
        **additions_json(audit),
    }


def _summary(audit: Audit) -> Json:
    """Counts, and rates that say how many promises they leave out."""
    summary = summarise(audit.findings)
    return {
        "commitments": summary.total,
        "verdicts": {verdict.value: number for verdict, number in summary.verdicts if number},
        "forms": {form.value: number for form, number in summary.forms},
        "answered": _rate(summary.answered),
        "fulfilled": _rate(summary.fulfilled),
        "repeated": _rate(summary.repeated),
        "machine_alone": summary.machine_alone,
        "decided": summary.decided,
        "open": summary.open,
    }


def _rate(rate: Rate) -> Json:
    return {
        "part": rate.part,
        "whole": rate.whole,
        "left_out": {"pending": rate.pending, "not_checkable": rate.not_checkable},
    }


def _report(filed: Filed, covered: int) -> Json:
    report = filed.report
    return {
        "title": report.title or origin(filed),
        "reported_year": report.reported_year or covered,
        "plan_year": report.plan_year,
        "genre": report.genre.value,
        "document_number": report.document_number,
        "published": report.published,
        "source": origin(filed),
        "sha256": filed.sha256,
        "version": filed.version,
    }


def origin(filed: Filed) -> str:
    """The address a report came from, or the name of its file: folders are the user's own business."""
    return filed.source if "://" in filed.source else re.split(r"[/\\]", filed.source)[-1]


def _commitment(audit: Audit, finding: Finding, language: Language) -> Json:
    commitment, judgement = finding.commitment, finding.judgement
    return {
        "id": commitment.id,
        "text": commitment.text,
        "start": commitment.start,
        "end": commitment.end,
        "item_path": list(commitment.item_path),
        "testability": commitment.testability.value,
        "verdict": finding.verdict.value,
        "machine_verdict": judgement.verdict.value,
        "repeated": judgement.repeated,
        "flags": [
            *judgement.flags,
            *(["disputed"] if finding.disputed else []),
            *(["outdated"] if finding.outdated else []),
        ],
        "confidence": round(judgement.confidence, DIGITS),
        "needs_review": finding.waits,
        "evidence": _evidence(audit, finding),
        "repeat": _first(finding.match.repeats) if finding.match and judgement.repeated else None,
        "admission": _first(finding.match.admissions) if finding.match else None,
        "reasons": [_sentence(reason, language) for reason in judgement.reasons],
        "history": {"first_year": finding.history.first_year, "years": finding.history.years},
        "decision": _decision(finding.decision),
        "disputed": finding.disputed is not None,
        "replies": replies_json(audit.replies, commitment.id),
    }


def _sentence(reason: Reason, language: Language) -> str:
    return say(language, f"reasons.{reason.code}", **dict(reason.details))


def _evidence(audit: Audit, finding: Finding) -> list[Json]:
    """The reviewer's own passage first, where there is one, then the machine's candidates."""
    chosen = _chosen(audit, finding.decision)
    found = [_quote(candidate) for candidate in _answers(finding.match)]
    rest = [quote for quote in found if not chosen or quote["start"] != chosen["start"]]
    return list(islice(([chosen] if chosen else []) + rest, MOST_EVIDENCE))


def _answers(match: Match | None) -> tuple[Candidate, ...]:
    return match.answers if match else ()


def _chosen(audit: Audit, decision: Decision | None) -> Json | None:
    if not (decision and decision.evidence and audit.answer):
        return None
    start, end = decision.evidence
    report = audit.answer.report
    kinds = [section.kind for section in report.sections if section.start <= start < section.end]
    return {
        "section": (kinds[0] if kinds else SectionKind.OTHER).value,
        "text": report.text[start:end],
        "start": start,
        "end": end,
        "score": 1.0,
    }


def _first(candidates: tuple[Candidate, ...]) -> Json | None:
    return _quote(candidates[0]) if candidates else None


def _quote(candidate: Candidate) -> Json:
    statement = candidate.statement
    return {
        "section": statement.section.value,
        "text": statement.text,
        "start": statement.start,
        "end": statement.end,
        "score": round(candidate.score, DIGITS),
        "item_path": list(statement.item_path),
    }


def _decision(decision: Decision | None) -> Json | None:
    return _written(decision) if decision else None


def _written(decision: Decision) -> Json:
    return {
        "verdict": decision.verdict.value,
        "reviewer": decision.reviewer,
        "decided_at": decision.decided_at,
        "note": decision.note,
        "evidence": list(decision.evidence) if decision.evidence else None,
    }
