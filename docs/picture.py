"""Take the pictures of the README: pages of the invented bodies, as a browser shows them.

Usage: make picture (needs Chromium and a Chinese font).
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from click.testing import CliRunner
from PIL import Image
from playwright.sync_api import Browser, FloatRect, Page, ViewportSize, sync_playwright

from tracker.cli import main

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
OFFICE, COUNTY, BUREAU = "云岭市青石区人民政府办公室", "霞溪县人民政府", "宁岳市城市管理和综合行政执法局"
SIZE: ViewportSize = {"width": 1100, "height": 1000}
BENCH: ViewportSize = {"width": 1440, "height": 860}
MARGIN = 24
COLOURS = 256
"""As many as these pages need; a picture is then half as large."""

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def audited(folder: Path) -> Path:
    """The pages of the latest year of the examples, with every body through the years."""
    store = f"sqlite:///{folder}/examples.sqlite"
    for arguments in (
        ["ingest", str(ROOT / "examples" / "reports")],
        ["audit", "--every-year", "--out", str(folder / "audit")],
    ):
        result = CliRunner().invoke(main, [*arguments, "--db", store, "--lang", "zh"])
        if result.exit_code:
            raise SystemExit(result.output)
    return max((folder / "audit").iterdir())


def opened(browser: Browser, page: Path, size: ViewportSize, *, script: bool = False) -> Page:
    """A page in a window of that size."""
    context = browser.new_context(viewport=size, color_scheme="light", java_script_enabled=script)
    tab = context.new_page()
    tab.goto(page.as_uri())
    return tab


def promises(browser: Browser, page: Path, picture: Path) -> None:
    """The first promises of a body, without the reviewer's keys."""
    tab = opened(browser, page, SIZE)
    box = tab.locator("section.promises").bounding_box()
    if box is None:
        raise SystemExit("the page has no promises")
    clip: FloatRect = {"x": 0, "y": box["y"] - MARGIN, "width": SIZE["width"], "height": SIZE["height"]}
    tab.screenshot(path=picture, full_page=True, clip=clip)


def top(browser: Browser, page: Path, picture: Path, height: int) -> None:
    """A page from its top."""
    tab = opened(browser, page, SIZE)
    clip: FloatRect = {"x": 0, "y": 0, "width": SIZE["width"], "height": height}
    tab.screenshot(path=picture, full_page=True, clip=clip)


def workbench(browser: Browser, page: Path, picture: Path) -> None:
    """A promise in hand, decided, the report open at the passage that was picked."""
    tab = opened(browser, page, BENCH, script=True)
    for key in ("j", "j", "6"):
        tab.keyboard.press(key)
    tab.keyboard.insert_text("王敏")
    for key in ("Enter", "k", "f"):
        tab.keyboard.press(key)
    tab.wait_for_timeout(500)
    tab.screenshot(path=picture)


def take(year: Path) -> None:
    """All pictures."""
    pages = {name: next((year / "bodies").glob(f"{name}-*.html")) for name in (OFFICE, COUNTY, BUREAU)}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        promises(browser, pages[OFFICE], IMAGES / "page.png")
        workbench(browser, pages[COUNTY], IMAGES / "workbench.png")
        top(browser, year / "index.html", IMAGES / "index.png", 1500)
        top(browser, year / "years" / pages[BUREAU].name, IMAGES / "years.png", 1200)
        browser.close()
    for picture in IMAGES.glob("*.png"):
        Image.open(picture).convert("RGB").quantize(COLOURS).save(picture, optimize=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        take(audited(Path(name)))
