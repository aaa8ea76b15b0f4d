"""Who may come to the door, as lines of its list: name, number and tables, and nothing else about anybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from burgertop_app.domain.events import Presence, Stay
from burgertop_app.i18n import _, mark, ngettext
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Column
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import Space, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from burgertop_app.domain.seating_views import Room
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.ui.kit.tables import Entry

ALL_DAY = Stay(id=UUID(int=0), event_id=UUID(int=0), participation_id=UUID(int=0))
CHIPS = {
    Presence.PRESENT: (mark("present"), State.OK, "circle-check"),
    Presence.ABSENT: (mark("absent"), State.LATE, "user-x"),
}


@dataclass(frozen=True)
class Guest:
    """Somebody who may come, with the tables in order of the rounds, whether or not they are expected.

    `first` and `last` are the rounds they come for; 1 and 0 is all day.
    """

    person: UUID
    name: str
    number: str
    tables: str = ""
    presence: Presence | None = None
    expected: bool = True
    first: int = 1
    last: int = 0

    @property
    def later(self) -> bool:
        """Whether they come after the first round has begun, and are not in yet."""
        return self.first > 1 and self.presence is None

    @property
    def came(self) -> bool:
        """Whether they are in."""
        return self.presence is Presence.PRESENT

    @property
    def said(self) -> str:
        """The name, or the number of who has none."""
        return self.name or _("number {number}").format(number=self.number)


def guests_of(
    lines: Iterable[PersonLine],
    tables: Mapping[UUID, str],
    attendance: Mapping[UUID, Presence],
    stays: Mapping[UUID, Stay],
    *,
    expected: bool = True,
) -> list[Guest]:
    """People as the list at the door shows them; `stays` are of who is not there all day."""
    return [
        Guest(
            person=line.participation_id,
            name=line.name,
            number=line.number,
            tables=tables.get(line.participation_id, ""),
            presence=attendance.get(line.participation_id),
            expected=expected,
            first=stay.first,
            last=stay.last,
        )
        for line in lines
        for stay in (stays.get(line.participation_id, ALL_DAY),)
    ]


def ways(room: Room | None) -> dict[UUID, str]:
    """The tables of everybody with a seat, as "3 · 5 · 7"; "–" for a round without one."""
    if room is None or room.version is None:
        return {}
    at: dict[UUID, dict[int, int]] = {}
    for turn in room.rounds:
        for seated in room.seated.get(turn.id, ()):
            for line in seated.people:
                at.setdefault(line.participation_id, {})[turn.no] = seated.table.no
    return {
        one: " · ".join(str(tables.get(turn.no, "–")) for turn in room.rounds) for one, tables in at.items()
    }


def guest_table(menu: Callable[[list[Guest]], Sequence[Entry]]) -> RecordTable[Guest]:
    """The list at the door."""
    return RecordTable(
        _("Who comes"),
        (
            Column("name", _("Name"), lambda guest: guest.said, stretch=True),
            Column("number", _("Number"), lambda guest: guest.number, width=90, muted=True),
            Column("tables", _("Tables"), lambda guest: guest.tables, width=150),
            Column(
                "presence",
                _("At the door"),
                lambda guest: guest.presence or "",
                chip=_chip,
                sort=lambda guest: list(Presence).index(guest.presence) if guest.presence else 9,
                width=150,
            ),
        ),
        key=lambda guest: guest.person,
        counted=lambda count: ngettext("{count} person", "{count} people", count),
        menu=menu,
        look=TableLook(row_height=Space.ROW_ROOMY),
    )


def presence_chip(presence: Presence) -> Chip:
    """What was marked, as a chip."""
    said, state, icon = CHIPS[presence]
    return Chip(_(said), state, icon)


def _chip(guest: Guest) -> Chip | None:
    if guest.presence is not None:
        return presence_chip(guest.presence)
    if guest.expected and guest.later:
        said = _("round {no} only") if guest.last == guest.first else _("from round {no}")
        return Chip(said.format(no=guest.first), State.WAITING, "clock")
    return Chip(_("not yet"), State.WAITING) if guest.expected else Chip(_("not expected"), State.WARN)
