"""From what was read to what the room shows, and the words for a move."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain.events import Presence
from burgertop_app.domain.people import Role
from burgertop_app.i18n import _, ngettext
from burgertop_app.messages.tables import effect_words, swap_words
from burgertop_app.messages.words import word
from burgertop_app.services import seat_changes
from burgertop_app.ui.seating.drawn import Hint, SeatDrawn, TableDrawn
from burgertop_app.ui.seating.groups import Groups, Naming

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.events import Round
    from burgertop_app.domain.seating_views import Room, SeatedTable
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.ui.seating.found import TablesFound


@dataclass(frozen=True)
class Scene:
    """One round of a meeting as it is looked at."""

    found: TablesFound
    room: Room
    turn: Round
    groups: Groups = field(default_factory=Groups)
    naming: Naming = field(default_factory=Naming)

    @property
    def tables(self) -> tuple[SeatedTable, ...]:
        """The tables of the round."""
        return self.room.seated.get(self.turn.id, ())

    def drawn(self) -> tuple[TableDrawn, ...]:
        """The tables as the room draws them."""
        return tuple(map(self._table, self.tables))

    def person(self, participation_id: UUID) -> PersonLine | None:
        """Somebody who sits in this round."""
        for seated in self.tables:
            for line in seated.people:
                if line.participation_id == participation_id:
                    return line
        return None

    def name(self, participation_id: UUID) -> str:
        """How to call them."""
        line = self.person(participation_id)
        return self.naming.full(line) if line is not None else ""

    def at(self, participation_id: UUID) -> SeatedTable | None:
        """The table where somebody sits."""
        return self.room.table_of(participation_id, self.turn.id)

    def place(self, place_id: UUID) -> SeatedTable | None:
        """The table of a place."""
        return next((seated for seated in self.tables if seated.place.id == place_id), None)

    def telling(self, person: UUID, other: UUID | None, place_id: UUID) -> Hint | None:
        """What dropping `person` on a seat does; None at their own table."""
        there, here = self.place(place_id), self.at(person)
        if there is None or here is None or here.place.id == place_id:
            return None
        if other is not None and other in there.locked:
            heading = _("The seat of {name} is locked.").format(name=self.name(other))
            return Hint(heading, (_("Unlock it first."),), possible=False)
        planned = self.turn.id in self.room.planned and self.room.result is not None
        return (
            self._swap(person, other, there, planned=planned)
            if other
            else self._move(person, there, planned=planned)
        )

    def _swap(self, person: UUID, other: UUID, there: SeatedTable, *, planned: bool) -> Hint:
        heading = _("{one} changes seats with {other}, table {table}").format(
            one=self.name(person), other=self.name(other), table=there.table.no
        )
        given = self.room.given
        if not planned or given is None:
            return Hint(heading, ())
        story = seat_changes.told(self.room, person, other, self.turn.no)
        ids = given.participations
        return Hint(heading, swap_words(story, lambda index: self._first(ids[index]), ids.index(person)))

    def _move(self, person: UUID, there: SeatedTable, *, planned: bool) -> Hint:
        heading = _("{one} moves to table {table}").format(one=self.name(person), table=there.table.no)
        here = self.at(person)
        if here is None or not planned or not there.people:
            return Hint(heading, ())
        if len(here.people) == 1:
            return Hint(heading, (_("Then nobody is left at the table."),), possible=False)
        effect = seat_changes.moved(self.room, person, there.place.id, self.turn.no)
        mix, again = effect_words(effect)
        return Hint(
            heading,
            (
                _("The mix: {change}.").format(change=mix),
                _("Meeting again: {change}.").format(change=again),
            ),
        )

    def _first(self, participation_id: UUID) -> str:
        line = self.person(participation_id)
        return self.naming.first(line) if line is not None else ""

    def _table(self, seated: SeatedTable) -> TableDrawn:
        leader = seated.facilitator
        people = sorted(seated.people, key=lambda line: (self.groups.colour(line), line.number))
        count = ngettext("{count} person", "{count} people", len(people)).format(count=len(people))
        parts = [
            _("Table {table}").format(table=seated.table.no),
            seated.place.topic,
            self.naming.full(leader) if leader else _("no facilitator yet"),
            count,
        ]
        return TableDrawn(
            place=seated.place.id,
            no=seated.table.no,
            topic=seated.place.topic,
            leader=self.naming.first(leader) if leader else "",
            said=", ".join(part for part in parts if part),
            seats=(
                *(self._seat(line, seated) for line in people),
                *(
                    SeatDrawn(None, said=_("free seat, table {table}").format(table=seated.table.no))
                    for _no in range(seated.free)
                ),
            ),
        )

    def _seat(self, line: PersonLine, seated: SeatedTable) -> SeatDrawn:
        locked = line.participation_id in seated.locked
        absent = self.found.attendance.get(line.participation_id) is Presence.ABSENT
        missed = not absent and not self.room.there(line.participation_id, self.turn.no)
        watches = self.room.watches(line)
        parts = [
            self.naming.full(line),
            self.groups.words(line) if self.groups.feature else "",
            _("table {table}").format(table=seated.table.no),
            _("locked") if locked else "",
            _("absent") if absent else "",
            _("not there in this round") if missed else "",
            word(Role.OBSERVER) if watches else "",
        ]
        return SeatDrawn(
            person=line.participation_id,
            letters=self.naming.short(line),
            said=", ".join(part for part in parts if part),
            group=self.groups.colour(line),
            locked=locked,
            absent=absent or missed,
            watches=watches,
        )
