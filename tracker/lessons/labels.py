"""Labels in the format of the gold data: which sentences promise, and what the next report says of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.errors import TrackerError
from tracker.reading.text import Span


@dataclass(frozen=True, slots=True)
class Label:
    """What readers found of one sentence; offsets are code points of the two texts.

    `reported` is None where the sentence promises nothing. `agreed` is False where two readings differ.
    `admitted` and `repeated` are None where nobody looked: they are left out of what they would measure.
    """

    id: str
    baseline: str
    answer: str
    text: str
    start: int
    is_commitment: bool
    reported: str | None
    admitted: bool | None
    repeated: bool | None
    evidence: tuple[Span, ...]
    repeat: str | None
    sure: bool
    agreed: bool

    @property
    def answered(self) -> bool:
        """Whether the answering report says that at least some of it was done."""
        return self.reported in {"fulfilled", "partly"}

    @property
    def end(self) -> int:
        """Where the sentence ends in the baseline's text."""
        return self.start + len(self.text)


def _label(row: dict[str, Any]) -> Label:
    return Label(
        id=row["id"],
        baseline=row["baseline"],
        answer=row["answer"],
        text=row["commitment"],
        start=row["start"],
        is_commitment=row["is_commitment"],
        reported=row["reported"],
        admitted=row["admitted"],
        repeated=row["repeated"],
        evidence=tuple((place, place + len(quote)) for quote, place in row["evidence_at"]),
        repeat=row.get("repeat_quote"),
        sure=bool(row["sure"]),
        agreed=row.get("agreed") is not False,
    )


def load(paths: Iterable[Path]) -> tuple[tuple[Label, ...], dict[str, str]]:
    """The labels of some files, and the texts they name, below the labels' own folder or the one above it."""
    labels: list[Label] = []
    texts: dict[str, str] = {}
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            labels.append(_label(row))
            for side in ("baseline", "answer"):
                if row[side] not in texts:
                    texts[row[side]] = _text(_place(path, row[side]), row.get(f"{side}_sha256"))
    return tuple(labels), texts


DATA = Path(__file__).parents[1] / "data"

OWN = DATA / "labels.jsonl"
"""Labels of our own, which hold no text: reports by SHA-256, sentences and quotes by their offsets."""

INVENTED = DATA / "lessons" / "labels.jsonl"
"""Labels on invented reports, which stand beside them."""


def taught(texts: Mapping[str, str]) -> tuple[tuple[Label, ...], dict[str, str]]:
    """The labels that come with the program, as far as their texts are at hand, and all texts."""
    labels, invented = load([INVENTED])
    return (*own_labels(texts), *labels), {**texts, **invented}


def own_labels(texts: Mapping[str, str], path: Path = OWN) -> tuple[Label, ...]:
    """Our own labels on pairs of these texts (by name), read back from the texts themselves."""
    names = {digest(text): name for name, text in texts.items()}
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return tuple(
        _own(row, names[row["baseline"]], names[row["answer"]], texts)
        for row in rows
        if row["baseline"] in names and row["answer"] in names
    )


def _own(row: dict[str, Any], baseline: str, answer: str, texts: Mapping[str, str]) -> Label:
    return Label(
        id=row["id"],
        baseline=baseline,
        answer=answer,
        text=texts[baseline][slice(*row["at"])],
        start=row["at"][0],
        is_commitment=row["is_commitment"],
        reported=row["reported"],
        admitted=row["admitted"],
        repeated=row["repeated"],
        evidence=tuple((start, end) for start, end in row["evidence"]),
        repeat=texts[answer][slice(*row["repeat"])] if row["repeat"] else None,
        sure=bool(row["sure"]),
        agreed=True,
    )


def digest(text: str) -> str:
    """The SHA-256 of a report's text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _place(labels: Path, name: str) -> Path:
    """Where a report that labels name stands."""
    beside = labels.parent / name
    return beside if beside.exists() else labels.parent.parent / name


def _text(path: Path, expected: str | None) -> str:
    """A report's text, held against the digest that the labels name."""
    content = path.read_bytes()
    if expected and hashlib.sha256(content).hexdigest() != expected:
        raise TrackerError("evaluate.changed", path=str(path))
    return content.decode("utf-8")
