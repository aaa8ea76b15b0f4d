"""Table plans in the workspace: making one, changing seats by hand, and how good it is."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import Conflict, NotPossible
from burgertop_app.domain.events import Event, PlanVersion, Seat, SeatSource
from burgertop_app.domain.people import EventKind, PersonEvent
from burgertop_app.domain.seating import Effort, SeatingPlan
from burgertop_app.domain.seating_views import SeatingInput, SeatingRequest, SeatingResult, SeatMove
from burgertop_app.engines.seating.bounds import bounds
from burgertop_app.engines.seating.counting import figures
from burgertop_app.engines.seating.feasibility import refuse_impossible
from burgertop_app.engines.seating.repairing import repaired
from burgertop_app.messages.seating import broken_words
from burgertop_app.services import extra_chairs, hand_seating, leading
from burgertop_app.services.seat_changes import numbered
from burgertop_app.storage import kept_plan, plan_moves, seating_problem, seating_store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from burgertop_app.domain.progress import Progress
    from burgertop_app.domain.seating_views import Room
    from burgertop_app.services.context import Context
    from burgertop_app.services.extra_chairs import Squeezed
    from burgertop_app.storage.unit_of_work import Store

SEED_BYTES = 4
CALMNESS = (2_000, 100, 40, 15)
"""How calm a repair can be, from nobody who moves to the best mix."""


def calculate(given: SeatingInput, progress: Progress) -> SeatingResult:
    """The best plan found for `given`, or the repair of a printed one; pure, for another process.

    Raises:
        NotPossible: its rules clash, or could not all be kept.
        Cancelled: asked for through `progress`.
    """
    refuse_impossible(given.problem)
    request, problem = given.request, given.problem
    problem, plan = repaired(problem, given.seats, request.seed, progress, Effort(request.steps))
    found = figures(problem, plan)
    if found.broken:
        first = broken_words(problem, found.broken[0])
        raise NotPossible("seating_rules_broken", count=len(found.broken), first=first)
    return SeatingResult(plan, found, bounds(problem))


def calculate_repairs(given: tuple[SeatingInput, ...], progress: Progress) -> tuple[SeatingResult, ...]:
    """The repair for each calmness, the calmest first; errors as `calculate`."""
    return tuple(calculate(one, progress) for one in given)


def measured(given: SeatingInput, plan: SeatingPlan) -> SeatingResult:
    """A plan with its figures and bounds."""
    return SeatingResult(plan, figures(given.problem, plan), bounds(given.problem))


class Seating:
    """What an organiser does with the table plan of a meeting.

    Changes by hand take `plan_id` where they undo another one: they refuse when a newer plan has come.
    """

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._entropy = context.entropy

    def room(self, event_id: UUID) -> Room:
        """The meeting with its rounds, tables and, once made, the plan and its figures."""
        with self._work.reading() as store:
            room = seating_store.room(store, store.get(Event, event_id))
        if room.given is None:
            return room
        result = measured(room.given, kept_plan.as_plan(room))
        return replace(room, result=numbered(room, result))

    def fresh(self, event_id: UUID, spread: tuple[str, ...]) -> SeatingInput:
        """What the calculation of a new plan needs, with a seed by chance; errors as `prepare`."""
        seed = int.from_bytes(self._entropy(SEED_BYTES))
        return self.prepare(SeatingRequest(event_id=event_id, spread=spread, seed=seed))

    def repairs(self, event_id: UUID) -> tuple[SeatingInput, ...]:
        """What repairs of the plan need after people did not come or walked in, from calm to well mixed.

        Raises:
            NotPossible: as `prepare`, or there is no plan.
        """
        return tuple(self.repair(event_id, calm) for calm in CALMNESS)

    def repair(self, event_id: UUID, calm: int) -> SeatingInput:
        """The same for one calmness, what moving somebody weighs: see `Printed`."""
        with self._work.reading() as store:
            version = seating_store.latest(store, event_id)
            if version is None:
                raise NotPossible("plan_missing")
            seed = int.from_bytes(self._entropy(SEED_BYTES))
            request = SeatingRequest(event_id=event_id, spread=tuple(version.spread), seed=seed, calm=calm)
            return seating_problem.prepared(store, request)

    def prepare(self, request: SeatingRequest) -> SeatingInput:
        """What the calculation needs.

        Raises:
            NotPossible: there are no rounds, tables or people, or the seats do not fit the people.
        """
        with self._work.reading() as store:
            return seating_problem.prepared(store, request)

    def keep(self, given: SeatingInput, result: SeatingResult) -> Change:
        """Keep a plan as the next version; the earlier plan stays.

        Raises:
            Conflict: people, tables or locks changed during the calculation.
        """
        event_id = given.request.event_id
        with self._work.writing("plan.make") as store:
            if seating_problem.prepared(store, given.request) != given:
                raise Conflict("seating_changed")
            newcomers = _newcomers(store, event_id, given.participations)
            earlier = seating_store.latest(store, event_id)
            if earlier is not None:
                leading.remember(store, earlier)
            version = _next_version(store, event_id, given, result)
            store.add_all(_seats(store, version, given, result.plan))
            leading.lead(store, given, result.plan)
            store.add_all(
                PersonEvent(id=store.new_id(), participation_id=one, kind=EventKind.SEATED, at=store.now())
                for one in newcomers
            )
        return changed(Topic.TABLES, row=version.id)

    def versions(self, event_id: UUID) -> tuple[PlanVersion, ...]:
        """Every plan that was made, the first one first."""
        with self._work.reading() as store:
            return store.find(PlanVersion, order_by="version", event_id=event_id)

    def moves(self, earlier_id: UUID, later_id: UUID) -> tuple[SeatMove, ...]:
        """Who sits elsewhere in the later plan than in the earlier one, by name and round."""
        with self._work.reading() as store:
            return plan_moves.moves(
                store, store.get(PlanVersion, earlier_id), store.get(PlanVersion, later_id)
            )

    def return_to(self, plan_id: UUID) -> Change:
        """Let an earlier plan count again, as a new version with its seats and the facilitators of then."""
        with self._work.writing("plan.return") as store:
            old = store.get(PlanVersion, plan_id)
            latest = seating_store.latest(store, old.event_id) or old
            leading.remember(store, latest)
            new = hand_seating.copied(store, store.get(PlanVersion, plan_id), latest)
            leading.bring_back(store, new)
        return changed(Topic.TABLES, row=new.id)

    def swap(
        self, event_id: UUID, round_no: int, one_id: UUID, other_id: UUID, plan_id: UUID | None = None
    ) -> Change:
        """Let two people change seats in one round.

        Raises:
            NotPossible: there is no plan yet.
            InvalidInput: one of them has no seat there, or is locked to it.
        """
        with self._work.writing("plan.swap") as store:
            sheet = hand_seating.sheet(store, event_id, plan_id)
            hand_seating.swap(store, sheet, round_no, one_id, other_id)
        return changed(Topic.TABLES, row=event_id)

    def move(
        self, event_id: UUID, participation_id: UUID, place_id: UUID, plan_id: UUID | None = None
    ) -> Change:
        """Put somebody on a free seat at another table, in the round of that place.

        Raises:
            NotPossible: there is no plan yet, or the table is full.
            InvalidInput: the person has no seat in that round, or is locked to it.
        """
        with self._work.writing("plan.move") as store:
            sheet = hand_seating.sheet(store, event_id, plan_id)
            hand_seating.move(store, sheet, participation_id, place_id)
        return changed(Topic.TABLES, row=event_id)

    def place(
        self, event_id: UUID, participation_id: UUID, place_id: UUID | None = None
    ) -> tuple[Change, tuple[UUID, ...]]:
        """Give somebody a seat in every round where they have none; gives the ids of the seats, to `lift`.

        In the round of `place_id` that is the seat; in the others the free one where they know fewest people
        and add most to the mix.

        Raises:
            NotPossible: there is no plan yet, or some round has no free seat.
        """
        with self._work.writing("plan.place") as store:
            sheet = hand_seating.sheet(store, event_id, None)
            seats = hand_seating.place(store, sheet, participation_id, place_id)
        return changed(Topic.TABLES, row=event_id), seats

    def squeeze(self, event_id: UUID, participation_id: UUID) -> tuple[Change, Squeezed]:
        """Give somebody a seat in every round, with a chair more at a table where a round is full.

        Raises:
            NotPossible: there is no plan yet.
        """
        with self._work.writing("plan.chair") as store:
            sheet = hand_seating.sheet(store, event_id, None)
            squeezed = extra_chairs.squeeze(store, sheet, participation_id)
        return changed(Topic.TABLES, row=event_id), squeezed

    def take_chair(self, event_id: UUID, squeezed: Squeezed) -> Change:
        """Undo `squeeze`: the seats are free and the tables as they were.

        Raises:
            Conflict: a newer plan has come.
        """
        with self._work.writing("plan.chair.undo") as store:
            extra_chairs.take_back(store, event_id, squeezed)
        return changed(Topic.TABLES, row=event_id)

    def lift(self, event_id: UUID, seat_ids: Sequence[UUID]) -> Change:
        """Take back seats that were given by hand.

        Raises:
            Conflict: a newer plan has come.
        """
        with self._work.writing("plan.lift") as store:
            hand_seating.lift(store, event_id, seat_ids)
        return changed(Topic.TABLES, row=event_id)


def _next_version(store: Store, event_id: UUID, given: SeatingInput, result: SeatingResult) -> PlanVersion:
    earlier = seating_store.latest(store, event_id)
    found = result.figures
    return store.add(
        PlanVersion(
            id=store.new_id(),
            event_id=event_id,
            version=earlier.version + 1 if earlier else 1,
            seed=given.request.seed,
            spread=given.request.spread,
            figures={
                "excess": found.excess,
                "repeats": found.repeats,
                "coincidences": found.coincidences,
                "leader_repeats": found.leader_repeats,
                "moved": found.moved,
            },
            bounds=asdict(result.bounds),
            parent_id=earlier.id if earlier else None,
            made_at=store.now(),
        )
    )


def _newcomers(store: Store, event_id: UUID, people: Sequence[UUID]) -> tuple[UUID, ...]:
    """Those who had no seat in any earlier plan of this meeting."""
    earlier = [plan.id for plan in store.find(PlanVersion, event_id=event_id)]
    known = {seat.participation_id for seat in store.find(Seat, plan_id=earlier)} if earlier else set()
    return tuple(one for one in people if one not in known)


def _seats(store: Store, version: PlanVersion, given: SeatingInput, plan: SeatingPlan) -> Iterator[Seat]:
    """The seats of a plan; one that somebody had already keeps saying who gave it."""
    held = {(lock.person, lock.round) for lock in given.problem.locks}
    earlier = store.find(Seat, plan_id=version.parent_id) if version.parent_id is not None else ()
    sources = {(seat.participation_id, seat.table_round_id): seat.source for seat in earlier}
    for number, tables in enumerate(plan.tables):
        for person, table in enumerate(tables):
            if table < 0:
                continue
            who, where = given.participations[person], given.places[number][table]
            yield Seat(
                id=store.new_id(),
                plan_id=version.id,
                participation_id=who,
                table_round_id=where,
                source=sources.get((who, where), SeatSource.SOLVER),
                locked_by="lock" if (person, number) in held else "",
            )
