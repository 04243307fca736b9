"""From two readers to a signed audit, its corrections, a body's reply, and labels: by the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from sample_audits import ANSWER, PLAN
from selectolax.lexbor import LexborHTMLParser
from test_reviewing import BODY, entry, rows, run, written

from tracker.lessons.labels import load
from tracker.storage.store import Store

HOSTILE = "</blockquote><script>alert(1)</script>=1+1\u202e{{ 7*7 }}"


@pytest.fixture
def promises() -> list[dict[str, Any]]:
    """A store in the working folder with a plan and its answer; the promises of audit.json."""
    Path("2024.txt").write_text(PLAN, "utf-8")
    Path("2025.txt").write_text(ANSWER, "utf-8")
    assert run("ingest", "2024.txt", "2025.txt", "--issuer", BODY).exit_code == 0
    found: list[dict[str, Any]] = audited()["commitments"]
    return found


def audited() -> dict[str, Any]:
    assert run("audit", "--year", 2025).exit_code == 0
    one: dict[str, Any] = json.loads(Path("audit-2025/audit.json").read_text("utf-8"))["audits"][0]
    return one


def page() -> str:
    """The body's page, in Chinese."""
    assert run("audit", "--year", 2025, "--lang", "zh").exit_code == 0
    [path] = Path("audit-2025/bodies").iterdir()
    return path.read_text("utf-8")


def decide(*entries: dict[str, Any], blind: bool = False) -> None:
    extra: dict[str, object] = {"blind": True} if blind else {}
    result = run("review", "import", written(*entries, **extra))
    assert result.exit_code == 0, result.output


def decide_all(promises: list[dict[str, Any]]) -> None:
    decide(*(entry(promise, "fulfilled") for promise in promises))


def sign(*more: str) -> Any:  # noqa: ANN401 (click's result)
    return run("review", "sign", "--year", 2025, "--issuer", BODY, "--reviewer", "王芳", *more)


def test_a_blind_reading_is_recorded_and_decides_nothing(promises: list[dict[str, Any]]) -> None:
    decide(entry(promises[0], "dropped", "李强"), blind=True)
    after = audited()["commitments"][0]
    assert after["decision"] is None
    assert after["verdict"] == promises[0]["machine_verdict"]
    with Store.open("sqlite:///tracker.sqlite", write=False) as store:
        assert [row.blind for row in store.ledger.log()] == [True]
    assert "(blind)" in run("review", "log").output


def test_a_blind_reading_meets_no_conflict_and_makes_none(promises: list[dict[str, Any]]) -> None:
    decide(entry(promises[0], "missed"))
    decide(entry(promises[0], "dropped", "李强"), blind=True)
    decide(entry(promises[1], "dropped", "李强"), blind=True)
    decide(entry(promises[1], "missed"))
    assert rows() == 4


def test_a_decision_on_an_earlier_version_stands_and_is_shown_for_a_second_look(
    promises: list[dict[str, Any]],
) -> None:
    decide(entry(promises[0], "missed"))
    assert "请再看" not in page()
    Path("2025b.txt").write_text(ANSWER.replace("36.5%", "37.5%"), "utf-8")
    assert run("ingest", "2025b.txt", "--issuer", BODY).exit_code == 0
    first = audited()["commitments"][0]
    assert (first["verdict"], "outdated" in first["flags"]) == ("missed", True)
    assert page().count("复核之后报告有了新版本") == 1
    decide(entry(promises[0], "missed", "李强"))
    assert "outdated" not in audited()["commitments"][0]["flags"]


def test_what_is_taken_back_blind_is_the_blind_reading(promises: list[dict[str, Any]]) -> None:
    decide(entry(promises[0], "missed", "李强"))
    decide(entry(promises[0], "dropped", "李强"), blind=True)
    back = {"commitment_id": promises[0]["id"], "year": 2025, "reviewer": "李强"}
    run("review", "import", written(blind=True, withdrawn=[back]))
    assert audited()["commitments"][0]["verdict"] == "missed"


