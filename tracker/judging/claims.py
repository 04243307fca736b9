"""Claims that everything of a kind is done, and the promises such a claim covers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.judging.cues import Aggregate, aggregates
from tracker.reading.commitments import Commitment, Statement
from tracker.reading.numerals import FOLD, NUMERAL, value

_PROJECTS = re.compile(r"(?:民生|惠民|为民|利民|便民)[^，。；]{0,2}实事")
_LIST = re.compile(
    rf"(?P<count>{NUMERAL})(?:大类)?[件项个方面大]{{1,2}}(?:省级|市级|区级|年度|重点|群众急难愁盼|[省市区县])?"
    r"(?:民生|惠民|为民|利民|便民)[^，。；]{0,2}实事"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that all things of a kind are done."""

    statement: Statement
    aggregate: Aggregate


@dataclass(frozen=True, slots=True)
class Lists:
    """Which promises stand in the plan's list of livelihood projects, and how many items the plan has."""

    projects: frozenset[str]
    items: int


def claims(statements: Iterable[Statement]) -> tuple[Claim, ...]:
    """Every claim over all things of a kind."""
    return tuple(Claim(s, aggregate) for s in statements for aggregate in aggregates(s.text))


def lists(promises: Sequence[Commitment], plan: Iterable[Statement], text: str) -> Lists:
    """Find the promises that a list of livelihood projects holds; `text` is that of the whole report.

    They stand under a heading that counts them (2025年10件惠民实事), in the paragraph of the
    sentence that announces them, or as exactly that many numbered items below it.
    """
    found = {p.id for p in promises if _PROJECTS.search(p.text) or any(map(_counts, p.item_path))}
    for statement in plan:
        count = _counts(statement.text)
        if count:
            found |= _announced(promises, statement, count, text)
    return Lists(frozenset(found), len({promise.item_path[:2] for promise in promises}))


def covering(promise: Commitment, known: Lists, found: Iterable[Claim]) -> Statement | None:
    """The first claim over all projects, or over as many tasks as the plan has items, that covers it."""
    for claim in found:
        tasks = claim.aggregate.tasks
        if claim.aggregate.count == known.items if tasks else promise.id in known.projects:
            return claim.statement
    return None


def _counts(words: str) -> int:
    """How many livelihood projects the words announce; 0 where they count none."""
    match = _LIST.search(words.translate(FOLD))
    return int(value(match["count"]) or 0) if match else 0


def _announced(promises: Sequence[Commitment], sentence: Statement, count: int, text: str) -> set[str]:
    """The promises that follow the announcing sentence, in its paragraph or as numbered items below it."""
    later = [promise for promise in promises if promise.start >= sentence.end]
    beside = {p.id for p in later if "\n" not in text[sentence.end : p.start]}
    depth = len(sentence.item_path)
    below = [p for p in later if _is_below(p, sentence, text)]
    numbered = len({p.item_path[depth] for p in below}) == count
    return beside | ({p.id for p in below} if numbered else set())


def _is_below(promise: Commitment, sentence: Statement, text: str) -> bool:
    """Whether a promise stands in a numbered item below the sentence, close to the item's head."""
    depth = len(sentence.item_path)
    if promise.item_path[:depth] != sentence.item_path or len(promise.item_path) <= depth:
        return False
    head = text.rfind(promise.item_path[-1], sentence.end, promise.end)
    return head >= 0 and text.count("\n", head, promise.start) <= 1
