from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tracker import field
from tracker.field import Source
from tracker.matching.model import Model, Models, Term

PROSE = (
    "乡镇卫生院添置救护车。村卫生室添置血压计。乡镇卫生院与村卫生室共用药房。"
    "小学食堂更换灶具。中学食堂更换冰柜。小学与中学共用操场。"
) * 6


@pytest.fixture(scope="module")
def table() -> field.Table:
    return field.build([Source(PROSE, 1.0)], rows=60, width=8)


def test_commonest_first_and_lighter(table: field.Table) -> None:
    grams, weights, _ = table
    assert grams.index("食堂") < grams.index("灶具")
    assert list(weights) == sorted(weights)


def test_what_stands_together_lies_together(table: field.Table) -> None:
    grams, _, vectors = table
    row = dict(zip(grams, vectors.astype(float), strict=True))
    assert row["药房"] @ row["救护"] > row["药房"] @ row["灶具"]


def test_whole_numbers_that_fit(table: field.Table) -> None:
    _, weights, vectors = table
    assert (str(weights.dtype), str(vectors.dtype)) == ("int16", "int8")
    assert weights.min() > 0


def test_the_same_texts_give_the_same_table(table: field.Table) -> None:
    again = field.build([Source(PROSE, 1.0)], rows=60, width=8)
    assert again[0] == table[0]
    assert np.array_equal(again[2], table[2])


def test_a_heavier_text_counts_for_more() -> None:
    texts = [Source("灯塔灯塔灯塔灯塔。码头码头码头码头码头。", 1.0), Source("灯塔灯塔。" * 4, 2.0)]
    grams, _, _ = field.build(texts, rows=10, width=2)
    assert grams[0] == "灯塔"


def test_written_and_read_again_is_the_same(table: field.Table, tmp_path: Path) -> None:
    models = Models(*[Model(0.5, (Term("best", 1.25, -0.5),), (0.125, 0.0))] * 5)
    field.write_table(tmp_path / "t.npz", table)
    field.write_model(tmp_path / "m.json", "name", models, ["b:a"])
    read = field.load(tmp_path / "t.npz", tmp_path / "m.json")
    assert read.models == models
    assert list(read.index) == table[0]
    assert np.array_equal(read.vectors, table[2])
    assert read.trained_on == {"b:a"}
    assert read.version.startswith("name+")


def test_the_version_follows_the_content(table: field.Table, tmp_path: Path) -> None:
    models = Models.silent()
    field.write_table(tmp_path / "t.npz", table)
    field.write_model(tmp_path / "m.json", "name", models, [])
    before = field.load(tmp_path / "t.npz", tmp_path / "m.json").version
    field.write_model(tmp_path / "m.json", "name", models, ["b:a"])
    assert field.load(tmp_path / "t.npz", tmp_path / "m.json").version != before


def test_the_shipped_table_is_small_and_holds_no_sentences() -> None:
    shipped = field.shipped()
    assert field.TABLE.stat().st_size < 8_000_000
    assert max(len(gram) for gram in shipped.index if gram[0] >= "\u4e00") == 2
    assert set(shipped.models.answered.subject)


def test_sources_weigh_and_leave_out(tmp_path: Path) -> None:
    for name in ("work-reports/x/2025.txt", "rule-of-law/y.txt", "corpus/laws_national/z.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text("第一段\n第二段", "utf-8")
    found = list(field.sources(tmp_path, ["rule-of-law/y.txt"]))
    assert [(source.text, source.weight) for source in found] == [("第一段\n第二段", 1.0), ("第一段", 0.4)]
