"""From the page to the store and back: decisions saved as a file are taken in and stand on the page."""

from __future__ import annotations

from pathlib import Path

from conftest import Tracker
from playwright.sync_api import Browser, Page, expect
from sample_audits import ANSWER, PLAN

BODY = "澄湖市云岭区人民政府"


def audited(tracker: Tracker) -> str:
    """The address of the body's page after an audit of the store."""
    done = tracker("audit", "--year", "2025", "--out", "audit")
    assert done.exit_code == 0, done.output
    (path,) = (Path("audit") / "bodies").iterdir()
    return path.resolve().as_uri()


def test_saved_decisions_are_imported_and_stand_on_the_page(browser: Browser, tracker: Tracker) -> None:
    Path("2024.txt").write_text(PLAN, "utf-8")
    Path("2025.txt").write_text(ANSWER, "utf-8")
    assert tracker("ingest", "2024.txt", "2025.txt", "--issuer", BODY).exit_code == 0
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(audited(tracker))
        decide_and_save(page)
        taken = tracker("review", "import", "decisions.json")
        assert taken.exit_code == 0, taken.output
        page.goto(audited(tracker))
        expect(page.locator(".signed")).to_have_count(2)
        expect(page.locator("article[data-decided]")).to_have_count(0)
        expect(page.locator("#unsaved")).to_have_text("")


def decide_and_save(page: Page) -> None:
    for key in ("j", "1"):
        page.keyboard.press(key)
    page.keyboard.insert_text("陈青")
    for key in ("Enter", "6"):
        page.keyboard.press(key)
    expect(page.locator("#unsaved")).to_have_text("2 条未保存")
    with page.expect_download() as download:
        page.keyboard.press("s")
    download.value.save_as("decisions.json")
