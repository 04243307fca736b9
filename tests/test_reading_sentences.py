from __future__ import annotations

import pytest

from tracker.reading.sentences import paragraphs, sentences

SPLIT = [
    ("修订办法。开展培训；公开结果！", ["修订办法。", "开展培训；", "公开结果！"]),
    ("开展“谁执法、谁普法。人人参与”活动。", ["开展“谁执法、谁普法。人人参与”活动。"]),
    ("印发《办法（试行；修订）》并执行。再公开。", ["印发《办法（试行；修订）》并执行。", "再公开。"]),
    ("他说：“马上办。”随后走访。", ["他说：“马上办。”", "随后走访。"]),
    ("抓好两件事：一是培训。二是公开。", ["抓好两件事：", "一是培训。", "二是公开。"]),
    ("目标是：新增5家。", ["目标是：新增5家。"]),
    ("没有句号的一行", ["没有句号的一行"]),
    ("（一）修订办法。 2.开展培训。", ["（一）修订办法。", "2.开展培训。"]),
]


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == expected


JOINED = [
    ("PM\n2.5\n浓度下降。", ["PM\n2.5\n浓度下降。"]),
    ("今年发展的\n主要预期目标\n是：增长5%。", ["今年发展的\n主要预期目标\n是：增长5%。"]),
    ("加强学习，\n提高能力。", ["加强学习，\n提高能力。"]),
    ("三、明年安排\n（一）加强学习。", ["三、明年安排", "（一）加强学习。"]),
    ("加强学习。\n提高能力。", ["加强学习。", "提高能力。"]),
    ("请把握以下几点：\n提高能力。", ["请把握以下几点：", "提高能力。"]),
]


@pytest.mark.parametrize(("text", "expected"), JOINED)
def test_a_line_broken_inside_a_sentence_is_put_together(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == expected
