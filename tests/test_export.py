from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from sample_audits import ANSWER, PLAN, audit, decided, span, unanswered_audit

from tracker.export import audit_json
from tracker.judging.verdicts import Verdict
from tracker.language import Language


@pytest.fixture(scope="session")
def schema(contract: Path) -> Draft202012Validator:
    return Draft202012Validator(json.loads((contract / "audit.schema.json").read_text(encoding="utf-8")))


def test_audit_json_meets_the_contract(schema: Draft202012Validator) -> None:
    passage = span(ANSWER, "废止7件")
    written = audit_json(2025, [decided(audit(), 2, Verdict.FULFILLED, passage), unanswered_audit()])
    schema.validate(json.loads(json.dumps(written)))


def test_quotes_are_verbatim() -> None:
    (one,) = audit_json(2025, [audit()])["audits"]
    for commitment in one["commitments"]:
        assert commitment["text"] == PLAN[commitment["start"] : commitment["end"]]
        for quote in [*commitment["evidence"], commitment["repeat"], commitment["admission"]]:
            assert quote is None or quote["text"] == ANSWER[quote["start"] : quote["end"]]


def test_the_reviewer_s_verdict_stands_and_the_machine_s_beside_it() -> None:
    passage = span(ANSWER, "废止7件")
    (one,) = audit_json(2025, [decided(audit(), 2, Verdict.FULFILLED, passage)])["audits"]
    second = one["commitments"][1]
    assert (second["verdict"], second["machine_verdict"]) == ("fulfilled", "partly_fulfilled")
    assert second["needs_review"] is False
    assert second["decision"]["reviewer"] == "陈青"
    assert second["evidence"][0] == {
        "section": "measures",
        "text": "废止7件",
        "start": passage[0],
        "end": passage[1],
        "score": 1.0,
    }


def test_without_an_answering_report_nothing_is_judged() -> None:
    (one,) = audit_json(2025, [unanswered_audit()])["audits"]
    assert one["answer"] is None
    assert {commitment["verdict"] for commitment in one["commitments"]} == {"pending"}
    assert one["summary"]["verdicts"] == {"pending": 9}


def test_reasons_speak_the_language_asked_for() -> None:
    (one,) = audit_json(2025, [audit()], Language.EN)["audits"]
    assert one["commitments"][0]["reasons"] == ["The best passage shares 0.62 of the content words."]


def test_rates_count_what_they_leave_out() -> None:
    (one,) = audit_json(2025, [audit()])["audits"]
    summary = one["summary"]
    assert summary["answered"] == {"part": 5, "whole": 8, "left_out": {"pending": 0, "not_checkable": 1}}
    assert sum(summary["verdicts"].values()) == summary["commitments"] == 9
    assert summary["machine_alone"] + summary["decided"] + summary["open"] == 8


def test_a_decision_on_a_promise_that_is_gone_is_not_lost() -> None:
    decision = decided(audit(), 2, Verdict.FULFILLED).findings[1].decision
    assert decision is not None
    (one,) = audit_json(2025, [replace(audit(), unplaced=(decision,))])["audits"]
    (kept,) = one["unplaced_decisions"]
    assert (kept["commitment_id"], kept["verdict"]) == (decision.commitment_id, "fulfilled")
