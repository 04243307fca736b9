"""Errors the user can act on."""

WORDING: dict[str, tuple[str, str]] = {}
