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
        "addressee",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("attention", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("copy", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_addressee_process_id_process")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_addressee_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_addressee")),
    )
    with op.batch_alter_table("addressee", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_addressee_process_id"), ["process_id"], unique=False)

    op.create_table(
        "name_mark",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("target_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("places", sa.JSON(), nullable=False),
        sa.Column("unread", sa.Boolean(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("process_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_name_mark_process_id_process")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_name_mark_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_name_mark")),
    )
    with op.batch_alter_table("name_mark", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_name_mark_process_id"), ["process_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_name_mark_target_id"), ["target_id"], unique=False)

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

    op.create_table(
        "survey",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("intro", sa.String(), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.Column("keep_until", sa.Date(), nullable=True),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("secret", sa.String(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("cleared_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_survey_process_id_process")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_survey_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey")),
    )
    with op.batch_alter_table("survey", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_survey_process_id"), ["process_id"], unique=False)

    op.create_table(
        "planned_advice",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("advice_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["advice_id"], ["advice.id"], name=op.f("fk_planned_advice_advice_id_advice")
        ),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_planned_advice_process_id_process")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_planned_advice_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planned_advice")),
    )
    with op.batch_alter_table("planned_advice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_planned_advice_advice_id"), ["advice_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_planned_advice_process_id"), ["process_id"], unique=False)

    op.create_table(
        "sign_off",
        sa.Column("advice_id", sa.Uuid(), nullable=False),
        sa.Column("content_sha256", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("agreed", sa.Integer(), nullable=False),
        sa.Column("against", sa.Integer(), nullable=False),
        sa.Column("remarks", sa.String(), nullable=False),
        sa.Column("minority", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["advice_id"], ["advice.id"], name=op.f("fk_sign_off_advice_id_advice")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_sign_off_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_off")),
    )
    with op.batch_alter_table("sign_off", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_off_advice_id"), ["advice_id"], unique=False)

    op.create_table(
        "survey_reply",
        sa.Column("survey_id", sa.Uuid(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_survey_reply_site_id_site")),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_survey_reply_survey_id_survey")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_reply")),
    )
    with op.batch_alter_table("survey_reply", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_survey_reply_survey_id"), ["survey_id"], unique=False)

    op.create_table(
        "advice_image",
        sa.Column("advice_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("attachment_id", sa.Uuid(), nullable=False),
        sa.Column("wide", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["advice_id"], ["advice.id"], name=op.f("fk_advice_image_advice_id_advice")),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_advice_image_attachment_id_attachment")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_advice_image_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advice_image")),
    )
    with op.batch_alter_table("advice_image", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_advice_image_advice_id"), ["advice_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_advice_image_attachment_id"), ["attachment_id"], unique=False)

    op.create_table(
        "apart",
        sa.Column("card_id", sa.Uuid(), nullable=False),
        sa.Column("of_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name=op.f("fk_apart_card_id_card")),
        sa.ForeignKeyConstraint(["of_id"], ["card.id"], name=op.f("fk_apart_of_id_card")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_apart_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_apart")),
    )
    with op.batch_alter_table("apart", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_apart_card_id"), ["card_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_apart_of_id"), ["of_id"], unique=False)

    op.create_table(
        "house_style",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("accent", sa.String(), nullable=False),
        sa.Column("attachment_id", sa.Uuid(), nullable=True),
        sa.Column("alt", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_house_style_attachment_id_attachment")
        ),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_house_style_process_id_process")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_house_style_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_house_style")),
    )
    with op.batch_alter_table("house_style", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_house_style_attachment_id"), ["attachment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_house_style_process_id"), ["process_id"], unique=True)

    op.create_table(
        "membership",
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_membership_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_membership_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_membership_participation_id"), ["participation_id"], unique=False
        )

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

    op.create_table(
        "reward",
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_reward_event_id_event")),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_reward_participation_id_participation")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_reward_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reward")),
    )
    with op.batch_alter_table("reward", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reward_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reward_participation_id"), ["participation_id"], unique=False)

    op.create_table(
        "sign_off_voice",
        sa.Column("sign_off_id", sa.Uuid(), nullable=False),
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_sign_off_voice_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(
            ["sign_off_id"], ["sign_off.id"], name=op.f("fk_sign_off_voice_sign_off_id_sign_off")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_sign_off_voice_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_off_voice")),
    )
    with op.batch_alter_table("sign_off_voice", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_sign_off_voice_participation_id"), ["participation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_sign_off_voice_sign_off_id"), ["sign_off_id"], unique=False)

    op.create_table(
        "stay",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("observes", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_stay_event_id_event")),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_stay_participation_id_participation")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_stay_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stay")),
    )
    with op.batch_alter_table("stay", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_stay_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_stay_participation_id"), ["participation_id"], unique=False)

    op.create_table(
        "survey_code",
        sa.Column("survey_id", sa.Uuid(), nullable=False),
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_survey_code_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_survey_code_site_id_site")),
        sa.ForeignKeyConstraint(["survey_id"], ["survey.id"], name=op.f("fk_survey_code_survey_id_survey")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_code")),
    )
    with op.batch_alter_table("survey_code", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_survey_code_participation_id"), ["participation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_survey_code_survey_id"), ["survey_id"], unique=False)

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

    op.create_table(
        "postponement",
        sa.Column("deadline_id", sa.Uuid(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("proof", sa.String(), nullable=False),
        sa.Column("attachment_id", sa.Uuid(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_postponement_attachment_id_attachment")
        ),
        sa.ForeignKeyConstraint(
            ["deadline_id"], ["deadline.id"], name=op.f("fk_postponement_deadline_id_deadline")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_postponement_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_postponement")),
    )
    with op.batch_alter_table("postponement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_postponement_attachment_id"), ["attachment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_postponement_deadline_id"), ["deadline_id"], unique=False)

    with op.batch_alter_table("advice_version", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sign_off_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("unsigned_reason", sa.String(), server_default="", nullable=False))
        batch_op.create_index(batch_op.f("ix_advice_version_sign_off_id"), ["sign_off_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_advice_version_sign_off_id_sign_off"), "sign_off", ["sign_off_id"], ["id"]
        )

    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.add_column(sa.Column("days", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("months", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("start", sa.String(), server_default="receipt", nullable=False))
        batch_op.add_column(sa.Column("recesses", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("ordinance", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("article", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("ordinance_weeks", sa.Integer(), server_default="0", nullable=False))

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

    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.add_column(sa.Column("prefers", sa.String(), server_default="", nullable=False))

    with op.batch_alter_table("deadline", schema=None) as batch_op:
        batch_op.add_column(sa.Column("days", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("months", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("start", sa.String(), server_default="receipt", nullable=False))
        batch_op.add_column(sa.Column("starts_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("recesses", sa.JSON(), server_default="[]", nullable=False))

    with op.batch_alter_table("disposition", schema=None) as batch_op:
        batch_op.add_column(sa.Column("budget", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("council", sa.String(), server_default="unknown", nullable=False))
        batch_op.add_column(sa.Column("policy", sa.String(), server_default="", nullable=False))

    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("weights", sa.JSON(), server_default="{}", nullable=False))
        batch_op.add_column(sa.Column("mixing", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("alone", sa.Boolean(), server_default="0", nullable=False))

    with op.batch_alter_table("event_round", schema=None) as batch_op:
        batch_op.add_column(sa.Column("tables", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("low", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("high", sa.Integer(), server_default="0", nullable=False))

    with op.batch_alter_table("event_table", schema=None) as batch_op:
        batch_op.add_column(sa.Column("own_low", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("own_high", sa.Integer(), server_default="0", nullable=False))

    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.add_column(sa.Column("told", sa.JSON(), server_default="{}", nullable=False))

    with op.batch_alter_table("monitor_meeting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("held", sa.Boolean(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("number", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("planned_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("present", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("decisions", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("moved_reason", sa.String(), server_default="", nullable=False))

    with op.batch_alter_table("offer", schema=None) as batch_op:
        batch_op.add_column(sa.Column("copies", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("withdrawn_reason", sa.String(), server_default="", nullable=False))

    with op.batch_alter_table("plan_version", schema=None) as batch_op:
        batch_op.add_column(sa.Column("printed_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("by_hand", sa.Boolean(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("leaders", sa.JSON(), server_default="{}", nullable=False))
        batch_op.add_column(sa.Column("cards", sa.JSON(), server_default="{}", nullable=False))

    with op.batch_alter_table("pledge", schema=None) as batch_op:
        batch_op.add_column(sa.Column("state", sa.String(), server_default="open", nullable=False))
        batch_op.add_column(sa.Column("settled_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("note", sa.String(), server_default="", nullable=False))

    with op.batch_alter_table("receipt", schema=None) as batch_op:
        batch_op.add_column(sa.Column("by", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("how", sa.String(), server_default="", nullable=False))

    with op.batch_alter_table("recommendation_text", schema=None) as batch_op:
        batch_op.add_column(sa.Column("costs", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("roles", sa.String(), server_default="", nullable=False))

    with op.batch_alter_table("reminder", schema=None) as batch_op:
        batch_op.add_column(sa.Column("how", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("planned_on", sa.Date(), nullable=True))
