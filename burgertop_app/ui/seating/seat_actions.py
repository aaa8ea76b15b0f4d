"""What an organiser does with seats on the page: each asks a service and offers Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from burgertop_app.domain.events import TableRound
from burgertop_app.domain.seating_fit import full_rounds
from burgertop_app.i18n import _
from burgertop_app.messages.table_fit import chair_question, chair_words
from burgertop_app.services.seating import calculate, calculate_repairs
from burgertop_app.ui.seating.repair import RepairForm
from burgertop_app.ui.seating.versions import VersionsForm

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.events import Lock, PlanVersion
    from burgertop_app.domain.seating_views import Room, SeatMove
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.services.extra_chairs import Squeezed
    from burgertop_app.ui.page import Page
    from burgertop_app.ui.seating.found import TablesFound


class SeatActions:
    """Carries out requests about the plan for `page`; `found` on it is what was read last."""

    def __init__(self, page: Page[TablesFound]) -> None:
        self._page = page
        self._desk = page.desk
        self._event_day = page.desk.services.event_day
        self._seating = page.desk.services.seating
        self.found: TablesFound | None = None

    def plan(self, spread: tuple[str, ...]) -> None:
        """Make a plan in the other lane; the plan of before can come back."""
        room, seating = self._room, self._seating
        if room is None:
            return
        event_id, before = room.event.id, room.version
        self._page.request(
            _("Making the table plan…"),
            lambda: seating.fresh(event_id, spread),
            calculate,
            seating.keep,
            lambda kept: self._on_planned(before.id if before else None, kept),
        )

    def repair(self) -> None:
        """Calculate the repairs of the plan, and ask which one."""
        room, seating = self._room, self._seating
        if room is None or room.version is None:
            return
        event_id = room.event.id
        self._page.request(
            _("Looking for repairs of the table plan…"),
            lambda: seating.repairs(event_id),
            calculate_repairs,
            lambda given, results: tuple(zip(given, results, strict=True)),
            self._on_repairs,
        )

    def versions(self) -> None:
        """Show every plan with what differs, and return to one if the organiser wants."""
        room, seating = self._room, self._seating
        if room is None or room.version is None:
            return
        event_id, present = room.event.id, room.version.id

        def read() -> tuple[tuple[PlanVersion, ...], dict[UUID, tuple[SeatMove, ...]]]:
            kept = seating.versions(event_id)
            return kept, {plan.id: seating.moves(plan.id, present) for plan in kept if plan.id != present}

        self._page.ask(read, lambda found: self._on_versions(*found))

    def _on_versions(self, kept: tuple[PlanVersion, ...], moves: dict[UUID, tuple[SeatMove, ...]]) -> None:
        form = VersionsForm(self._page, kept, moves)
        if form.exec() != QDialog.DialogCode.Accepted or form.chosen is None:
            return
        seating, wanted, present = self._seating, form.chosen.id, kept[-1].id
        self._page.ask(lambda: seating.return_to(wanted), lambda made: self._on_planned(present, made))

    def _on_repairs(self, found: object) -> None:
        room, seating = self._room, self._seating
        if room is None or not isinstance(found, tuple):
            return
        form = RepairForm(self._page, found)
        if form.exec() != QDialog.DialogCode.Accepted:
            return
        given, result = form.chosen
        before = room.version.id if room.version is not None else None
        self._page.ask(lambda: seating.keep(given, result), lambda kept: self._on_planned(before, kept))

    def _on_planned(self, before: UUID | None, kept: object) -> None:
        seating, plan_id = self._seating, getattr(kept, "id", None)
        if before is None or plan_id is None:
            self._desk.say(_("The table plan is ready."))
            return
        self._desk.did(
            _("There is a new table plan."),
            lambda: seating.return_to(before),
            lambda: seating.return_to(plan_id),
            "armchair",
        )

    def swap(self, round_no: int, one: UUID, other: UUID, told: str) -> None:
        """Let two people change seats."""
        room, seating = self._room, self._seating
        if room is None or room.version is None:
            return
        event_id, plan_id = room.event.id, room.version.id

        def change() -> Change:
            return seating.swap(event_id, round_no, one, other, plan_id)

        self._page.ask(change, lambda _change: self._desk.did(told, change, change, "arrow-left-right"))

    def move(self, person: UUID, place: UUID, back: UUID, told: str) -> None:
        """Put somebody on a free seat."""
        room, seating = self._room, self._seating
        if room is None or room.version is None:
            return
        event_id, plan_id = room.event.id, room.version.id
        self._page.ask(
            lambda: seating.move(event_id, person, place, plan_id),
            lambda _change: self._desk.did(
                told,
                lambda: seating.move(event_id, person, back, plan_id),
                lambda: seating.move(event_id, person, place, plan_id),
                "armchair",
            ),
        )

    def place_or_squeeze(self, line: PersonLine, name: str) -> None:
        """Give somebody the best free seats; where a round is full, ask whether a chair may be put."""
        room, found = self._room, self.found
        if room is None or found is None:
            return
        full = full_rounds(room, line.participation_id, found.attendance)
        if not full:
            self.place(line, None, name)
        elif self._desk.dialogs.ask(
            self._page, _("No free seat"), chair_question(name, full), _("Put a chair")
        ):
            self._squeeze(line.participation_id, name)

    def _squeeze(self, person: UUID, name: str) -> None:
        room, seating = self._room, self._seating
        if room is None:
            return
        event_id = room.event.id
        given: list[Squeezed] = []

        def give() -> Change:
            change, squeezed = seating.squeeze(event_id, person)
            given.append(squeezed)
            return change

        self._page.ask(
            give,
            lambda _change: self._desk.did(
                chair_words(name, sorted(given[-1].before)),
                lambda: seating.take_chair(event_id, given[-1]),
                give,
                "armchair",
            ),
        )

    def place(self, line: PersonLine, place: UUID | None, name: str) -> None:
        """Give somebody a seat in every round."""
        room, seating = self._room, self._seating
        if room is None:
            return
        event_id, person = room.event.id, line.participation_id
        given: list[tuple[UUID, ...]] = []

        def give() -> Change:
            change, seats = seating.place(event_id, person, place)
            given.append(seats)
            return change

        self._page.ask(
            give,
            lambda _change: self._desk.did(
                _("{name} has a seat in every round.").format(name=name),
                lambda: seating.lift(event_id, given[-1]),
                give,
                "armchair",
            ),
        )

    def lock(self, person: UUID, place: TableRound, name: str) -> None:
        """Keep somebody at a table in that round, in every next plan."""
        room, event_day = self._room, self._event_day
        if room is None:
            return
        event_id, round_id = room.event.id, place.round_id
        locks = (lock for lock in room.locks if lock.participation_id == person and lock.round_id == round_id)
        earlier = next((_locked_place(lock) for lock in locks), None)

        def back() -> Change:
            if earlier is None:
                return event_day.free(event_id, person, round_id)
            return event_day.lock(event_id, person, earlier)

        self._page.ask(
            lambda: event_day.lock(event_id, person, place),
            lambda _change: self._desk.did(
                _("The seat of {name} is locked.").format(name=name),
                back,
                lambda: event_day.lock(event_id, person, place),
                "lock",
            ),
        )

    def unlock(self, lock: Lock, name: str) -> None:
        """Let somebody sit anywhere again."""
        room, event_day = self._room, self._event_day
        if room is None:
            return
        event_id, person, round_id = lock.event_id, lock.participation_id, lock.round_id
        place = _locked_place(lock)
        self._page.ask(
            lambda: event_day.free(event_id, person, round_id),
            lambda _change: self._desk.did(
                _("The seat of {name} is free to change.").format(name=name),
                lambda: event_day.lock(event_id, person, place),
                lambda: event_day.free(event_id, person, round_id),
                "lock-open",
            ),
        )

    @property
    def _room(self) -> Room | None:
        return self.found.room if self.found is not None else None


def _locked_place(lock: Lock) -> TableRound:
    """Where a lock wants somebody, also where the round does not use that table any more."""
    return TableRound(id=lock.id, table_id=lock.table_id, round_id=lock.round_id)
