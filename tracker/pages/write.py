"""Pages and audit.json of a year → a folder, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tracker.audit import Audit, Missing
from tracker.language import Language


def write_year(
    folder: Path,
    year: int,
    audits: Iterable[Audit],
    missing: Iterable[Missing],
    language: Language = Language.ZH,
) -> Path:
    """Write index.html, a page per body and audit.json; the path of the index.

    `audits` may be a generator: one body is held in memory at a time. Raises TrackerError
    (`pages.cannot_write`) where the folder cannot be written, with nothing of it changed.
    """
    raise NotImplementedError
