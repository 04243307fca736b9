from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from sample_audits import (
    ANSWER,
    MISSING,
    Case,
    audit,
    decided,
    finding,
    report,
    span,
    three_years,
    unanswered_audit,
    with_problems,
)
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tracker import __version__
from tracker.audits.audit import Audit, Gap, Missing
from tracker.judging.verdicts import Verdict
from tracker.language import Language
from tracker.pages.render import body_page, index_page, years_page

GOLD = Path(__file__).parent / "gold"
HOSTILE = "</script><!--<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}&amp;\u202e]]>"


def reviewed() -> Audit:
    return decided(audit(), 2, Verdict.FULFILLED, span(ANSWER, "废止7件"))


def gone() -> Audit:
    """A decision on a promise that the plan no longer holds."""
    one = reviewed()
    decisions = tuple(found.decision for found in one.findings if found.decision)
    return replace(one, findings=one.findings[:1], unplaced=decisions)


def pages(language: Language) -> dict[str, str]:
    audits = [reviewed(), unanswered_audit()]
    return {
        "index": index_page(2025, audits, MISSING, language),
        "body": body_page(reviewed(), language, audit_sha256="0" * 64),
        "unplaced": body_page(gone(), language),
        "problems": body_page(with_problems(reviewed()), language),
        "pending": body_page(unanswered_audit(), language),
        "empty": index_page(2025, [], [], language),
        "years": years_page(three_years(), language),
    }


PAGES = [
    pytest.param(page, language, name, id=f"{name}-{language}")
    for language in Language
    for name, page in pages(language).items()
]
every_page = pytest.mark.parametrize(("page", "language", "name"), PAGES)


def without_program(page: str) -> str:
    """The page without what changes with every version: style, script and its words, hashes, the version."""
    page = re.sub(r'"words": \{.*\}, "year"', '"words": {}, "year"', page)
    page = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", page, flags=re.DOTALL)
    page = re.sub(r"sha256-[\w+/=]+", "sha256-…", page)
    return page.replace(f"tracker {__version__}", "tracker …")


@every_page
def test_pages_are_the_gold_ones(
    page: str, language: Language, name: str, request: pytest.FixtureRequest
) -> None:
    gold = GOLD / f"{name}-{language}.html"
    if request.config.getoption("--accept"):
        gold.write_text(without_program(page), encoding="utf-8", newline="\n")
    assert without_program(page) == gold.read_text(encoding="utf-8"), (
        f"pytest --accept if {gold.name} may change"
    )


