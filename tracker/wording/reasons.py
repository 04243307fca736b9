"""Why a verdict is what it is."""

WORDING: dict[str, tuple[str, str]] = {}
