"""The audit of one body, on invented reports and with a simple stand-in for the matcher."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from matched import by_shared_wording
from sample_audits import ANSWER, PLAN, filed, report

from tracker.audits.audit import Audit, Decision, Filed, Finding, audit
from tracker.judging.history import History
from tracker.judging.verdicts import Policy, Verdict

BASELINE = filed(report(PLAN, 2024), "2024.txt")
ANSWERED = filed(report(ANSWER, 2025), "2025.txt")
LIVELIHOOD = """澄湖市云岭区人民政府
2024年度法治政府建设年度报告
三、2025年度主要安排
（一）办好十件民生实事。新建社区食堂4处。
（二）规范行政执法。建立执法监督员队伍。
"""


def run(
    baseline: Filed = BASELINE,
    answer: Filed | None = ANSWERED,
    earlier: tuple[Filed, ...] = (),
    decisions: tuple[Decision, ...] = (),
) -> Audit:
    return audit("云岭区", 2025, baseline, answer, earlier, decisions, by_shared_wording, Policy())


def about(found: Audit, words: str) -> Finding:
    return next(finding for finding in found.findings if words in finding.commitment.text)


def decision(
    key: str, verdict: Verdict = Verdict.FULFILLED, at: str = "2026-03-01T08:00:00+08:00"
) -> Decision:
    return Decision(key, verdict, "王审", at, "", None)


def test_every_promise_has_one_finding_in_the_order_of_the_plan() -> None:
    starts = [finding.commitment.start for finding in run().findings]
    assert len(starts) > 5
    assert starts == sorted(set(starts))


def test_without_an_answer_everything_is_pending() -> None:
    assert {finding.verdict for finding in run(answer=None).findings} == {Verdict.PENDING}


def test_a_report_whose_review_could_not_be_read_drops_nothing() -> None:
    one = ANSWERED.report
    unread = replace(ANSWERED, report=replace(one, sections=one.sections[1:]))
    found = run(answer=unread)
    assert {finding.verdict for finding in found.findings} <= {Verdict.PENDING, Verdict.NOT_CHECKABLE}
    assert found.findings[0].judgement.reasons[0].code == "pending-no-measures"


def test_a_target_that_was_missed_is_found_by_its_figures() -> None:
    found = about(run(), "调解率")
    assert found.verdict is Verdict.MISSED
    assert found.judgement.needs_review


def test_a_decision_wins_and_the_machines_verdict_stays_beside_it() -> None:
    machine = about(run(), "调解率")
    found = about(run(decisions=(decision(machine.commitment.id, Verdict.NOT_CHECKABLE),)), "调解率")
    assert found.verdict is Verdict.NOT_CHECKABLE
    assert found.judgement == machine.judgement
    assert found.decision is not None


def test_the_last_decision_on_a_promise_is_in_force() -> None:
    key = about(run(), "调解率").commitment.id
    first, last = decision(key, Verdict.DROPPED, "2026-03-01"), decision(key, Verdict.ADMITTED, "2026-04-01")
    for order in ((first, last), (last, first)):
        assert about(run(decisions=order), "调解率").verdict is Verdict.ADMITTED


def test_a_decision_that_fits_no_promise_is_kept_for_a_second_look() -> None:
    lost = (decision("f" * 16), decision("f" * 16, Verdict.DROPPED, "2026-04-01"))
    found = run(decisions=lost)
    assert found.unplaced == lost
    assert all(finding.decision is None for finding in found.findings)
    kept = about(run(), "调解率").commitment.id
    assert run(decisions=(decision(kept),)).unplaced == ()


def test_a_reworded_promise_does_not_inherit_its_decision() -> None:
    key = about(run(), "调解率").commitment.id
    reworded = filed(report(PLAN.replace("40%以上", "45%以上"), 2024), "2024b.txt")
    found = run(baseline=reworded, decisions=(decision(key),))
    assert about(found, "调解率").decision is None
    assert [one.commitment_id for one in found.unplaced] == [key]


def test_the_history_counts_the_years_a_promise_was_made() -> None:
    before = filed(
        report(PLAN.replace("2025", "2024").replace("每月播出两期", "播出若干期"), 2023), "2023.txt"
    )
    found = run(earlier=(before,))
    assert about(found, "案卷评查专家库").history == History(2024, 2)
    assert about(run(), "案卷评查专家库").history == History(2025, 1)


def test_a_claim_over_all_livelihood_projects_answers_its_items_only() -> None:
    plan = filed(report(LIVELIHOOD, 2024), "2024.txt")
    text = ANSWER.replace("二、存在", "（四）民生持续改善。十件民生实事全部完成。\n二、存在")
    found = run(baseline=plan, answer=filed(report(text, 2025), "2025.txt"))
    canteens = about(found, "社区食堂")
    assert canteens.verdict is Verdict.FULFILLED
    assert "aggregate" in canteens.judgement.flags
    assert about(found, "执法监督员").verdict is Verdict.DROPPED


def test_last_years_words_about_last_year_are_marked() -> None:
    news = "一、主要举措和成效\n（一）执法质效提升。举办行政执法人员轮训班5期，持证人员参训率100%。\n"
    plan = filed(report(PLAN.replace("三、2025", news + "三、2025"), 2024), "2024.txt")
    found = about(run(baseline=plan), "行政执法人员轮训")
    assert "recycled" in found.judgement.flags
    assert found.judgement.needs_review
    assert "recycled" not in about(run(), "行政执法人员轮训").judgement.flags


def test_the_promises_of_the_store_are_used_where_there_are_any() -> None:
    own = tuple(replace(f.commitment, id=f"{place:016x}") for place, f in enumerate(run().findings))
    found = run(baseline=replace(BASELINE, commitments=own))
    assert [finding.commitment.id for finding in found.findings] == [one.id for one in own]


@settings(deadline=None, max_examples=20)
@given(st.permutations([decision(f"{place:016x}", at=f"2026-03-0{place}") for place in range(1, 5)]))
def test_the_order_in_which_decisions_come_changes_nothing(decisions: list[Decision]) -> None:
    assert run(decisions=tuple(decisions)) == run(
        decisions=tuple(sorted(decisions, key=lambda d: d.decided_at))
    )
