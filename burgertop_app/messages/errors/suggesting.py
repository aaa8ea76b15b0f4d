"""Sentences for suggesting themes and doubles."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "cards_not_a_pair": mark(
        "Card {label} can only say the same as another card of the same process. Choose another card."
    ),
    "themes_no_text": mark(
        "Row {row} of {file} has nothing in the column “{column}”. Type what is on the card, or remove the "
        "row."
    ),
    "themes_too_many": mark(
        "The column with themes in {file} has {count} different ones; at most {most} can be used. "
        "Is it the right column?"
    ),
    "themes_out_is_input": mark(
        "The suggestions would be written over the cards: {file}. Choose another name for --out."
    ),
}
