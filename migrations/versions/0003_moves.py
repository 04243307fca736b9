"""Moves: a report filed under the wrong body or year is moved, and the store says when, whence and whither.

A table is added and none is changed: a store of 0002 keeps all it had.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "moves",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("from_issuer_id", sa.Integer(), nullable=False),
        sa.Column("from_year", sa.Integer(), nullable=False),
        sa.Column("to_issuer_id", sa.Integer(), nullable=False),
        sa.Column("to_year", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("moved_by", sa.String(), nullable=False),
        sa.Column("moved_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_moves_report_id_reports"),
        sa.ForeignKeyConstraint(["from_issuer_id"], ["issuers.id"], name="fk_moves_from_issuer_id_issuers"),
        sa.ForeignKeyConstraint(["to_issuer_id"], ["issuers.id"], name="fk_moves_to_issuer_id_issuers"),
        sa.PrimaryKeyConstraint("id", name="pk_moves"),
    )
    op.create_index("ix_moves_report_id", "moves", ["report_id"])


def downgrade() -> None:
    """The reports stay where they were moved to; only what was written of the moves goes."""
    op.drop_table("moves")
