"""Sentences for the page about tables."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "stay_rounds": mark(
        "From round {first} up to round {last} is not possible. Let the last round not be before the first."
    ),
    "table_alone": mark("With {low} person at a table somebody sits alone. Give each table at least 2."),
    "mix_weight": mark("A weight of {weight} is not possible. Choose between {least} and {most}."),
    "choice_topic_unknown": mark("“{topic}” is no topic of this meeting. Choose one of: {known}."),
    "choice_twice": mark("Somebody chose “{topic}” twice. Leave one of the two out."),
    "field_time": mark("This is not a time. Write for example 9.30."),
}
