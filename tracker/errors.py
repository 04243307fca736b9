"""The errors a user can act on. Each names a sentence of `tracker.wording` and what fills it."""

from __future__ import annotations


class TrackerError(Exception):
    """Something went wrong that the user can mend; shown as one line, exit code 1.

    `code` is `area.key` in `tracker.wording.<area>`; `details` fill its placeholders
    (`tracker.language.say`).
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details
