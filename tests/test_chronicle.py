from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Tracker

from tracker import chronicle
from tracker.audits.audit import Decision
from tracker.examined import Told
from tracker.intake import take_in
from tracker.judging.verdicts import Verdict
from tracker.language import Language
from tracker.pages.lasting import years_view
from tracker.published import published
from tracker.readers.files import files
from tracker.storage.store import Store
from tracker.year import audits, pairings, shipped_judge

REPORTS = Path(__file__).parents[1] / "examples" / "reports"
ZONE = "望川市澄湖经济技术开发区管理委员会"
AT = "2026-01-01T00:00:00+00:00"


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open("sqlite:///here.sqlite", create=True) as opened:
        list(
            take_in(
                opened, files([REPORTS / "chenghu-zone", REPORTS / "qiyan-justice"]), Told(issuer=None), AT
            )
        )
        yield opened


def test_only_years_with_plan_and_report_can_be_audited(store: Store) -> None:
    assert store.years() == (2023, 2024, 2025, 2026)
    assert chronicle.every_year(store) == (2024, 2025)
    assert chronicle.every_year(store, [999]) == ()


def test_what_the_store_remembers_is_what_the_audits_said(store: Store) -> None:
    pairs = [pairing for year in (2024, 2025) for pairing in pairings(store, year)]
    done = [
        published(store, pairing, audit)
        for pairing in pairs
        for audit in audits(store, [pairing], shipped_judge(), AT)
        if pairing.issuer == ZONE
    ]
    known = chronicle.series(store, pairs)
    assert [[pairing.year for pairing in years] for years in known.values()] == [[2024, 2025]]
    (recalled,) = chronicle.recalled(store, known)
    for language in Language:
        assert years_view(recalled, language) == years_view(done, language)


def test_a_decision_stands_in_the_years_too(store: Store) -> None:
    pairs = [pairing for year in (2024, 2025) for pairing in pairings(store, year)]
    first = next(audit for audit in audits(store, pairs, shipped_judge(), AT) if audit.issuer == ZONE)
    promise = first.findings[0].commitment.id
    (pairing,) = (one for one in pairs if one.issuer == ZONE and one.year == first.year)
    list(audits(store, pairs, shipped_judge(), AT))
    with store.transaction():
        store.ledger.record(pairing, Decision(promise, Verdict.MISSED, "王敏", AT, "", None), AT)
    (recalled,) = chronicle.recalled(store, chronicle.series(store, pairs))
    assert recalled[0].findings[0].verdict is Verdict.MISSED


def test_a_body_audited_once_is_not_followed(store: Store) -> None:
    pairs = pairings(store, 2025)
    list(audits(store, pairs, shipped_judge(), AT))
    assert chronicle.series(store, pairs) == {}


def pages(folder: str) -> dict[str, bytes]:
    """Every file below a folder."""
    found = (path for path in Path(folder).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_every_year_is_written_with_the_body_through_the_years(tracker: Tracker) -> None:
    assert tracker("ingest", REPORTS / "chenghu-zone").exit_code == 0
    result = tracker("audit", "--every-year", "--out", "all")
    assert result.exit_code == 0, result.output
    first = pages("all")
    assert [name[:11] for name in sorted(first) if "/years/" in name] == ["2024/years/", "2025/years/"]
    assert tracker("audit", "--every-year", "--out", "all").exit_code == 0
    assert pages("all") == first
    assert tracker("audit", "--year", "2025", "--out", "one").exit_code == 0
    assert pages("one") == pages("all/2025")


def test_links_lead_from_index_and_body_to_the_years_and_back(tracker: Tracker) -> None:
    tracker("ingest", REPORTS / "chenghu-zone")
    tracker("audit", "--year", "2024")
    assert "years/" not in (Path("audit-2024") / "index.html").read_text("utf-8")
    assert not (Path("audit-2024") / "years").exists()
    tracker("audit", "--year", "2025")
    (body,) = (Path("audit-2025") / "bodies").iterdir()
    (years,) = (Path("audit-2025") / "years").iterdir()
    assert body.name == years.name
    assert 'href="years/' in (Path("audit-2025") / "index.html").read_text("utf-8")
    assert 'href="../years/' in body.read_text("utf-8")
    assert 'href="../index.html"' in years.read_text("utf-8")
    assert 'href="../bodies/' in years.read_text("utf-8")


def test_a_page_through_the_years_goes_with_its_body(tracker: Tracker) -> None:
    tracker("ingest", REPORTS / "chenghu-zone", REPORTS / "qingshi-district-office")
    tracker("audit", "--every-year", "--out", "all")
    assert len(list(Path("all/2025/years").iterdir())) == 2
    tracker("audit", "--year", "2025", "--issuer", ZONE, "--out", "all/2025")
    assert len(list(Path("all/2025/years").iterdir())) == 1


def test_one_year_or_every_year_but_not_both(tracker: Tracker) -> None:
    tracker("ingest", REPORTS / "chenghu-zone")
    assert tracker("audit", "--every-year", "--year", "2025").exit_code == 2


def test_without_any_pair_of_reports_it_says_so(tracker: Tracker) -> None:
    tracker("ingest", REPORTS / "qiyan-justice")
    result = tracker("audit", "--every-year")
    assert (result.exit_code, "plan" in result.stderr) == (1, True)
