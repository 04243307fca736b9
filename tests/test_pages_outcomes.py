from __future__ import annotations

from dataclasses import replace

import pytest
from sample_audits import audit, decided, unanswered_audit

from tracker.audits.audit import Finding
from tracker.judging.verdicts import Verdict
from tracker.language import Language
from tracker.pages.outcomes import doubt, is_tentative, named, needs_review


def found(verdict: Verdict) -> Finding:
    return next(one for one in audit().findings if one.verdict is verdict)


def sure(finding: Finding) -> Finding:
    return replace(finding, judgement=replace(finding.judgement, needs_review=False, confidence=0.99))


def test_a_machine_s_dropped_stays_a_suspicion_however_sure_it_is() -> None:
    dropped = sure(found(Verdict.DROPPED))
    assert is_tentative(dropped)
    assert not needs_review(dropped)


def test_a_reviewer_s_dropped_is_none() -> None:
    dropped = decided(audit(), 9, Verdict.DROPPED).findings[8]
    assert not is_tentative(dropped)
    assert not needs_review(dropped)


def test_what_awaits_its_report_needs_no_reviewer() -> None:
    assert not any(map(needs_review, unanswered_audit().findings))


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("language", Language)
def test_only_dropped_is_worded_as_a_suspicion(verdict: Verdict, language: Language) -> None:
    softened = named(verdict, language, tentative=True) != named(verdict, language)
    assert softened is (verdict is Verdict.DROPPED)


def test_unsure_accusations_come_first_and_the_decided_last() -> None:
    unsure_fulfilled = replace(found(Verdict.FULFILLED), judgement=replace(found(Verdict.DROPPED).judgement))
    order = [
        found(Verdict.DROPPED),
        found(Verdict.REPEATED),
        unsure_fulfilled,
        sure(found(Verdict.REPEATED)),
        sure(found(Verdict.FULFILLED)),
        found(Verdict.NOT_CHECKABLE),
        decided(audit(), 9, Verdict.DROPPED).findings[8],
    ]
    assert sorted(order, key=doubt) == order
