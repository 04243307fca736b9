"""What a reader of reports could not read or had to assume."""

WORDING: dict[str, tuple[str, str]] = {}
