"""What an audit is called on disk."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from urllib.parse import quote

from tracker.audits.audit import Audit
from tracker.reading.document import Genre

UNSAFE = re.compile(r"[^\w]+")
FOLDER = "bodies"
"""Where the pages of the bodies stand, seen from the index."""

YEARS = "years"
"""Where the pages stand that follow one body through the years; they have the names of the bodies' pages."""

LONGEST = 48
"""Characters of the readable part: with three bytes each and the rest of the name, below 255 bytes."""


def page_name(audit: Audit) -> str:
    """The file name of a body's page: readable, harmless on every file system, one per body and genre."""
    return body_name(audit.issuer, audit.baseline.report.genre)


def body_name(issuer: str, genre: Genre) -> str:
    """The same for a body that was not audited yet."""
    mark = sha256(f"{issuer}\0{genre.value}".encode()).hexdigest()[:8]
    plain = UNSAFE.sub("-", unicodedata.normalize("NFC", issuer))[:LONGEST].strip("-_")
    return f"{plain or 'body'}-{mark}.html"


def page_link(audit: Audit, folder: str = FOLDER) -> str:
    """The same as a relative address, from the index; `folder` is `FOLDER` or `YEARS`."""
    return f"{folder}/{quote(page_name(audit))}"
