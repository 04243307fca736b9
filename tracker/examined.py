"""A file as it is read before any store is asked: its report and promises, or why there are none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256

from tracker.readers.files import Found
from tracker.readers.isolation import isolated
from tracker.readers.raw import Metadata, Unreadable
from tracker.reading.commitments import Commitment, commitments
from tracker.reading.document import Genre, Given, Notice, Report, SectionKind, read


@dataclass(frozen=True, slots=True)
class Told:
    """What the user says of a file; it wins over the text. `new_issuer`: the body is none of those known."""

    issuer: str | None = None
    year: int | None = None
    published: str | None = None
    url: str | None = None
    new_issuer: bool = False


NOTHING = Told()


@dataclass(frozen=True, slots=True)
class Examined:
    """A file as it was read: its report and promises, or why there are none.

    It has neither report nor failure if it was not read because the store has it.
    """

    found: Found
    sha256: str
    told: Told
    metadata: Metadata
    report: Report | None = None
    promises: tuple[Commitment, ...] = ()
    notices: tuple[Notice, ...] = ()
    failure: Notice | None = None


def examine(found: Found, told: Told, known: Callable[[str], bool] = lambda _: False) -> Examined:
    """Read a file unless its hash is `known`; whatever keeps it from being read is a value."""
    try:
        digest = found.sha256()
    except (Unreadable, OSError) as error:
        digest = sha256(found.name.encode("utf-8", "surrogateescape")).hexdigest()
        return Examined(found, digest, told, _UNSAID, failure=_failure(error))
    return Examined(found, digest, told, _UNSAID) if known(digest) else _read(found, digest, told)


_UNSAID = Metadata()


def _read(found: Found, digest: str, told: Told) -> Examined:
    try:
        raw = isolated(found)
    except (Unreadable, OSError) as error:
        return Examined(found, digest, told, _UNSAID, failure=_failure(error))
    if isinstance(raw, Unreadable):
        return Examined(found, digest, told, _UNSAID, failure=_failure(raw))
    return examine_text(raw.text, Examined(found, digest, told, raw.metadata, notices=raw.notices))


def _failure(error: Unreadable | OSError) -> Notice:
    if isinstance(error, Unreadable):
        return Notice(error.code, tuple((key, str(value)) for key, value in error.details.items()))
    return Notice("intake.refused", (("reason", error.strerror or type(error).__name__),))


def examine_text(text: str, file: Examined) -> Examined:
    """The same file with its report; `text` is what its reader gave."""
    told, metadata = file.told, file.metadata
    given = Given(told.issuer, told.year, metadata.title, told.published or metadata.published)
    report = read(text.translate(_UNSTORABLE), given)
    if told.published:
        report = replace(report, published=told.published)
    return replace(file, report=report, promises=commitments(report))


_UNSTORABLE = dict.fromkeys((0, *range(0xD800, 0xE000)), "\ufffd")
"""What no database takes as text; replaced one for one, so that offsets hold."""


def is_report(report: Report) -> bool:
    """Whether a text has the parts of a report; a text without them is asked about."""
    kinds = {section.kind for section in report.sections}
    return report.genre is not Genre.UNKNOWN and bool(kinds & {SectionKind.PLAN, SectionKind.MEASURES})
