from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Tracker
from jsonschema import Draft202012Validator
from sample_audits import CASES, audit, decided

from tracker.audits.audit import Audit
from tracker.audits.second import Reading
from tracker.judging.verdicts import Verdict

REPORTS = Path(__file__).parents[1] / "examples" / "reports"
OFFICE = "云岭市青石区人民政府办公室"
OTHER = Reading("", "", Verdict.DROPPED, "王敏", Verdict.FULFILLED, "李强", settled=False)


@pytest.fixture
def filled(tracker: Tracker) -> Tracker:
    assert tracker("ingest", REPORTS / "qingshi-district-office", REPORTS / "qiyan-justice").exit_code == 0
    return tracker


def test_the_latest_year_is_audited_into_a_folder_named_after_it(
    filled: Tracker, tmp_path: Path, contract: Path
) -> None:
    result = filled("audit")
    assert result.exit_code == 0
    assert str(Path("audit-2025") / "index.html") in result.stdout
    index = (tmp_path / "audit-2025" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="zh' in index
    assert "仅就报告文本而言" in index
    written = json.loads((tmp_path / "audit-2025" / "audit.json").read_text(encoding="utf-8"))
    schema = json.loads((contract / "audit.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(written)
    assert [audit["issuer"] for audit in written["audits"]] == [OFFICE]
    assert written["year"] == 2025


def test_a_body_without_a_plan_in_the_store_is_named_on_the_index(filled: Tracker, tmp_path: Path) -> None:
    filled("audit", "--year", "2025")
    assert "栖岩县司法局" in (tmp_path / "audit-2025" / "index.html").read_text(encoding="utf-8")


def test_pages_are_english_when_asked(filled: Tracker, tmp_path: Path) -> None:
    assert filled("audit", "--lang", "en", "--out", "en").exit_code == 0
    assert '<html lang="en' in (tmp_path / "en" / "index.html").read_text(encoding="utf-8")


def test_the_variable_sets_the_language_of_pages_too(
    filled: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_LANG", "en")
    assert filled("audit").exit_code == 0
    assert '<html lang="en' in (tmp_path / "audit-2025" / "index.html").read_text(encoding="utf-8")


def test_one_body_may_be_chosen(filled: Tracker, tmp_path: Path) -> None:
    assert filled("ingest", REPORTS / "ningyue-city-management").exit_code == 0
    assert filled("audit", "--issuer", OFFICE).exit_code == 0
    written = json.loads((tmp_path / "audit-2025" / "audit.json").read_text(encoding="utf-8"))
    assert [audit["issuer"] for audit in written["audits"]] == [OFFICE]


def test_the_same_store_gives_the_same_bytes(filled: Tracker, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        assert filled("audit", "--out", folder).exit_code == 0
    one, two = (
        {path.relative_to(tmp_path / folder): path.read_bytes() for path in (tmp_path / folder).rglob("*.*")}
        for folder in ("one", "two")
    )
    assert one == two
    assert len(one) >= 3


def test_strict_exits_3_where_a_promise_surely_has_no_answer(filled: Tracker, tmp_path: Path) -> None:
    """A reviewer's word makes sure; the machine's suspicion alone is none."""
    assert filled("audit").exit_code == 0
    written = json.loads((tmp_path / "audit-2025" / "audit.json").read_text(encoding="utf-8"))
    (audit,) = written["audits"]
    decided = [
        {
            "commitment_id": promise["id"],
            "year": 2025,
            "verdict": "fulfilled",
            "reviewer": "张三",
            "decided_at": "2026-03-01T09:00:00+08:00",
        }
        for promise in audit["commitments"]
    ]
    for verdict, code in (("fulfilled", 0), ("dropped", 3)):
        decided[0] |= {"verdict": verdict, "decided_at": f"2026-03-0{2 + code}T09:00:00+08:00"}
        decisions = {"schema": "tracker.decisions/1", "decisions": decided}
        (tmp_path / "decisions.json").write_text(json.dumps(decisions), encoding="utf-8")
        assert filled("review", "import", "decisions.json").exit_code == 0
        assert filled("audit", "--strict").exit_code == code
        assert filled("audit").exit_code == 0


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (dropped := audit((replace(CASES[8], confidence=0.999),)), 0),
        (reviewed := decided(dropped, 1, Verdict.DROPPED), 3),
        (replace(reviewed, findings=(replace(reviewed.findings[0], disputed=OTHER),)), 0),
        (decided(dropped, 1, Verdict.PARTLY_FULFILLED), 0),
    ],
    ids=["the machine alone, however sure", "a person", "a person, disputed by a second reader", "overruled"],
)
def test_only_a_person_confirms_for_strict(
    one: Audit, code: int, filled: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.commands.audit.audits", lambda *_: [one])
    assert filled("audit", "--strict").exit_code == code


@pytest.mark.parametrize("year", ["25", "２０２５", "abcd"])
def test_what_is_no_year_is_a_usage_error(filled: Tracker, year: str) -> None:
    assert filled("audit", "--year", year).exit_code == 2
