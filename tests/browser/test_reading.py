"""What anyone does with a page: open, filter, print, read on a phone or in the dark, listen to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import CDPSession, Page
from sample_audits import CASES, audit, decided, unanswered_audit, with_problems
from test_pages_render import hostile_audit

from browser.conftest import Open
from tracker.judging.verdicts import Verdict
from tracker.language import Language


def shown(page: Page) -> list[str]:
    """The verdicts of the promises one can see."""
    return [row.get_attribute("data-verdict") or "" for row in page.locator("article.row:visible").all()]


@pytest.mark.parametrize("script", [True, False])
def test_filters_work_with_and_without_script(open_page: Open, *, script: bool) -> None:
    page = open_page(audit(), java_script_enabled=script)
    assert len(shown(page)) == 9
    page.locator("#f-dropped").check()
    assert shown(page) == ["dropped"]
    page.locator("#f-missed").check()
    assert shown(page) == ["missed", "dropped"]
    page.locator("#f-missed").uncheck()
    page.locator("#f-dropped").uncheck()
    page.locator("#f-review").check()
    assert shown(page) == ["partly_fulfilled", "repeated", "dropped"]
    assert page.locator(".filtered").is_visible()


def test_filters_work_with_the_keyboard(open_page: Open) -> None:
    page = open_page(audit())
    page.locator("#f-fulfilled").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert set(shown(page)) == {"partly_fulfilled"}
    assert "2 / 9" in page.locator(".filtered").inner_text()


def test_the_skip_link_comes_first(open_page: Open) -> None:
    page = open_page(audit())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("index", [True, False])
def test_a_phone_needs_no_sideways_scrolling(open_page: Open, width: int, *, index: bool) -> None:
    page = open_page(audit(), index=index, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_dark_mode_is_dark(open_page: Open) -> None:
    page = open_page(audit(), color_scheme="dark")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert all(int(part) < 60 for part in background.removeprefix("rgb(").removesuffix(")").split(","))


def test_print_holds_every_promise_and_no_tools(open_page: Open) -> None:
    page = open_page(audit())
    with pypdfium2.PdfDocument(BytesIO(page.pdf(prefer_css_page_size=True))) as pdf:
        sizes = {tuple(round(side) for side in sheet.get_size()) for sheet in pdf}
        text = "".join(sheet.get_textpage().get_text_bounded() for sheet in pdf)
    assert sizes == {(595, 842)}
    flat = "".join(text.split())
    assert all(case.promise[:12] in flat for case in CASES)
    assert "仅就报告文本而言" in flat
    assert "保存" not in flat


@pytest.mark.parametrize(("scheme", "language"), [("light", Language.ZH), ("dark", Language.EN)])
@pytest.mark.parametrize("name", ["index", "body", "pending"])
def test_nothing_stands_in_the_way_of_a_screen_reader(
    open_page: Open, scheme: str, language: Language, name: str
) -> None:
    one = (
        unanswered_audit()
        if name == "pending"
        else with_problems(decided(audit(), 2, Verdict.FULFILLED, (30, 50)))
    )
    page = open_page(one, index=name == "index", language=language, color_scheme=scheme)
    for details in page.locator("details").all():
        details.evaluate("one => { one.open = true }")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_hostile_text_runs_nothing(open_page: Open) -> None:
    page = open_page(hostile_audit())
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    assert "<script>alert(1)</script>" in page.locator(".promise blockquote").first.inner_text()
    assert page.locator("img").count() == 0


def test_three_hundred_promises_open_within_a_second_and_stay_fluent(open_page: Open) -> None:
    base = audit()
    many = tuple(
        replace(one, commitment=replace(one.commitment, id=f"{number:016x}"))
        for number, one in enumerate(base.findings * 34)
    )[:300]
    page = open_page(replace(base, findings=many))
    assert page.locator("article.row").count() == 300
    assert seconds_of_work(page, page.reload) < 1
    steps = seconds_of_work(page, lambda: page.evaluate("() => { for (let i = 0; i < 20; i++) step(1) }"))
    assert steps / 20 < 0.05


def seconds_of_work(page: Page, action: Callable[[], object]) -> float:
    """Processor time of the page's main thread, whatever else the machine is doing."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = task_duration(session)
    action()
    page.wait_for_timeout(200)
    return task_duration(session) - before


def task_duration(session: CDPSession) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))
