"""The whole chain."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "site",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("lane", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site")),
    )
    op.create_table(
        "household",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_household_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household")),
    )
    op.create_table(
        "log_entry",
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("operation", sa.String(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=True),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("link", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_log_entry_site_id_site")),
        sa.PrimaryKeyConstraint("site_id", "seq", name=op.f("pk_log_entry")),
    )
    with op.batch_alter_table("log_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_log_entry_row_id"), ["row_id"], unique=False)

    op.create_table(
        "number_range",
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("first", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("following", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_number_range_site_id_site")),
        sa.PrimaryKeyConstraint("site_id", "series", "first", name=op.f("pk_number_range")),
    )
    op.create_table(
        "process",
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("recipe", sa.String(), nullable=False),
        sa.Column("recipe_sha256", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("commissioner", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("assignment", sa.String(), nullable=False),
        sa.Column("ordinance", sa.String(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_process_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_process")),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_setting_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("key", name=op.f("uq_setting_key")),
    )
    op.create_table(
        "tombstone",
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_tombstone_site_id_site")),
        sa.PrimaryKeyConstraint("row_id", "table_name", name=op.f("pk_tombstone")),
    )
    op.create_table(
        "advice",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_advice_process_id_process")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_advice_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advice")),
    )
    with op.batch_alter_table("advice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_advice_process_id"), ["process_id"], unique=False)

    op.create_table(
        "agreement",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("recess_from", sa.Date(), nullable=True),
        sa.Column("recess_until", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_agreement_process_id_process")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_agreement_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_process_id"), ["process_id"], unique=False)

    op.create_table(
        "ballot",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("frozen_at", sa.DateTime(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_ballot_process_id_process")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_ballot_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot")),
    )
    with op.batch_alter_table("ballot", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ballot_process_id"), ["process_id"], unique=False)

    op.create_table(
        "closing",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=False),
        sa.Column("registered", sa.Integer(), nullable=False),
        sa.Column("invited", sa.Integer(), nullable=False),
        sa.Column("yes", sa.Integer(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("reopened_at", sa.DateTime(), nullable=True),
        sa.Column("reopened_reason", sa.String(), nullable=False),
        sa.Column("cleared", sa.Integer(), nullable=False),
        sa.Column("response", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_closing_process_id_process")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_closing_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closing")),
    )
    with op.batch_alter_table("closing", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_closing_process_id"), ["process_id"], unique=False)

    op.create_table(
        "decision_rule",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_decision_rule_process_id_process")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_decision_rule_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_rule")),
    )
    with op.batch_alter_table("decision_rule", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_rule_process_id"), ["process_id"], unique=False)

    op.create_table(
        "event",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_event_process_id_process")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_event_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_process_id"), ["process_id"], unique=False)

    op.create_table(
        "export_record",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("process_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_export_record_process_id_process")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_export_record_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export_record")),
    )
    with op.batch_alter_table("export_record", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_export_record_process_id"), ["process_id"], unique=False)

    op.create_table(
        "feature",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_feature_process_id_process")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_feature_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feature")),
    )
    with op.batch_alter_table("feature", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_feature_process_id"), ["process_id"], unique=False)

    op.create_table(
        "import_batch",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("keep_until", sa.Date(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("file_sha256", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_import_batch_process_id_process")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_import_batch_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
    )
    with op.batch_alter_table("import_batch", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_import_batch_process_id"), ["process_id"], unique=False)

    op.create_table(
        "instrument",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_instrument_process_id_process")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_instrument_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instrument")),
    )
    with op.batch_alter_table("instrument", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_instrument_process_id"), ["process_id"], unique=False)

    op.create_table(
        "item",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_item_process_id_process")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_item_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item")),
    )
    with op.batch_alter_table("item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_item_process_id"), ["process_id"], unique=False)

    op.create_table(
        "letter_setup",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("return_address", sa.String(), nullable=False),
        sa.Column("signed_by", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("reply_by", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_letter_setup_process_id_process")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_letter_setup_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_setup")),
        sa.UniqueConstraint("process_id", name=op.f("uq_letter_setup_process_id")),
    )
    with op.batch_alter_table("letter_setup", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_setup_process_id"), ["process_id"], unique=False)

    op.create_table(
        "letter_text",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_letter_text_process_id_process")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_letter_text_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_text")),
        sa.UniqueConstraint("process_id", "kind", name=op.f("uq_letter_text_process_id_kind")),
    )
    with op.batch_alter_table("letter_text", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_text_process_id"), ["process_id"], unique=False)

    op.create_table(
        "log_payload",
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("erased_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["site_id", "seq"], ["log_entry.site_id", "log_entry.seq"], name="fk_log_payload_entry"
        ),
        sa.PrimaryKeyConstraint("site_id", "seq", name=op.f("pk_log_payload")),
    )
    op.create_table(
        "mandate",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("frame", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_mandate_process_id_process")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_mandate_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandate")),
    )
    with op.batch_alter_table("mandate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mandate_process_id"), ["process_id"], unique=False)

    op.create_table(
        "milestone",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_milestone_process_id_process")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_milestone_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestone")),
    )
    with op.batch_alter_table("milestone", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_milestone_process_id"), ["process_id"], unique=False)

    op.create_table(
        "monitor_meeting",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_monitor_meeting_process_id_process")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_monitor_meeting_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_monitor_meeting")),
    )
    with op.batch_alter_table("monitor_meeting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_monitor_meeting_process_id"), ["process_id"], unique=False)

    op.create_table(
        "person",
        sa.Column("household_id", sa.Uuid(), nullable=True),
        sa.Column("erased_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_person_household_id_household")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_person_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_household_id"), ["household_id"], unique=False)

    op.create_table(
        "pledge",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_pledge_process_id_process")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_pledge_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pledge")),
    )
    with op.batch_alter_table("pledge", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pledge_process_id"), ["process_id"], unique=False)

    op.create_table(
        "proposal",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("cost", sa.Integer(), nullable=True),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_proposal_process_id_process")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_proposal_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
    )
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proposal_process_id"), ["process_id"], unique=False)

    op.create_table(
        "quota_set",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_date", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_quota_set_process_id_process")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_quota_set_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quota_set")),
    )
    with op.batch_alter_table("quota_set", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_quota_set_process_id"), ["process_id"], unique=False)

    op.create_table(
        "scenario",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_scenario_process_id_process")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_scenario_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scenario")),
    )
    with op.batch_alter_table("scenario", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_scenario_process_id"), ["process_id"], unique=False)

    op.create_table(
        "theme",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_theme_process_id_process")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_theme_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme")),
    )
    with op.batch_alter_table("theme", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_theme_process_id"), ["process_id"], unique=False)

    op.create_table(
        "advice_section",
        sa.Column("advice_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["advice_id"], ["advice.id"], name=op.f("fk_advice_section_advice_id_advice")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_advice_section_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advice_section")),
    )
    with op.batch_alter_table("advice_section", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_advice_section_advice_id"), ["advice_id"], unique=False)

    op.create_table(
        "answer",
        sa.Column("instrument_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instrument.id"], name=op.f("fk_answer_instrument_id_instrument")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_answer_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
    )
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_answer_instrument_id"), ["instrument_id"], unique=False)

    op.create_table(
        "attachment",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("process_id", sa.Uuid(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_attachment_person_id_person")),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_attachment_process_id_process")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_attachment_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attachment_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_attachment_process_id"), ["process_id"], unique=False)

    op.create_table(
        "ballot_option",
        sa.Column("ballot_id", sa.Uuid(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["ballot_id"], ["ballot.id"], name=op.f("fk_ballot_option_ballot_id_ballot")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_ballot_option_proposal_id_proposal")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_ballot_option_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot_option")),
    )
    with op.batch_alter_table("ballot_option", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ballot_option_ballot_id"), ["ballot_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_ballot_option_proposal_id"), ["proposal_id"], unique=False)

    op.create_table(
        "ballot_vote",
        sa.Column("ballot_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["ballot_id"], ["ballot.id"], name=op.f("fk_ballot_vote_ballot_id_ballot")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_ballot_vote_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot_vote")),
    )
    with op.batch_alter_table("ballot_vote", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ballot_vote_ballot_id"), ["ballot_id"], unique=False)

    op.create_table(
        "card",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("addressee", sa.String(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=True),
        sa.Column("table_no", sa.Integer(), nullable=True),
        sa.Column("round_no", sa.Integer(), nullable=True),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_card_event_id_event")),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_card_process_id_process")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_card_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card")),
        sa.UniqueConstraint("process_id", "label", name=op.f("uq_card_process_id_label")),
    )
    with op.batch_alter_table("card", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_card_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_card_process_id"), ["process_id"], unique=False)

    op.create_table(
        "contact",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_contact_person_id_person")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_contact_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_person_id"), ["person_id"], unique=False)

    op.create_table(
        "draw",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("quota_set_id", sa.Uuid(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("lottery_sha256", sa.String(), nullable=False),
        sa.Column("pool_sha256", sa.String(), nullable=False),
        sa.Column("quotas_sha256", sa.String(), nullable=False),
        sa.Column("engine", sa.String(), nullable=False),
        sa.Column("min_probability", sa.String(), nullable=False),
        sa.Column("upper_bound", sa.String(), nullable=False),
        sa.Column("secret", sa.String(), nullable=False),
        sa.Column("household_rule", sa.Boolean(), nullable=False),
        sa.Column("panel", sa.Integer(), nullable=False),
        sa.Column("cool_down", sa.Integer(), nullable=False),
        sa.Column("marks_sha256", sa.String(), nullable=False),
        sa.Column("number_source", sa.String(), nullable=False),
        sa.Column("moment", sa.String(), nullable=False),
        sa.Column("rehearsal", sa.Boolean(), nullable=False),
        sa.Column("published_at", sa.DateTime(), nullable=True),
        sa.Column("published_where", sa.String(), nullable=False),
        sa.Column("witnesses", sa.String(), nullable=False),
        sa.Column("seed", sa.String(), nullable=False),
        sa.Column("drawn_number", sa.Integer(), nullable=True),
        sa.Column("committed_at", sa.DateTime(), nullable=True),
        sa.Column("drawn_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_draw_process_id_process")),
        sa.ForeignKeyConstraint(
            ["quota_set_id"], ["quota_set.id"], name=op.f("fk_draw_quota_set_id_quota_set")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_draw_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draw")),
    )
    with op.batch_alter_table("draw", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draw_process_id"), ["process_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_draw_quota_set_id"), ["quota_set_id"], unique=False)

    op.create_table(
        "event_round",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("topic_mode", sa.String(), nullable=False),
        sa.Column("printed_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_round_event_id_event")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_event_round_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_round")),
    )
    with op.batch_alter_table("event_round", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_round_event_id"), ["event_id"], unique=False)

    op.create_table(
        "event_table",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=False),
        sa.Column("room", sa.String(), nullable=False),
        sa.Column("properties", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_table_event_id_event")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_event_table_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_table")),
    )
    with op.batch_alter_table("event_table", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_table_event_id"), ["event_id"], unique=False)

    op.create_table(
        "invitation_round",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("letters", sa.Integer(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("area_feature", sa.String(), nullable=False),
        sa.Column("list_sha256", sa.String(), nullable=False),
        sa.Column("seed_sha256", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"], ["import_batch.id"], name=op.f("fk_invitation_round_import_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_invitation_round_process_id_process")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_invitation_round_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation_round")),
    )
    with op.batch_alter_table("invitation_round", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitation_round_import_id"), ["import_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_invitation_round_process_id"), ["process_id"], unique=False)

    op.create_table(
        "item_note",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_item_note_item_id_item")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_item_note_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_note")),
    )
    with op.batch_alter_table("item_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_item_note_item_id"), ["item_id"], unique=False)

    op.create_table(
        "participation",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("import_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"], ["import_batch.id"], name=op.f("fk_participation_import_id_import_batch")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_participation_person_id_person")),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_participation_process_id_process")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_participation_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participation")),
        sa.UniqueConstraint("process_id", "number", name=op.f("uq_participation_process_id_number")),
    )
    with op.batch_alter_table("participation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_participation_import_id"), ["import_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_participation_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_participation_process_id"), ["process_id"], unique=False)

    op.create_table(
        "plan_version",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("spread", sa.JSON(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("bounds", sa.JSON(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_plan_version_event_id_event")),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["plan_version.id"], name=op.f("fk_plan_version_parent_id_plan_version")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_plan_version_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_version")),
    )
    with op.batch_alter_table("plan_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_version_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_plan_version_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "proposal_succession",
        sa.Column("earlier_id", sa.Uuid(), nullable=False),
        sa.Column("later_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["earlier_id"], ["proposal.id"], name=op.f("fk_proposal_succession_earlier_id_proposal")
        ),
        sa.ForeignKeyConstraint(
            ["later_id"], ["proposal.id"], name=op.f("fk_proposal_succession_later_id_proposal")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_proposal_succession_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal_succession")),
    )
    with op.batch_alter_table("proposal_succession", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proposal_succession_earlier_id"), ["earlier_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_proposal_succession_later_id"), ["later_id"], unique=False)

    op.create_table(
        "proposal_text",
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_proposal_text_proposal_id_proposal")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_proposal_text_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal_text")),
    )
    with op.batch_alter_table("proposal_text", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proposal_text_proposal_id"), ["proposal_id"], unique=False)

    op.create_table(
        "quota_line",
        sa.Column("quota_set_id", sa.Uuid(), nullable=False),
        sa.Column("feature", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=False),
        sa.Column("low_flex", sa.Integer(), nullable=True),
        sa.Column("high_flex", sa.Integer(), nullable=True),
        sa.Column("share", sa.Double(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["quota_set_id"], ["quota_set.id"], name=op.f("fk_quota_line_quota_set_id_quota_set")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_quota_line_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quota_line")),
    )
    with op.batch_alter_table("quota_line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_quota_line_quota_set_id"), ["quota_set_id"], unique=False)

    op.create_table(
        "recommendation",
        sa.Column("advice_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["advice_id"], ["advice.id"], name=op.f("fk_recommendation_advice_id_advice")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_recommendation_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation")),
    )
    with op.batch_alter_table("recommendation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recommendation_advice_id"), ["advice_id"], unique=False)

    op.create_table(
        "reminder",
        sa.Column("advice_id", sa.Uuid(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["advice_id"], ["advice.id"], name=op.f("fk_reminder_advice_id_advice")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_reminder_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
    )
    with op.batch_alter_table("reminder", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reminder_advice_id"), ["advice_id"], unique=False)

    op.create_table(
        "theme_succession",
        sa.Column("earlier_id", sa.Uuid(), nullable=False),
        sa.Column("later_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["earlier_id"], ["theme.id"], name=op.f("fk_theme_succession_earlier_id_theme")
        ),
        sa.ForeignKeyConstraint(["later_id"], ["theme.id"], name=op.f("fk_theme_succession_later_id_theme")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_theme_succession_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme_succession")),
    )
    with op.batch_alter_table("theme_succession", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_theme_succession_earlier_id"), ["earlier_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_theme_succession_later_id"), ["later_id"], unique=False)

    op.create_table(
        "advice_version",
        sa.Column("advice_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("frozen_at", sa.DateTime(), nullable=False),
        sa.Column("attachment_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["advice_id"], ["advice.id"], name=op.f("fk_advice_version_advice_id_advice")
        ),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_advice_version_attachment_id_attachment")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_advice_version_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advice_version")),
    )
    with op.batch_alter_table("advice_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_advice_version_advice_id"), ["advice_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_advice_version_attachment_id"), ["attachment_id"], unique=False)

    op.create_table(
        "attendance",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("presence", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_attendance_event_id_event")),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_attendance_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_attendance_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendance_event_id"), ["event_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_attendance_participation_id"), ["participation_id"], unique=False
        )

    op.create_table(
        "ballot_count",
        sa.Column("option_id", sa.Uuid(), nullable=False),
        sa.Column("in_favour", sa.Integer(), nullable=False),
        sa.Column("against", sa.Integer(), nullable=False),
        sa.Column("blank", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["option_id"], ["ballot_option.id"], name=op.f("fk_ballot_count_option_id_ballot_option")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_ballot_count_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot_count")),
    )
    with op.batch_alter_table("ballot_count", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ballot_count_option_id"), ["option_id"], unique=False)

    op.create_table(
        "budget_project",
        sa.Column("option_id", sa.Uuid(), nullable=False),
        sa.Column("cost", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["option_id"], ["ballot_option.id"], name=op.f("fk_budget_project_option_id_ballot_option")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_budget_project_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_project")),
    )
    with op.batch_alter_table("budget_project", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_budget_project_option_id"), ["option_id"], unique=False)

    op.create_table(
        "call_attempt",
        sa.Column("draw_id", sa.Uuid(), nullable=False),
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["draw_id"], ["draw.id"], name=op.f("fk_call_attempt_draw_id_draw")),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_call_attempt_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_call_attempt_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_attempt")),
    )
    with op.batch_alter_table("call_attempt", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_attempt_draw_id"), ["draw_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_call_attempt_participation_id"), ["participation_id"], unique=False
        )

    op.create_table(
        "card_author",
        sa.Column("card_id", sa.Uuid(), nullable=False),
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name=op.f("fk_card_author_card_id_card")),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_card_author_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_card_author_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_author")),
    )
    with op.batch_alter_table("card_author", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_card_author_card_id"), ["card_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_card_author_participation_id"), ["participation_id"], unique=False
        )

    op.create_table(
        "card_proposal",
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("card_id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name=op.f("fk_card_proposal_card_id_card")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_card_proposal_proposal_id_proposal")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_card_proposal_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_proposal")),
    )
    with op.batch_alter_table("card_proposal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_card_proposal_card_id"), ["card_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_card_proposal_proposal_id"), ["proposal_id"], unique=False)

    op.create_table(
        "card_text",
        sa.Column("card_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name=op.f("fk_card_text_card_id_card")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_card_text_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_text")),
    )
    with op.batch_alter_table("card_text", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_card_text_card_id"), ["card_id"], unique=False)

    op.create_table(
        "card_theme",
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("card_id", sa.Uuid(), nullable=False),
        sa.Column("theme_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name=op.f("fk_card_theme_card_id_card")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_card_theme_site_id_site")),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_card_theme_theme_id_theme")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_theme")),
    )
    with op.batch_alter_table("card_theme", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_card_theme_card_id"), ["card_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_card_theme_theme_id"), ["theme_id"], unique=False)

    op.create_table(
        "channel",
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_channel_participation_id_participation")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_channel_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channel")),
    )
    with op.batch_alter_table("channel", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_channel_participation_id"), ["participation_id"], unique=False)

    op.create_table(
        "consent",
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_consent_participation_id_participation")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_consent_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consent_participation_id"), ["participation_id"], unique=False)

    op.create_table(
        "declared",
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("feature", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("declared_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_declared_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_declared_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_declared")),
    )
    with op.batch_alter_table("declared", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_declared_participation_id"), ["participation_id"], unique=False)

    op.create_table(
        "draw_entry",
        sa.Column("draw_id", sa.Uuid(), nullable=False),
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("features", sa.JSON(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("leaf", sa.String(), nullable=False),
        sa.Column("exact", sa.String(), nullable=False),
        sa.Column("published", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["draw_id"], ["draw.id"], name=op.f("fk_draw_entry_draw_id_draw")),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_draw_entry_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_draw_entry_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draw_entry")),
    )
    with op.batch_alter_table("draw_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draw_entry_draw_id"), ["draw_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_draw_entry_participation_id"), ["participation_id"], unique=False
        )

    op.create_table(
        "draw_file",
        sa.Column("draw_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["draw_id"], ["draw.id"], name=op.f("fk_draw_file_draw_id_draw")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_draw_file_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draw_file")),
    )
    with op.batch_alter_table("draw_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draw_file_draw_id"), ["draw_id"], unique=False)

    op.create_table(
        "draw_mark",
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_draw_mark_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_draw_mark_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draw_mark")),
    )
    with op.batch_alter_table("draw_mark", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draw_mark_participation_id"), ["participation_id"], unique=False)

    op.create_table(
        "duplicate",
        sa.Column("card_id", sa.Uuid(), nullable=False),
        sa.Column("of_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name=op.f("fk_duplicate_card_id_card")),
        sa.ForeignKeyConstraint(["of_id"], ["card.id"], name=op.f("fk_duplicate_of_id_card")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_duplicate_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duplicate")),
    )
    with op.batch_alter_table("duplicate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_duplicate_card_id"), ["card_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_duplicate_of_id"), ["of_id"], unique=False)

    op.create_table(
        "facilitator",
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("skills", sa.JSON(), nullable=False),
        sa.Column("conflicts", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_facilitator_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_facilitator_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_facilitator")),
    )
    with op.batch_alter_table("facilitator", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_facilitator_participation_id"), ["participation_id"], unique=False
        )

    op.create_table(
        "feedback",
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_feedback_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_feedback_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
    )
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_feedback_participation_id"), ["participation_id"], unique=False)

    op.create_table(
        "invitation_area",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("homes", sa.Integer(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("letters", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"], ["invitation_round.id"], name=op.f("fk_invitation_area_round_id_invitation_round")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_invitation_area_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation_area")),
    )
    with op.batch_alter_table("invitation_area", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitation_area_round_id"), ["round_id"], unique=False)

    op.create_table(
        "need",
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_need_participation_id_participation")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_need_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need")),
    )
    with op.batch_alter_table("need", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_need_participation_id"), ["participation_id"], unique=False)

    op.create_table(
        "pair_rule",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("a_id", sa.Uuid(), nullable=False),
        sa.Column("b_id", sa.Uuid(), nullable=False),
        sa.Column("hard", sa.Boolean(), nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["a_id"], ["participation.id"], name=op.f("fk_pair_rule_a_id_participation")),
        sa.ForeignKeyConstraint(["b_id"], ["participation.id"], name=op.f("fk_pair_rule_b_id_participation")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_pair_rule_event_id_event")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_pair_rule_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pair_rule")),
    )
    with op.batch_alter_table("pair_rule", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pair_rule_a_id"), ["a_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pair_rule_b_id"), ["b_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pair_rule_event_id"), ["event_id"], unique=False)

    op.create_table(
        "person_event",
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_person_event_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_person_event_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_event")),
    )
    with op.batch_alter_table("person_event", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_person_event_participation_id"), ["participation_id"], unique=False
        )

    op.create_table(
        "proposal_recommendation",
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("recommendation_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_proposal_recommendation_proposal_id_proposal")
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_proposal_recommendation_recommendation_id_recommendation"),
        ),
        sa.ForeignKeyConstraint(
            ["site_id"], ["site.id"], name=op.f("fk_proposal_recommendation_site_id_site")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal_recommendation")),
    )
    with op.batch_alter_table("proposal_recommendation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_proposal_recommendation_proposal_id"), ["proposal_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_proposal_recommendation_recommendation_id"), ["recommendation_id"], unique=False
        )

    op.create_table(
        "recommendation_text",
        sa.Column("recommendation_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("minority", sa.String(), nullable=False),
        sa.Column("ourselves", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_recommendation_text_recommendation_id_recommendation"),
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_recommendation_text_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation_text")),
    )
    with op.batch_alter_table("recommendation_text", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_recommendation_text_recommendation_id"), ["recommendation_id"], unique=False
        )

    op.create_table(
        "replacement",
        sa.Column("draw_id", sa.Uuid(), nullable=False),
        sa.Column("running", sa.Integer(), nullable=False),
        sa.Column("leaves_id", sa.Uuid(), nullable=False),
        sa.Column("joins_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("state_sha256", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["draw_id"], ["draw.id"], name=op.f("fk_replacement_draw_id_draw")),
        sa.ForeignKeyConstraint(
            ["joins_id"], ["participation.id"], name=op.f("fk_replacement_joins_id_participation")
        ),
        sa.ForeignKeyConstraint(
            ["leaves_id"], ["participation.id"], name=op.f("fk_replacement_leaves_id_participation")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_replacement_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replacement")),
    )
    with op.batch_alter_table("replacement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_replacement_draw_id"), ["draw_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_replacement_joins_id"), ["joins_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_replacement_leaves_id"), ["leaves_id"], unique=False)

    op.create_table(
        "reply_by",
        sa.Column("draw_id", sa.Uuid(), nullable=False),
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["draw_id"], ["draw.id"], name=op.f("fk_reply_by_draw_id_draw")),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_reply_by_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_reply_by_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply_by")),
        sa.UniqueConstraint("draw_id", "participation_id", name=op.f("uq_reply_by_draw_id_participation_id")),
    )
    with op.batch_alter_table("reply_by", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reply_by_draw_id"), ["draw_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reply_by_participation_id"), ["participation_id"], unique=False)

    op.create_table(
        "reserve",
        sa.Column("draw_id", sa.Uuid(), nullable=False),
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["draw_id"], ["draw.id"], name=op.f("fk_reserve_draw_id_draw")),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_reserve_participation_id_participation")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_reserve_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reserve")),
    )
    with op.batch_alter_table("reserve", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reserve_draw_id"), ["draw_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reserve_participation_id"), ["participation_id"], unique=False)

    op.create_table(
        "response",
        sa.Column("advice_id", sa.Uuid(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("letter", sa.String(), nullable=False),
        sa.Column("attachment_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["advice_id"], ["advice.id"], name=op.f("fk_response_advice_id_advice")),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_response_attachment_id_attachment")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_response_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
    )
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_response_advice_id"), ["advice_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_response_attachment_id"), ["attachment_id"], unique=False)

    op.create_table(
        "seat_lock",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("table_id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_seat_lock_event_id_event")),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_seat_lock_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["event_round.id"], name=op.f("fk_seat_lock_round_id_event_round")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_seat_lock_site_id_site")),
        sa.ForeignKeyConstraint(
            ["table_id"], ["event_table.id"], name=op.f("fk_seat_lock_table_id_event_table")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat_lock")),
    )
    with op.batch_alter_table("seat_lock", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seat_lock_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_seat_lock_participation_id"), ["participation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_seat_lock_round_id"), ["round_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_seat_lock_table_id"), ["table_id"], unique=False)

    op.create_table(
        "table_round",
        sa.Column("table_id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("facilitator_id", sa.Uuid(), nullable=True),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["facilitator_id"], ["participation.id"], name=op.f("fk_table_round_facilitator_id_participation")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["event_round.id"], name=op.f("fk_table_round_round_id_event_round")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_table_round_site_id_site")),
        sa.ForeignKeyConstraint(
            ["table_id"], ["event_table.id"], name=op.f("fk_table_round_table_id_event_table")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_table_round")),
    )
    with op.batch_alter_table("table_round", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_table_round_facilitator_id"), ["facilitator_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_table_round_round_id"), ["round_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_table_round_table_id"), ["table_id"], unique=False)

    op.create_table(
        "topic_preference",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_topic_preference_event_id_event")),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_topic_preference_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_topic_preference_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic_preference")),
    )
    with op.batch_alter_table("topic_preference", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_topic_preference_event_id"), ["event_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_topic_preference_participation_id"), ["participation_id"], unique=False
        )

    op.create_table(
        "disposition",
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("recommendation_id", sa.Uuid(), nullable=False),
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("disposal", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_disposition_recommendation_id_recommendation"),
        ),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_disposition_response_id_response")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_disposition_site_id_site")),
        sa.ForeignKeyConstraint(
            ["text_id"], ["recommendation_text.id"], name=op.f("fk_disposition_text_id_recommendation_text")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disposition")),
    )
    with op.batch_alter_table("disposition", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_disposition_recommendation_id"), ["recommendation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_disposition_response_id"), ["response_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_disposition_text_id"), ["text_id"], unique=False)

    op.create_table(
        "invitation",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("area_id", sa.Uuid(), nullable=False),
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("other_id", sa.Uuid(), nullable=True),
        sa.Column("known", sa.JSON(), nullable=False),
        sa.Column("doubts", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["area_id"], ["invitation_area.id"], name=op.f("fk_invitation_area_id_invitation_area")
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["participation.id"], name=op.f("fk_invitation_other_id_participation")
        ),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_invitation_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_invitation_process_id_process")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_invitation_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("process_id", "code", name=op.f("uq_invitation_process_id_code")),
    )
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitation_area_id"), ["area_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_invitation_other_id"), ["other_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_invitation_participation_id"), ["participation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_invitation_process_id"), ["process_id"], unique=False)

    op.create_table(
        "offer",
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("to", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_offer_site_id_site")),
        sa.ForeignKeyConstraint(
            ["version_id"], ["advice_version.id"], name=op.f("fk_offer_version_id_advice_version")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer")),
    )
    with op.batch_alter_table("offer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_offer_version_id"), ["version_id"], unique=False)

    op.create_table(
        "seat",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("participation_id", sa.Uuid(), nullable=False),
        sa.Column("table_round_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("locked_by", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"], ["participation.id"], name=op.f("fk_seat_participation_id_participation")
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["plan_version.id"], name=op.f("fk_seat_plan_id_plan_version")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_seat_site_id_site")),
        sa.ForeignKeyConstraint(
            ["table_round_id"], ["table_round.id"], name=op.f("fk_seat_table_round_id_table_round")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat")),
    )
    with op.batch_alter_table("seat", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seat_participation_id"), ["participation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_seat_plan_id"), ["plan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_seat_table_round_id"), ["table_round_id"], unique=False)

    op.create_table(
        "commitment",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("disposition_id", sa.Uuid(), nullable=True),
        sa.Column("progress", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["disposition_id"], ["disposition.id"], name=op.f("fk_commitment_disposition_id_disposition")
        ),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_commitment_process_id_process")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_commitment_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment")),
    )
    with op.batch_alter_table("commitment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_commitment_disposition_id"), ["disposition_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_commitment_process_id"), ["process_id"], unique=False)

    op.create_table(
        "rating",
        sa.Column("disposition_id", sa.Uuid(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["disposition_id"], ["disposition.id"], name=op.f("fk_rating_disposition_id_disposition")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_rating_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating")),
    )
    with op.batch_alter_table("rating", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rating_disposition_id"), ["disposition_id"], unique=False)

    op.create_table(
        "receipt",
        sa.Column("offer_id", sa.Uuid(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
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
            ["attachment_id"], ["attachment.id"], name=op.f("fk_receipt_attachment_id_attachment")
        ),
        sa.ForeignKeyConstraint(["offer_id"], ["offer.id"], name=op.f("fk_receipt_offer_id_offer")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_receipt_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt")),
    )
    with op.batch_alter_table("receipt", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_receipt_attachment_id"), ["attachment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_receipt_offer_id"), ["offer_id"], unique=False)

    op.create_table(
        "deadline",
        sa.Column("receipt_id", sa.Uuid(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("recess_from", sa.Date(), nullable=True),
        sa.Column("recess_until", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["receipt_id"], ["receipt.id"], name=op.f("fk_deadline_receipt_id_receipt")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_deadline_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadline")),
    )
    with op.batch_alter_table("deadline", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deadline_receipt_id"), ["receipt_id"], unique=False)
