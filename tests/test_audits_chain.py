from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from matched import by_shared_wording

from tracker.audits.chain import Chain, Grade, Held, chain
from tracker.field import shipped
from tracker.matching.match import match
from tracker.matching.matches import Match
from tracker.reading.commitments import Commitment, Statement, commitments
from tracker.reading.document import Report, read

PLAN = ("修订法律顾问工作规则，推动法律顾问参与前置论证。", "举办行政执法案卷评查培训班4期。")


def report(year: int, troubles: Sequence[str], plan: Sequence[str] = PLAN) -> Report:
    admitted = [f"（{number}）{text}" for number, text in zip("一二三四", troubles, strict=False)]
    promised = [f"（{number}）{text}" for number, text in zip("一二三四", plan, strict=False)]
    lines = [
        f"云河区人民政府{year}年度法治政府建设年度报告",
        f"一、{year}年主要举措和成效",
        "（一）召开学习会6次。",
        "（二）办结复议案件9件。",
        *(["二、存在的不足和原因", *admitted] if admitted else []),
        *([f"三、{year + 1}年度主要安排", *promised] if promised else []),
        "",
    ]
    return read("\n".join(lines))


ADVISERS = "法律顾问作用发挥还不够充分，参与前置论证偏少。"
FILES = "行政执法案卷制作不够规范，评查力度不足。"
PARKING = "夜间停车秩序管理存在短板。"


def followed(
    baseline: Report, answer: Report | None = None, earlier: dict[int, Report] | None = None
) -> Chain:
    return chain(2024, baseline, commitments(baseline), answer, earlier or {}, by_shared_wording)


def test_a_problem_is_led_to_the_promise_that_names_its_object() -> None:
    baseline = report(2024, [ADVISERS, PARKING])
    named, unnamed = followed(baseline).links
    ((key, held),) = named.promises
    assert held.grade is Grade.NAMED
    assert held.found.text.endswith(PLAN[0])
    assert {one.id: one.text for one in commitments(baseline)}[key] == held.found.text
    ((_, nearest),) = unnamed.promises
    assert nearest.grade is not Grade.NAMED


def test_every_passage_stands_where_it_says() -> None:
    baseline, answer, before = (
        report(2024, [ADVISERS]),
        report(2025, [FILES, ADVISERS]),
        report(2023, [ADVISERS]),
    )
    (link,) = followed(baseline, answer, {2023: before}).links

    def check(held: Held, there: Report) -> None:
        assert held.found.text == there.text[held.found.start : held.found.end]
        assert held.said.text == baseline.text[held.said.start : held.said.end]
        for (start, end), (begin, stop) in held.shared:
            assert held.said.text[start:end] == held.found.text[begin:stop]

    check(link.promises[0][1], baseline)
    assert link.again is not None
    check(link.again, answer)
    check(link.before[0][1], before)


def test_a_problem_returns_where_the_next_report_names_it_again() -> None:
    link, gone = followed(report(2024, [ADVISERS, PARKING]), report(2025, [FILES, ADVISERS])).links
    assert link.again is not None
    assert link.again.grade is Grade.NAMED
    assert ADVISERS in link.again.found.text
    assert gone.again is None or gone.again.grade is not Grade.NAMED


def test_the_run_of_years_ends_at_a_report_that_is_missing_or_silent() -> None:
    baseline = report(2024, [ADVISERS])
    same, other = report(2023, [ADVISERS]), report(2022, [PARKING])
    oldest = report(2021, [ADVISERS])

    def since(*earlier: tuple[int, Report]) -> int:
        (link,) = followed(baseline, None, dict(earlier)).links
        assert [year for year, _ in link.before] == list(range(2023, link.since - 1, -1))
        return link.since

    assert since() == 2024
    assert since((2023, same)) == 2023
    assert since((2022, same)) == 2024
    assert since((2023, same), (2022, other), (2021, oldest)) == 2023
    assert since((2023, same), (2022, same), (2021, oldest)) == 2021


def test_words_of_mere_lack_and_effort_name_nothing() -> None:
    """A matcher that is sure of everything still needs the object in both."""

    def sure(asked: Sequence[Commitment], told: Sequence[Statement]) -> list[Match]:
        return [
            Match(m.commitment, m.answers, m.repeats, m.admissions, 1.0, 1.0, 1.0, ())
            for m in by_shared_wording(asked, told)
        ]

    baseline = report(
        2024, ["干部能力水平有待进一步加强提升。"], ["应急管理水平和能力有待进一步加强提升，举办演练2次。"]
    )
    answer = report(2025, ["应急保障能力水平有待进一步加强提升。"])
    (link,) = chain(2024, baseline, commitments(baseline), answer, {}, sure).links
    assert {held.grade for _, held in link.promises} == {Grade.DOUBTFUL}
    assert link.again is not None
    assert link.again.grade is Grade.DOUBTFUL


def test_what_is_not_there_is_said() -> None:
    without_plan = followed(report(2024, [ADVISERS], plan=()), report(2025, []))
    assert (without_plan.planned, without_plan.answered) == (False, False)
    (link,) = without_plan.links
    assert (link.promises, link.again) == ((), None)
    assert followed(report(2024, [])).links == ()
    assert followed(report(2024, [ADVISERS]), report(2025, [FILES])).answered


def test_real_problems_are_named_by_their_own_plan_and_not_by_one_of_the_other_genre(
    shared_data: Path,
) -> None:
    matcher = partial(match, field=shipped())
    laws = [read(path.read_text("utf-8")) for path in sorted(shared_data.glob("rule-of-law*/*.txt"))]
    works = [read(path.read_text("utf-8")) for path in sorted(shared_data.glob("work-reports/*/2026.txt"))]

    def named(baseline: Report, plan: Sequence[Commitment]) -> list[bool]:
        links = chain(2024, baseline, plan, None, {}, matcher).links
        return [any(held.grade is Grade.NAMED for _, held in link.promises) for link in links]

    own = [one for law in laws for one in named(law, commitments(law))]
    other = []
    for law, work in zip(laws, works, strict=False):
        many = commitments(work)
        as_many = many[:: len(many) // len(commitments(law))]
        assert len(as_many) >= len(commitments(law))
        other += named(law, as_many)
    assert len(own) == len(other) > 20
    assert sum(own) >= len(own) / 4
    assert sum(other) <= sum(own) / 3
