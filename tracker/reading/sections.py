"""The top-level parts of a report and what each is for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tracker.reading.ending import of_report
from tracker.reading.furniture import is_furniture, is_signature
from tracker.reading.headings import Aspect, aspects, is_annex_title, is_chapter_title, is_loose
from tracker.reading.items import Item, items
from tracker.reading.numbering import Style, mark_at, value
from tracker.reading.sentences import paragraphs, sentences
from tracker.reading.text import Span, fold, strip


class SectionKind(StrEnum):
    """What a section is for: the five contents of the norm, in the words of the contract."""

    MEASURES = "measures"
    PROBLEMS = "problems"
    DUTY = "duty"
    PLAN = "plan"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """A top-level part of a report; `heading` is None for a part that has none.

    `outline` marks the goals for the coming five years: neither the year's plan nor its review.
    `body` is where the text below the heading starts.
    """

    kind: SectionKind
    heading: str | None
    start: int
    end: int
    items: tuple[Item, ...] = ()
    outline: bool = False
    body: int = 0


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A chapter before it is divided: its heading's span, if any, and its paragraphs."""

    heading: Span | None
    body: tuple[Span, ...]
    annex: bool = False


_KINDS = {
    Aspect.MEASURES: SectionKind.MEASURES,
    Aspect.PROBLEMS: SectionKind.PROBLEMS,
    Aspect.DUTY: SectionKind.DUTY,
    Aspect.PLAN: SectionKind.PLAN,
    Aspect.OUTLINE: SectionKind.OTHER,
    Aspect.GLOSSARY: SectionKind.OTHER,
    Aspect.OTHER: SectionKind.OTHER,
}
_LONGEST_HEADING = 60
_LONGEST_TITLE = 40
_LONGEST_REMNANT = 16
_STOP_END = re.compile(r"[。！？；!?;：:，,、]$")
_INNER_STOP = re.compile("[。！；，]")
_ANNEX = re.compile(r"^附\s*(?:件|录|表)?\s*[一二三四五六七八九十\d]{0,2}\s*[：:]?(?=$|\s|《)")
_TROUBLES = re.compile(
    "清醒地?(?:看到|认识|意识)|(?:看到|认识到).{0,16}(?:问题|挑战|困难|不足).{0,6}(?:不少|很多|较多|突出)|问题说透|更要看到.{0,4}前进中的困难|要看到.{0,16}面临.{0,6}困难"
    "|^(?:各位代表[,!])?(?:同时,)?.{0,18}(?:还|仍)?(?:面临|存在)(?:着)?(?:一些|不少|诸多|许多).{0,6}(?:困难|问题|挑战|不足)"
)
_REVIEW_AGAIN = re.compile("^(?:各位代表[,!])?(?:回顾|20[0-9]{2}年是|一年来|五年来|过去|这些成绩|成绩的取得)")
_OUTLINE_START = re.compile(
    '^(?:"十.五"(?:时期|规划)?(?:是|,|我|全|经济|要|的)|展望|未来五年|今后五年|根据.{0,40}(?:规划|建议)|《?规?划?纲要|按照.{0,60}十.个?五)'
)
_PLAN_START = re.compile(
    "^(?:各位代表[,!])?(?:今年|做好今年|新的一年|下一步|下一阶段|针对(?:上述|以上|存在)|今后|(20\\d{2})年)"
)
_HEAD = 160
_LINE_BREAK = re.compile(r"\s*\n\s*")


def _head(text: str, paragraph: Span) -> str:
    return fold(text[paragraph[0] : min(paragraph[1], paragraph[0] + _HEAD)]).text


def _numbered_heading(text: str, paragraph: Span) -> Span | None:
    """The heading at the start of a paragraph numbered 一、 or 第一部分: the line or its first sentence."""
    mark = mark_at(text, *paragraph)
    if mark is None or mark.style not in {Style.HAN, Style.CHAPTER}:
        return None
    first = sentences(text, paragraph[0], min(paragraph[1], paragraph[0] + 2 * _LONGEST_HEADING))[0]
    return first if first[1] - first[0] <= _LONGEST_HEADING else None


def _is_title(text: str, paragraph: Span) -> bool:
    """A short line without a stop, and no row of a table (whose cells readers part by tabs)."""
    line = text[slice(*paragraph)]
    return len(line) <= _LONGEST_TITLE and "\t" not in line and _STOP_END.search(line.rstrip("：:")) is None


def _titles(text: str, body: Sequence[Span]) -> dict[int, Span]:
    """The unnumbered chapter titles: index of the paragraph → span."""
    return {
        place: paragraph
        for place, paragraph in enumerate(body)
        if _is_title(text, paragraph)
        and mark_at(text, *paragraph) is None
        and text[paragraph[1] - 1] not in "：:"
        and not _INNER_STOP.search(text[slice(*paragraph)])
        and is_chapter_title(text[slice(*paragraph)])
    }


