"""The answer and what follows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "statement_notes",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("special", sa.JSON(), nullable=False),
        sa.Column("plain", sa.JSON(), nullable=False),
        sa.Column("grounds", sa.JSON(), nullable=False),
        sa.Column("done", sa.String(), nullable=False),
        sa.Column("merging", sa.JSON(), nullable=False),
        sa.Column("published", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_statement_notes_process_id_process")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_statement_notes_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement_notes")),
    )
    with op.batch_alter_table("statement_notes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_statement_notes_process_id"), ["process_id"], unique=False)
