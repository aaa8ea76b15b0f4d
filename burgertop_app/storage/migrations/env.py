"""Runs revisions on the connection that `storage.migrate` hands over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from alembic import context

from burgertop_app.storage import rows as _declared  # noqa: F401  (declares the tables)
from burgertop_app.storage.base import Moment, Row

if TYPE_CHECKING:
    from alembic.autogenerate.api import AutogenContext


def plain_types(kind: str, thing: object, _context: AutogenContext) -> str | Literal[False]:
    """Write our own column types as the plain ones, so that a revision imports nothing of ours."""
    return "sa.DateTime()" if kind == "type" and isinstance(thing, Moment) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_item=plain_types,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
