"""A second reader sees what the promise and the reports say, and nothing of what anybody made of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from sample_audits import CASES, audit, decided

from browser.conftest import Open
from tracker.audits.audit import Audit, Decision
from tracker.audits.replies import Reply
from tracker.audits.second import Reading
from tracker.audits.signatures import Correction, Signature, State
from tracker.judging.verdicts import Verdict
from tracker.pages.render import body_page, index_page
from tracker.pages.write import write_year
from tracker.reading.commitments import Testability

FIRST = "先读者钱一"
AT = "2026-03-05T10:12:00+08:00"


def told() -> Audit:
    """An audit in which everything that can be said of a promise is said."""
    one = decided(audit(), 2, Verdict.FULFILLED, (30, 50))
    key = one.findings[1].commitment.id
    reading = Reading(key, "", Verdict.FULFILLED, FIRST, Verdict.DROPPED, "李强", settled=False)
    gone = Decision("f" * 16, Verdict.MISSED, FIRST, AT, FIRST, None)
    state = State(AT, 1, 2, 1, {key: Verdict.FULFILLED})
    return replace(
        one,
        findings=tuple(replace(finding, disputed=reading) for finding in one.findings),
        unplaced=(gone,),
        readings=(reading,),
        replies=(Reply(1, key, FIRST, FIRST, FIRST, None, AT),),
        signatures=(Signature(FIRST, FIRST, 0, state),),
        corrections=(Correction(AT, key, Verdict.DROPPED, Verdict.FULFILLED, FIRST, FIRST, report=False),),
    )


def judged_otherwise() -> Audit:
    """The same promises and passages with every judgement, score, grade and rank another."""
    cases = tuple(
        replace(
            case,
            verdict=Verdict.MISSED if case.verdict is not Verdict.MISSED else Verdict.DROPPED,
            answers=tuple(
                (passage, 0.5 + place / 10) for place, (passage, _) in enumerate(case.answers[::-1])
            ),
            confidence=1 - case.confidence,
            flags=("verbatim",),
            years=case.years + 1,
            grade=Testability.DECLARATORY,
            repeat="",
            admission="",
        )
        for case in CASES
    )
    return audit(cases)


def test_a_blind_page_does_not_depend_on_anything_that_was_judged() -> None:
    page = body_page(audit(), unseen=True)
    assert body_page(told(), unseen=True) == page
    assert body_page(judged_otherwise(), unseen=True) == page
    assert body_page(told()) != body_page(audit())
    assert FIRST in body_page(told())


def test_nothing_in_the_source_or_the_page_of_a_blind_reading_tells_a_verdict(open_page: Open) -> None:
    page = open_page(told(), unseen=True)
    for source in (page.content(), page.evaluate("document.documentElement.innerHTML")):
        assert FIRST not in source
        assert "score" not in source.split("<article", 1)[1].rsplit("</article>", 1)[0]
    facts = page.eval_on_selector_all(
        "article, nav.queue li",
        "all => all.flatMap(one => [one, ...one.querySelectorAll('*')]).flatMap("
        "one => Object.entries(one.dataset).filter(([name]) => ['verdict', 'machine', 'signed', 'review',"
        " 'x', 'width'].includes(name)).map(([, value]) => value))",
    )
    assert set(facts) == {"pending"}
    assert page.locator(".signed, .why, .shares, .glance, .rates, .sure, .tag").count() == 0
    data = json.loads(page.locator("#page-data").text_content() or "")
    assert set(data) == {"issuer", "year", "name", "audit_sha256", "live", "blind", "seen", "words"}


def test_the_promises_stand_in_the_order_of_the_plan_and_passages_in_that_of_the_report(
    open_page: Open,
) -> None:
    page = open_page(judged_otherwise(), unseen=True)
    for places in (
        page.eval_on_selector_all("nav.queue .no", "all => all.map(one => +one.textContent)"),
        page.eval_on_selector_all(
            "article:last-of-type figure.quote", "all => all.map(one => +one.dataset.start)"
        ),
    ):
        assert len(places) > 1
        assert places == sorted(places)


def test_nothing_beside_the_pages_depends_on_what_was_judged(tmp_path: Path) -> None:
    first = written(tmp_path / "first", audit())
    assert written(tmp_path / "second", told()) == first
    assert written(tmp_path / "third", judged_otherwise()) == first
    assert len(first) == 3
    assert index_page(2025, [audit()], ()) != index_page(2025, [judged_otherwise()], ())


def written(folder: Path, one: Audit) -> dict[str, bytes]:
    """Every file of the blind pages of a year."""
    write_year(folder, 2025, [one], (), unseen=True)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_the_file_a_second_reader_saves_says_that_it_is_blind(open_page: Open) -> None:
    page = open_page(told(), unseen=True)
    for key in ("j", "1"):
        page.keyboard.press(key)
    page.locator("#name").fill("李强")
    page.keyboard.press("Enter")
    with page.expect_download() as download:
        page.keyboard.press("s")
    saved = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert saved["blind"] is True
    assert [one["reviewer"] for one in saved["decisions"]] == ["李强"]
