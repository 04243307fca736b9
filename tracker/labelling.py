"""What reviewers decided → labels in the format of docs/labels.md, with the texts they are about."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from tracker.audits.audit import Decision, Filed
from tracker.audits.second import Reading
from tracker.judging.verdicts import Verdict
from tracker.reading.commitments import Commitment
from tracker.reading.document import Report, SectionKind
from tracker.storage.store import Pairing, Store

TEXTS = "texts"
"""Folder of the texts, beside the labels."""

SAID: Mapping[Verdict, tuple[str, bool | None, bool | None]] = {
    Verdict.FULFILLED: ("fulfilled", None, None),
    Verdict.PARTLY_FULFILLED: ("partly", None, None),
    Verdict.MISSED: ("partly", None, None),
    Verdict.ADMITTED: ("none", True, None),
    Verdict.REPEATED: ("none", False, True),
    Verdict.DROPPED: ("none", False, False),
}
"""Verdict → reported, admitted, repeated; None where the verdict leaves it open."""

ANSWERS = frozenset({Verdict.FULFILLED, Verdict.PARTLY_FULFILLED, Verdict.MISSED})


def write_labels(store: Store, pairs: Iterable[Pairing], folder: Path) -> tuple[int, int]:
    """Write labels.jsonl and the texts: how many labels, and how many decisions are on other versions."""
    (folder / TEXTS).mkdir(parents=True, exist_ok=True)
    lines: list[str] = []
    left = 0
    for pairing in pairs:
        baseline, answer = store.load(pairing)
        if baseline is None or answer is None:
            continue
        outdated = {row.commitment_id for row in store.ledger.second_look(pairing)}
        decided = {one.commitment_id: one for one in store.decisions(pairing)}
        twice = {one.commitment_id: one for one in store.ledger.readings(pairing)}
        left += len(outdated)
        current = {key: one for key, one in decided.items() if key not in outdated}
        lines += [
            json.dumps(label, ensure_ascii=False) for label in _labels(baseline, answer, current, twice)
        ]
        if current:
            _save(folder, baseline)
            _save(folder, answer)
    (folder / "labels.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="\n")
    return len(lines), left


def _labels(
    baseline: Filed, answer: Filed, decided: Mapping[str, Decision], twice: Mapping[str, Reading]
) -> Iterator[dict[str, Any]]:
    """The decided promises in the order of the plan."""
    for promise in baseline.commitments or ():
        if promise.id in decided:
            yield _label(promise, baseline, answer, decided[promise.id], twice.get(promise.id))


def _label(
    promise: Commitment, baseline: Filed, answer: Filed, decision: Decision, twice: Reading | None
) -> dict[str, Any]:
    """A label that says no more than the decision does: what that leaves open is null."""
    reported, admitted, repeated = SAID.get(decision.verdict, (None, None, None))
    passage = _passage(answer.report, decision) if decision.verdict in ANSWERS else None
    again = _passage(answer.report, decision) if decision.verdict is Verdict.REPEATED else None
    return {
        "id": promise.id,
        "baseline": _name(baseline),
        "answer": _name(answer),
        "baseline_sha256": _digest(baseline),
        "answer_sha256": _digest(answer),
        "start": promise.start,
        "commitment": promise.text,
        "is_commitment": decision.verdict is not Verdict.NOT_CHECKABLE,
        "reported": reported,
        "admitted": admitted,
        "repeated": repeated,
        "evidence": [passage[0]] if passage else [],
        "repeat_quote": again[0] if again and again[2] is SectionKind.PLAN else None,
        "near_miss": None,
        "testability": None,
        "sure": None,
        "readings": 2 if twice else 1,
        "agreed": twice.agreed if twice else None,
        "evidence_at": [[passage[0], passage[1]]] if passage else [],
        "verdict": decision.verdict.value,
    }


def _passage(report: Report, decision: Decision) -> tuple[str, int, SectionKind] | None:
    """The words the reviewer chose, where they begin, in which part of the report; None if he chose none."""
    if decision.evidence is None:
        return None
    start, end = decision.evidence
    kinds = (section.kind for section in report.sections if section.start <= start < section.end)
    return report.text[start:end], start, next(kinds, SectionKind.OTHER)


def _name(filed: Filed) -> str:
    """A file's place beside the labels: by its digest, whatever it was called."""
    return f"{TEXTS}/{filed.sha256[:16]}.txt"


def _digest(filed: Filed) -> str:
    return sha256(filed.report.text.encode()).hexdigest()


def _save(folder: Path, filed: Filed) -> None:
    (folder / _name(filed)).write_bytes(filed.report.text.encode())
