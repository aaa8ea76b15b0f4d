"""Sentences for errors about the year of a panel and its surveys."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "planned_topic_empty": mark("A planned advice needs a topic. Fill in what it is about."),
    "planned_days": mark("The advice would be ready before it begins. Swap or correct the two days."),
    "planned_advice_taken": mark("Another plan belongs to that advice already. Choose another advice."),
    "member_days": mark("A term ends after it begins, and nobody leaves before joining. Correct the days."),
    "reward_amount": mark("A reward is an amount from 0.01 to {most} euros. Correct the amount."),
    "reward_nobody": mark(
        "Nobody was marked as present at this meeting. Mark on the page about the tables who was there."
    ),
    "survey_title_empty": mark("A survey needs a title. Fill one in."),
    "survey_question_empty": mark("A question needs words. Fill in what you ask."),
    "survey_question_twice": mark(
        "One question stands there twice. Replies are matched by the words: make them differ."
    ),
    "survey_questions_many": mark("A survey has at most {most} questions. Nobody fills in more."),
    "survey_choices_few": mark("“{question}” needs two choices or more. Write each on a line of its own."),
    "survey_choices_twice": mark("“{question}” has the same choice twice. Take one away."),
    "survey_choice_mark": mark("A choice at “{question}” is empty or has a semicolon in it. Take that out."),
    "survey_keep_until": mark(
        "What people wrote would be cleared before the last day to answer. Choose a later day."
    ),
    "survey_was_sent": mark(
        "“{title}” was sent or has replies, so its questions stay. Make a new survey for other questions."
    ),
    "survey_no_questions": mark("“{title}” has no questions yet. Add one first."),
    "survey_no_friends": mark(
        "There are no friends of the panel yet. Import them on the page about people, with the role friend."
    ),
    "survey_no_codes": mark("Nobody has a code for “{title}” yet. Choose “Give out codes” first."),
    "survey_closed": mark("“{title}” is closed. Nothing can be added any more."),
    "survey_still_open": mark("“{title}” is still open. Close it first."),
    "survey_no_replies": mark("There is no reply that can be used in this file. Nothing was kept."),
    "survey_replies_changed": mark(
        "Meanwhile somebody's reply came in another way. Nothing was kept; read the file again."
    ),
    "survey_sheet_no_question": mark(
        "No column in {file} has a question of this survey above it. Use the sheet that the program made."
    ),
}