def _annexes(text: str, body: Sequence[Span]) -> dict[int, Span]:
    """The titles of annexes and glossaries; a bare 附件 takes the line after it as its title."""
    found: dict[int, Span] = {}
    for place, paragraph in enumerate(body):
        if not _is_title(text, paragraph) or place < len(body) // 3:
            continue
        line = text[slice(*paragraph)]
        bare = _ANNEX.match(line)
        if (bare and bare.end() < len(line)) or (
            not bare and mark_at(text, *paragraph) is None and is_annex_title(line)
        ):
            found[place] = paragraph
    return found


def _starts(text: str, body: Sequence[Span]) -> list[tuple[int, Span, bool]]:
    """Where chapters begin: index of the paragraph, the heading, and whether it opens an annex."""
    titles, annexes = _titles(text, body), _annexes(text, body)
    numbered_too = len(titles) < 2  # noqa: PLR2004 -- two unnumbered titles are a rule, one is an accident
    found: list[tuple[int, Span, bool]] = []
    last, in_annex = 0, False
    for place, paragraph in enumerate(body):
        if place in annexes:
            in_annex = True
            found.append((place, annexes[place], True))
        elif in_annex:
            continue
        elif place in titles:
            found.append((place, titles[place], False))
        elif numbered_too and (heading := _numbered_heading(text, paragraph)):
            number = value(text[slice(*heading)][:4].split("、", maxsplit=1)[0])
            if number is not None and number > last:
                last = number
                found.append((place, heading, False))
    return found


def _chapters(text: str, body: Sequence[Span]) -> list[_Chapter]:
    """The chapters of the body; what stands before the first is the opening and belongs to none."""
    starts = _starts(text, body)
    if not starts:
        return [_Chapter(None, tuple(body))] if body else []
    chapters: list[_Chapter] = []
    for (place, heading, annex), after in zip(starts, [*starts[1:], (len(body), (0, 0), False)], strict=True):
        whole, below = _whole_heading(text, heading, body[place], body[place + 1 : after[0]])
        chapters.append(_Chapter(whole, below, annex))
    return chapters


def _whole_heading(
    text: str, heading: Span, line: Span, below: Sequence[Span]
) -> tuple[Span, tuple[Span, ...]]:
    """A heading with what its line broke off, and the paragraphs that are not part of it."""
    rest = strip(text, heading[1], line[1])
    if rest[0] < rest[1]:
        return heading, (rest, *below)
    broken = (
        bool(below)
        and below[0][1] - below[0][0] <= _LONGEST_REMNANT
        and not _STOP_END.search(text[slice(*heading)])
        and not _INNER_STOP.search(text[slice(*below[0])])
        and _is_title(text, below[0])
        and text[below[0][1] - 1] not in "：:"
        and mark_at(text, *below[0]) is None
        and len(below) > 1
    )
    return ((heading[0], below[0][1]), tuple(below[1:])) if broken else (heading, tuple(below))


def _split(
    text: str, body: Sequence[Span], first: Aspect, second: Aspect, start: re.Pattern[str]
) -> list[tuple[Aspect, tuple[Span, ...]]]:
    """Two parts, the second from the first paragraph that `start` knows; one part if none does."""
    for place, paragraph in enumerate(body):
        if place and start.search(_head(text, paragraph)):
            return [(first, tuple(body[:place])), (second, tuple(body[place:]))]
    return [(first, tuple(body))]


def _without_troubles(text: str, body: Sequence[Span]) -> list[tuple[Aspect, tuple[Span, ...]]]:
    """A review, its paragraphs on problems (near its end, without a heading of their own) taken apart."""
    parts: list[tuple[Aspect, tuple[Span, ...]]] = []
    aspect, since = Aspect.MEASURES, 0
    for place, paragraph in enumerate(body):
        head = _head(text, paragraph)
        if aspect is Aspect.MEASURES and 2 * place >= len(body) - 1 and _TROUBLES.search(head[:110]):
            turn = Aspect.PROBLEMS
        elif aspect is Aspect.PROBLEMS and _REVIEW_AGAIN.search(head):
            turn = Aspect.MEASURES
        else:
            continue
        if place > since:
            parts.append((aspect, tuple(body[since:place])))
        aspect, since = turn, place
    if body[since:]:
        parts.append((aspect, tuple(body[since:])))
    return parts


