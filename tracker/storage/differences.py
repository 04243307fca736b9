"""Two versions of a report → what changed: promises first, then all other sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from tracker.reading.commitments import Commitment, Statement, commitments, statements
from tracker.reading.document import Report
from tracker.storage.filing import wording

ALIKE = 0.5  # of two sentences' characters in common, in order, for one to be the other changed


_Sentence = Commitment | Statement


class Change(StrEnum):
    """What happened to a sentence."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """A sentence of the old and the new version; one of the two is None unless it was changed."""

    change: Change
    old: Commitment | Statement | None
    new: Commitment | Statement | None


@dataclass(frozen=True, slots=True)
class Differences:
    """What a correction changed, each list in the order of the new text."""

    promises: tuple[Difference, ...]
    others: tuple[Difference, ...]


def differences(
    old: Report, new: Report, promised: Sequence[Commitment] = (), promises: Sequence[Commitment] = ()
) -> Differences:
    """Compare two versions; their promises are read from them where they are not given.

    Numbers before items, spaces and widths do not count, nor does a sentence that only moved.
    """
    before, after = promised or commitments(old), promises or commitments(new)
    return Differences(
        tuple(_changes(before, after)),
        tuple(_changes(_others(old, before), _others(new, after))),
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """How many promises came or went, and how many other sentences came and went."""

    promises: int
    added: int
    removed: int


def tally(old: Report, new: Report, promised: Sequence[Commitment], promises: Sequence[Commitment]) -> Tally:
    """Count what differs without looking for what became what: a sentence that changed came and went."""
    before, after = _wordings(promised), _wordings(promises)
    others, now = _wordings(_others(old, promised)), _wordings(_others(new, promises))
    return Tally(
        ((before - after) | (after - before)).total(), (now - others).total(), (others - now).total()
    )


def _wordings(sentences: Iterable[_Sentence]) -> Counter[str]:
    return Counter(wording(one.text) for one in sentences)


def _others(report: Report, promises: Iterable[Commitment]) -> list[Statement]:
    """The sentences that promise nothing."""
    starts = {promise.start for promise in promises}
    return [statement for statement in statements(report) if statement.start not in starts]


def _changes(old: Sequence[_Sentence], new: Sequence[_Sentence]) -> Iterator[Difference]:
    before, after = [wording(one.text) for one in old], [wording(one.text) for one in new]
    stayed = Counter(before) & Counter(after)
    gone = _left([*zip(before, old, strict=True)], stayed)
    come = _left([*zip(after, new, strict=True)], stayed)
    matcher = SequenceMatcher(None, autojunk=False)
    for said, one in come:
        matcher.set_seq2(said)
        best = max(gone, key=lambda former: _likeness(matcher, former[0]), default=None)
        if best and _likeness(matcher, best[0]) >= ALIKE:
            gone.remove(best)
            yield Difference(Change.CHANGED, best[1], one)
        else:
            yield Difference(Change.ADDED, None, one)
    yield from (Difference(Change.REMOVED, one, None) for _, one in gone)


def _likeness(matcher: SequenceMatcher[str], said: str) -> float:
    matcher.set_seq1(said)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0.0


def _left(sentences: Iterable[tuple[str, _Sentence]], stayed: Counter[str]) -> list[tuple[str, _Sentence]]:
    """The sentences without those that both versions hold."""
    remaining, left = Counter(stayed), list[tuple[str, _Sentence]]()
    for said, one in sentences:
        if remaining[said]:
            remaining[said] -= 1
        else:
            left.append((said, one))
    return left
