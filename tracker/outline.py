"""How a report was read, for people (a tree) and for programs (the contract's JSON)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.language import Language, say
from tracker.reading.commitments import Commitment
from tracker.reading.document import Item, Notice, Report, Section

Json = dict[str, object]
_Line = tuple[int, int, str]
_INDENT = "  "
_BREAK = re.compile(r"\s*[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+\s*")


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
        shown = nothing if content is None else str(content)
        yield say(language, "reading.field", name=say(language, f"reading.{name}"), content=shown)


def _promise(one: Commitment, language: Language) -> str:
    grade = say(language, f"reading.grade-{one.testability.value}")
    return say(language, "reading.commitment", grade=grade, text=one.text)


def _section_line(section: Section, language: Language) -> str:
    kind = say(language, "reading.outline" if section.outline else f"reading.kind-{section.kind.value}")
    return f"[{kind}] {section.heading or say(language, 'reading.no-heading')}"


def _item_lines(items: Sequence[Item], depth: int, language: Language) -> Iterator[_Line]:
    for item in items:
        heading = item.heading or say(language, "reading.no-heading")
        yield item.start, depth, f"{item.number or '·'} {heading}"
        yield from _item_lines(item.items, depth + 1, language)


def _reading(report: Report, language: Language) -> Iterator[_Line]:
    """Sections and items in the order of the text: where each starts, how deep it lies, what to print."""
    for section in report.sections:
        yield section.start, 0, _section_line(section, language)
        yield from _item_lines(section.items, 1, language)


def _body(report: Report, commitments: Sequence[Commitment], language: Language) -> Iterator[str]:
    """Each promise below the last heading before it."""
    promises = iter(commitments)
    waiting = next(promises, None)
    depth = 0
    for start, deep, line in [*_reading(report, language), (len(report.text) + 1, 0, "")]:
        while waiting and waiting.start < start:
            yield _INDENT * (depth + 1) + _promise(waiting, language)
            waiting = next(promises, None)
        depth = deep
        yield _INDENT * depth + line


def tree(report: Report, commitments: Sequence[Commitment], language: Language) -> str:
    """What was taken as what: who and when, sections, items, promises with their grade, notices."""
    lines = [*_head(report, language), *_body(report, commitments, language)]
    lines.append(say(language, "reading.counted", count=len(commitments)))
    lines.extend(say(language, "reading.notice", text=message(notice, language)) for notice in report.notices)
    return "\n".join(_BREAK.sub(" ", line) for line in lines)


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
