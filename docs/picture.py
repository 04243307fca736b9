"""Take the picture of the README: the page of one of the invented bodies, as a browser shows it.

Usage: make picture (needs Chromium and a Chinese font).
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from click.testing import CliRunner
from playwright.sync_api import FloatRect, ViewportSize, sync_playwright

from tracker.cli import main

ROOT = Path(__file__).parents[1]
BODY = "云岭市青石区人民政府办公室"
SIZE: ViewportSize = {"width": 1100, "height": 1000}
MARGIN = 24
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def audited(folder: Path) -> Path:
    """The page of the body, from the examples."""
    store = f"sqlite:///{folder}/examples.sqlite"
    for arguments in (
        ["ingest", str(ROOT / "examples" / "reports")],
        ["audit", "--out", str(folder / "audit")],
    ):
        result = CliRunner().invoke(main, [*arguments, "--db", store, "--lang", "zh"])
        if result.exit_code:
            raise SystemExit(result.output)
    (page,) = (path for path in (folder / "audit").rglob("*.html") if path.name.startswith(BODY))
    return page


def take(page: Path, picture: Path) -> None:
    """Photograph the first promises of a page, without the reviewer's keys."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        context = browser.new_context(viewport=SIZE, color_scheme="light", java_script_enabled=False)
        tab = context.new_page()
        tab.goto(page.as_uri())
        box = tab.locator("section.promises").bounding_box()
        if box is None:
            raise SystemExit("the page has no promises")
        clip: FloatRect = {"x": 0, "y": box["y"] - MARGIN, "width": SIZE["width"], "height": SIZE["height"]}
        tab.screenshot(path=picture, full_page=True, clip=clip)
        browser.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        take(audited(Path(name)), ROOT / "docs" / "images" / "page.png")
