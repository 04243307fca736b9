from __future__ import annotations

import pytest
from sqlalchemy import Constraint, Index, Table, create_engine, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from tracker.judging.verdicts import Verdict
from tracker.storage.schema import Base, IssuerRow, Word

SQLITE: Dialect = sqlite.dialect()
POSTGRESQL: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
TABLES = Base.metadata.sorted_tables
LONGEST = 63  # bytes of a name that PostgreSQL keeps


@pytest.mark.parametrize("dialect", [SQLITE, POSTGRESQL], ids=["sqlite", "postgresql"])
@pytest.mark.parametrize("table", TABLES, ids=str)
def test_both_databases_take_every_table(table: Table, dialect: Dialect) -> None:
    said = str(CreateTable(table).compile(dialect=dialect))
    said += "".join(str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes)
    assert table.name in said


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_every_constraint_has_a_name_a_migration_can_use(table: Table) -> None:
    rules: tuple[Constraint | Index, ...] = (*table.constraints, *table.indexes)
    names = [str(rule.name) for rule in rules]
    assert "None" not in names
    assert all(len(name.encode()) <= LONGEST for name in names)


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_every_reference_points_to_rows_that_are_never_deleted(table: Table) -> None:
    assert [key for key in table.foreign_keys if key.ondelete] == []


def test_words_are_stored_as_plain_text() -> None:
    word, dialect = Word(Verdict), SQLITE
    assert word.process_bind_param(Verdict.DROPPED, dialect) == "dropped"
    assert word.process_result_value("dropped", dialect) is Verdict.DROPPED
    assert word.process_bind_param(None, dialect) is None
    with pytest.raises(ValueError, match="nonsense"):
        word.process_result_value("nonsense", dialect)


def test_chinese_comes_back_as_it_went() -> None:
    name = "内蒙古自治区𠮷林人民政府\u3000“办公室”"
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(IssuerRow).values(name=name))
        assert connection.scalar(select(IssuerRow.name)) == name
