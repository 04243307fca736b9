"""Findings → counts and rates, each with what it leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from tracker.audits.audit import Audit, Finding
from tracker.audits.topics import Topic, topics_of
from tracker.judging.verdicts import Verdict
from tracker.reading.commitments import Testability

ANSWERED = frozenset({Verdict.FULFILLED, Verdict.PARTLY_FULFILLED, Verdict.MISSED})
UNANSWERED = frozenset({Verdict.ADMITTED, Verdict.REPEATED, Verdict.DROPPED})
CHECKED = ANSWERED | UNANSWERED


class Form(StrEnum):
    """How a promise is answered, comparable with the literature.

    `plain`: what was promised is said to be done, a promised figure with a figure one can hold
    against it. `indirect`: through something else (all items together, another figure, last year's
    words). `vague`: without the promised figure, or only as under way. `none`: not at all.
    """

    PLAIN = "plain"
    INDIRECT = "indirect"
    VAGUE = "vague"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Rate:
    """`part` of `whole` promises, and how many the whole leaves out and why."""

    part: int
    whole: int
    pending: int
    not_checkable: int

    @property
    def share(self) -> float | None:
        """The rate, 0–1; None where nothing could be checked."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of a number of promises.

    `verdicts` and `forms` hold every verdict and form, also those that do not occur, in the order of
    their types; forms count checked promises only. `machine_alone`, `decided` and `open` part the
    checked promises into those the machine decided alone, those a person decided, and those that wait
    for one; the rates count all three.
    """

    total: int
    verdicts: tuple[tuple[Verdict, int], ...]
    forms: tuple[tuple[Form, int], ...]
    answered: Rate
    fulfilled: Rate
    repeated: Rate
    machine_alone: int
    decided: int
    open: int


Key = TypeVar("Key", bound=Hashable)


def summarise(findings: Iterable[Finding]) -> Summary:
    """Count what became of the promises."""
    found = tuple(findings)
    counts = Counter(finding.verdict for finding in found)
    checked = [finding for finding in found if finding.verdict in CHECKED]
    forms = Counter(form(finding) for finding in checked)
    waiting = sum(finding.waits for finding in checked)
    decided = sum(finding.decision is not None and not finding.waits for finding in checked)
    return Summary(
        total=len(found),
        verdicts=tuple((verdict, counts[verdict]) for verdict in Verdict),
        forms=tuple((one, forms[one]) for one in Form),
        answered=_rate(counts, checked, lambda finding: finding.verdict in ANSWERED),
        fulfilled=_rate(counts, checked, lambda finding: finding.verdict is Verdict.FULFILLED),
        repeated=_rate(counts, checked, lambda finding: finding.judgement.repeated),
        machine_alone=len(checked) - decided - waiting,
        decided=decided,
        open=waiting,
    )


def _rate(counts: Counter[Verdict], checked: Sequence[Finding], of: Callable[[Finding], bool]) -> Rate:
    """The share of the checked promises that `of` holds for."""
    part = sum(map(of, checked))
    return Rate(part, len(checked), counts[Verdict.PENDING], counts[Verdict.NOT_CHECKABLE])


def form(finding: Finding) -> Form:
    """How a promise is answered, judged by the verdict in force and the flags beside it."""
    if finding.verdict not in ANSWERED:
        return Form.NONE
    flags = frozenset(finding.judgement.flags)
    if flags & {"aggregate", "recycled", "no_comparable_figure"}:
        return Form.INDIRECT
    if flags & {"underway", "without_figure"}:
        return Form.VAGUE
    return Form.PLAIN


def by_testability(findings: Iterable[Finding]) -> tuple[tuple[Testability, Summary], ...]:
    """A summary of each grade that occurs, in the order of `Testability`."""
    grouped = dict(_grouped(findings, lambda finding: finding.commitment.testability))
    return tuple((grade, grouped[grade]) for grade in Testability if grade in grouped)


def by_section(findings: Iterable[Finding]) -> tuple[tuple[str, Summary], ...]:
    """A summary of each top-level item of the plan, in the order of the plan; "" for promises under none."""
    return _grouped(findings, _section)


def by_topic(
    findings: Iterable[Finding], topics: tuple[Topic, ...]
) -> tuple[tuple[Topic | None, Summary], ...]:
    """A summary of each topic that occurs, in the order of `topics`, last of promises without any.

    A promise on several topics counts in each.
    """
    groups: dict[Topic | None, list[Finding]] = {topic: [] for topic in (*topics, None)}
    for finding in findings:
        for topic in topics_of(finding.commitment, topics) or (None,):
            groups[topic].append(finding)
    return tuple((topic, summarise(group)) for topic, group in groups.items() if group)


def _section(finding: Finding) -> str:
    """The heading below that of the plan itself, or that of the plan where there is no other."""
    path = finding.commitment.item_path
    return path[min(1, len(path) - 1)] if path else ""


def _grouped(findings: Iterable[Finding], key: Callable[[Finding], Key]) -> tuple[tuple[Key, Summary], ...]:
    """Summaries of the groups that share a key, in the order they first occur."""
    groups: dict[Key, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(key(finding), []).append(finding)
    return tuple((one, summarise(group)) for one, group in groups.items())


def events(audit: Audit) -> Iterator[str]:
    """When things happened to an audit: reports that came in, decisions, replies, signatures (ISO 8601)."""
    yield from (filed.ingested_at for filed in (audit.baseline, audit.answer) if filed)
    yield from (finding.decision.decided_at for finding in audit.findings if finding.decision)
    yield from (reply.recorded_at for reply in audit.replies)
    yield from (signature.signed_at for signature in audit.signatures)
