"""All real reports in, every year audited, through the command line; benchmarks/whole_run.py times it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from tracker.cli import main
from tracker.storage.store import Store

REPORTS = 91
NAMELESS = 1
"""One of the reports does not say whose it is, and waits for an answer."""


@pytest.fixture(scope="module")
def filled(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a store with every real report."""
    store = f"sqlite:///{tmp_path_factory.mktemp('all') / 'all.sqlite'}"
    works = [path for path in sorted((shared_data / "work-reports").iterdir()) if path.name != "originals"]
    folders = [shared_data / "rule-of-law", *(path for path in works if path.is_dir())]
    result = CliRunner().invoke(main, ["--lang", "en", "--db", store, "ingest", *map(str, folders)])
    assert result.exit_code == 1, result.output
    assert result.stdout.splitlines()[0] == f"taken in: {REPORTS - NAMELESS}"
    assert result.stderr.splitlines()[0] == f"in need of an answer: {NAMELESS}"
    return store


def test_the_provinces_of_two_years_pair_up_without_help(filled: str) -> None:
    with Store.open(filled, write=False) as store:
        pairs = [pairing for pairing in store.pairings(2025) if pairing.baseline and pairing.answer]
        assert len(pairs) >= 31
        assert len({pairing.issuer_id for pairing in pairs}) == len(pairs)


def test_every_year_is_audited_and_every_word_on_record_is_verbatim(
    filled: str, contract: Path, tmp_path: Path
) -> None:
    schema = Draft202012Validator(json.loads((contract / "audit.schema.json").read_text(encoding="utf-8")))
    with Store.open(filled, write=False) as store:
        texts = {entry.sha256: store.filed(entry.id).report.text for entry in store.reports()}
        years = {year: store.pairings(year) for year in store.years()}
    every = CliRunner().invoke(main, ["--db", filled, "audit", "--every-year", "--out", str(tmp_path)])
    assert every.exit_code == 0, every.output
    audited = 0
    for year, pairs in years.items():
        out = tmp_path / str(year)
        if not any(pairing.baseline and pairing.answer for pairing in pairs):  # nothing is answered yet
            one = CliRunner().invoke(main, ["--db", filled, "audit", "--year", str(year), "--out", str(out)])
            assert one.exit_code == 0, one.output
        else:
            assert os.fspath(out / "index.html") in every.stdout
        written = json.loads((out / "audit.json").read_text(encoding="utf-8"))
        schema.validate(written)
        assert len(written["audits"]) == len([pairing for pairing in pairs if pairing.baseline])
        assert len(list((out / "bodies").glob("*.html"))) == len(written["audits"])
        for audit in written["audits"]:
            hold_verbatim(audit, texts)
        audited += len(written["audits"])
    assert audited >= REPORTS - NAMELESS - 5


def hold_verbatim(audit: dict[str, Any], texts: dict[str, str]) -> None:
    """Every promise stands in the plan, every quote in the answer, where the record says."""
    plan = texts[audit["baseline"]["sha256"]]
    answer = texts[audit["answer"]["sha256"]] if audit["answer"] else ""
    for promise in audit["commitments"]:
        assert plan[promise["start"] : promise["end"]] == promise["text"]
        for quote in (*promise["evidence"], *([promise["repeat"]] if promise["repeat"] else [])):
            assert answer[quote["start"] : quote["end"]] == quote["text"]
