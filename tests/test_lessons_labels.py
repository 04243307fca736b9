from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tracker.lessons.labels import OWN, digest, own_labels

PLAN = "下一年：办好三件实事。"
ANSWER = "去年办成三件实事。今年再办三件。"


def row(**more: object) -> dict[str, Any]:
    return {
        "id": "x1",
        "baseline": digest(PLAN),
        "answer": digest(ANSWER),
        "at": [4, 11],
        "is_commitment": True,
        "reported": "fulfilled",
        "admitted": False,
        "repeated": True,
        "evidence": [[0, 9]],
        "repeat": [9, 16],
        "near_miss": None,
        "testability": "deliverable",
        "sure": True,
        **more,
    }


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "labels.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in (row(), row(id="x2", answer="0" * 64))), "utf-8")
    return path


def test_a_label_without_text_gets_it_back_from_the_reports(kept: Path) -> None:
    (label,) = own_labels({"甲/2024.txt": PLAN, "甲/2025.txt": ANSWER}, kept)
    assert (label.baseline, label.answer) == ("甲/2024.txt", "甲/2025.txt")
    assert (label.text, label.repeat) == ("办好三件实事。", "今年再办三件。")
    assert [ANSWER[start:end] for start, end in label.evidence] == ["去年办成三件实事。"]
    assert label.answered


def test_a_label_whose_reports_are_not_at_hand_is_left_out(kept: Path) -> None:
    assert own_labels({"a": PLAN}, kept) == ()
    assert own_labels({"a": PLAN, "b": ANSWER + " "}, kept) == ()


def test_the_labels_that_come_with_the_program_hold_no_text() -> None:
    rows = [json.loads(line) for line in OWN.read_text("utf-8").splitlines()]
    assert OWN.read_text("utf-8").isascii()
    assert len({one["id"] for one in rows}) == len(rows) > 2000
    assert all(one["at"][0] < one["at"][1] for one in rows)
    answered = [one for one in rows if one["reported"] in {"fulfilled", "partly"}]
    assert all(one["evidence"] for one in answered)
    assert not any(one["evidence"] for one in rows if one["reported"] in {"none", None})