def _parts(
    text: str, chapter: _Chapter, found: Sequence[Aspect], *, troubles: bool
) -> list[tuple[Aspect, tuple[Span, ...]]]:
    """The chapter's paragraphs under what its heading announces."""
    body = chapter.body
    first = found[0]
    parts = [(first, body)]
    if len(found) > 1:
        second = found[1]
        start = {Aspect.OUTLINE: _OUTLINE_START, Aspect.PROBLEMS: _TROUBLES}.get(second, _PLAN_START)
        parts = _split(text, body, first, second, start)
    if not troubles:
        return parts
    split: list[tuple[Aspect, tuple[Span, ...]]] = []
    for aspect, own in parts:
        split.extend(_without_troubles(text, own) if aspect is Aspect.MEASURES else [(aspect, own)])
    return split or parts


def _is_outline(text: str, body: Iterable[Span]) -> bool:
    """Whether a chapter whose heading says nothing opens with the coming five years."""
    first = next(iter(body), None)
    return first is not None and _OUTLINE_START.search(_head(text, first)) is not None


def _resolve(text: str, chapters: Sequence[_Chapter], *, work_report: bool) -> list[tuple[Aspect, ...]]:
    """What each chapter is, by its heading or, where that is silent, by its place among the others."""
    said = [aspects(text[slice(*chapter.heading)]) if chapter.heading else () for chapter in chapters]
    worded = any(Aspect.MEASURES in one for one in said)
    found: list[tuple[Aspect, ...]] = []
    for chapter, one in zip(chapters, said, strict=True):
        found.append(one or (_by_place(text, chapter, found, worded=worded, work_report=work_report),))
    return found


def _by_place(
    text: str, chapter: _Chapter, before: Sequence[tuple[Aspect, ...]], *, worded: bool, work_report: bool
) -> Aspect:
    """What a chapter with a silent heading is."""
    seen = {aspect for one in before for aspect in one}
    if chapter.annex:
        return Aspect.OTHER
    if Aspect.PLAN in seen:
        return Aspect.PLAN
    if work_report:
        if Aspect.MEASURES not in seen:
            return Aspect.MEASURES
        return Aspect.OUTLINE if _is_outline(text, chapter.body) else Aspect.PLAN
    heading = text[slice(*chapter.heading)] if chapter.heading else ""
    return _by_place_in_a_law_report(heading, seen, worded=worded)


def _by_place_in_a_law_report(heading: str, seen: set[Aspect], *, worded: bool) -> Aspect:
    """Measures may fill several chapters; after one so named, or after the problems, it is something else."""
    loose = is_loose(heading)
    if Aspect.MEASURES in seen or Aspect.PROBLEMS in seen:
        return (
            Aspect.PLAN if loose else Aspect.OTHER if worded or Aspect.PROBLEMS in seen else Aspect.MEASURES
        )
    return Aspect.OTHER if worded and not loose else Aspect.MEASURES


def _trim(text: str, body: Sequence[Span]) -> tuple[Span, ...]:
    """The paragraphs without the furniture and signatures at the end."""
    kept = list(body)
    while kept and (is_furniture(text[slice(*kept[-1])]) or is_signature(text[slice(*kept[-1])])):
        kept.pop()
    return tuple(kept)


def sections(text: str, start: int, end: int, *, work_report: bool) -> tuple[Section, ...]:
    """The parts of the body of a report that lies between two offsets."""
    own = of_report(text, list(paragraphs(text, start, end)))
    body = [span for span in own if not is_furniture(text[slice(*span)])]
    chapters = [replace(one, body=_trim(text, one.body)) for one in _chapters(text, body)]
    resolved = _resolve(text, chapters, work_report=work_report)
    troubles = not any(Aspect.PROBLEMS in one for one in resolved)
    found: list[Section] = []
    for chapter, one in zip(chapters, resolved, strict=True):
        found.extend(_sections(text, chapter, _parts(text, chapter, one, troubles=troubles)))
    return tuple(found)


def _sections(
    text: str, chapter: _Chapter, parts: Sequence[tuple[Aspect, tuple[Span, ...]]]
) -> list[Section]:
    """The sections of one chapter; only the first carries the heading."""
    found: list[Section] = []
    for aspect, body in parts:
        heading = chapter.heading if not found else None
        if not body and not heading:
            continue
        start = heading[0] if heading else body[0][0]
        end = body[-1][1] if body else (heading or (0, 0))[1]
        own = items(text, body[0][0], end) if body else ()
        found.append(
            Section(
                _KINDS[aspect],
                _LINE_BREAK.sub("", text[slice(*heading)]).rstrip("。：:") if heading else None,
                start,
                end,
                own,
                outline=aspect is Aspect.OUTLINE,
                body=body[0][0] if body else end,
            )
        )
    return found
