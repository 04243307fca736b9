from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tracker.reading import promises
from tracker.reading.commitments import commitment_id, commitments, statements
from tracker.reading.document import Given, SectionKind, read

WORK = """2026年临河市政府工作报告
——2026年1月5日在临河市第三届人民代表大会第四次会议上
各位代表：
一、2025年工作回顾
建成学校5所。
同时，我们也清醒看到，医疗服务还存在不少短板。
二、“十五五”时期主要目标任务
到2030年建成学校50所。
三、2026年重点工作
2026年是“十五五”开局之年。重点抓好以下2方面工作：
（一）办好教育
新建学校6所。完善集团化办学。
（二）改善医疗。一是新建医院1所。二是推行双休日门诊，全年不停诊。
各位代表！让我们携手奋进，共创美好明天！
附件
2026年民生实事
一、新增托位。新增托位1000个。
附件2 名词解释
1.托位：建设婴幼儿照护服务的位子。
"""
NASTY = st.lists(
    st.sampled_from(
        [
            *"“”《》（）。；：\n 　",
            "二、2025年工作安排\n",
            "（一）",
            "一是",
            "1.",
            "新建学校6所",
            "[bookmark: x]",
            "2.5",
            "完善制度",
        ]
    ),
    max_size=50,
).map("".join)


def promised(text: str) -> list[str]:
    return [one.text for one in commitments(read(text))]


def test_the_promises_of_a_work_report() -> None:
    assert promised(WORK) == [
        "新建学校6所。",
        "完善集团化办学。",
        "一是新建医院1所。",
        "二是推行双休日门诊，全年不停诊。",
        "新增托位1000个。",
    ]


def test_the_headings_above_a_promise_are_its_path_outermost_first() -> None:
    first = commitments(read(WORK))[0]
    assert first.item_path == ("三、2026年重点工作", "（一）办好教育")


def test_every_sentence_is_a_statement_of_its_section() -> None:
    found = statements(read(WORK))
    kinds = {one.text: one.section for one in found}
    assert kinds["建成学校5所。"] is SectionKind.MEASURES
    assert kinds["同时，我们也清醒看到，医疗服务还存在不少短板。"] is SectionKind.PROBLEMS
    assert kinds["新建学校6所。"] is SectionKind.PLAN
    assert [one.text for one in found if one.outline] == ["到2030年建成学校50所。"]


@given(NASTY)
def test_every_quote_is_where_it_says(text: str) -> None:
    report = read("一、工作情况\n学习。\n" + text)
    quotes = [(one.text, one.start, one.end) for one in statements(report)]
    quotes += [(one.text, one.start, one.end) for one in commitments(report)]
    for quote, start, end in quotes:
        assert quote == report.text[start:end]
        assert quote.strip() == quote
    assert len({one.id for one in commitments(report)}) == len(commitments(report))
    starts = [one.start for one in statements(report)]
    assert starts == sorted(set(starts))


def test_ids_stay_when_something_else_changes() -> None:
    before = {one.text: one.id for one in commitments(read(WORK))}
    changed = WORK.replace("建成学校5所。", "建成学校5所，办得很好。").replace("完善集团化办学。", "")
    after = {one.text: one.id for one in commitments(read(changed))}
    assert len(after) == len(before) - 1
    assert all(before[text] == key for text, key in after.items())


def test_equal_sentences_have_their_own_ids() -> None:
    twice = WORK.replace("完善集团化办学。", "新建学校6所。")
    keys = [one.id for one in commitments(read(twice)) if one.text == "新建学校6所。"]
    assert len(set(keys)) == 2


