from __future__ import annotations

from pathlib import Path

import pytest

from tracker.audits.norms import Content, in_force
from tracker.errors import TrackerError
from tracker.normbook import load
from tracker.reading.document import Genre

ENTRY = """
[[norm]]
id = "x"
name = "某规定"
source = "《某规定》"
genre = "rule-of-law"
from = "2020-05-01"
contents = ["plan"]
"""


def test_the_shipped_norm_is_what_was_verified() -> None:
    (norm,) = load()
    assert "法治政府建设与责任落实督察工作规定" in norm.name
    assert (norm.since, norm.until) == ("2019-04-15", None)
    assert norm.contents == tuple(Content)
    assert (norm.report_by, norm.publish_by) == ("03-01", "04-01")
    assert in_force([norm], Genre.RULE_OF_LAW, 2018) is None
    assert in_force([norm], Genre.RULE_OF_LAW, 2019) is norm


def test_a_file_of_one_s_own_may_leave_days_and_end_open(tmp_path: Path) -> None:
    path = tmp_path / "norms.toml"
    path.write_text(ENTRY + 'to = "2024-01-01"\npublish_by = "06-30"\n', encoding="utf-8")
    (norm,) = load(path)
    assert (norm.until, norm.contents, norm.report_by, norm.publish_by) == (
        "2024-01-01",
        (Content.PLAN,),
        None,
        "06-30",
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "norm = 3",
        "[[norm]]\nid = 'x'",
        ENTRY.replace("rule-of-law", "novel"),
        ENTRY.replace('"plan"', '"poems"'),
        ENTRY.replace("2020-05-01", "2020-15-01"),
        ENTRY.replace('["plan"]', '"plan"'),
        ENTRY + 'publish_by = "04-31"',
        "id = ",
    ],
)
def test_a_file_that_holds_no_norms_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "norms.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TrackerError) as raised:
        load(path)
    assert (raised.value.code, raised.value.details["path"]) == ("norms.bad_file", path)
