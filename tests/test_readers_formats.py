"""Real reports in every format against their plain text."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

AGREEMENT = Path(__file__).resolve().parents[1] / "benchmarks" / "agreement.py"


def test_every_format_gives_the_promises_of_the_plain_text(shared_data: Path) -> None:
    if not (shared_data / "formats").is_dir():
        pytest.skip("the reports in other formats are not beside this checkout")
    spec = importlib.util.spec_from_file_location("agreement", AGREEMENT)
    assert spec is not None
    assert spec.loader is not None
    agreement = importlib.util.module_from_spec(spec)
    sys.modules["agreement"] = agreement
    spec.loader.exec_module(agreement)
    shares, unreadable = agreement.compare(shared_data)
    assert {
        name: share for name, share in shares.items() if share.found < share.expected or share.extra
    } == {}
    assert {line.rpartition(": ")[2] for line in unreadable if ": readers." in line} <= {
        "readers.scan",
        "readers.needs-office",
    }
    made_longer = {".doc nasty", ".docx nasty", ".html table"}
    assert {name for name, share in shares.items() if share.same < share.files} <= made_longer
