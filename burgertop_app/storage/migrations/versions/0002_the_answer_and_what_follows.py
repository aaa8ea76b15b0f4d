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
        "progress_report",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("attachment_id", sa.Uuid(), nullable=True),
        sa.Column("web_id", sa.Uuid(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_progress_report_attachment_id_attachment")
        ),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_progress_report_process_id_process")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_progress_report_site_id_site")),
        sa.ForeignKeyConstraint(
            ["web_id"], ["attachment.id"], name=op.f("fk_progress_report_web_id_attachment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_progress_report")),
    )
    with op.batch_alter_table("progress_report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_progress_report_attachment_id"), ["attachment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_progress_report_process_id"), ["process_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_progress_report_web_id"), ["web_id"], unique=False)

    op.create_table(
        "commitment_note",
        sa.Column("commitment_id", sa.Uuid(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.id"], name=op.f("fk_commitment_note_commitment_id_commitment")
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["monitor_meeting.id"], name=op.f("fk_commitment_note_meeting_id_monitor_meeting")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_commitment_note_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment_note")),
    )
    with op.batch_alter_table("commitment_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_commitment_note_commitment_id"), ["commitment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_commitment_note_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "due_change",
        sa.Column("commitment_id", sa.Uuid(), nullable=False),
        sa.Column("was_on", sa.Date(), nullable=False),
        sa.Column("now_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.id"], name=op.f("fk_due_change_commitment_id_commitment")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_due_change_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_due_change")),
    )
    with op.batch_alter_table("due_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_due_change_commitment_id"), ["commitment_id"], unique=False)

    op.create_table(
        "evidence",
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("commitment_id", sa.Uuid(), nullable=True),
        sa.Column("pledge_id", sa.Uuid(), nullable=True),
        sa.Column("attachment_id", sa.Uuid(), nullable=True),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_evidence_attachment_id_attachment")
        ),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.id"], name=op.f("fk_evidence_commitment_id_commitment")
        ),
        sa.ForeignKeyConstraint(["pledge_id"], ["pledge.id"], name=op.f("fk_evidence_pledge_id_pledge")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_evidence_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_evidence_attachment_id"), ["attachment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_commitment_id"), ["commitment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_pledge_id"), ["pledge_id"], unique=False)

    op.create_table(
        "step_change",
        sa.Column("commitment_id", sa.Uuid(), nullable=False),
        sa.Column("was", sa.String(), nullable=False),
        sa.Column("now", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.id"], name=op.f("fk_step_change_commitment_id_commitment")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_step_change_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step_change")),
    )
    with op.batch_alter_table("step_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_step_change_commitment_id"), ["commitment_id"], unique=False)

    with op.batch_alter_table("commitment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("side", sa.String(), server_default="college", nullable=False))
        batch_op.add_column(sa.Column("recommendation_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("contact", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("budget", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("made_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("closed_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("outcome", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("unproven", sa.Boolean(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("withdrawn_reason", sa.String(), server_default="", nullable=False))
        batch_op.create_index(
            batch_op.f("ix_commitment_recommendation_id"), ["recommendation_id"], unique=False
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_commitment_recommendation_id_recommendation"),
            "recommendation",
            ["recommendation_id"],
            ["id"],
        )

    with op.batch_alter_table("monitor_meeting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("held", sa.Boolean(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("number", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("planned_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("present", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("decisions", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("moved_reason", sa.String(), server_default="", nullable=False))

    with op.batch_alter_table("pledge", schema=None) as batch_op:
        batch_op.add_column(sa.Column("state", sa.String(), server_default="open", nullable=False))
        batch_op.add_column(sa.Column("settled_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("note", sa.String(), server_default="", nullable=False))
