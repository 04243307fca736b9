"""How a report was read, for people (a tree) and for programs (the contract's JSON)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.commitments import Commitment
from tracker.document import Item, Notice, Report, Section
from tracker.language import Language, say

Json = dict[str, object]
_INDENT = "  "


def message(notice: Notice, language: Language) -> str:
    """The sentence of a notice in `language`; a code without an area is one of `notices`."""
    details = dict(notice.details)
    if "kind" in details:
        details["kind"] = say(language, f"reading.kind-{details['kind']}")
    return say(language, notice.code if "." in notice.code else f"notices.{notice.code}", **details)


def _head(report: Report, language: Language) -> Iterator[str]:
    fields = {
        "title": report.title,
        "genre": say(language, f"reading.genre-{report.genre.value}"),
        "issuer": report.issuer,
        "number": report.document_number,
        "reported-year": report.reported_year,
        "plan-year": report.plan_year,
        "published": report.published,
    }
    nothing = say(language, "reading.nothing")
    for name, content in fields.items():
        shown = nothing if content is None else str(content).replace("\n", " ")
        yield say(language, "reading.field", name=say(language, f"reading.{name}"), content=shown)


def _promises(promises: Sequence[Commitment], depth: int, language: Language) -> Iterator[str]:
    for one in promises:
        grade = say(language, f"reading.grade-{one.testability.value}")
        text = one.text.replace("\n", " ")
        yield _INDENT * depth + say(language, "reading.commitment", grade=grade, text=text)


def _items(
    items: Sequence[Item], promises: Sequence[Commitment], depth: int, language: Language
) -> Iterator[str]:
    """Items in their order, each followed by the promises that stand in it and in none below it."""
    for place, item in enumerate(items):
        if not place:
            yield from _promises([one for one in promises if one.start < item.start], depth, language)
        until = items[place + 1].start if place + 1 < len(items) else None
        own = [one for one in promises if item.start <= one.start and (until is None or one.start < until)]
        heading = item.heading or say(language, "reading.no-heading")
        yield _INDENT * depth + f"{item.number or '·'} {heading}".replace("\n", " ")
        if item.items:
            yield from _items(item.items, own, depth + 1, language)
        else:
            yield from _promises(own, depth + 1, language)


def _section(section: Section, promises: Sequence[Commitment], language: Language) -> Iterator[str]:
    kind = say(language, "reading.outline" if section.outline else f"reading.kind-{section.kind.value}")
    heading = section.heading or say(language, "reading.no-heading")
    yield f"[{kind}] {heading}".replace("\n", " ")
    own = [one for one in promises if section.start <= one.start < section.end]
    if section.items:
        yield from _items(section.items, own, 1, language)
    else:
        yield from _promises(own, 1, language)


def tree(report: Report, commitments: Sequence[Commitment], language: Language) -> str:
    """What was taken as what: who and when, sections, items, promises with their grade, notices."""
    lines = list(_head(report, language))
    for section in report.sections:
        lines.extend(_section(section, commitments, language))
    lines.append(say(language, "reading.counted", count=len(commitments)))
    lines.extend(say(language, "reading.notice", text=message(notice, language)) for notice in report.notices)
    return "\n".join(lines)


def _item_json(item: Item) -> Json:
    return {
        "number": item.number,
        "heading": item.heading,
        "start": item.start,
        "end": item.end,
        "items": [_item_json(below) for below in item.items],
    }


def _section_json(section: Section) -> Json:
    return {
        "kind": section.kind.value,
        "heading": section.heading,
        "outline": section.outline,
        "start": section.start,
        "end": section.end,
        "items": [_item_json(item) for item in section.items],
    }


def _commitment_json(one: Commitment) -> Json:
    return {
        "id": one.id,
        "text": one.text,
        "start": one.start,
        "end": one.end,
        "item_path": list(one.item_path),
        "testability": one.testability.value,
    }


def as_json(source: str, report: Report, commitments: Sequence[Commitment], language: Language) -> Json:
    """One line of `tracker parse --format jsonl`, as the contract's report schema has it."""
    return {
        "schema": "tracker.report/1",
        "source": source,
        "genre": report.genre.value,
        "issuer": report.issuer,
        "title": report.title,
        "document_number": report.document_number,
        "reported_year": report.reported_year,
        "plan_year": report.plan_year,
        "published": report.published,
        "sections": [_section_json(section) for section in report.sections],
        "commitments": [_commitment_json(one) for one in commitments],
        "notices": [{"code": one.code, "message": message(one, language)} for one in report.notices],
    }
