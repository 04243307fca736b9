"""The errors a user can act on. Each names a sentence of `tracker.wording` and what to put into it."""

from __future__ import annotations


class TrackerError(Exception):
    """Something went wrong that the user can mend; shown as one line, exit code 1.

    `code` is a key of `tracker.wording.errors`; `details` fill its placeholders.
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details