def test_a_dispute_waits_for_a_person_until_somebody_decides(promises: list[dict[str, Any]]) -> None:
    decide(entry(promises[0], "missed"))
    decide(entry(promises[0], "fulfilled", "李强"), blind=True)
    one = audited()
    disputed = one["commitments"][0]
    assert (disputed["verdict"], disputed["needs_review"], disputed["disputed"]) == ("missed", True, True)
    assert "disputed" in disputed["flags"]
    assert one["agreement"] == {"both": 1, "agreed": 0, "share": 0.0, "kappa": 0.0}
    assert "王芳 判为“未达目标”，李强（盲读）判为“已兑现”" in page()
    decide(entry(promises[0], "fulfilled", "赵宁", decided_at="2026-03-09T09:00:00+08:00"))
    settled = audited()["commitments"][0]
    assert (settled["verdict"], settled["needs_review"], settled["disputed"]) == ("fulfilled", False, False)


def test_agreement_lists_where_they_differ(promises: list[dict[str, Any]]) -> None:
    assert "no promise" in run("review", "agreement", "--year", 2025).output
    decide(*(entry(promise, "fulfilled") for promise in promises[:4]))
    second = [*("fulfilled",) * 2, "dropped", "fulfilled"]
    decide(
        *(entry(promise, said, "李强") for promise, said in zip(promises, second, strict=False)), blind=True
    )
    result = run("review", "agreement", "--year", 2025)
    assert result.exit_code == 0
    assert promises[2]["id"] in result.stdout
    assert promises[0]["id"] not in result.stdout
    assert "3 (75%)" in result.stdout
    audited()
    assert "75%" in Path("audit-2025/index.html").read_text("utf-8")


def test_the_index_says_nothing_of_two_readers_where_there_are_none(promises: list[dict[str, Any]]) -> None:
    assert promises
    assert "kappa" not in Path("audit-2025/index.html").read_text("utf-8")


def test_a_reply_stands_beside_the_verdict_as_the_bodys_words(promises: list[dict[str, Any]]) -> None:
    result = run(
        *("review", "reply", promises[0]["id"], "--year", 2025, "--who", "区司法局<b>", "--text", HOSTILE),
        *("--source", "云司发〔2026〕7号", "--date", "2026-03-05"),
    )
    assert result.exit_code == 0, result.output
    tree = LexborHTMLParser(page())
    [reply] = tree.css(f"#c-{promises[0]['id']} .reply")
    quote = reply.css_first("blockquote")
    assert quote is not None
    assert quote.text() == HOSTILE.replace("\u202e", "[U+202E]")
    assert "区司法局<b> · 2026-03-05" in reply.text()
    assert "云司发〔2026〕7号" in reply.text()
    [told] = audited()["commitments"][0]["replies"]
    assert (told["text"], told["said_by"], told["date"]) == (HOSTILE, "区司法局<b>", "2026-03-05")
    run("export", "--year", 2025, "--out", "all.csv", "--lang", "zh")
    assert "区司法局<b>：</blockquote>" in Path("all.csv").read_text("utf-8-sig")


def test_a_withdrawn_reply_is_no_longer_shown_and_its_row_stays(promises: list[dict[str, Any]]) -> None:
    Path("reply.txt").write_text("已列入。", "utf-8")
    run("review", "reply", promises[0]["id"], "--year", 2025, "--who", "区司法局", "--file", "reply.txt")
    assert audited()["commitments"][0]["replies"]
    assert run("review", "withdraw", 1, "--who", "区司法局").exit_code == 0
    assert audited()["commitments"][0]["replies"] == []
    assert run("review", "withdraw", 1, "--who", "区司法局").exit_code == 1
    assert run("review", "withdraw", 2, "--who", "区司法局").exit_code == 1


@pytest.mark.parametrize(
    "arguments", [(), ("--text", " "), ("--text", "字" * 20_001), ("--text", "a", "--file", "a.txt")]
)
def test_a_reply_that_is_none_is_refused(promises: list[dict[str, Any]], arguments: tuple[str, ...]) -> None:
    result = run("review", "reply", promises[0]["id"], "--year", 2025, "--who", "区司法局", *arguments)
    assert result.exit_code == 1


def test_a_reply_to_a_promise_nobody_made_is_refused(promises: list[dict[str, Any]]) -> None:
    assert promises
    assert run("review", "reply", "f" * 16, "--year", 2025, "--who", "a", "--text", "b").exit_code == 1


def test_an_audit_with_open_questions_is_signed_only_in_part(promises: list[dict[str, Any]]) -> None:
    waiting = sum(promise["needs_review"] for promise in promises)
    assert waiting
    refused = sign()
    assert refused.exit_code == 1
    assert f"{waiting} promises" in refused.output
    assert sign("--partial", "--note", "先行公布").exit_code == 0
    [signature] = audited()["signatures"]
    assert (signature["reviewer"], signature["undecided"], signature["note"]) == ("王芳", waiting, "先行公布")
    assert f"当时还有 {waiting} 条待复核" in page()


