from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from sample_audits import audit, decided

from tracker.audits.audit import Audit
from tracker.judging.verdicts import Verdict
from tracker.language import Language
from tracker.tables import COLUMNS, as_of, lines, to_csv


def named(name: str) -> Audit:
    return replace(audit(), issuer=name)


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_one_line_a_promise_and_a_footer() -> None:
    one = audit()
    rows = table(to_csv([one], Language.ZH))
    assert len(rows[0]) == len(COLUMNS)
    assert [row[COLUMNS.index("promise")] for row in rows[1:-2]] == [f.commitment.text for f in one.findings]
    assert "仅就报告文本而言" in rows[-1][0]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\x00=1"])
def test_no_cell_is_a_formula(name: str) -> None:
    row = table(to_csv([named(name)], Language.EN))[1]
    assert row[0].startswith("'")


def test_the_status_is_as_of_the_last_event_not_of_now() -> None:
    one = audit()
    assert as_of([one]) == "2026-03-02T01:30:00+00:00"
    later = decided(one, 1, Verdict.FULFILLED)
    assert as_of([later]) == "2026-03-05T02:12:00+00:00"
    assert as_of([]) == ""


def test_the_reviewers_verdict_stands_beside_the_machines() -> None:
    cells = lines([decided(audit(), 1, Verdict.DROPPED)], Language.EN)[0].cells
    assert cells["verdict"] == "No answer found"
    assert cells["status"] == "reviewed"
    assert cells["machine"] != cells["verdict"]
