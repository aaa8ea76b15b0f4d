"""Sentences about proposals, who pulls them, what they cost, and what people do tomorrow."""

from __future__ import annotations

from burgertop_app.i18n import mark

SENTENCES: dict[str, str] = {
    "cost_unclear": mark("“{text}” is not one amount. Write the cost in whole euros, for example 12.500."),
    "cost_two_ways": mark(
        "“{text}” can be read in two ways. Write thousands with a point, for example 12.500, without cents."
    ),
    "cost_cents": mark("“{text}” has cents. Write the cost in whole euros, for example 12.500."),
    "cost_out_of_bounds": mark("A cost lies between 0 and {most} euros. Check the zeros."),
    "proposal_owner_empty": mark(
        "Nobody was filled in. Write a number of somebody who takes part, or the name of an organisation."
    ),
    "intention_empty": mark("There are no words yet. Write what somebody does tomorrow."),
    "intention_long": mark(
        "These are {count} signs, and {most} fit. Make it shorter, or make two intentions of it."
    ),
}
