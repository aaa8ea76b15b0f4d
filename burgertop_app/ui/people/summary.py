"""The sentence of numbers under the title of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.people import Role, State
from burgertop_app.i18n import ngettext, number

if TYPE_CHECKING:
    from burgertop_app.domain.views import PeopleView


def summary(found: PeopleView) -> str:
    """How many ever registered, were drawn and came, and how many wait as reserves."""
    residents = [line for line in found.lines if line.role is Role.RESIDENT]
    registered, drawn, present = found.reached.registered, found.reached.drawn, found.reached.present
    reserves = sum(line.state is State.RESERVE for line in residents)
    others = len(found.lines) - len(residents)
    parts = (
        (registered, ngettext("{count} registered", "{count} registered", registered)),
        (drawn, ngettext("{count} drawn", "{count} drawn", drawn)),
        (present, ngettext("{count} was there", "{count} were there", present)),
        (reserves, ngettext("{count} reserve", "{count} reserves", reserves)),
        (others, ngettext("{count} with another role", "{count} with another role", others)),
    )
    return " · ".join(said.format(count=number(count)) for count, said in parts if count)