@every_page
def test_only_this_style_and_this_script_may_run(page: str, language: Language, name: str) -> None:
    tree = LexborHTMLParser(page)
    policy = one(tree, 'meta[http-equiv="Content-Security-Policy"]').attributes["content"] or ""
    for kind in ("style", "script"):
        inside = re.search(rf"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
        assert inside is not None, (language, name)
        digest = b64encode(sha256(inside.group(1).encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    for node in tree.css("*"):
        assert not [key for key in node.attributes if key == "style" or key.startswith("on")]


@every_page
def test_nothing_is_fetched_from_anywhere(page: str, language: Language, name: str) -> None:
    tree = LexborHTMLParser(page)
    assert not tree.css("link, iframe, img, object, embed, base, form, script[src]"), (language, name)
    own = re.compile(r"#[\w-]+|\.\./index\.html|(\.\./)?(bodies|years)/[\w%.-]+\.html")
    assert [
        node.attributes["href"]
        for node in tree.css("[href]")
        if not own.fullmatch(node.attributes["href"] or "")
    ] == []
    assert not re.search(r"url\((?!#)|@import|https?:", page)


@every_page
def test_every_address_within_the_page_exists_once(page: str, language: Language, name: str) -> None:
    tree = LexborHTMLParser(page)
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids)), (language, name)
    pointed = [(node.attributes["href"] or "")[1:] for node in tree.css('[href^="#"]')]
    labels = [node.attributes["aria-labelledby"] for node in tree.css("[aria-labelledby]")]
    assert {*pointed, *labels} <= set(ids)


@every_page
def test_headings_go_down_one_step_at_a_time(page: str, language: Language, name: str) -> None:
    levels = [int((node.tag or "")[1]) for node in LexborHTMLParser(page).css("h1, h2, h3, h4")]
    assert levels[0] == 1, (language, name)
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


@every_page
def test_every_page_says_that_it_speaks_of_the_text_alone(page: str, language: Language, name: str) -> None:
    caution = one(LexborHTMLParser(page), ".caution").text()
    assert (
        "仅就报告文本而言" if language is Language.ZH else "not found does not mean not done"
    ) in caution, name


def test_english_pages_quote_in_chinese() -> None:
    tree = LexborHTMLParser(pages(Language.EN)["body"])
    assert one(tree, "html").attributes["lang"] == "en"
    for node in tree.css("body *"):
        own = node.text(deep=False)
        if re.search("[\u4e00-\u9fff]", own) and node.tag != "script":
            assert in_chinese(node), own


def in_chinese(node: LexborNode | None) -> bool:
    while node is not None:
        if (node.attributes.get("lang") or "").startswith("zh"):
            return True
        node = node.parent
    return False


def test_an_unreviewed_dropped_is_worded_as_a_suspicion() -> None:
    tree = LexborHTMLParser(body_page(audit()))
    dropped = one(tree, "article[data-verdict=dropped]")
    assert "疑似未见回应" in one(dropped, "h3").text()
    assert "待复核" in one(dropped, ".tags").text()
    signed = LexborHTMLParser(body_page(decided(audit(), 9, Verdict.DROPPED)))
    assert "疑似" not in one(signed, "article[data-verdict=dropped] h3").text()


def test_the_same_audit_gives_the_same_bytes() -> None:
    assert body_page(reviewed()) == body_page(reviewed())
    backwards = index_page(2025, [unanswered_audit(), reviewed()], MISSING[::-1])
    assert backwards == index_page(2025, [reviewed(), unanswered_audit()], MISSING)


def hostile_audit() -> Audit:
    """Every text that comes from outside tries to leave its place."""
    plan = report(f"三、2025年度主要安排\n（一）{HOSTILE}。建成{HOSTILE}。\n", 2024, HOSTILE)
    answer = report(f"一、主要举措和成效\n（一）{HOSTILE}。已建成{HOSTILE}。\n", 2025, HOSTILE)
    case = Case(f"建成{HOSTILE}。", Verdict.FULFILLED, ((f"已建成{HOSTILE}。", 0.9),))
    one_finding = finding(case, plan, answer)
    base = audit((), HOSTILE)
    filed = replace(base.baseline, report=plan, source=HOSTILE, ingested_at=HOSTILE, sha256=HOSTILE)
    whole = replace(
        base, baseline=filed, answer=replace(filed, report=answer), findings=(one_finding, one_finding)
    )
    signed = decided(whole, 1, Verdict.FULFILLED, span(answer.text, HOSTILE))
    decision = signed.findings[0].decision
    assert decision is not None
    new = replace(decision, reviewer=HOSTILE, note=HOSTILE, decided_at=HOSTILE)
    return replace(signed, findings=(replace(signed.findings[0], decision=new),))


@pytest.mark.parametrize("language", Language)
def test_hostile_text_stays_text(language: Language) -> None:
    pages = (
        body_page(hostile_audit(), language),
        index_page(2025, [hostile_audit()], [Missing(HOSTILE, Gap.NO_PLAN)], language),
        years_page([hostile_audit()], language),
    )
    for page in pages:
        tree = LexborHTMLParser(page)
        assert not tree.css("img")
        kinds = [node.attributes.get("type") for node in tree.css("script")]
        assert kinds in (["application/json", None], [None])
        assert not [node for node in tree.css("*") if "onerror" in node.attributes]
        assert "\u202e" not in page
        assert "49" not in tree.text()


def test_data_for_the_script_is_what_was_put_in() -> None:
    tree = LexborHTMLParser(body_page(hostile_audit(), audit_sha256="ab"))
    data = json.loads(one(tree, "#page-data").text())
    assert (data["issuer"], data["year"], data["audit_sha256"]) == (HOSTILE, 2025, "ab")


def one(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    (node,) = tree.css(selector)
    return node
