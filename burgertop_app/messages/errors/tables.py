"""Sentences for the page about tables."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "field_time": mark("This is not a time. Write for example 9.30."),
}