def test_a_verdict_changed_after_the_signature_is_a_correction(promises: list[dict[str, Any]]) -> None:
    decide_all(promises)
    assert sign().exit_code == 0
    assert audited()["corrections"] == []
    assert "更正" not in page()
    changed = entry(promises[2], "missed", decided_at="2026-04-01T09:00:00+08:00", note="数字有误<i>")
    decide(changed)
    [told] = audited()["corrections"]
    assert told == {
        "date": "2026-04-01T09:00:00+08:00",
        "commitment_id": promises[2]["id"],
        "promise": promises[2]["text"],
        "from": "fulfilled",
        "to": "missed",
        "who": "王芳",
        "reason": "数字有误<i>",
    }
    told_on_page = LexborHTMLParser(page()).css_first("[aria-labelledby=corrections] li")
    assert told_on_page is not None
    assert re.sub(r"\s+", " ", told_on_page.text()).split(" · ") == [
        *("2026-04-01", promises[2]["text"], "已兑现 → 未达目标", "王芳", "数字有误<i>"),
    ]


def test_a_corrected_report_after_the_signature_is_a_correction(promises: list[dict[str, Any]]) -> None:
    decided = [promise for promise in promises if promise["needs_review"]]
    decide_all(decided)
    assert sign().exit_code == 0
    Path("2024b.txt").write_text(PLAN.replace(promises[1]["text"], "推动停车设施共享利用。"), "utf-8")
    assert run("ingest", "2024b.txt", "--issuer", BODY).exit_code == 0
    told = {one["commitment_id"]: one for one in audited()["corrections"]}
    assert told[promises[1]["id"]]["to"] is None
    assert {one["reason"] for one in told.values()} == {"report"}


def test_the_same_store_gives_the_same_pages(promises: list[dict[str, Any]]) -> None:
    decide_all(promises)
    sign()
    decide(entry(promises[2], "missed", decided_at="2026-04-01T09:00:00+08:00"))
    decide(entry(promises[3], "dropped", "李强"), blind=True)
    once = page(), json.dumps(audited())
    assert (page(), json.dumps(audited())) == once


def test_labels_say_what_was_decided_and_no_more(promises: list[dict[str, Any]]) -> None:
    quote = "举办行政执法人员轮训班5期"
    start = ANSWER.index(quote)
    said = ("fulfilled", "missed", "admitted", "repeated", "dropped", "not_checkable")
    entries = [entry(promise, verdict) for promise, verdict in zip(promises, said, strict=False)]
    entries[0]["evidence"] = {"start": start, "end": start + len(quote)}
    decide(*entries)
    decide(entry(promises[0], "fulfilled", "李强"), entry(promises[1], "fulfilled", "李强"), blind=True)
    result = run("review", "export", "--gold", "--year", 2025, "--out", "gold")
    assert result.exit_code == 0, result.output
    told = [json.loads(line) for line in Path("gold/labels.jsonl").read_text("utf-8").splitlines()]
    assert [(one["is_commitment"], one["reported"], one["admitted"], one["repeated"]) for one in told] == [
        (True, "fulfilled", None, None),
        (True, "partly", None, None),
        (True, "none", True, None),
        (True, "none", False, True),
        (True, "none", False, False),
        (False, None, None, None),
    ]
    assert told[0]["evidence_at"] == [[quote, start]]
    assert [(one["readings"], one["agreed"]) for one in told[:3]] == [(2, True), (2, False), (1, None)]
    labels, texts = load([Path("gold/labels.jsonl")])
    assert [label.text for label in labels] == [promise["text"] for promise in promises[:6]]
    for label in labels:
        assert texts[label.baseline][label.start : label.end] == label.text
    assert run("evaluate", "gold/labels.jsonl").exit_code == 0


def test_a_decision_on_a_report_since_corrected_gives_no_label(promises: list[dict[str, Any]]) -> None:
    decide(entry(promises[0]))
    Path("2025b.txt").write_text(ANSWER.replace("5期", "6期"), "utf-8")
    assert run("ingest", "2025b.txt", "--issuer", BODY).exit_code == 0
    result = run("review", "export", "--gold", "--year", 2025, "--out", "gold")
    assert "1 decisions" in result.output
    assert Path("gold/labels.jsonl").read_text("utf-8") == ""
