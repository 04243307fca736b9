"""Blind readings, bodies' own replies and signatures: an audit is read twice, answered and signed.

Columns are added and dropped one by one and no table is rebuilt: SQLite's rebuilding would lose the checks.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("decisions", sa.Column("blind", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "replies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("commitment_id", sa.String(length=16), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("baseline_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("said_by", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("dated", sa.String(), nullable=True),
        sa.Column("withdraws", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.String(), nullable=False),
        sa.CheckConstraint("(text IS NULL) = (withdraws IS NOT NULL)", name="ck_replies_text_or_withdraws"),
        sa.ForeignKeyConstraint(
            ["baseline_id", "commitment_id"],
            ["commitments.report_id", "commitments.id"],
            name="fk_replies_baseline_id_commitments",
        ),
        sa.ForeignKeyConstraint(["withdraws"], ["replies.id"], name="fk_replies_withdraws_replies"),
        sa.PrimaryKeyConstraint("id", name="pk_replies"),
        sa.UniqueConstraint("withdraws", name="uq_replies_withdraws"),
    )
    op.create_index("ix_replies_commitment_id_year", "replies", ["commitment_id", "year"])
    op.create_table(
        "signatures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("baseline_id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=True),
        sa.Column("reviewer", sa.String(), nullable=False),
        sa.Column("signed_at", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("undecided", sa.Integer(), nullable=False),
        sa.Column("last_decision", sa.Integer(), nullable=False),
        sa.Column("verdicts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["answer_id"], ["reports.id"], name="fk_signatures_answer_id_reports"),
        sa.ForeignKeyConstraint(["baseline_id"], ["reports.id"], name="fk_signatures_baseline_id_reports"),
        sa.PrimaryKeyConstraint("id", name="pk_signatures"),
    )
    op.create_index("ix_signatures_baseline_id", "signatures", ["baseline_id"])


def downgrade() -> None:
    """Blind readings go: a program that knows no blind ones would let them decide."""
    op.drop_table("signatures")
    op.drop_table("replies")
    op.execute("DELETE FROM decisions WHERE blind AND undoes IS NOT NULL")
    op.execute("DELETE FROM decisions WHERE blind")
    op.drop_column("decisions", "blind")
