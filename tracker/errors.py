"""The errors a user can act on. Each names a sentence of `tracker.wording` and what fills it."""

from __future__ import annotations

from functools import partial


class TrackerError(Exception):
    """Something went wrong that the user can mend; shown as one line, exit code 1.

    `code` is `area.key` in `tracker.wording.<area>`; `details` fill its placeholders
    (`tracker.language.say`).
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details

    def __reduce__(self) -> tuple[partial[TrackerError], tuple[()]]:
        """How it travels between processes: without this it breaks the pool that it is raised in."""
        return partial(type(self), self.code, **self.details), ()
