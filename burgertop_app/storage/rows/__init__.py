"""The tables of the whole chain; importing this room declares them all."""

from burgertop_app.storage.rows import (
    addressees,
    advice,
    ballots,
    calls,
    draw_records,
    events,
    everywhere,
    following,
    invitations,
    items,
    letters,
    outcomes,
    people,
    processes,
    responses,
)

__all__ = [
    "addressees",
    "advice",
    "ballots",
    "calls",
    "draw_records",
    "events",
    "everywhere",
    "following",
    "invitations",
    "items",
    "letters",
    "outcomes",
    "people",
    "processes",
    "responses",
]
