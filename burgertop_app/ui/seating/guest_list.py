"""What the list at the door knows: who may come, what is marked, and who fits what is typed or scanned."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.events import Presence
from burgertop_app.domain.guest_search import GuestSearch
from burgertop_app.ui.seating.guests import guests_of, ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.seating_views import Room
    from burgertop_app.ui.seating.found import TablesFound
    from burgertop_app.ui.seating.guests import Guest


class GuestList:
    """The guests with the marks of this moment, also those that are still being kept."""

    def __init__(self) -> None:
        self.guests: list[Guest] = []
        self._others: list[Guest] = []
        self._place: dict[UUID, int] = {}
        self._held: dict[UUID, Presence | None] = {}
        self._search = self._further = GuestSearch(())
        self._read = False
        self._room: Room | None = None
        self._ways: dict[UUID, str] = {}
        self._names: tuple[object, object] = (None, None)

    def put(self, found: TablesFound) -> bool:
        """Take over what was read, but for marks that are being kept; tells whether anything is new."""
        if found.room is not self._room:
            self._room, self._ways = found.room, ways(found.room)
        before = (self.guests, self._others) if self._read else None
        self._read = True
        attendance = {one: came for one, came in {**found.attendance, **self._held}.items() if came}
        stays = found.room.stays if found.room is not None else {}
        self.guests = guests_of(found.guests, self._ways, attendance, stays)
        self._others = guests_of(found.others, self._ways, attendance, stays, expected=False)
        self._place = {guest.person: at for at, guest in enumerate(self.guests)}
        if (found.guests, found.others) != self._names:
            self._names = (found.guests, found.others)
            self._search, self._further = _search(self.guests), _search(self._others)
        return (self.guests, self._others) != before

    def of(self, people: Iterable[UUID]) -> list[Guest]:
        """Those of these people who are expected."""
        return [self.guests[self._place[one]] for one in people if one in self._place]

    @property
    def by_person(self) -> Mapping[UUID, Guest]:
        """The guests by participation."""
        return {guest.person: guest for guest in self.guests}

    @property
    def rounds(self) -> int:
        """How many rounds the meeting has."""
        return len(self._room.rounds) if self._room is not None else 0

    @property
    def rest(self) -> tuple[list[Guest], list[Guest]]:
        """Who is not marked and should be in by now, and who comes later; these when nobody else is left."""
        open_ = [guest for guest in self.guests if guest.presence is None]
        due = [guest for guest in open_ if not guest.later]
        return (due, [guest for guest in open_ if guest.later]) if due else (open_, [])

    def presence(self, person: UUID) -> Presence | None:
        """What is marked for somebody."""
        return next((guest.presence for guest in self.of([person])), None)

    def hold(self, people: Iterable[UUID], presence: Presence | None) -> None:
        """These people get a mark, which is being kept from now on."""
        for guest in self.of(people):
            self._held[guest.person] = presence
            self.guests[self._place[guest.person]] = replace(guest, presence=presence)

    def release(self, people: Iterable[UUID]) -> None:
        """The marks of these people were kept, or could not be."""
        for one in people:
            self._held.pop(one, None)

    def fitting(self, typed: str) -> list[Guest]:
        """Who fits: a whole name or number before others, and who is not in yet before who is.

        Where no guest fits, those whom nobody expects.
        """
        found = [(match.whole, self.guests[match.at]) for match in self._search.find(typed)]
        if not found:
            found = [(match.whole, self._others[match.at]) for match in self._further.find(typed)]
        found.sort(key=lambda pair: (not pair[0], pair[1].presence is Presence.PRESENT))
        return [guest for _whole, guest in found]

    def alike(self, guest: Guest) -> list[Guest]:
        """Everybody of that name who is expected and not in yet, `guest` included."""
        at = self._place.get(guest.person)
        same = () if at is None else self._search.namesakes(at)
        return [self.guests[other] for other in same if not self.guests[other].came]

    def scanned(self, code: str) -> Guest | None:
        """Whose number is on a scanned card."""
        at = self._search.scanned(code)
        if at is not None:
            return self.guests[at]
        further = self._further.scanned(code)
        return None if further is None else self._others[further]


def _search(guests: Sequence[Guest]) -> GuestSearch:
    return GuestSearch([(guest.name, guest.number) for guest in guests])