def test_an_id_is_of_a_body_a_genre_a_year_and_a_folded_text() -> None:
    key = commitment_id("临河市人民政府", "work-report", 2025, "（一）新建6所。", 0)
    assert key == commitment_id("临河市人民政府", "work-report", 2025, "(一) 新建6所。", 0)
    others = {
        commitment_id("临江市人民政府", "work-report", 2025, "（一）新建6所。", 0),
        commitment_id("临河市人民政府", "rule-of-law", 2025, "（一）新建6所。", 0),
        commitment_id("临河市人民政府", "work-report", 2024, "（一）新建6所。", 0),
        commitment_id("临河市人民政府", "work-report", 2025, "（一）新建7所。", 0),
        commitment_id("临河市人民政府", "work-report", 2025, "（一）新建6所。", 1),
    }
    assert key not in others
    assert len(others) == 5
    assert len(key) == 16


def test_an_id_follows_the_body_the_user_names() -> None:
    own = commitments(read(WORK))[0]
    told = commitments(read(WORK, Given(issuer="临河人民政府")))[0]
    assert own.id != told.id


def labels(shared_data: Path) -> list[dict[str, object]]:
    return [
        json.loads(line)
        for name in ("work-reports", "rule-of-law")
        for line in (shared_data / "gold" / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]


def test_the_labelled_promises_are_found(shared_data: Path) -> None:
    spans: dict[str, list[tuple[int, int]]] = {}
    found = {True: 0, False: 0}
    asked = {True: 0, False: 0}
    exact = 0
    for label in labels(shared_data):
        name, start, text = str(label["baseline"]), label["start"], str(label["commitment"])
        assert isinstance(start, int)
        if name not in spans:
            report = read((shared_data / name).read_text("utf-8"))
            spans[name] = [(one.start, one.end) for one in commitments(report)]
        is_promise = bool(label["is_commitment"])
        end = start + len(text)
        asked[is_promise] += 1
        found[is_promise] += any(one[0] < end and start < one[1] for one in spans[name])
        exact += is_promise and (start, end) in spans[name]
    assert found[True] / asked[True] >= 0.98
    assert exact / found[True] >= 0.98
    assert found[False] / asked[False] <= 0.35


def test_labelled_headings_and_preambles_are_no_promises(shared_data: Path) -> None:
    asked = taken = 0
    spans: dict[str, list[int]] = {}
    for label in labels(shared_data):
        name, text = str(label["baseline"]), str(label["commitment"])
        numbered = text[0] in "（(" and len(text) <= 60
        explained = text[0].isdigit() and "：" in text[:30]
        announced = text.endswith(("方面工作。", "以下工作：", "以下工作。"))
        if label["is_commitment"] or not (numbered or explained or announced):
            continue
        if name not in spans:
            report = read((shared_data / name).read_text("utf-8"))
            spans[name] = [one.start for one in commitments(report)]
        asked += 1
        taken += label["start"] in spans[name]
    assert asked >= 40
    assert taken / asked <= 0.1


def test_few_checkable_promises_are_called_declaratory(shared_data: Path) -> None:
    """A promise called declaratory leaves every rate: of those so graded nine in ten must be."""
    right = called = agreed = asked = 0
    for label in labels(shared_data):
        if not label["is_commitment"]:
            continue
        grade = promises.testability(str(label["commitment"])).value
        asked += 1
        agreed += grade == label["testability"]
        called += grade == "declaratory"
        right += grade == label["testability"] == "declaratory"
    assert called
    assert right / called >= 0.9
    assert agreed / asked >= 0.75


def test_an_item_put_in_before_it_leaves_a_promise_its_id() -> None:
    plan = "云岭市人民政府2024年法治政府建设年度报告\n一、主要举措\n（一）完成立法5件。\n二、2025年工作安排\n"
    first, second = "（一）年内建成调解中心2个。", "开展执法案卷评查4次。"
    before = {one.text[3:]: one.id for one in commitments(read(f"{plan}{first}\n（二）{second}\n"))}
    after = {
        one.text[3:]: one.id
        for one in commitments(read(f"{plan}（一）修订裁量基准1部。\n（二）{first[3:]}\n（三）{second}\n"))
    }
    assert len(after) == 3
    assert before.items() <= after.items()
