"""docs/review.md: its commands, run in order, lead from two reports to a signed audit and labels."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

from conftest import Tracker

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "review.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", GUIDE, re.DOTALL)


def decisions(
    name: str, promises: list[dict[str, Any]], verdict: str, reviewer: str, day: int, **more: object
) -> None:
    """The file a reviewer's page would have saved."""
    entries = [
        {
            "commitment_id": promise["id"],
            "year": 2025,
            "verdict": verdict,
            "reviewer": reviewer,
            "decided_at": f"2026-03-{day:02}T09:00:00+08:00",
        }
        for promise in promises
    ]
    Path(name).write_text(
        json.dumps({"schema": "tracker.decisions/1", "decisions": entries, **more}), encoding="utf-8"
    )


def audited() -> dict[str, Any]:
    one: dict[str, Any] = json.loads(Path("audit-2025/audit.json").read_text("utf-8"))["audits"][0]
    return one


def test_the_commands_lead_from_two_reports_to_a_signed_audit_and_labels(tracker: Tracker) -> None:
    for year in (2024, 2025):
        example = ROOT / "examples" / "reports" / "ningyue-city-management" / f"{year}.txt"
        shutil.copy(example, f"{year}.txt")
    Path("reply.txt").write_text("相关工作已列入本年计划。", encoding="utf-8")
    said: dict[str, str] = {}
    for block in BLOCKS:
        for line in block.splitlines():
            prompt, program, *arguments = shlex.split(line)
            assert (prompt, program) == ("$", "tracker")
            promises = audited()["commitments"] if Path("audit-2025").exists() else [{"id": ""}]
            decisions("decisions-2025.json", promises, "fulfilled", "王敏", 1)
            decisions("decisions-blind-2025.json", promises[:1], "dropped", "李强", 2, blind=True)
            decisions("settled-2025.json", promises[:1], "partly_fulfilled", "王敏", 3)
            result = tracker(*(promises[0]["id"] if each == "PROMISE" else each for each in arguments))
            assert result.exit_code == 0, (line, result.output)
            said[" ".join(arguments[:2])] = result.stdout
    assert "read by two: 1; the same verdict: 0 (0%)" in said["review agreement"]
    one = audited()
    assert one["commitments"][0]["verdict"] == "partly_fulfilled"
    assert one["commitments"][0]["replies"][0]["said_by"] == "宁岳市城市管理局"
    assert [signature["reviewer"] for signature in one["signatures"]] == ["王敏"]
    labels = Path("labels-2025/labels.jsonl").read_text("utf-8").splitlines()
    assert len(labels) == len(one["commitments"])


def test_the_guide_names_only_options_there_are(tracker: Tracker) -> None:
    for name in re.findall(r"^\$ tracker (review \w+|\w+)", GUIDE, re.MULTILINE):
        known = set(re.findall(r"--[a-z-]+", tracker(*name.split(), "--help").stdout))
        used = re.findall(rf"^\$ tracker {name} (.*)$", GUIDE, re.MULTILINE)
        assert {option for line in used for option in re.findall(r"--[a-z-]+", line)} <= known
