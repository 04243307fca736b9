from __future__ import annotations

import pytest

from tracker.reading import promises
from tracker.reading.promises import Testability as Grade
from tracker.reading.promises import is_promise

PROMISES = [
    "新建改扩建学校12所。",
    "主要预期目标是:地区生产总值增长5%左右,城镇新增就业3万人。",
    "要持续推进农村厕所改造。",
    "各级干部要严格执行重大事项报告规定。",
    "完善社区养老服务网络,支持社会力量参与。",
    "积极推进医疗改革,全面落实五项重点任务。",
    "诚信建设重在长效,今年再推出30个一次办好事项。",
    "打造具有全国影响的陶瓷品牌。",
    "统筹推进五市热电联产供热重点项目。",
    "抓好12项水利工程建设。",
    "正确处理各方面矛盾,健全调解机制。",
]
NO_PROMISES = [
    "2025年是本区转型发展的关键之年。",
    "让我们更加紧密地团结起来,奋力谱写新篇章!",
    "我们坚信,明天一定会更加美好。",
    "重点抓好以下八个方面工作:",
    "今年要重点做好10项工作。",
    "今年政府工作的总体要求是:全面贯彻上级部署,坚持稳中求进。",
    "民营经济是我区发展的重要力量。",
    "主办单位:区教育局、各镇街",
    "增强忧患意识,树牢底线思维。",
    "各位代表,使命光荣,责任重大!",
]


@pytest.mark.parametrize("said", PROMISES)
def test_promises(said: str) -> None:
    assert is_promise(said, heading=False, lead=False, spoken=True)


@pytest.mark.parametrize("said", NO_PROMISES)
def test_no_promises(said: str) -> None:
    assert not is_promise(said, heading=False, lead=False, spoken=True)


def test_a_heading_is_no_promise() -> None:
    assert not is_promise("加强学校建设。", heading=True, lead=False, spoken=True)


def test_a_heading_that_aims_at_a_figure_is_one() -> None:
    assert is_promise("开展助学行动,资助学生6300名。", heading=True, lead=False, spoken=True)


def test_a_general_sentence_that_opens_a_paragraph_is_its_heading() -> None:
    assert not is_promise("大力发展现代服务业。", heading=False, lead=True, spoken=True)
    assert is_promise("大力发展现代服务业。", heading=False, lead=False, spoken=True)


def test_an_attitude_in_a_written_plan_is_a_promise() -> None:
    assert is_promise("增强忧患意识,树牢底线思维。", heading=False, lead=False, spoken=False)


GRADES = [
    ("新建改扩建学校12所。", Grade.NUMERIC),
    ("一般性支出压减5%以上。", Grade.NUMERIC),
    ("制定重大行政决策事项目录。", Grade.DELIVERABLE),
    ("举办第三届读书节。", Grade.DELIVERABLE),
    ("实施管网改造三年行动。", Grade.DELIVERABLE),
    ("建立“三个清单”制度。", Grade.DELIVERABLE),
    ("持续优化营商环境，提升服务水平。", Grade.CONTINUING),
    ("进一步加强基层执法力量。", Grade.CONTINUING),
    ("推动普法工作走深走实。", Grade.CONTINUING),
    ("大力弘扬劳模精神，为强国建设作出新贡献。", Grade.DECLARATORY),
    ("坚持法定职责必须为。", Grade.DECLARATORY),
]


@pytest.mark.parametrize(("text", "expected"), GRADES)
def test_testability(text: str, expected: Grade) -> None:
    assert promises.testability(text) is expected
