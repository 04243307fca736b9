from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import Result

from tracker.errors import TrackerError
from tracker.field import shipped
from tracker.judging.verdicts import Policy
from tracker.lessons.evaluate import Evaluation, evaluate
from tracker.lessons.labels import load
from tracker.lessons.training import pair_key

BASELINE = """灯塔县2024年法治政府建设年度报告
一、2024年主要举措和成效
（一）普法宣传有声有色。举办法治讲座12场。
二、存在的不足
基层执法力量薄弱。
三、2025年工作安排
（一）健全制度。修订《灯塔县行政规范性文件管理办法》。
（二）规范执法。新建镇街综合执法服务站6个，配齐执法记录仪。
（三）强化监督。聘任特邀行政执法监督员20名。
"""
ANSWER = """灯塔县2025年法治政府建设年度报告
一、2025年主要举措和成效
（一）制度建设不断完善。印发新修订的《灯塔县行政规范性文件管理办法》，清理旧文件18件。
（二）执法更加规范。6个镇街综合执法服务站全部建成，配发执法记录仪240台。
（三）普法宣传深入人心。举办法治讲座15场。
二、存在的不足
人员编制偏紧。
三、2026年工作安排
（一）深化普法。办好宪法宣传周。
（二）强化监督。聘任特邀行政执法监督员20名。
"""


def row(text: str, evidence: Sequence[str] = (), **found: object) -> dict[str, object]:
    return {
        "id": text[:6],
        "baseline": "reports/2024.txt",
        "answer": "reports/2025.txt",
        "baseline_sha256": sha256(BASELINE.encode()).hexdigest(),
        "answer_sha256": sha256(ANSWER.encode()).hexdigest(),
        "start": BASELINE.index(text),
        "commitment": text,
        "is_commitment": True,
        "reported": "none",
        "admitted": False,
        "repeated": False,
        "evidence_at": [[quote, ANSWER.index(quote)] for quote in evidence],
        "repeat_quote": None,
        "sure": True,
        "agreed": True,
    } | found


ROWS = [
    row(
        "修订《灯塔县行政规范性文件管理办法》。",
        reported="fulfilled",
        evidence=["印发新修订的《灯塔县行政规范性文件管理办法》"],
    ),
    row(
        "新建镇街综合执法服务站6个，配齐执法记录仪。",
        reported="fulfilled",
        evidence=["6个镇街综合执法服务站全部建成"],
    ),
    row("聘任特邀行政执法监督员20名。", repeated=True, repeat_quote="聘任特邀行政执法监督员20名"),
    row("（一）健全制度。", is_commitment=False, reported=None, agreed=False),
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    for name, text in (("2024", BASELINE), ("2025", ANSWER)):
        path = tmp_path / "data" / "reports" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    path = tmp_path / "data" / "gold" / "labels.jsonl"
    path.parent.mkdir()
    path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in ROWS), "utf-8")
    return path


@pytest.fixture
def found(gold: Path) -> Evaluation:
    return evaluate(*load([gold]), shipped(), Policy(), baselines=True)


def test_every_promise_is_extracted_and_no_heading(found: Evaluation) -> None:
    assert (found.overall["extracted"].value, found.overall["extracted"].count) == (1, 3)
    assert (found.overall["taken"].value, found.overall["taken"].count) == (0, 1)


def test_answers_are_told_from_silence(found: Evaluation) -> None:
    assert found.overall["answered_f1"].value == 1
    assert found.overall["unanswered_recall"].count == 1


def test_evidence_is_ranked_against_the_quotes(found: Evaluation) -> None:
    assert (found.overall["evidence_first"].value, found.overall["evidence_first"].count) == (1, 2)


def test_a_promise_word_for_word_again_is_repeated(found: Evaluation) -> None:
    assert found.overall["repeated_f1"].value == 1


def test_an_unseen_pair_is_judged_by_the_shipped_model(found: Evaluation) -> None:
    assert [pair.left_out for pair in found.pairs] == [False]


def test_a_pair_that_trained_the_model_is_left_out_of_it(gold: Path) -> None:
    labels, texts = load([gold])
    other = {
        "reports/2034.txt": BASELINE.replace("2025", "2035"),
        "reports/2035.txt": ANSWER.replace("2025", "2035"),
    }
    copies = [
        replace(label, id=f"copy-{label.id}", baseline="reports/2034.txt", answer="reports/2035.txt")
        for label in labels
    ]
    texts |= other
    keys = {pair_key(texts[one.baseline], texts[one.answer]) for one in (*labels, *copies)}
    field = replace(shipped(), trained_on=frozenset(keys))
    found = evaluate([*labels, *copies], texts, field, Policy())
    assert [pair.left_out for pair in found.pairs] == [True, True]


def test_plain_scorers_in_the_same_run(found: Evaluation) -> None:
    assert list(found.baselines) == ["ratio", "partial_ratio", "token_set_ratio", "WRatio", "idf_cosine"]
    assert found.baselines["idf_cosine"].first == 1


def test_a_changed_text_is_refused(gold: Path) -> None:
    (gold.parent.parent / "reports" / "2025.txt").write_bytes(ANSWER.replace("240", "204").encode())
    with pytest.raises(TrackerError):
        load([gold])


def test_the_command_prints_text_and_json(gold: Path, tracker: Callable[..., Result]) -> None:
    text = tracker("evaluate", gold, "--baselines")
    assert text.exit_code == 0
    assert "answered or not, macro-F1" in text.output
    plain = json.loads(tracker("evaluate", gold, "--format", "json").stdout)
    assert plain["overall"]["extracted"]["value"] == 1
    assert plain["pairs"][0]["left_out"] is False
    assert plain["baselines"] == {}
