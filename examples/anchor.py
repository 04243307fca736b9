"""Re-anchor the answer key after an example or a label was edited: `python examples/anchor.py`.

A person writes the quotes; this writes what follows from them: offsets in code points, and the sha256
of each file's bytes. It stops at a quote that is not in its report exactly once.
"""  # noqa: INP001 - a script beside the texts it serves, no package

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
KEYS = ("answers.jsonl", "pending.jsonl")


def text_of(path: Path) -> str:
    """A report's text; the examples are UTF-8, but for one body kept in GB18030."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def place(quote: str, path: Path) -> int:
    """The offset of the only occurrence of `quote`."""
    text = text_of(path)
    if text.count(quote) != 1:
        raise SystemExit(f"{path}: {text.count(quote)} times in the text: {quote}")
    return text.index(quote)


def anchored(label: dict[str, Any]) -> dict[str, Any]:
    """The label with all that follows from its quotes."""
    baseline = HERE / label["baseline"]
    derived: dict[str, Any] = {
        "baseline_sha256": hashlib.sha256(baseline.read_bytes()).hexdigest(),
        "start": place(label["commitment"], baseline),
    }
    if "answer" in label:
        answer = HERE / label["answer"]
        derived["answer_sha256"] = hashlib.sha256(answer.read_bytes()).hexdigest()
        derived["evidence_at"] = [[quote, place(quote, answer)] for quote in label["evidence"]]
        for quote in (label["repeat_quote"], label["near_miss"]):
            if quote is not None:
                place(quote, answer)
    return label | derived


def main() -> None:
    """Write each key anew, in its own order."""
    for name in KEYS:
        path = HERE / name
        labels = [anchored(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
        lines = (json.dumps(label, ensure_ascii=False) + "\n" for label in labels)
        path.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
