from __future__ import annotations

import json

import pytest
from sample_audits import CASES, audit, decided
from selectolax.lexbor import LexborHTMLParser

from tracker.judging.verdicts import Verdict
from tracker.language import Language
from tracker.pages.blind import blind
from tracker.pages.outcomes import named
from tracker.pages.render import body_page

FIRST = decided(audit(), 2, Verdict.FULFILLED, (30, 50))


@pytest.mark.parametrize("language", Language)
def test_a_blind_page_tells_nothing_of_machine_or_first_reader(language: Language) -> None:
    tree = LexborHTMLParser(body_page(FIRST, language, unseen=True))
    assert len(tree.css(".meanings dt")) == len(Verdict)
    for tag in ("select", "script", "dialog", ".meanings"):  # what every page says of all verdicts
        for node in tree.css(tag):
            node.decompose()
    told = tree.body.text() if tree.body else ""
    assert "陈青" not in told
    assert "%" not in "".join(node.text() for node in tree.css(".tags, .rates"))
    for verdict in set(Verdict) - {Verdict.PENDING}:
        for tentative in (True, False):
            assert named(verdict, language, tentative=tentative).label not in told
    assert not tree.css(".signed, .why, .shares, .glance, .rates")
    assert {node.attributes["data-machine"] for node in tree.css("article")} == {"pending"}


def test_promises_and_passages_stay() -> None:
    told = body_page(FIRST, unseen=True)
    shown = [quote.text() for quote in LexborHTMLParser(told).css(".promise > blockquote")]
    assert shown == [case.promise for case in CASES]
    assert "举办" in told
    assert "盲读" in told


def test_a_blind_page_says_so_to_whoever_takes_its_decisions() -> None:
    (data,) = LexborHTMLParser(body_page(FIRST, unseen=True)).css("#page-data")
    assert json.loads(data.text())["blind"] is True


def test_the_queue_of_a_blind_page_is_the_plan() -> None:
    order = [
        one.attributes["data-doubt"] for one in LexborHTMLParser(body_page(FIRST, unseen=True)).css("article")
    ]
    assert order == [str(number) for number in range(1, 10)]


def test_blind_twice_is_blind() -> None:
    assert blind(blind(FIRST)) == blind(FIRST)
