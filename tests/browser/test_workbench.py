"""What a reviewer does: go through the queue with the keyboard, decide, and hand the file on."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Dialog, Page, expect
from sample_audits import ANSWER, audit, decided, span, unanswered_audit

from browser.conftest import Open
from tracker.audits.second import Reading
from tracker.judging.verdicts import Verdict


def keys(page: Page, *pressed: str) -> None:
    for key in pressed:
        page.keyboard.press(key)


def name_yourself(page: Page, name: str = "陈青") -> None:
    expect(page.locator("#who")).to_be_visible()
    page.keyboard.insert_text(name)
    page.keyboard.press("Enter")


def current(page: Page) -> str:
    return page.locator("article[aria-current]").get_attribute("data-number") or ""


def save(page: Page) -> dict[str, Any]:
    with page.expect_download() as download:
        page.keyboard.press("s")
    written: dict[str, Any] = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    return {**written, "file": download.value.suggested_filename}


def test_a_review_with_nothing_but_the_keyboard(open_page: Open, contract: Path) -> None:
    page = open_page(audit())
    keys(page, "j")
    assert current(page) == "9", "the most doubtful question comes first"
    keys(page, "a")
    name_yourself(page)
    assert current(page) == "7", "the next undecided one follows"
    keys(page, "e", "1")
    keys(page, "k", "m")
    page.keyboard.insert_text("已问过承办科室")
    keys(page, "Control+Enter")
    written = save(page)

    schema = json.loads((contract / "decisions.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(written)
    assert len(written["audit_sha256"]) == 64
    assert written["file"].startswith("decisions-2025-澄湖市云岭区人民政府-")
    by_verdict = {one["verdict"]: one for one in written["decisions"]}
    assert set(by_verdict) == {"dropped", "fulfilled"}
    assert {one["reviewer"] for one in written["decisions"]} == {"陈青"}
    assert {one["year"] for one in written["decisions"]} == {2025}


def test_the_promise_in_hand_stands_at_the_top(open_page: Open) -> None:
    page = open_page(audit(), viewport={"width": 390, "height": 600})
    for _ in range(4):
        keys(page, "j")
        page.wait_for_timeout(250)
        assert 0 <= page.evaluate("current.getBoundingClientRect().top") < 60


def test_another_candidate_is_picked_and_written_down(open_page: Open) -> None:
    page = open_page(audit())
    keys(page, "j", "e")
    expect(page.locator("article[aria-current] .quote.chosen")).to_have_count(1)
    keys(page, "1")
    name_yourself(page)
    (decision,) = save(page)["decisions"]
    start, end = span(ANSWER, "在餐饮行业启动“一业一查”试点，制发检查清单12项。")
    assert decision["evidence"] == {"start": start, "end": end}


def test_a_passage_selected_in_the_full_text_is_the_evidence(open_page: Open) -> None:
    page = open_page(audit())
    keys(page, "j", "f")
    start, end = span(ANSWER, "废止7件")
    page.evaluate("passage => getSelection().addRange(rangeOf(...passage))", [start, end])
    keys(page, "e", "Escape", "1")
    name_yourself(page)
    (decision,) = save(page)["decisions"]
    assert decision["evidence"] == {"start": start, "end": end}


def test_undo_takes_back_step_by_step_and_a_saved_decision_is_withdrawn(open_page: Open) -> None:
    page = open_page(audit())
    keys(page, "j", "a")
    name_yourself(page)
    keys(page, "a")
    save(page)
    keys(page, "u")
    assert current(page) == "7"
    expect(page.locator("#unsaved")).to_have_text("1 条未保存")
    written = save(page)
    assert [one["verdict"] for one in written["decisions"]] == ["dropped"]
    assert len(written["withdrawn"]) == 1


def test_what_is_not_saved_is_counted_and_warned_about(open_page: Open) -> None:
    page = open_page(audit())
    warnings: list[str] = []

    def stay(dialog: Dialog) -> None:
        warnings.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    keys(page, "j", "2")
    name_yourself(page)
    expect(page.locator("#unsaved")).to_have_text("1 条未保存")
    expect(page.locator("#progress")).to_have_text("已决 1 / 9")
    page.close(run_before_unload=True)
    page.wait_for_timeout(300)
    assert warnings == ["beforeunload"]
    save(page)
    expect(page.locator("#unsaved")).to_have_text("")


def test_a_reload_loses_nothing(open_page: Open) -> None:
    page = open_page(audit())
    page.on("dialog", lambda dialog: dialog.accept())
    keys(page, "j", "a")
    name_yourself(page)
    page.reload()
    expect(page.locator("#said")).to_contain_text("已恢复")
    expect(page.locator("article[data-decided]")).to_have_count(1)
    expect(page.locator("#unsaved")).to_have_text("1 条未保存")
    keys(page, "j", "j", "a")
    expect(page.locator("article[data-decided]")).to_have_count(2)


def test_the_full_text_opens_at_the_passage_and_can_be_searched(open_page: Open) -> None:
    page = open_page(audit())
    keys(page, "j", "f")
    expect(page.locator("#full-text .here")).to_contain_text("举办行政执法人员轮训班5期")
    keys(page, "/")
    page.keyboard.insert_text("一业一查")
    expect(page.locator("#found")).to_have_text("第 1 / 1 处")
    page.locator("#search").fill("行政")
    expect(page.locator("#found")).to_contain_text("第 1 /")
    keys(page, "Enter")
    expect(page.locator("#found")).to_contain_text("第 2 /")
    keys(page, "Escape")
    assert not page.locator("body.reading").count()


@pytest.mark.parametrize(("key", "details"), [("c", ".more"), ("p", ".context"), ("w", ".shares")])
def test_one_key_opens_what_lies_behind(open_page: Open, key: str, details: str) -> None:
    page = open_page(audit())
    keys(page, "j", key)
    assert page.locator(f"article[aria-current] {details}[open]").count() == 1
    keys(page, key)
    assert page.locator(f"article[aria-current] {details}[open]").count() == 0


def test_help_names_every_key_and_can_turn_them_off(open_page: Open) -> None:
    page = open_page(audit())
    keys(page, "?")
    expect(page.locator("#help")).to_be_visible()
    listed = page.locator("#help kbd").all_inner_texts()
    known = page.evaluate("Object.keys(ACTIONS).filter(key => key.length === 1 && !/[1-7]/.test(key))")
    assert set(listed) == {*known, "1–7"}
    page.locator("#single").uncheck()
    keys(page, "Escape", "j")
    assert page.locator("article[aria-current]").count() == 0


def test_keys_mean_letters_where_one_writes(open_page: Open) -> None:
    page = open_page(audit())
    keys(page, "j", "f", "/")
    page.keyboard.type("aus1")
    assert page.locator("#search").input_value() == "aus1"
    assert page.locator("article[data-decided]").count() == 0


def test_the_buttons_do_what_the_keys_do(open_page: Open) -> None:
    page = open_page(audit(), viewport={"width": 390, "height": 844})
    page.locator("button[data-key=j]").click()
    page.locator("#overrule").select_option("partly_fulfilled")
    name_yourself(page)
    page.locator("article[data-decided]").wait_for(state="attached")
    with page.expect_download() as download:
        page.locator("#save").click()
    written = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert [one["verdict"] for one in written["decisions"]] == ["partly_fulfilled"]


def test_nothing_can_be_decided_before_the_report_is_there(open_page: Open) -> None:
    page = open_page(unanswered_audit())
    assert page.locator("#bench").count() == 0


def test_a_blind_reading_is_handed_on_as_one(open_page: Open) -> None:
    page = open_page(audit(), unseen=True)
    keys(page, "j", "a")
    expect(page.locator("#said")).to_have_text("此条尚不能判断。")
    keys(page, "1")
    name_yourself(page, "李明")
    written = save(page)
    assert written["blind"] is True
    assert [(one["verdict"], one["reviewer"]) for one in written["decisions"]] == [("fulfilled", "李明")]


def test_what_somebody_signed_counts_as_decided_and_is_passed_over(open_page: Open) -> None:
    one = decided(decided(audit(), 9, Verdict.DROPPED), 7, Verdict.REPEATED)
    page = open_page(one)
    expect(page.locator("#progress")).to_have_text("已决 2 / 9")
    keys(page, "j", "1")
    name_yourself(page)
    assert current(page) not in {"7", "9"}
    for _ in range(6):
        expect(page.locator("#said")).not_to_contain_text("全部已决")
        keys(page, "1")
    expect(page.locator("#progress")).to_have_text("已决 9 / 9")
    expect(page.locator("#said")).to_contain_text("全部已决，按 s 保存。")
    assert len(save(page)["decisions"]) == 7


def test_what_two_readers_dispute_is_to_be_decided_again(open_page: Open) -> None:
    one = decided(audit(), 9, Verdict.DROPPED)
    other = Reading("", "", Verdict.DROPPED, "陈青", Verdict.MISSED, "李强", settled=False)
    page = open_page(replace(one, findings=(*one.findings[:8], replace(one.findings[8], disputed=other))))
    expect(page.locator("#progress")).to_have_text("已决 0 / 9")
    keys(page, "j")
    assert current(page) == "9"
