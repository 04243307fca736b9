"""A chain of problems → what the page prints of it: what each led to, and whether it came back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.audits.chain import Chain, Grade, Link
from tracker.audits.summary import ANSWERED
from tracker.language import Language, say
from tracker.pages.quotes import Piece, visible
from tracker.pages.rows import Row


@dataclass(frozen=True, slots=True)
class Step:
    """A promise a problem led to; `sure` where it names the very thing, else `note` says how far it does.

    `near` is false for one that is only the nearest in wording: what became of it says nothing of the
    problem. `promise` and `answer` are whole passages; no answer is "".
    """

    row: Row
    sure: bool
    near: bool
    note: str
    promise: str
    answer: str


@dataclass(frozen=True, slots=True)
class Admitted:
    """One problem: the promises after it, what is said where there is none, and whether it came back."""

    text: str
    lasting: str
    steps: tuple[Step, ...]
    planless: str
    again: str
    again_text: str


@dataclass(frozen=True, slots=True)
class Problems:
    """The section of the page, with its result in one sentence."""

    heading: str
    hint: str
    sentence: str
    promises: str
    next: str
    admitted: tuple[Admitted, ...]


def problems(chain: Chain | None, rows: Sequence[Row], language: Language) -> Problems | None:
    """None where nobody asked, or where the report admits nothing."""
    if chain is None or not chain.links:
        return None
    by_id = {row.id: row for row in rows}
    admitted = tuple(_admitted(link, chain, by_id, language) for link in chain.links)
    return Problems(
        heading=say(language, "chain.heading"),
        hint=say(language, "chain.hint"),
        sentence=_sentence(chain, admitted, language),
        promises=say(language, "chain.promises"),
        next=say(language, "chain.next"),
        admitted=admitted,
    )


def _admitted(link: Link, chain: Chain, by_id: Mapping[str, Row], language: Language) -> Admitted:
    steps = tuple(
        _step(by_id[promise], held.grade, language) for promise, held in link.promises if promise in by_id
    )
    years = chain.year - link.since + 1
    back = link.again if link.again and link.again.grade is not Grade.NOTHING else None
    return Admitted(
        text=visible(link.problem.text),
        lasting=say(language, "chain.lasting", years=years, since=link.since) if years > 1 else "",
        steps=steps,
        planless="" if steps else say(language, _planless(chain)),
        again=_again(link, chain, language),
        again_text=visible(back.found.text) if back else "",
    )


def _step(row: Row, grade: Grade, language: Language) -> Step:
    near = grade is not Grade.NOTHING
    return Step(
        row=row,
        sure=grade is Grade.NAMED,
        near=near,
        note=_note(grade, language),
        promise=_text(row.promise),
        answer=_answer(row) if near else "",
    )


def _answer(row: Row) -> str:
    """The passage that answers a promise, the reviewer's before the machine's."""
    if row.named.code not in ANSWERED:
        return ""
    chosen = row.signed.passage if row.signed else None
    found = ([chosen] if chosen else []) + list(row.evidence[:1])
    return _text(found[0].pieces) if found else ""


def _text(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _note(grade: Grade, language: Language) -> str:
    """Nothing where the promise names the very thing."""
    return "" if grade is Grade.NAMED else say(language, f"chain.step_{grade.value}")


def _planless(chain: Chain) -> str:
    return "chain.no_promise" if chain.planned else "chain.no_plan"


def _again(link: Link, chain: Chain, language: Language) -> str:
    """Said only where the next report is there and admits problems at all."""
    if not chain.answered:
        return ""
    grade = link.again.grade if link.again else Grade.NOTHING
    return say(language, f"chain.again_{grade.value}")


def _sentence(chain: Chain, admitted: Sequence[Admitted], language: Language) -> str:
    kept = sum(any(step.sure for step in one.steps) for one in admitted)
    back = sum(bool(link.again and link.again.grade is Grade.NAMED) for link in chain.links)
    code = "chain.sentence" if chain.answered else "chain.sentence_waiting"
    return say(language, code, year=chain.year, total=len(admitted), kept=kept, back=back)
