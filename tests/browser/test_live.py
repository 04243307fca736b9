"""The same page from `tracker serve`: each decision is in the store before the next is made."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from test_serving import URL, served

from tracker.storage.decisions import Logged
from tracker.storage.store import Store


@pytest.fixture(params=[False, True], ids=["open", "blind"])
def live_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page of the body, from a server for the first reader and from one for the second."""
    with served(unseen=request.param) as server, browser.new_context() as context:
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.goto(server.address)
        page.locator("tbody a").click()
        expect(page.locator("#bench")).to_be_visible()
        yield page
        assert errors == []


def log() -> tuple[Logged, ...]:
    with Store.open(URL, write=False) as store:
        return store.ledger.log()


def test_a_decision_is_saved_at_once_and_undone_by_a_row_of_its_own(live_page: Page) -> None:
    live_page.keyboard.press("j")
    live_page.keyboard.press("1")
    live_page.keyboard.insert_text("陈青")
    live_page.keyboard.press("Enter")
    expect(live_page.locator("#progress")).to_contain_text("已决 1 /")
    expect(live_page.locator("#unsaved")).to_have_text("")
    (row,) = log()
    assert row.decision is not None
    assert (row.reviewer, row.decision.verdict.value) == ("陈青", "fulfilled")

    live_page.keyboard.press("u")
    expect(live_page.locator("#progress")).to_contain_text("已决 0 /")
    expect(live_page.locator("#unsaved")).to_have_text("")
    assert [one.undone for one in log()] == [True, False]


@pytest.mark.parametrize("live_page", [False], indirect=True, ids=["open"])
def test_a_saved_decision_is_there_when_the_page_comes_again(live_page: Page) -> None:
    live_page.keyboard.press("j")
    live_page.keyboard.press("2")
    live_page.keyboard.insert_text("陈青")
    live_page.keyboard.press("Enter")
    expect(live_page.locator("#progress")).to_contain_text("已决 1 /")
    expect(live_page.locator("#unsaved")).to_have_text("")
    live_page.reload()
    expect(live_page.locator(".signed")).to_contain_text("陈青")


def test_whatever_the_haste_every_decision_arrives(live_page: Page) -> None:
    live_page.keyboard.press("j")
    live_page.keyboard.press("2")
    live_page.keyboard.insert_text("陈青")
    live_page.keyboard.press("Enter")
    number = live_page.locator("article.row").count()
    for place in range(number):
        live_page.keyboard.press("126"[place % 3])
    live_page.keyboard.press("u")
    expect(live_page.locator("#unsaved")).to_have_text("")
    standing = {row.commitment_id for row in log() if row.decision and not row.undone}
    decided = live_page.evaluate("[...decisions.keys()]")
    assert standing == set(decided)
    assert len(decided) >= number - 1


@pytest.mark.parametrize("live_page", [True], indirect=True, ids=["blind"])
def test_a_blind_reader_finds_his_own_decisions_again_and_nothing_else(live_page: Page) -> None:
    live_page.keyboard.press("j")
    live_page.keyboard.press("2")
    live_page.keyboard.insert_text("陈青")
    live_page.keyboard.press("Enter")
    expect(live_page.locator("#unsaved")).to_have_text("")
    live_page.reload()
    expect(live_page.locator("article[data-decided]")).to_have_count(1)
    expect(live_page.locator("#unsaved")).to_have_text("")
    assert live_page.locator(".signed, .why, .shares, .glance, .rates, .sure, .tag").count() == 0
    verdicts = {row.get_attribute("data-verdict") for row in live_page.locator("article.row").all()}
    assert verdicts == {"pending"}
    live_page.keyboard.press("u")
    expect(live_page.locator("#said")).to_have_text("没有可撤销的操作。")


@pytest.mark.parametrize("live_page", [False], indirect=True, ids=["open"])
def test_an_open_page_leaves_no_decision_in_the_browser(live_page: Page) -> None:
    live_page.keyboard.press("j")
    live_page.keyboard.press("2")
    live_page.keyboard.insert_text("陈青")
    live_page.keyboard.press("Enter")
    expect(live_page.locator("#unsaved")).to_have_text("")
    assert live_page.evaluate("Object.keys(localStorage)") == ["tracker:reviewer"]
