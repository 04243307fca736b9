"""Pages and audit.json of a year → a folder, whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from tracker import dates
from tracker.audits.audit import Audit, Missing
from tracker.errors import TrackerError
from tracker.export import head, one_audit
from tracker.language import Language
from tracker.pages.blind import blind, blind_head, blind_json
from tracker.pages.names import FOLDER, YEARS, page_name
from tracker.pages.render import body_page, index_of_lines, years_page
from tracker.pages.year import Line, line

UNKNOWN = "0" * 64
"""Stands in a page for the hash of audit.json until its last body is written."""


def write_year(  # noqa: PLR0913 (where, what, and for whom)
    folder: Path,
    year: int,
    audits: Iterable[Audit],
    missing: Iterable[Missing],
    language: Language = Language.ZH,
    *,
    followed: Collection[str] = (),
    unseen: bool = False,
) -> Path:
    """Write index.html, a page per body and audit.json; the path of the index.

    `followed` are the names of the pages whose bodies `write_years` will follow through the years.
    With `unseen` the pages are for a second, blind reading, and nothing beside them tells the first.
    `audits` may be a generator: one body is held in memory at a time. Raises TrackerError
    (`pages.cannot_write`) where the folder cannot be written, with nothing of it changed.
    """
    try:
        with _aside(folder) as aside:
            if unseen:
                _write(aside, year, map(blind, audits), missing, language, (), unseen=True)
            else:
                _write(aside, year, audits, missing, language, followed, unseen=False)
            _move(aside, folder)
    except OSError as error:
        raise TrackerError("pages.cannot_write", folder=folder, why=error.strerror or error) from error
    return folder / "index.html"


def write_years(
    folder: Path, year: int, bodies: Iterable[Sequence[Audit]], language: Language = Language.ZH
) -> None:
    """Write the pages that follow bodies through the years beside those of `year`; errors as above.

    Of each body the audits of all its years, that of `year` among them.
    """
    try:
        with _aside(folder) as aside:
            for audits in bodies:
                _save(aside / page_name(audits[0]), years_page(audits, language, year=year))
            _replace(aside, folder / YEARS)
    except OSError as error:
        raise TrackerError("pages.cannot_write", folder=folder, why=error.strerror or error) from error


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """An empty folder on the same disk, gone afterwards."""
    home = folder if folder.is_dir() else folder.parent
    home.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".tracker-", dir=home) as name:
        yield Path(name)


def _write(  # noqa: PLR0913, PLR0917 (what `write_year` was given)
    aside: Path,
    year: int,
    audits: Iterable[Audit],
    missing: Iterable[Missing],
    language: Language,
    followed: Collection[str],
    *,
    unseen: bool,
) -> None:
    (aside / FOLDER).mkdir()
    lines: list[Line] = []
    with (aside / "audit.json").open("w", encoding="utf-8", newline="\n") as out:
        out.write(_dump(blind_head(year) if unseen else head(year)).removesuffix("\n}") + ',\n "audits": [')
        for audit in audits:
            name = page_name(audit)
            content = blind_json(audit) if unseen else one_audit(audit, language)
            out.write(("," if lines else "") + "\n" + _dump(content))
            page = body_page(audit, language, audit_sha256=UNKNOWN, unseen=unseen, followed=name in followed)
            _save(aside / FOLDER / name, page)
            lines.append(line(audit, language, followed=name in followed))
        as_of = dates.latest(one.as_of for one in lines)
        out.write("\n]}\n" if unseen else f'\n],\n "status_as_of": {_dump(as_of)}}}\n')
    _name_audit(aside)
    _save(aside / "index.html", index_of_lines(year, lines, missing, language))


def _dump(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, indent=1)


def _save(path: Path, page: str) -> None:
    path.write_text(page, encoding="utf-8", newline="\n")


def _name_audit(aside: Path) -> None:
    """Put the hash of audit.json into every page; text of reports cannot hold an unescaped quote there."""
    known = sha256((aside / "audit.json").read_bytes()).hexdigest()
    for path in (aside / FOLDER).iterdir():
        page = path.read_text(encoding="utf-8")
        _save(path, page.replace(f'"audit_sha256": "{UNKNOWN}"', f'"audit_sha256": "{known}"'))


def _move(aside: Path, folder: Path) -> None:
    """The index comes last: until then the old one stands. Pages of bodies no longer audited go."""
    _replace(aside / FOLDER, folder / FOLDER)
    for name in ("audit.json", "index.html"):
        (aside / name).replace(folder / name)


def _replace(aside: Path, pages: Path) -> None:
    """Put the pages that were written in the place of those that stood there; no empty folder stays."""
    pages.mkdir(parents=True, exist_ok=True)
    fresh = sorted(aside.iterdir())
    for path in fresh:
        path.replace(pages / path.name)
    for stale in set(pages.glob("*.html")) - {pages / path.name for path in fresh}:
        stale.unlink()
    if not any(pages.iterdir()):
        pages.rmdir()
