from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from sample_audits import MISSING, audit, three_years, unanswered_audit

from tracker.audits.audit import Audit
from tracker.errors import TrackerError
from tracker.export import audit_json
from tracker.pages.names import page_name
from tracker.pages.render import body_page, index_page, years_page
from tracker.pages.write import write_year, write_years


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_year_is_an_index_a_page_per_body_and_the_data(tmp_path: Path) -> None:
    audits = [audit(), unanswered_audit()]
    index = write_year(tmp_path / "a" / "2025", 2025, iter(audits), MISSING)
    written = files(tmp_path / "a" / "2025")
    assert index == tmp_path / "a" / "2025" / "index.html"
    assert set(written) == {"index.html", "audit.json", *(f"bodies/{page_name(one)}" for one in audits)}
    assert written["index.html"].decode() == index_page(2025, audits, MISSING)
    assert json.loads(written["audit.json"]) == audit_json(2025, audits)
    known = sha256(written["audit.json"]).hexdigest()
    assert written[f"bodies/{page_name(audit())}"].decode() == body_page(audit(), audit_sha256=known)


def test_no_body_gives_a_valid_empty_year(tmp_path: Path) -> None:
    write_year(tmp_path, 2025, [], MISSING)
    assert json.loads((tmp_path / "audit.json").read_bytes()) == audit_json(2025, [])


def test_twice_gives_the_same_bytes_and_drops_bodies_no_longer_audited(tmp_path: Path) -> None:
    write_year(tmp_path, 2025, [audit(), unanswered_audit()], ())
    write_year(tmp_path, 2025, [audit()], ())
    again = files(tmp_path)
    write_year(tmp_path, 2025, [audit()], ())
    assert files(tmp_path) == again
    assert set(again) == {"index.html", "audit.json", f"bodies/{page_name(audit())}"}


def test_a_user_s_own_files_stay(tmp_path: Path) -> None:
    own = tmp_path / "decisions-2025.json"
    own.write_text("{}", encoding="utf-8")
    write_year(tmp_path, 2025, [audit()], ())
    assert own.read_text(encoding="utf-8") == "{}"


def failing() -> Iterator[Audit]:
    yield unanswered_audit()
    raise OSError(28, "No space left on device")


def test_a_disk_that_fills_changes_nothing(tmp_path: Path) -> None:
    write_year(tmp_path, 2025, [audit()], ())
    before = files(tmp_path)
    with pytest.raises(TrackerError) as raised:
        write_year(tmp_path, 2025, failing(), ())
    assert raised.value.code == "pages.cannot_write"
    assert "No space" in str(raised.value.details["why"])
    assert files(tmp_path) == before


def test_a_file_in_the_way_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "2025").write_text("", encoding="utf-8")
    with pytest.raises(TrackerError):
        write_year(tmp_path / "2025", 2025, [audit()], ())
    assert files(tmp_path) == {"2025": b""}


def test_bodies_through_the_years_stand_beside_those_of_one_year(tmp_path: Path) -> None:
    write_year(tmp_path, 2026, [], ())
    before = files(tmp_path)
    write_years(tmp_path, 2026, [three_years()])
    name = f"years/{page_name(three_years()[0])}"
    assert files(tmp_path) == before | {name: years_page(three_years(), year=2026).encode()}
    write_years(tmp_path, 2026, [])
    assert files(tmp_path) == before
    with pytest.raises(TrackerError):
        write_years(tmp_path / "index.html", 2026, [three_years()])


def test_nothing_beside_blind_pages_tells_the_first_verdict(tmp_path: Path) -> None:
    write_year(tmp_path, 2025, [audit()], (), unseen=True)
    (one,) = json.loads((tmp_path / "audit.json").read_bytes())["audits"]
    assert set(one) == {"issuer", "baseline", "answer", "commitments"}
    assert {key for promise in one["commitments"] for key in promise} == {
        "id", "text", "start", "end", "item_path",
    }  # fmt: skip
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "已兑现" not in index
