from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sample_audits import ANSWER, PLAN

from tracker.audits.audit import Filed
from tracker.cli import main
from tracker.storage.store import Pairing, Store

BODY = "澄湖市云岭区人民政府"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["--lang", "en", *map(str, arguments)])


@pytest.fixture
def promises() -> list[dict[str, Any]]:
    """A store in the working folder with a plan and its answer; the promises of audit.json."""
    Path("2024.txt").write_text(PLAN, "utf-8")
    Path("2025.txt").write_text(ANSWER, "utf-8")
    assert run("ingest", "2024.txt", "2025.txt", "--issuer", BODY).exit_code == 0
    return audited()


def audited() -> list[dict[str, Any]]:
    assert run("audit", "--year", 2025).exit_code == 0
    content = json.loads(Path("audit-2025/audit.json").read_text("utf-8"))
    commitments: list[dict[str, Any]] = content["audits"][0]["commitments"]
    return commitments


def entry(
    promise: dict[str, Any], verdict: str = "missed", reviewer: str = "王芳", **more: object
) -> dict[str, Any]:
    return {
        "commitment_id": promise["id"],
        "year": 2025,
        "verdict": verdict,
        "reviewer": reviewer,
        "decided_at": "2026-03-01T09:00:00+08:00",
        **more,
    }


def written(*entries: dict[str, Any], **more: object) -> Path:
    path = Path("decisions.json")
    path.write_text(json.dumps({"schema": "tracker.decisions/1", "decisions": entries, **more}), "utf-8")
    return path


def rows() -> int:
    with Store.open("sqlite:///tracker.sqlite", write=False) as store:
        return len(store.ledger.log())


def test_an_imported_decision_wins_on_the_page_and_the_machines_stays_beside_it(
    promises: list[dict[str, Any]],
) -> None:
    before = promises[0]
    assert run("review", "import", written(entry(before, note="见附表"))).exit_code == 0
    after = audited()[0]
    assert (after["verdict"], after["machine_verdict"]) == ("missed", before["machine_verdict"])
    assert after["decision"]["note"] == "见附表"
    assert not after["needs_review"]


def test_importing_twice_adds_nothing(promises: list[dict[str, Any]]) -> None:
    path = written(entry(promises[0]))
    assert run("review", "import", path).exit_code == 0
    assert "already there 1" in run("review", "import", path).output
    assert rows() == 1


def test_a_dry_run_writes_nothing(promises: list[dict[str, Any]]) -> None:
    assert "would import 1" in run("review", "import", written(entry(promises[0])), "--dry-run").output
    assert rows() == 0


def test_another_reviewers_decision_is_a_conflict_until_forced(promises: list[dict[str, Any]]) -> None:
    run("review", "import", written(entry(promises[0])))
    second = written(entry(promises[0], "fulfilled", "李强"), entry(promises[1], "fulfilled", "李强"))
    result = run("review", "import", second)
    assert result.exit_code == 1
    assert "conflict" in result.output
    assert [one["verdict"] for one in audited()[:2]] == ["missed", "fulfilled"]
    assert run("review", "import", second, "--force").exit_code == 0
    assert audited()[0]["verdict"] == "fulfilled"
    assert rows() == 3


def test_a_decision_on_a_report_since_corrected_is_asked_about(promises: list[dict[str, Any]]) -> None:
    path = written(entry(promises[0]), seen={"baseline": "0" * 64, "answer": "0" * 64})
    result = run("review", "import", path)
    assert result.exit_code == 1
    assert "changed since" in result.output
    assert rows() == 0


def test_a_promise_nobody_made_is_named_and_stops_no_other(promises: list[dict[str, Any]]) -> None:
    result = run("review", "import", written(entry({"id": "f" * 16}), entry(promises[0])))
    assert result.exit_code == 1
    assert "unknown" in result.output
    assert rows() == 1


def test_what_a_reviewer_takes_back_is_a_row_of_its_own(promises: list[dict[str, Any]]) -> None:
    run("review", "import", written(entry(promises[0])))
    back = {"commitment_id": promises[0]["id"], "year": 2025, "reviewer": "王芳"}
    assert run("review", "import", written(withdrawn=[back])).exit_code == 0
    assert audited()[0]["decision"] is None
    assert rows() == 2


def test_the_log_shows_what_was_decided_and_taken_back(promises: list[dict[str, Any]]) -> None:
    run("review", "import", written(entry(promises[0], note="见附表")))
    assert run("review", "undo", 1, "--reviewer", "王芳", "--note", "看错").exit_code == 0
    lines = run("review", "log").stdout.splitlines()
    assert "王芳" in lines[0]
    assert "(taken back)" in lines[0]
    assert "takes back 1" in lines[1]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe\x00", b"[" * 100_000, b"PK junk"])
def test_any_other_file_is_refused_in_one_line(content: bytes, promises: list[dict[str, Any]]) -> None:
    assert promises
    Path("other").write_bytes(content)
    result = run("review", "import", "other")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert rows() == 0


def test_a_decision_loads_no_other_body(
    promises: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("other.txt").write_text(PLAN, "utf-8")
    assert run("ingest", "other.txt", "--issuer", "澄湖市望江区人民政府").exit_code == 0
    loaded: list[str] = []
    load = Store.load

    def watched(store: Store, pairing: Pairing) -> tuple[Filed | None, Filed | None]:
        loaded.append(pairing.issuer)
        return load(store, pairing)

    monkeypatch.setattr(Store, "load", watched)
    assert run("review", "import", written(entry(promises[0]))).exit_code == 0
    assert loaded == [BODY]
