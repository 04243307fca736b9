"""Debian's Chromium, and pages as a user has them: files in a folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tracker.audits.audit import Audit
from tracker.language import Language
from tracker.pages.names import page_name
from tracker.pages.write import write_year, write_years

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Write the year of one audit and open its page, the index, or that of the body's `years`.

    Every error on it, and every request for anything else, fails the test.
    """
    errors: list[str] = []
    contexts = []

    def opened(
        audit: Audit,
        *,
        index: bool = False,
        years: Sequence[Audit] = (),
        language: Language = Language.ZH,
        unseen: bool = False,
        **options: object,
    ) -> Page:
        names = {page_name(one) for one in years[:1]}
        start = write_year(tmp_path / "2025", 2025, [audit], (), language, followed=names, unseen=unseen)
        write_years(start.parent, 2025, [years] if years else [], language)
        folder = "years" if years else "bodies"
        path = start if index else start.parent / folder / page_name(audit)
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})  # type: ignore[arg-type]  # passed on
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on(
            "request", lambda request: errors.append(request.url) if request.url != path.as_uri() else None
        )
        page.goto(path.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert errors == []
