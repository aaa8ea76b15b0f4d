"""Sentences about the reply workbook of the college."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES = {
    "reply_no_headings": mark(
        "{file} has no row with the headings of the reply workbook, such as “What the college does”. "
        "Ask for the workbook itself, as XLSX, ODS or CSV."
    ),
    "reply_other_advice": mark(
        "{file} is the reply to the advice “{other}”, not to “{here}”. Choose that advice first."
    ),
    "reply_nothing_filled_in": mark("In {file} no row has an answer. Nothing was changed."),
    "reply_waiting": mark("{count} rows still need a choice. Choose for each what to do with it."),
    "reply_nothing_chosen": mark("Nothing was chosen to take over, so nothing was changed."),
    "reply_choice_not_offered": mark("For row {row} this choice is not possible. Read the file again."),
    "reply_two_rows": mark(
        "Rows {rows} both answer recommendation {number}. Take one of them over and leave the other out."
    ),
    "reply_answered_meanwhile": mark(
        "Somebody kept an answer to recommendation {number} meanwhile. Nothing was changed. "
        "Read the file again."
    ),
    "reply_in_use": mark(
        "The answer to recommendation {number} was changed, rated or promised upon since, so it stays."
    ),
}
