"""A year's audits as one table: a line a promise, for .csv and .xlsx.

A cell never becomes a formula: spreadsheets take a text that begins with one of `= + - @` (or a tab or
line break before them) for one, so .csv sets an apostrophe before it, as OWASP's page on CSV injection
advises, and .xlsx types it as a string. Bytes depend on the audits alone, not on the clock.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker import __version__, dates
from tracker.audits.audit import Audit, Filed, Finding
from tracker.audits.summary import events
from tracker.language import Language, say

PASSAGES = 3
"""How many passages of the answering report a line shows."""

_FORMULA = re.compile(r"[=+\-@\t\r\n]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One promise as a line of the table: what identifies it, and its cells by column code."""

    commitment_id: str
    year: int
    seen: str
    cells: dict[str, str]


COLUMNS = (
    "issuer",
    "genre",
    "year",
    "item",
    "promise",
    "testability",
    "verdict",
    "status",
    "machine",
    "confidence",
    "repeated",
    "since",
    "evidence_1",
    "evidence_2",
    "evidence_3",
    "repeat",
    "reasons",
    "reviewer",
    "decided_at",
    "note",
    "replies",
    "baseline",
    "answer",
    "id",
)
"""The columns in order; headings are `tables.<code>` of the catalogue."""


def lines(audits: Iterable[Audit], language: Language) -> tuple[Line, ...]:
    """Every promise of the audits, in their order."""
    return tuple(_line(audit, finding, language) for audit in audits for finding in audit.findings)


def seen(baseline: Filed, answer: Filed | None) -> str:
    """What a reviewer of a promise had before him: the two files, by their sha256."""
    return f"{baseline.sha256}:{answer.sha256 if answer else ''}"


def as_of(audits: Iterable[Audit]) -> str:
    """The last thing that happened to these audits: a report that came in, a decision; ISO 8601, UTC."""
    return dates.latest(time for audit in audits for time in events(audit))


def to_csv(audits: Sequence[Audit], language: Language) -> str:
    """The table as .csv text with a byte order mark, which spreadsheets need to see UTF-8."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow([say(language, f"tables.{code}") for code in COLUMNS])
    for line in lines(audits, language):
        writer.writerow([_unarmed(line.cells[code]) for code in COLUMNS])
    writer.writerow([])
    writer.writerow([_unarmed(footer(audits, language))])
    return out.getvalue()


def footer(audits: Sequence[Audit], language: Language) -> str:
    """Status as of when, by which version of the program, and the caution every export carries."""
    return say(language, "tables.footer", as_of=as_of(audits) or "—", version=__version__)


def printable(text: str) -> str:
    """The text without control characters, which no spreadsheet takes."""
    return _CONTROL.sub("", text)


def _unarmed(text: str) -> str:
    clean = printable(text)
    return f"'{clean}" if _FORMULA.match(clean.lstrip(" ")) else clean


def _line(audit: Audit, finding: Finding, language: Language) -> Line:
    promise, judgement, decision = finding.commitment, finding.judgement, finding.decision
    match = finding.match
    passages = [candidate.statement.text for candidate in match.answers[:PASSAGES]] if match else []
    cells = {
        "issuer": audit.issuer,
        "genre": say(language, f"pages.genre_{audit.baseline.report.genre.name.lower()}"),
        "year": str(audit.year),
        "item": " › ".join(promise.item_path),
        "promise": promise.text,
        "testability": say(language, f"pages.grade_{promise.testability.value}"),
        "verdict": say(language, f"pages.verdict_{finding.verdict.value}"),
        "status": say(language, f"tables.status_{_status(finding)}"),
        "machine": say(language, f"pages.verdict_{judgement.verdict.value}"),
        "confidence": f"{judgement.confidence:.2f}",
        "repeated": say(language, f"tables.{'yes' if judgement.repeated else 'no'}"),
        "since": str(finding.history.first_year),
        **{f"evidence_{n}": passages[n - 1] if n <= len(passages) else "" for n in range(1, PASSAGES + 1)},
        "repeat": match.repeats[0].statement.text if match and match.repeats and judgement.repeated else "",
        "reasons": "\n".join(
            say(language, f"reasons.{reason.code}", **dict(reason.details)) for reason in judgement.reasons
        ),
        "reviewer": decision.reviewer if decision else "",
        "decided_at": decision.decided_at if decision else "",
        "note": decision.note if decision else "",
        "replies": "\n".join(
            say(language, "tables.reply", who=reply.said_by, text=reply.text)
            for reply in audit.replies
            if reply.commitment_id == promise.id
        ),
        "baseline": _version(audit.baseline, language),
        "answer": _version(audit.answer, language) if audit.answer else "",
        "id": promise.id,
    }
    return Line(promise.id, audit.year, seen(audit.baseline, audit.answer), cells)


def _status(finding: Finding) -> str:
    if finding.waits:
        return "review"
    return "decided" if finding.decision else "machine"


def _version(filed: Filed, language: Language) -> str:
    return say(
        language,
        "tables.report_version",
        title=filed.report.title or filed.source,
        version=filed.version,
        sha256=filed.sha256[:12],
    )
