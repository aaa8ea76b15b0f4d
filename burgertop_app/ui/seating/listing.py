"""A round as a table: everybody with their seat, for a screen reader, for sorting and for Excel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.people import Role
from burgertop_app.i18n import _, ngettext
from burgertop_app.messages.tables import feature_words
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.tables import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from burgertop_app.domain.seating_views import Room, SeatedTable
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.ui.kit.tables import Entry, Sheet
    from burgertop_app.ui.seating.groups import Groups, Naming


@dataclass(frozen=True)
class SeatLine:
    """One person at a table in the round that is shown."""

    person: PersonLine
    table: SeatedTable
    name: str
    value: str
    locked: bool
    role: str = ""


def seat_table(menu: Callable[[list[SeatLine]], Sequence[Entry]]) -> RecordTable[SeatLine]:
    """The table of one round."""
    return RecordTable(
        _("Seats in this round"),
        (
            Column("table", _("Table"), lambda line: line.table.table.no, width=80, align=Align.RIGHT),
            Column("name", _("Name"), lambda line: line.name, stretch=True),
            Column("number", _("Number"), lambda line: line.person.number, width=90),
            Column("value", _("Group"), lambda line: line.value, width=150),
            Column("role", _("Role"), lambda line: line.role, width=110),
            Column("topic", _("Topic"), lambda line: line.table.place.topic, width=150, hidden=True),
            Column("leader", _("Facilitator"), _leader, width=180),
            Column("locked", _("Locked"), lambda line: _("locked") if line.locked else "", width=90),
        ),
        key=lambda line: line.person.participation_id,
        counted=lambda count: ngettext("{count} person", "{count} people", count),
        menu=menu,
    )


def seat_lines(room: Room, tables: Sequence[SeatedTable], groups: Groups, naming: Naming) -> list[SeatLine]:
    """Everybody at a table, table by table; who takes no part has a role."""
    return [
        SeatLine(
            line,
            seated,
            naming.full(line),
            groups.words(line),
            line.participation_id in seated.locked,
            word(Role.OBSERVER) if room.watches(line) else "",
        )
        for seated in tables
        for line in sorted(seated.people, key=lambda line: (line.name.casefold(), line.number))
    ]


def plan_sheet(room: Room) -> Sheet:
    """The whole plan, a line per person with the table in each round."""
    from burgertop_app.ui.kit.tables import Sheet

    people: dict[UUID, PersonLine] = {}
    tables: dict[UUID, dict[int, int]] = {}
    for turn in room.rounds:
        for seated in room.seated.get(turn.id, ()):
            for line in seated.people:
                people[line.participation_id] = line
                tables.setdefault(line.participation_id, {})[turn.no] = seated.table.no
    features = room.version.spread if room.version else ()
    rounds = [_("Table round {no}").format(no=turn.no) for turn in room.rounds]
    return Sheet(
        (_("Number"), _("Name"), *map(feature_words, features), *rounds),
        tuple(
            (
                line.number,
                line.name,
                *(line.features.get(name, "") for name in features),
                *(str(tables[one].get(turn.no, "")) for turn in room.rounds),
            )
            for one, line in sorted(people.items(), key=lambda pair: pair[1].name.casefold())
        ),
    )


def _leader(line: SeatLine) -> str:
    return line.table.facilitator.name if line.table.facilitator else ""
