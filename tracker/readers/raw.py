"""What every reader gives: the text of a file, what the file says of itself, or why there is neither."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.errors import TrackerError
from tracker.reading.document import Notice


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself outside its text; `published` is an ISO date, None is unsaid."""

    title: str | None = None
    published: str | None = None
    url: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Raw:
    r"""The text of a file, lines ended by \n and free of \x00, and what had to be assumed to get it.

    The text of a plain text file is what was decoded and nothing else, so that its offsets hold.
    """

    text: str
    format: str
    metadata: Metadata = Metadata()
    notices: tuple[Notice, ...] = ()


class Unreadable(TrackerError):  # noqa: N818 - raised, but as often a value
    """A file that gives no text; `code` is `readers.<reason>`."""
