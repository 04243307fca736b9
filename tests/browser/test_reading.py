"""What anyone does with a page: open, filter, print, read on a phone or in the dark, listen to it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from html import escape
from io import BytesIO
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import CDPSession, Page
from sample_audits import CASES, audit, decided, three_years, unanswered_audit, with_problems
from test_pages_render import hostile_audit

from browser.conftest import Open
from tracker import __version__
from tracker.audits.audit import Audit, Decision
from tracker.audits.replies import Reply
from tracker.audits.second import Reading
from tracker.audits.signatures import Correction, Signature, State
from tracker.judging.verdicts import Verdict
from tracker.language import Language

AT = "2026-03-05T10:12:00+08:00"


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


def reviewed() -> Audit:
    """A body with problems, a decision, a dispute, replies, signatures, corrections, and things unplaced."""
    one = with_problems(decided(audit(), 2, Verdict.FULFILLED, (30, 50)))
    key, other = one.findings[1].commitment.id, one.findings[8].commitment.id
    reading = Reading(other, "", Verdict.DROPPED, "王敏", Verdict.MISSED, "李强", settled=False)
    findings = (*one.findings[:8], replace(one.findings[8], disputed=reading, outdated=True))
    return replace(
        one,
        findings=findings,
        readings=(reading,),
        unplaced=(Decision("f" * 16, Verdict.MISSED, "王敏", AT, "原计划第五项。", None),),
        replies=(
            Reply(1, key, "清理结果已于6月在门户网站公布。", "云岭区人民政府", "来函", "2026-03-01", AT),
            Reply(2, "f" * 16, "该项已并入专项行动。", "云岭区人民政府", "", None, AT),
        ),
        signatures=(Signature("王敏", "第一次签发", 2, State(AT, 1, 2, 1, {})),),
        corrections=(
            Correction(
                AT, key, Verdict.PARTLY_FULFILLED, Verdict.FULFILLED, "陈青", "补查后改判", report=False
            ),
            Correction(AT, other, None, Verdict.DROPPED, "", "", report=True),
        ),
    )


def followed() -> tuple[Audit, ...]:
    return tuple(sorted(three_years(), key=lambda one: -one.year))


PAGES: dict[str, Callable[[Open, dict[str, object]], Page]] = {
    "index": lambda opened, options: opened(reviewed(), index=True, **options),
    "body": lambda opened, options: opened(reviewed(), **options),
    "pending": lambda opened, options: opened(unanswered_audit(), **options),
    "blind": lambda opened, options: opened(reviewed(), unseen=True, **options),
    "years": lambda opened, options: opened(followed()[0], years=followed(), **options),
}


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("name", PAGES)
def test_a_phone_needs_no_sideways_scrolling(open_page: Open, width: int, name: str) -> None:
    page = PAGES[name](open_page, {"viewport": {"width": width, "height": 800}})
    for details in page.locator("details").all():
        details.evaluate("one => { one.open = true }")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["index", "body", "years"])
def test_headings_of_tables_break_between_words(open_page: Open, name: str) -> None:
    page = PAGES[name](open_page, {"language": Language.EN})
    for details in page.locator("details").all():
        details.evaluate("one => { one.open = true }")
    broken = page.eval_on_selector_all(
        "thead .verdict",
        """all => all.filter(one => {
            const range = document.createRange();
            const text = one.lastChild;
            return [...text.textContent.matchAll(/[A-Za-z]+/g)].some(word => {
                range.setStart(text, word.index);
                range.setEnd(text, word.index + word[0].length);
                return range.getClientRects().length > 1;
            });
        }).map(one => one.textContent)""",
    )
    assert broken == []


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
    assert "成效部分未见回应，下年计划再次列入。" in flat, "what the verdicts mean"
    assert "各主题的结论" in flat
    assert "保存" not in flat


def test_years_print_with_every_number(open_page: Open) -> None:
    page = open_page(followed()[0], years=followed())
    with pypdfium2.PdfDocument(BytesIO(page.pdf(prefer_css_page_size=True))) as pdf:
        text = "".join(sheet.get_textpage().get_text_bounded() for sheet in pdf)
    flat = "".join(text.split())
    assert all(str(one.year) in flat for one in followed())
    assert "下年再提下年未提承诺" in flat, "the table beneath the picture"
    assert CASES[6].promise in flat


@pytest.mark.parametrize(("scheme", "language"), [("light", Language.ZH), ("dark", Language.EN)])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_stands_in_the_way_of_a_screen_reader(
    open_page: Open, scheme: str, language: Language, name: str
) -> None:
    page = PAGES[name](open_page, {"language": language, "color_scheme": scheme})
    for details in page.locator("details").all():
        details.evaluate("one => { one.open = true }")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_dialogs_and_the_open_reader_stand_in_nobodys_way(open_page: Open) -> None:
    page = open_page(reviewed())
    for key in ("?", "m", "f"):
        page.keyboard.press("j")
        page.keyboard.press(key)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        page.keyboard.press("Escape")


def test_what_a_body_says_of_itself_is_marked_as_its_words(open_page: Open) -> None:
    page = open_page(reviewed())
    reply = page.locator("article .reply")
    assert reply.count() == 1
    assert "单位" in (reply.locator("h4").text_content() or "")
    assert "门户网站" in (reply.locator("blockquote").text_content() or "")
    assert page.locator("article:has(.reply)").get_attribute("data-verdict") == "fulfilled"


def test_corrections_lead_to_their_promises(open_page: Open) -> None:
    page = open_page(reviewed())
    page.locator('[aria-labelledby="corrections"] a').first.click()
    assert page.locator("article:target .signed").count() > 0


def test_a_page_mailed_alone_says_what_it_is_and_works(open_page: Open, tmp_path: Path) -> None:
    page = open_page(reviewed())
    (body,) = (tmp_path / "2025" / "bodies").iterdir()
    alone = tmp_path / "mail" / "附件.html"
    alone.parent.mkdir()
    shutil.copy(body, alone)
    mailed = page.context.new_page()
    asked: list[str] = []
    mailed.on("request", lambda request: asked.append(request.url))
    mailed.goto(alone.as_uri())
    footer = mailed.locator("footer").inner_text()
    assert "状况截至 2026-03-05 02:12（UTC）" in footer
    assert f"tracker {__version__}" in footer
    facts = mailed.locator(".sources dl").all_text_contents()
    assert all("版本" in text and "文件指纹" in text and "入库时间" in text for text in facts[:2])
    for key in ("j", "1"):
        mailed.keyboard.press(key)
    mailed.keyboard.insert_text("陈青")
    mailed.keyboard.press("Enter")
    with mailed.expect_download():
        mailed.keyboard.press("s")
    assert [url for url in asked if not url.startswith("blob:")] == [alone.as_uri()]


def test_hostile_text_runs_nothing(open_page: Open) -> None:
    page = open_page(hostile_audit())
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    assert "<script>alert(1)</script>" in page.locator(".promise blockquote").first.inner_text()
    assert page.locator("img").count() == 0


def many(number: int) -> Audit:
    """A body with that many promises."""
    base = audit()
    repeated = (base.findings * (number // len(base.findings) + 1))[:number]
    named = (
        replace(one, commitment=replace(one.commitment, id=f"{place:016x}"))
        for place, one in enumerate(repeated)
    )
    return replace(base, findings=tuple(named))


def bare(page: Page) -> str:
    """The same text as nothing but paragraphs: what any page costs that holds it."""
    texts = page.locator("main").locator("p, blockquote, li, td, th, summary").all_text_contents()
    return f"<!doctype html><meta charset=utf-8>{''.join(f'<p>{escape(text)}' for text in texts)}"


def test_hundreds_of_promises_open_as_fast_as_their_bare_text_and_stay_fluent(
    open_page: Open, tmp_path: Path
) -> None:
    """Measured: 300 promises 0.5 s of processor time, their bare text 0.6 s; 1,000 promises 1.2 s."""
    page = open_page(many(300))
    assert page.locator("article.row").count() == 300
    opening = work(page, page.reload)
    stepping = work(page, lambda: page.evaluate(STEPS))
    plain = tmp_path / "bare.html"
    plain.write_text(bare(page), "utf-8")
    peer = page.context.browser.new_page()  # type: ignore[union-attr]  # it has one
    peer.goto(plain.as_uri())
    assert opening < 3 * work(peer, peer.reload)
    peer.close()

    larger = open_page(many(1000))
    larger.on("dialog", lambda dialog: dialog.accept())
    assert work(larger, larger.reload) < 2 * opening * 1000 / 300
    assert work(larger, lambda: larger.evaluate(STEPS)) < 2 * stepping * 1000 / 300


STEPS = "() => { reviewer = '陈青'; for (let i = 0; i < 10; i++) { step(1); decide('fulfilled') } }"


def work(page: Page, action: Callable[[], object]) -> float:
    """Seconds of processor time of the page's main thread, whatever else the machine is doing."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = task_duration(session)
    action()
    page.wait_for_timeout(200)
    spent = task_duration(session) - before
    assert spent > 0
    return spent


def task_duration(session: CDPSession) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))
