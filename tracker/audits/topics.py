"""Promises → the standing topics of their field, by words; no verdict rests on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tracker.reading.commitments import Commitment
from tracker.reading.document import Genre
from tracker.reading.text import fold


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that plans of a genre come back to, and the words that show it."""

    id: str
    chinese: str
    english: str
    genre: Genre
    words: tuple[str, ...]


def topics_of(commitment: Commitment, topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
    """The topics a promise names, in the order of `topics`; where it names none, those of its headings.

    The nearest heading that names one counts. A longer word hides the shorter ones in it.
    """
    for text in (commitment.text, *reversed(commitment.item_path)):
        if found := _named(text, topics):
            return tuple(topic for topic in topics if topic in found)
    return ()


def _named(text: str, topics: tuple[Topic, ...]) -> set[Topic]:
    pattern, meant = _index(topics)
    hits: Sequence[str] = pattern.findall(fold(text).text)
    return {topic for hit in hits for topic in meant[hit]}


@cache
def _index(topics: tuple[Topic, ...]) -> tuple[re.Pattern[str], dict[str, tuple[Topic, ...]]]:
    """One alternation of all words, the longest first, and the topics that each stands for."""
    meant: dict[str, tuple[Topic, ...]] = {}
    for topic in topics:
        for word in topic.words:
            folded = fold(word).text
            meant[folded] = (*meant.get(folded, ()), topic)
    words = sorted(meant, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, words)) or r"(?!)"), meant
