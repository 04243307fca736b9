"""The first tables; nothing here that SQLite and PostgreSQL do not both take."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "issuers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["merged_into"], ["issuers.id"], name="fk_issuers_merged_into_issuers"),
        sa.PrimaryKeyConstraint("id", name="pk_issuers"),
        sa.UniqueConstraint("name", name="uq_issuers_name"),
    )
    op.create_table(
        "waiting",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("members", sa.JSON(), nullable=False),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("issuer", sa.String(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("dated", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("question", sa.String(length=16), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("candidates", sa.JSON(), nullable=False),
        sa.Column("reason", sa.JSON(), nullable=False),
        sa.Column("asked_at", sa.String(), nullable=False),
        sa.Column("dismissed_at", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("sha256", name="pk_waiting"),
    )
    op.create_index("ix_waiting_about", "waiting", ["about"])
    op.create_table(
        "issuer_names",
        sa.Column("issuer_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("added_by", sa.String(), nullable=False),
        sa.Column("added_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["issuer_id"], ["issuers.id"], name="fk_issuer_names_issuer_id_issuers"),
        sa.PrimaryKeyConstraint("issuer_id", "name", name="pk_issuer_names"),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("issuer_id", sa.Integer(), nullable=False),
        sa.Column("genre", sa.String(length=16), nullable=False),
        sa.Column("reported_year", sa.Integer(), nullable=False),
        sa.Column("plan_year", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("supersedes", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("document_number", sa.String(), nullable=True),
        sa.Column("printed_issuer", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("reading", sa.JSON(), nullable=False),
        sa.Column("given", sa.JSON(), nullable=False),
        sa.Column("read_by", sa.String(), nullable=False),
        sa.Column("ingested_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["issuer_id"], ["issuers.id"], name="fk_reports_issuer_id_issuers"),
        sa.ForeignKeyConstraint(["supersedes"], ["reports.id"], name="fk_reports_supersedes_reports"),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.UniqueConstraint(
            "issuer_id",
            "genre",
            "reported_year",
            "version",
            name="uq_reports_issuer_id_genre_reported_year_version",
        ),
        sa.UniqueConstraint("sha256", name="uq_reports_sha256"),
        sa.UniqueConstraint("supersedes", name="uq_reports_supersedes"),
    )
    op.create_index("ix_reports_plan_year", "reports", ["plan_year"])
    op.create_table(
        "audits",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("baseline_id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=True),
        sa.Column("tool", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("audited_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["answer_id"], ["reports.id"], name="fk_audits_answer_id_reports"),
        sa.ForeignKeyConstraint(["baseline_id"], ["reports.id"], name="fk_audits_baseline_id_reports"),
        sa.PrimaryKeyConstraint("id", name="pk_audits"),
    )
    op.create_index("ix_audits_baseline_id", "audits", ["baseline_id"])
    op.create_table(
        "commitments",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("place", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("item_path", sa.JSON(), nullable=False),
        sa.Column("testability", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_commitments_report_id_reports"),
        sa.PrimaryKeyConstraint("report_id", "id", name="pk_commitments"),
    )
    op.create_index("ix_commitments_id", "commitments", ["id"])
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("commitment_id", sa.String(length=16), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=True),
        sa.Column("reviewer", sa.String(), nullable=False),
        sa.Column("decided_at", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("evidence_start", sa.Integer(), nullable=True),
        sa.Column("evidence_end", sa.Integer(), nullable=True),
        sa.Column("baseline_id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.String(), nullable=False),
        sa.CheckConstraint(
            "(evidence_start IS NULL) = (evidence_end IS NULL)", name="ck_decisions_whole_evidence"
        ),
        sa.CheckConstraint("(verdict IS NULL) = (undoes IS NOT NULL)", name="ck_decisions_verdict_or_undoes"),
        sa.ForeignKeyConstraint(["answer_id"], ["reports.id"], name="fk_decisions_answer_id_reports"),
        sa.ForeignKeyConstraint(
            ["baseline_id", "commitment_id"],
            ["commitments.report_id", "commitments.id"],
            name="fk_decisions_baseline_id_commitments",
        ),
        sa.ForeignKeyConstraint(["undoes"], ["decisions.id"], name="fk_decisions_undoes_decisions"),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
        sa.UniqueConstraint("undoes", name="uq_decisions_undoes"),
    )
    op.create_index("ix_decisions_commitment_id_year", "decisions", ["commitment_id", "year"])
    op.create_table(
        "machine_verdicts",
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("commitment_id", sa.String(length=16), nullable=False),
        sa.Column("baseline_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("needs_review", sa.Boolean(), nullable=False),
        sa.Column("result", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_machine_verdicts_audit_id_audits"),
        sa.ForeignKeyConstraint(
            ["baseline_id", "commitment_id"],
            ["commitments.report_id", "commitments.id"],
            name="fk_machine_verdicts_baseline_id_commitments",
        ),
        sa.PrimaryKeyConstraint("audit_id", "commitment_id", name="pk_machine_verdicts"),
    )


def downgrade() -> None:
    op.drop_table("machine_verdicts")
    op.drop_table("decisions")
    op.drop_table("commitments")
    op.drop_table("audits")
    op.drop_table("reports")
    op.drop_table("issuer_names")
    op.drop_table("waiting")
    op.drop_table("issuers")
