"""Sentences for errors in documents."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "paper_stage_shares": mark(
        "The figures for {feature}, {value} do not have one share for each stage."
        " Give a share, or leave it open, for every stage."
    ),
    "statement_nothing": mark(
        "There is no representativity statement yet. It needs groups on the page about the draw, and people"
        " who registered."
    ),
    "paper_dial_position": mark(
        "The dial “{name}” stands at {position}. It must stand between 1 and 5. Choose another position."
    ),
}
