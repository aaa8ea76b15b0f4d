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
        "twin",
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("keeper_id", sa.Uuid(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_twin_site_id_site")),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_twin")),
    )
    with op.batch_alter_table("twin", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_twin_keeper_id"), ["keeper_id"], unique=False)

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
        "budget_vote",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("completion", sa.String(), nullable=False),
        sa.Column("support", sa.Integer(), nullable=False),
        sa.Column("ceilings", sa.JSON(), nullable=False),
        sa.Column("apart", sa.JSON(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("frozen_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_budget_vote_process_id_process")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_budget_vote_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_vote")),
    )
    with op.batch_alter_table("budget_vote", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_budget_vote_process_id"), ["process_id"], unique=False)

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
        "opinion_poll",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("intro", sa.String(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"], ["process.id"], name=op.f("fk_opinion_poll_process_id_process")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_opinion_poll_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opinion_poll")),
    )
    with op.batch_alter_table("opinion_poll", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_opinion_poll_process_id"), ["process_id"], unique=False)

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
        "budget_intake",
        sa.Column("budget_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("papers", sa.Integer(), nullable=False),
        sa.Column("taken_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["budget_id"], ["budget_vote.id"], name=op.f("fk_budget_intake_budget_id_budget_vote")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_budget_intake_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_intake")),
    )
    with op.batch_alter_table("budget_intake", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_budget_intake_budget_id"), ["budget_id"], unique=False)

    op.create_table(
        "budget_line",
        sa.Column("budget_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["budget_id"], ["budget_vote.id"], name=op.f("fk_budget_line_budget_id_budget_vote")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_budget_line_proposal_id_proposal")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_budget_line_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_line")),
    )
    with op.batch_alter_table("budget_line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_budget_line_budget_id"), ["budget_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_budget_line_proposal_id"), ["proposal_id"], unique=False)

    op.create_table(
        "opinion_count",
        sa.Column("poll_id", sa.Uuid(), nullable=False),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["poll_id"], ["opinion_poll.id"], name=op.f("fk_opinion_count_poll_id_opinion_poll")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_opinion_count_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opinion_count")),
    )
    with op.batch_alter_table("opinion_count", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_opinion_count_poll_id"), ["poll_id"], unique=False)

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
        "vote_intake",
        sa.Column("poll_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("taken_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["poll_id"], ["opinion_poll.id"], name=op.f("fk_vote_intake_poll_id_opinion_poll")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_vote_intake_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vote_intake")),
    )
    with op.batch_alter_table("vote_intake", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_vote_intake_poll_id"), ["poll_id"], unique=False)

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
        "ballot_objection",
        sa.Column("ballot_id", sa.Uuid(), nullable=False),
        sa.Column("option_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("met", sa.Boolean(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ballot_id"], ["ballot.id"], name=op.f("fk_ballot_objection_ballot_id_ballot")
        ),
        sa.ForeignKeyConstraint(
            ["option_id"], ["ballot_option.id"], name=op.f("fk_ballot_objection_option_id_ballot_option")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_ballot_objection_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot_objection")),
    )
    with op.batch_alter_table("ballot_objection", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ballot_objection_ballot_id"), ["ballot_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_ballot_objection_option_id"), ["option_id"], unique=False)

    op.create_table(
        "budget_paper",
        sa.Column("intake_id", sa.Uuid(), nullable=False),
        sa.Column("voter", sa.String(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["intake_id"], ["budget_intake.id"], name=op.f("fk_budget_paper_intake_id_budget_intake")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_budget_paper_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_paper")),
    )
    with op.batch_alter_table("budget_paper", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_budget_paper_intake_id"), ["intake_id"], unique=False)

    op.create_table(
        "card_succession",
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("earlier_id", sa.Uuid(), nullable=False),
        sa.Column("later_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["earlier_id"], ["card.id"], name=op.f("fk_card_succession_earlier_id_card")),
        sa.ForeignKeyConstraint(["later_id"], ["card.id"], name=op.f("fk_card_succession_later_id_card")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_card_succession_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_succession")),
    )
    with op.batch_alter_table("card_succession", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_card_succession_earlier_id"), ["earlier_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_card_succession_later_id"), ["later_id"], unique=False)

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
        "intention",
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=True),
        sa.Column("participation_id", sa.Uuid(), nullable=True),
        sa.Column("table_no", sa.Integer(), nullable=True),
        sa.Column("share", sa.Boolean(), nullable=False),
        sa.Column("earlier_id", sa.Uuid(), nullable=True),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["earlier_id"], ["intention.id"], name=op.f("fk_intention_earlier_id_intention")
        ),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_intention_event_id_event")),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_intention_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(["process_id"], ["process.id"], name=op.f("fk_intention_process_id_process")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_intention_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intention")),
    )
    with op.batch_alter_table("intention", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_intention_earlier_id"), ["earlier_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_intention_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_intention_participation_id"), ["participation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_intention_process_id"), ["process_id"], unique=False)

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
        "proposal_owner",
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        sa.Column("participation_id", sa.Uuid(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_proposal_owner_participation_id_participation"),
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_proposal_owner_proposal_id_proposal")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_proposal_owner_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal_owner")),
    )
    with op.batch_alter_table("proposal_owner", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_proposal_owner_participation_id"), ["participation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_proposal_owner_proposal_id"), ["proposal_id"], unique=False)

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
        "screen_card",
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("card_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name=op.f("fk_screen_card_card_id_card")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_screen_card_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_screen_card")),
    )
    with op.batch_alter_table("screen_card", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_screen_card_card_id"), ["card_id"], unique=False)

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
        "statement",
        sa.Column("poll_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("card_id", sa.Uuid(), nullable=True),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name=op.f("fk_statement_card_id_card")),
        sa.ForeignKeyConstraint(
            ["poll_id"], ["opinion_poll.id"], name=op.f("fk_statement_poll_id_opinion_poll")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_statement_site_id_site")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
    )
    with op.batch_alter_table("statement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_statement_card_id"), ["card_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_statement_poll_id"), ["poll_id"], unique=False)

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
        "card_sign_off",
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("ended_by", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_card_sign_off_site_id_site")),
        sa.ForeignKeyConstraint(
            ["text_id"], ["card_text.id"], name=op.f("fk_card_sign_off_text_id_card_text")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_sign_off")),
    )
    with op.batch_alter_table("card_sign_off", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_card_sign_off_text_id"), ["text_id"], unique=False)

    op.create_table(
        "statement_vote",
        sa.Column("statement_id", sa.Uuid(), nullable=False),
        sa.Column("intake_id", sa.Uuid(), nullable=False),
        sa.Column("voter", sa.Integer(), nullable=False),
        sa.Column("said", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("given_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("site_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["intake_id"], ["vote_intake.id"], name=op.f("fk_statement_vote_intake_id_vote_intake")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_statement_vote_site_id_site")),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statement.id"], name=op.f("fk_statement_vote_statement_id_statement")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement_vote")),
    )
    with op.batch_alter_table("statement_vote", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_statement_vote_intake_id"), ["intake_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_statement_vote_statement_id"), ["statement_id"], unique=False)

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

    with op.batch_alter_table("ballot", schema=None) as batch_op:
        batch_op.add_column(sa.Column("method", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("sha256", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("numbers", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("printed_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("reopened", sa.JSON(), server_default="[]", nullable=False))

    with op.batch_alter_table("ballot_count", schema=None) as batch_op:
        batch_op.add_column(sa.Column("score", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("place", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("chosen", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("quorate", sa.Boolean(), server_default="1", nullable=False))

    with op.batch_alter_table("ballot_vote", schema=None) as batch_op:
        batch_op.add_column(sa.Column("state", sa.String(), server_default="valid", nullable=False))
        batch_op.add_column(sa.Column("reasons", sa.JSON(), server_default="{}", nullable=False))
        batch_op.add_column(sa.Column("reason", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("by", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("withdrawn_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("withdrawn_reason", sa.String(), server_default="", nullable=False))

    with op.batch_alter_table("card_text", schema=None) as batch_op:
        batch_op.add_column(sa.Column("by", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("typing_error", sa.Boolean(), server_default="0", nullable=False))

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

    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.add_column(sa.Column("area", sa.String(), server_default="", nullable=False))

    with op.batch_alter_table("proposal_text", schema=None) as batch_op:
        batch_op.add_column(sa.Column("why", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("ourselves", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("asked", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("addressee", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("minority", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("fields", sa.JSON(), server_default="{}", nullable=False))
        batch_op.add_column(sa.Column("kind", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("cost", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("area", sa.String(), server_default="", nullable=False))

    with op.batch_alter_table("receipt", schema=None) as batch_op:
        batch_op.add_column(sa.Column("by", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("how", sa.String(), server_default="", nullable=False))

    with op.batch_alter_table("recommendation_text", schema=None) as batch_op:
        batch_op.add_column(sa.Column("costs", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("roles", sa.String(), server_default="", nullable=False))

    with op.batch_alter_table("reminder", schema=None) as batch_op:
        batch_op.add_column(sa.Column("how", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("planned_on", sa.Date(), nullable=True))

    with op.batch_alter_table("site", schema=None) as batch_op:
        batch_op.add_column(sa.Column("away", sa.Boolean(), server_default=sa.text("0"), nullable=False))
