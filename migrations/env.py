"""Runs the migrations on the open connection that `tracker.upgrade` hands over; there is no URL here."""

from __future__ import annotations

from alembic import context

from tracker.schema import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
