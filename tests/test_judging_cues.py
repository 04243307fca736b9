"""Words that say how far a thing is done."""

from __future__ import annotations

import pytest

from tracker.judging import cues
from tracker.judging.cues import Stage

STAGES = [
    ("印发《执法协作办法》。", Stage.DONE),
    ("组织专题培训4次。", Stage.DONE),
    ("法治文化广场建成投用。", Stage.DONE),
    ("村级法律顾问实现全覆盖。", Stage.DONE),
    ("执法平台建设正在有序推进。", Stage.UNDERWAY),
    ("启动智慧法庭二期建设。", Stage.UNDERWAY),
    ("积极探索非现场监管。", Stage.UNDERWAY),
    ("加快建设法治文化广场，一期已建成投用。", Stage.DONE),
    ("天气晴朗。", None),
]


@pytest.mark.parametrize(("clause", "stage"), STAGES)
def test_stage(clause: str, stage: Stage | None) -> None:
    assert cues.stage(clause) is stage


@pytest.mark.parametrize("promise", ["建成法治文化广场。", "出台《办法》。", "实现全覆盖。"])
def test_a_result_is_asked_for(promise: str) -> None:
    assert cues.asks_for_a_result(promise)


@pytest.mark.parametrize("promise", ["持续推进普法宣传。", "启动平台建设。", "加强队伍建设。"])
def test_only_an_effort_is_asked_for(promise: str) -> None:
    assert not cues.asks_for_a_result(promise)


@pytest.mark.parametrize(
    "problem",
    ["行政执法监督平台尚未建成。", "基层法制审核人员短缺。", "部分单位台账不规范。", "执法力量薄弱。"],
)
def test_a_lack_is_named(problem: str) -> None:
    assert cues.names_a_lack(problem)
    assert not cues.only_vaguely(problem)


@pytest.mark.parametrize(
    "problem", ["法治宣传工作有待进一步加强。", "法治思维还不够深入。", "普法实效仍需提升。"]
)
def test_a_generic_lack_is_only_vague(problem: str) -> None:
    assert cues.only_vaguely(problem)


@pytest.mark.parametrize(
    ("text", "count", "tasks"),
    [
        ("年初确定的10件民生实事全部完成。", 10, False),
        ("十方面民生实事圆满完成。", 10, False),
        ("35件民生实事，全部高标准完成。", 35, False),
        ("十方面重点工作任务全面完成。", 10, True),
        ("民生实事全部兑现。", None, False),
        ("12类55件民生实事保质保量完成。", 55, False),
    ],
)
def test_claims_over_everything(text: str, count: int | None, *, tasks: bool) -> None:
    (claim,) = cues.aggregates(text)
    assert (claim.count, claim.tasks) == (count, tasks)


@pytest.mark.parametrize(
    "text",
    [
        "接续办好15件民生实事，包括：完成老旧小区改造。",
        "确定这些目标任务，突出了求实。",
        "民生实事扎实落实。",
        "目标任务的完成离不开各方支持。",
    ],
)
def test_no_claim_over_everything(text: str) -> None:
    assert cues.aggregates(text) == ()
