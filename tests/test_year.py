from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.audits.audit import Gap, Missing
from tracker.errors import TrackerError
from tracker.examined import Told
from tracker.intake import take_in
from tracker.judging.verdicts import Verdict
from tracker.readers.files import files
from tracker.storage.store import Store
from tracker.year import audits, missing, pairings, shipped_judge

REPORTS = Path(__file__).parents[1] / "examples" / "reports"
OFFICE = "云岭市青石区人民政府办公室"
JUSTICE = "栖岩县司法局"
AT = "2026-01-01T00:00:00+00:00"


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open("sqlite:///here.sqlite", create=True) as opened:
        list(
            take_in(
                opened, files([REPORTS / "qingshi-district-office", REPORTS / "qiyan-justice"]), Told(), AT
            )
        )
        yield opened


def test_without_a_year_the_latest_that_a_report_covers_is_taken(store: Store) -> None:
    assert {pairing.year for pairing in pairings(store, None)} == {2025}


def test_a_year_no_report_answers_yet_can_be_asked_for(store: Store) -> None:
    pairs = pairings(store, 2026)
    for audit in audits(store, pairs, shipped_judge(), AT):
        assert audit.answer is None
        assert {finding.verdict for finding in audit.findings} <= {Verdict.PENDING, Verdict.NOT_CHECKABLE}


def test_each_body_with_a_plan_has_an_audit_and_each_without_is_missing(store: Store) -> None:
    pairs = pairings(store, 2025)
    assert [audit.issuer for audit in audits(store, pairs, shipped_judge(), AT)] == [OFFICE]
    assert missing(store, pairs) == (Missing(JUSTICE, Gap.NO_BASELINE),)


def test_what_the_machine_said_is_kept_once(store: Store) -> None:
    pairs = [pairing for pairing in pairings(store, 2025) if pairing.issuer == OFFICE]
    (audit,) = audits(store, pairs, shipped_judge(), AT)
    said = {finding.commitment.id: finding.judgement.verdict for finding in audit.findings}
    assert store.machine.last(pairs[0]) == said
    judge = shipped_judge()
    with store.transaction():
        assert not store.machine.keep(pairs[0], audit, "another tool", judge.field, AT)


def test_nothing_to_audit_is_said(store: Store) -> None:
    with pytest.raises(TrackerError) as raised:
        pairings(store, 1999)
    assert raised.value.code == "cli.nothing_of_year"
    with pytest.raises(TrackerError) as raised:
        pairings(store, 2026, [999])
    assert raised.value.code == "cli.nothing_of_issuer"


def test_an_empty_store_is_said_to_be_empty() -> None:
    with (
        Store.open("sqlite:///empty.sqlite", create=True) as empty,
        pytest.raises(TrackerError, match=r"cli\.no_reports"),
    ):
        pairings(empty, None)
