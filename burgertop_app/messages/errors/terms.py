"""Sentences for what can be wrong with a date, a term or the table of days off."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "date_form": mark(
        "“{text}” is not a date that can be read. Write year, month and day with hyphens, such as 2026-02-20."
    ),
    "date_not_real": mark("The date {text} does not exist. Check the day and the month."),
    "date_too_far": mark("From {day} this term runs past the end of the calendar. Check the year."),
    "year_out_of_range": mark(
        "Terms can be counted from {first} to {last}, and this one touches {year}. Check the year."
    ),
    "term_weeks": mark("A term has {least} to {most} weeks, not {length}. Check the number of weeks."),
    "term_days": mark("A term in days has {least} to {most} days, not {length}. Check the number of days."),
    "term_months": mark("A term has {least} to {most} months, not {length}. Check the number of months."),
    "recess_long": mark("A recess from {first} to {last} is longer than a year. Correct the dates."),
    "recess_backwards": mark(
        "The recess ends on {last}, before it begins on {first}. Swap or correct the two dates."
    ),
    "decree_day_outside": mark(
        "In the table of days off, {day} is outside the period that the table covers (to {last}). "
        "Correct the day or the period."
    ),
    "decree_table_missing": mark(
        "The table of days off is missing: {file}. Install Burgertop again, or put the file back."
    ),
    "decree_table_unreadable": mark(
        "The table of days off cannot be read: {file} ({detail}). "
        "Correct the file, or install Burgertop again."
    ),
    "decree_table_field": mark(
        "In the table of days off {file}, “{field}” is missing or is not a date such as 2026-05-15. "
        "Add or correct it."
    ),
    "term_two_lengths": mark("A term is counted in days, in weeks or in months. Choose one of them."),
    "decree_day_known": mark("{day} is a day off in the table already. There is nothing to add."),
    "decree_day_unknown": mark(
        "{day} is not in the table of days off by royal decree, so it cannot be taken out."
    ),
    "decree_source_empty": mark(
        "Write where the day was made known, such as the number of the Staatscourant,"
        " so that others can check it."
    ),
    "decree_table_shorter": mark(
        "The table runs to {last} already. Choose a later day up to which you have checked the Staatscourant."
    ),
}
