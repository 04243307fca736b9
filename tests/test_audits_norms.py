from __future__ import annotations

from dataclasses import replace

import pytest

from tracker.audits.norms import Check, Content, Norm, Result, State, check, in_force
from tracker.reading.document import Genre, Report, read

NORM = Norm(
    id="invented",
    name="报告规定",
    source="《报告规定》",
    genre=Genre.RULE_OF_LAW,
    since="2020-01-01",
    until="2026-01-01",
    contents=tuple(Content),
    report_by="03-01",
    publish_by="04-01",
)
PARTS = {
    "measures": "一、2024年主要举措和成效\n（一）开展培训6期。\n（二）办结复议案件9件。",
    "problems": "二、存在的不足和原因\n（一）普法形式单一。原因是经费不足。\n（二）人手不足，主要是编制少。",
    "duty": "三、党政主要负责人履行推进法治建设第一责任人职责情况\n主要负责人主持研究法治工作4次。",
    "plan": "四、2025年度主要安排\n（一）举办培训班4期。\n（二）建成法治广场1处。",
}


def report(**changed: str) -> Report:
    """A whole report; a part given as "" is not there."""
    parts = [part for part in (PARTS | changed).values() if part]
    return read("\n".join(["云河区人民政府2024年度法治政府建设年度报告", *parts, ""]))


def held(one: Report) -> dict[str, Result]:
    return {result.requirement: result for result in check(one, [NORM]).results}


def test_a_whole_report_holds_everything_and_shows_where() -> None:
    one = report()
    results = held(one)
    assert {name: results[name].state for name in Content} == dict.fromkeys(Content, State.MET)
    quotes = {name: [one.text[start:end] for start, end in results[name].passages] for name in Content}
    assert quotes == {
        "measures": ["一、2024年主要举措和成效"],
        "problems": ["二、存在的不足和原因"],
        "reasons": ["原因是经费不足。", "（二）人手不足，主要是编制少。"],
        "duty": ["三、党政主要负责人履行推进法治建设第一责任人职责情况"],
        "plan": ["四、2025年度主要安排"],
    }


@pytest.mark.parametrize(
    ("changed", "requirement", "state", "code"),
    [
        ({"duty": ""}, "duty", State.MISSING, "missing"),
        (
            {"duty": "", "measures": f"{PARTS['measures']}\n（三）落实第一责任人职责，听取汇报2次。"},
            "duty",
            State.ASIDE,
            "aside",
        ),
        ({"plan": ""}, "plan", State.MISSING, "missing"),
        ({"problems": ""}, "problems", State.MISSING, "missing"),
        ({"problems": ""}, "reasons", State.UNKNOWN, "reasons-no-problems"),
        (
            {"problems": "二、存在的不足\n（一）普法形式单一。\n（二）人手不足。"},
            "reasons",
            State.MISSING,
            "reasons-missing",
        ),
        (
            {"problems": "二、存在的不足\n（一）普法形式单一。\n（二）人手不足，主要是编制偏少。"},
            "reasons",
            State.PARTLY,
            "reasons-partly",
        ),
        (
            {"problems": "二、存在的不足\n普法形式单一。人手不足。\n主要原因是投入不够。"},
            "reasons",
            State.MET,
            "reasons-for-all",
        ),
    ],
)
def test_what_is_not_there_is_told_from_what_stands_elsewhere(
    changed: dict[str, str], requirement: str, state: State, code: str
) -> None:
    result = held(report(**changed))[requirement]
    assert (result.state, result.reason.code) == (state, code)


def test_where_no_part_could_be_read_nothing_is_said_to_be_missing() -> None:
    one = replace(report(), sections=())
    assert {result.state for result in check(one, [NORM]).results} == {State.UNKNOWN}


@pytest.mark.parametrize(
    ("published", "state", "code"),
    [
        (None, State.UNKNOWN, "publish-unknown"),
        ("2025-01-20", State.IN_TIME, "publish-met"),
        ("2024-12-30", State.IN_TIME, "publish-met"),
        ("2025-04-01", State.IN_TIME, "publish-met"),
        ("2025-04-02", State.LATE, "publish-late"),
        ("2024-03-05", State.UNKNOWN, "publish-odd"),
    ],
)
def test_a_day_that_is_not_known_is_never_late(published: str | None, state: State, code: str) -> None:
    result = held(replace(report(), published=published))["publish_by"]
    assert (result.state, result.reason.code, dict(result.reason.details)["due"]) == (
        state,
        code,
        "2025-04-01",
    )


def test_no_text_shows_when_it_was_handed_in() -> None:
    assert held(report())["report_by"].state is State.UNKNOWN


@pytest.mark.parametrize(
    ("genre", "year", "applies"),
    [
        (Genre.RULE_OF_LAW, 2018, False),
        (Genre.RULE_OF_LAW, 2019, True),
        (Genre.RULE_OF_LAW, 2024, True),
        (Genre.RULE_OF_LAW, 2025, False),
        (Genre.WORK_REPORT, 2024, False),
    ],
)
def test_a_norm_holds_for_reports_due_while_it_is_in_force(genre: Genre, year: int, applies: bool) -> None:  # noqa: FBT001 - a table of yes and no
    assert (in_force([NORM], genre, year) is NORM) is applies


@pytest.mark.parametrize("year", [2018, None])
def test_without_a_norm_nothing_is_checked(year: int | None) -> None:
    assert check(replace(report(), reported_year=year), [NORM]) == Check(None, ())


def test_only_what_is_missing_or_late_is_lacking() -> None:
    one = replace(report(duty="", problems="二、存在的不足\n人手不足。"), published="2025-05-06")
    assert [result.requirement for result in check(one, [NORM]).lacking] == [
        "reasons",
        "duty",
        "publish_by",
    ]
