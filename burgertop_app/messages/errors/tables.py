"""Sentences for the page about tables."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "stay_rounds": mark(
        "From round {first} up to round {last} is not possible. Let the last round not be before the first."
    ),
    "stay_round_unknown": mark(
        "There is no round {round}: this meeting has {most}. Choose a round from 1 up to {most}, or add a "
        "round first."
    ),
    "stay_no_rounds": mark("This meeting has no rounds yet. Add a round first."),
    "table_alone": mark("With {low} person at a table somebody sits alone. Give each table at least 2."),
    "papers_not_printed": mark("This paper was not saved yet. Save the whole one first."),
    "papers_unchanged": mark("Everything still says the same as on the paper that was saved last."),
    "asked_of_no_table": mark("A table asks a language or a skill. Write which one, with its tables."),
    "asks_line": mark("“{text}” names no tables. Write for example: Turkish: 1-4, 9."),
    "asks_name": mark("“{text}” starts with no language or skill. Write for example: Turkish: 1-4, 9."),
    "mix_weight": mark("A weight of {weight} is not possible. Choose between {least} and {most}."),
    "choice_topic_unknown": mark("“{topic}” is no topic of this meeting. Choose one of: {known}."),
    "choice_twice": mark("Somebody chose “{topic}” twice. Leave one of the two out."),
    "choice_topic_unknown_row": mark(
        "Row {row} of {file} names “{topic}”, which is no topic of this meeting. Choose one of: {known}."
    ),
    "choice_twice_row": mark("Row {row} of {file} names “{topic}” twice. Leave one of the two out."),
    "choices_columns": mark(
        "The first row of {file} does not name the columns for who and which topic. Call them nummer (or "
        "naam) and keuze 1, keuze 2 and so on."
    ),
    "choices_nobody": mark("Row {row} of {file} says not whose choices it has. Fill in a number or a name."),
    "choices_person_twice": mark(
        "Row {row} of {file} is about somebody who had a row already. Keep one row for each person."
    ),
    "choices_stranger": mark(
        "Row {row} of {file} has a number that nobody who is expected has. Correct the number."
    ),
    "choices_namesakes": mark(
        "Row {row} of {file} has a name that {count} people have. Give the number instead, in a column "
        "nummer."
    ),
    "choices_no_name": mark(
        "Row {row} of {file} has a name that nobody who is expected has. Correct it, or give the number."
    ),
    "topic_line": mark("“{text}” names no topic with its tables. Write for example: Parks: 1-4, 9."),
    "topic_twice": mark("Table {table} has two topics. Leave one of the two out."),
    "field_time": mark("This is not a time. Write for example 9.30."),
}
