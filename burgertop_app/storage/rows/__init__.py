"""The tables of the whole chain; importing this room declares them all."""

from burgertop_app.storage.rows import (
    advice,
    ballots,
    calls,
    draw_records,
    events,
    everywhere,
    invitations,
    items,
    letters,
    outcomes,
    people,
    processes,
    representing,
    responses,
    year,
)

__all__ = [
    "advice",
    "ballots",
    "calls",
    "draw_records",
    "events",
    "everywhere",
    "invitations",
    "items",
    "letters",
    "outcomes",
    "people",
    "processes",
    "representing",
    "responses",
    "year",
]
