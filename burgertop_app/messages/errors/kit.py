"""Sentences for what goes wrong in the window itself."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "field_number": mark("Fill in a whole number from {low} to {high}."),
    "field_empty": mark("Fill this in."),
    "field_date": mark("This is not a date. Write for example 28-12-2026."),
    "calculation_lost": mark(
        "The calculation stopped before it was ready. Nothing was changed. "
        "Close other programs and try again; if it happens again, restart Burgertop."
    ),
}
