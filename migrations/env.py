"""Runs the migrations on the connection that `tracker.storage.upgrade` hands over; there is no URL here."""

from __future__ import annotations

from typing import Literal

from alembic import context

from tracker.storage.schema import Base, Word


def _plain(kind: str, item: object, _: object) -> str | Literal[False]:
    """A migration names plain types: it must still run when the program's own have changed."""
    return "sa.String(length=16)" if kind == "type" and isinstance(item, Word) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=_plain,
)
with context.begin_transaction():
    context.run_migrations()
