"""The file of topics that comes with the program."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from tracker.audits.topics import Topic
from tracker.reading.document import Genre

SHIPPED = Path(__file__).parent / "data" / "topics.toml"


@cache
def topics(genre: Genre, path: Path = SHIPPED) -> tuple[Topic, ...]:
    """The topics of a genre, in the order of the file; none for a genre it does not know."""
    entries = tomllib.loads(path.read_text("utf-8"))["topic"]
    return tuple(
        Topic(entry["id"], entry["zh"], entry["en"], genre, tuple(entry["words"]))
        for entry in entries
        if entry["genre"] == genre.value
    )
