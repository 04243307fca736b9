"""Web archives (.mhtml, .mht): the page among its parts, and where it was saved from."""

from __future__ import annotations

import re

from tracker.readers.encoding import decode
from tracker.readers.html import page
from tracker.readers.kinds import Start
from tracker.readers.raw import Raw, Unreadable

_MIME = re.compile(
    rb"(?:MIME-Version|Content-Type|From|Subject|Date|Snapshot-Content-Location):", re.IGNORECASE
)


def told(start: Start) -> bool:
    """By the header of a message of several parts."""
    return _MIME.match(start.text) is not None and b"multipart/" in start.text.lower()


def read(data: bytes) -> Raw:
    """Return the report on the longest HTML part: frames and advertisements are parts too."""
    from email import message_from_bytes, policy
    from email.errors import MessageError
    from email.message import EmailMessage

    try:
        message = message_from_bytes(data, policy=policy.compat32)
        pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
        bodies = [(part.get_payload(decode=True), part) for part in pages]
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise Unreadable("readers.damaged") from error
    body, part = max(
        ((body, part) for body, part in bodies if isinstance(body, bytes)),
        key=lambda pair: len(pair[0]),
        default=(b"", EmailMessage()),
    )
    if not body.strip():
        raise Unreadable("readers.truncated")
    text, notices = decode(body)
    url = part.get("Content-Location") or message.get("Snapshot-Content-Location")
    raw = page(text, notices, None if url is None else str(url))
    return Raw(raw.text, "mhtml", raw.metadata, raw.notices)
