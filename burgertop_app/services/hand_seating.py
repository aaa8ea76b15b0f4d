"""Seats given and changed by hand in the plan that counts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.events import (
    Event,
    Lock,
    PairKind,
    PlanVersion,
    Presence,
    Round,
    Seat,
    SeatSource,
    Table,
    TableRound,
)
from burgertop_app.domain.table_asks import serving
from burgertop_app.services import leading
from burgertop_app.storage import meeting_store, people_store, seating_ground, seating_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store


@dataclass(frozen=True)
class Sheet:
    """The plan that counts, with its meeting."""

    event: Event
    version: PlanVersion

    def to_write(self, store: Store) -> Sheet:
        """The plan to change seats in: of a printed one a copy, so that it stays as it is on paper."""
        if self.version.printed_at is None:
            return self
        leading.remember(store, self.version)
        return replace(self, version=copied(store, self.version, self.version))


def sheet(store: Store, event_id: UUID, plan_id: UUID | None) -> Sheet:
    """The plan that counts, to look at.

    Raises:
        NotPossible: there is no plan yet.
        Conflict: another plan than `plan_id`, or a copy of it that was changed by hand, counts now.
    """
    version = seating_store.latest(store, event_id)
    if version is None:
        raise NotPossible("plan_missing")
    if plan_id is not None and not _comes_from(store, version, plan_id):
        raise Conflict("plan_replaced")
    return Sheet(store.get(Event, event_id), version)


def lift(store: Store, event_id: UUID, seat_ids: Iterable[UUID]) -> None:
    """Take back seats that were given by hand, from the plan that counts.

    Raises:
        Conflict: another plan has come than that of the seats.
    """
    given = [store.get(Seat, seat_id) for seat_id in seat_ids]
    for plan_id in dict.fromkeys(seat.plan_id for seat in given):
        kept = sheet(store, event_id, plan_id).to_write(store)
        for seat in given:
            if seat.plan_id == plan_id:
                _lift(store, kept, seat)


def _lift(store: Store, kept: Sheet, given: Seat) -> None:
    held = store.first(
        Seat,
        plan_id=kept.version.id,
        participation_id=given.participation_id,
        table_round_id=given.table_round_id,
    )
    if held is None:
        raise Conflict("plan_replaced")
    store.remove(held)


def _comes_from(store: Store, version: PlanVersion, plan_id: UUID) -> bool:
    """Whether a plan is the one asked for, or a copy of it in which only hands moved people."""
    found: PlanVersion | None = version
    while found is not None and found.id != plan_id and found.by_hand and found.parent_id is not None:
        found = store.first(PlanVersion, id=found.parent_id)
    return found is not None and found.id == plan_id


def copied(store: Store, old: PlanVersion, latest: PlanVersion) -> PlanVersion:
    """A plan with the seats of `old`, as the next one after `latest`, that no card was printed of."""
    new = replace(
        old,
        id=store.new_id(),
        revision=0,
        version=latest.version + 1,
        parent_id=old.id,
        made_at=store.now(),
        printed_at=None,
        cards={},
        by_hand=True,
    )
    seats: Sequence[Seat] = store.find(Seat, plan_id=old.id)
    kept = store.add(new)
    store.add_all(replace(seat, id=store.new_id(), revision=0, plan_id=kept.id) for seat in seats)
    return kept


def swap(store: Store, kept: Sheet, round_no: int, one_id: UUID, other_id: UUID) -> None:
    """Let two people change seats in a round; errors as `Seating.swap`."""
    turn = _round(store, kept, round_no)
    one, other = seating_store.seats_of(store, kept.version, turn.id, (one_id, other_id))
    if one.table_round_id == other.table_round_id:
        return
    _refuse_locked(store, kept, turn.id, (one, other))
    kept = kept.to_write(store)
    one, other = seating_store.seats_of(store, kept.version, turn.id, (one_id, other_id))
    store.change(one, table_round_id=other.table_round_id, source=SeatSource.HAND)
    store.change(other, table_round_id=one.table_round_id, source=SeatSource.HAND)


def move(store: Store, kept: Sheet, participation_id: UUID, place_id: UUID) -> None:
    """Put somebody on a free seat at another table; errors as `Seating.move`."""
    place = store.get(TableRound, place_id)
    (seat,) = seating_store.seats_of(store, kept.version, place.round_id, (participation_id,))
    if seat.table_round_id == place.id:
        return
    _refuse_locked(store, kept, place.round_id, (seat,))
    if not place.open or not _free(store, kept, place):
        raise NotPossible("seats_full")
    kept = kept.to_write(store)
    (seat,) = seating_store.seats_of(store, kept.version, place.round_id, (participation_id,))
    store.change(seat, table_round_id=place.id, source=SeatSource.HAND)


def place(
    store: Store, kept: Sheet, participation_id: UUID, place_id: UUID | None, *, partly: bool = False
) -> tuple[UUID, ...]:
    """Give somebody a seat in every round where they are and have none; the ids of those seats.

    With `partly` they get none in a round that is full.

    Raises:
        NotPossible: some round has no free seat, and `partly` is off.
    """
    held = store.find(Seat, plan_id=kept.version.id, participation_id=participation_id)
    places = {found.id: found for found in meeting_store.places(store, kept.event.id)}
    having = {places[seat.table_round_id].round_id for seat in held if seat.table_round_id in places}
    known = _Company(store, kept, participation_id)
    stay = meeting_store.stays(store, kept.event.id).get(participation_id)
    chosen = []
    wanted = places.get(place_id) if place_id is not None else None
    rounds = meeting_store.rounds(store, kept.event.id)
    for turn in sorted(rounds, key=lambda turn: (wanted is None or turn.id != wanted.round_id, turn.no)):
        if turn.id in having or (stay is not None and not stay.includes(turn.no)):
            continue
        here = [found for found in places.values() if found.round_id == turn.id]
        if wanted is not None and wanted.round_id == turn.id:
            here = [wanted]
        free = [found for found in here if _free(store, kept, found)]
        if not free and partly:
            continue
        if not free:
            raise NotPossible("seats_full")
        best = min(free, key=known.burden)
        known.meet(best.id)
        chosen.append(best)
    if not chosen:
        return ()
    kept = kept.to_write(store)
    seats = [
        Seat(
            id=store.new_id(),
            plan_id=kept.version.id,
            participation_id=participation_id,
            table_round_id=found.id,
            source=SeatSource.HAND,
        )
        for found in chosen
    ]
    store.add_all(seats)
    return tuple(seat.id for seat in seats)


def best_when_full(store: Store, kept: Sheet, participation_id: UUID) -> tuple[TableRound, ...]:
    """The place that suits somebody best in each round where they lack a seat and none is free."""
    held = {
        seat.table_round_id
        for seat in store.find(Seat, plan_id=kept.version.id, participation_id=participation_id)
    }
    places = meeting_store.places(store, kept.event.id)
    stay = meeting_store.stays(store, kept.event.id).get(participation_id)
    known = _Company(store, kept, participation_id)
    found = []
    for turn in meeting_store.rounds(store, kept.event.id):
        here = [place for place in places if place.round_id == turn.id]
        lacks = stay is None or stay.includes(turn.no)
        if lacks and not any(place.id in held or _free(store, kept, place) for place in here):
            found.append(min(here, key=known.burden))
    return tuple(found)


class _Company:
    """Whom somebody has met and which rules hold, to choose a table with new faces and another mix."""

    def __init__(self, store: Store, kept: Sheet, participation_id: UUID) -> None:
        self._spread = kept.version.spread
        lines = people_store.lines(store, kept.event.process_id)
        self._features = {line.participation_id: line.features for line in lines}
        self._own = self._features.get(participation_id, {})
        self._needs = next((line.needs for line in lines if line.participation_id == participation_id), ())
        self._serving = {
            table.id: set(table.properties) for table in meeting_store.tables(store, kept.event.id)
        }
        self._spoken = seating_ground.languages(store, kept.event.process_id).get(participation_id, ())
        self._pairs = [
            (rule.kind, rule.b_id if rule.a_id == participation_id else rule.a_id)
            for rule in seating_ground.pairs(store, kept.event.id)
            if participation_id in {rule.a_id, rule.b_id}
        ]
        locks = store.find(Lock, event_id=kept.event.id, participation_id=participation_id)
        self._locked = {lock.round_id: lock.table_id for lock in locks}
        self._watching = meeting_store.watching(store, kept.event, lines)
        self._watches = participation_id in self._watching
        self._at: dict[UUID, list[UUID]] = defaultdict(list)
        for seat in store.find(Seat, plan_id=kept.version.id):
            self._at[seat.table_round_id].append(seat.participation_id)
        sat = [people for people in self._at.values() if participation_id in people]
        self._known = {one for people in sat for one in people}

    def burden(self, place: TableRound) -> tuple[int, int, float, int]:
        """Broken rules, known people, the part that is alike, and how many sit there; less is better."""
        seated = self._at[place.id]
        here = [] if self._watches else [one for one in seated if one not in self._watching]
        known = sum(one in self._known for one in here)
        alike = sum(
            self._features.get(one, {}).get(name) == self._own.get(name)
            for one in here
            for name in self._spread
        )
        return self._against(place), known, alike / max(len(here), 1), len(seated)

    def _against(self, place: TableRound) -> int:
        """How many rules this table breaks: a lock, a need that others serve, somebody apart or together."""
        lacking = set[str]().union(*self._serving.values()) - self._serving.get(place.table_id, set())
        spoken = {one for one, has in self._serving.items() if serving(self._spoken, [tuple(has)])}
        company = {*self._at[place.id], place.facilitator_id}
        strange = bool(spoken) and place.table_id not in spoken
        return (
            strange
            + (self._locked.get(place.round_id, place.table_id) != place.table_id)
            + sum(need.value in lacking for need in self._needs)
            + sum((other in company) is not (kind is PairKind.TOGETHER) for kind, other in self._pairs)
        )

    def meet(self, place_id: UUID) -> None:
        """Count everybody at that table as met."""
        self._known.update(self._at[place_id])


def _round(store: Store, kept: Sheet, round_no: int) -> Round:
    for turn in meeting_store.rounds(store, kept.event.id):
        if turn.no == round_no:
            return turn
    raise InvalidInput("seat_missing")


def _free(store: Store, kept: Sheet, place: TableRound) -> bool:
    """Whether somebody can sit down there; the seat of who stayed away, or misses the round, is free."""
    seats = store.find(Seat, plan_id=kept.version.id, table_round_id=place.id)
    today = meeting_store.attendance(store, kept.event.id)
    stays, turn = meeting_store.stays(store, kept.event.id), store.get(Round, place.round_id)
    taken = sum(
        today.get(one) is not Presence.ABSENT and (one not in stays or stays[one].includes(turn.no))
        for one in (seat.participation_id for seat in seats)
    )
    _, high = turn.seats(store.get(Table, place.table_id))
    return taken < high


def _refuse_locked(store: Store, kept: Sheet, round_id: UUID, seats: Iterable[Seat]) -> None:
    """Refuse to move somebody who sits where a lock wants it."""
    for seat in seats:
        table_id = store.get(TableRound, seat.table_round_id).table_id
        if store.count(
            Lock,
            event_id=kept.event.id,
            round_id=round_id,
            table_id=table_id,
            participation_id=seat.participation_id,
        ):
            raise InvalidInput("seat_locked")
