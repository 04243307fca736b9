"""Audits → HTML, each page one self-contained file."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.audit import Audit, Missing
from tracker.language import Language


def index_page(
    year: int, audits: Iterable[Audit], missing: Iterable[Missing], language: Language = Language.ZH
) -> str:
    """The overview of a year."""
    raise NotImplementedError


def body_page(audit: Audit, language: Language = Language.ZH, *, audit_sha256: str = "") -> str:
    """One body's promises and what became of them; `audit_sha256` is that of the audit.json beside it."""
    raise NotImplementedError
