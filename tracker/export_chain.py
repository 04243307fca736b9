"""A chain of problems → its part of audit.json."""

from __future__ import annotations

from tracker.audits.chain import Chain, Held, Link
from tracker.reading.commitments import Statement

Json = dict[str, object]
DIGITS = 4  # of a score or probability: the last bits differ between processors, the bytes must not


def chain_json(chain: Chain | None) -> Json | None:
    """What became of each problem of the report on `year`; null where nobody asked.

    Spans are of the text of the baseline (the problem and its promises), of the answer (`again`) or of
    the report on the year beside them (`before`).
    """
    if chain is None:
        return None
    return {
        "year": chain.year,
        "planned": chain.planned,
        "answered": chain.answered,
        "problems": [_link(link) for link in chain.links],
    }


def _link(link: Link) -> Json:
    problem = link.problem
    return {
        "text": problem.text,
        "start": problem.start,
        "end": problem.end,
        "item_path": list(problem.item_path),
        "causes": [_passage(cause) for cause in problem.causes],
        "promises": [{"id": key, **_held(held)} for key, held in link.promises],
        "again": _held(link.again) if link.again else None,
        "since": link.since,
        "before": [{"year": year, **_held(held)} for year, held in link.before],
    }


def _held(held: Held) -> Json:
    """The passage found, and the sentence of the problem (`said`) it was found for."""
    return {
        **_passage(held.found),
        "grade": held.grade.value,
        "probability": round(held.probability, DIGITS),
        "score": round(held.score, DIGITS),
        "said": _passage(held.said),
    }


def _passage(statement: Statement) -> Json:
    return {"text": statement.text, "start": statement.start, "end": statement.end}
