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
        "reply_reading",
        sa.Column("advice_id", sa.Uuid(), nullable=False),
        sa.Column("attachment_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("disposition_ids", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["advice_id"], ["advice.id"], name=op.f("fk_reply_reading_advice_id_advice")),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_reply_reading_attachment_id_attachment")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_reply_reading_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply_reading")),
    )
    with op.batch_alter_table("reply_reading", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reply_reading_advice_id"), ["advice_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reply_reading_attachment_id"), ["attachment_id"], unique=False)

    with op.batch_alter_table("disposition", schema=None) as batch_op:
        batch_op.add_column(sa.Column("budget", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("council", sa.String(), server_default="unknown", nullable=False))
        batch_op.add_column(sa.Column("policy", sa.String(), server_default="", nullable=False))
