"""What an organiser does with a meeting, its tables and its guests: each asks a service and offers Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from burgertop_app.domain.events import PairRule, Presence
from burgertop_app.domain.stays import affected
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.tables import round_words, walk_in_words
from burgertop_app.messages.unlike import moved_words
from burgertop_app.ui.seating.rules_card import PairForm, names_for, people_for

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.events import Round, TableRound
    from burgertop_app.domain.people import NeedKind
    from burgertop_app.domain.requests import PersonForm
    from burgertop_app.domain.seating_views import Room
    from burgertop_app.services.walking_in import WalkedIn
    from burgertop_app.ui.page import Page
    from burgertop_app.ui.seating.forms import MeetingGiven
    from burgertop_app.ui.seating.found import TablesFound


_NOTHING = (None, None, None, "")


class MeetingActions:
    """Carries out requests about the meeting for `page`; `found` on it is what was read last."""

    def __init__(self, page: Page[TablesFound]) -> None:
        self._page = page
        self._desk = page.desk
        self._meetings = page.desk.services.meetings
        self._event_day = page.desk.services.event_day
        self._rules = page.desk.services.table_rules
        self.found: TablesFound | None = None

    def begin(self, process: UUID, given: MeetingGiven, done: Callable[[Change], object]) -> None:
        """Make a meeting with a sensible set-up."""
        meetings = self._meetings
        self._page.ask(
            lambda: meetings.begin(process, title=given.title, on=given.on, place=given.place), done
        )

    def edit(self, given: MeetingGiven) -> None:
        """Keep name, day and place."""
        room, meetings = self._room, self._meetings
        if room is not None:
            event_id = room.event.id
            self._page.ask(lambda: meetings.edit(event_id, title=given.title, on=given.on, place=given.place))

    def set_tables(self, count: int, low: int, high: int) -> None:
        """Have so many tables."""
        room, meetings = self._room, self._meetings
        if room is None:
            return
        event_id, before = room.event.id, room.tables
        old = (
            len(before),
            min((t.low for t in before), default=low),
            max((t.high for t in before), default=high),
        )
        if old == (count, low, high):
            return
        told = ngettext(
            "There is now {count} table of {low} to {high}.",
            "There are now {count} tables of {low} to {high}.",
            count,
        ).format(count=number(count), low=low, high=high)

        def done(_change: Change) -> None:
            if old[0]:
                self._desk.did(
                    told,
                    lambda: meetings.set_tables(event_id, old[0], low=old[1], high=old[2]),
                    lambda: meetings.set_tables(event_id, count, low=low, high=high),
                    "armchair",
                )

        self._page.ask(lambda: meetings.set_tables(event_id, count, low=low, high=high), done)

    def set_rounds(self, rounds: Sequence[Round]) -> None:
        """Keep the rounds while they are typed."""
        room, meetings = self._room, self._meetings
        if room is None or tuple(rounds) == room.rounds:
            return
        event_id, before, stays = room.event.id, room.rounds, _stays(room)
        told = self._moved(room, rounds)

        def done(_change: Change) -> None:
            if told:
                self._desk.did(
                    told,
                    lambda: meetings.set_rounds(event_id, before, stays),
                    lambda: meetings.set_rounds(event_id, rounds),
                    "user-check",
                )

        self._page.ask(lambda: meetings.set_rounds(event_id, rounds), done)

    def add_round(self) -> None:
        """Add a round after the last one."""
        room, meetings = self._room, self._meetings
        if room is not None:
            event_id = room.event.id
            self._page.ask(lambda: meetings.add_round(event_id))

    def remove_round(self, round_id: UUID) -> None:
        """Take a round away."""
        room, meetings = self._room, self._meetings
        if room is None:
            return
        event_id, before, stays = room.event.id, room.rounds, _stays(room)
        after = tuple(turn for turn in before if turn.id != round_id)
        gone = next(turn for turn in before if turn.id == round_id)
        told = _("{round} is taken away.").format(round=round_words(gone.no))
        moved = self._moved(room, after)
        self._page.ask(
            lambda: meetings.set_rounds(event_id, after),
            lambda _change: self._desk.did(
                f"{told} {moved}" if moved else told,
                lambda: meetings.set_rounds(event_id, before, stays),
                lambda: meetings.set_rounds(event_id, after),
                "trash-2",
            ),
        )

    def serve(self, need: NeedKind, tables: tuple[int, ...]) -> None:
        """Let exactly these tables serve a need."""
        room, rules = self._room, self._rules
        if room is None:
            return
        event_id = room.event.id
        before = tuple(table.no for table in room.tables if need.value in table.properties)
        if before == tables:
            return
        self._page.ask(
            lambda: rules.serve(event_id, need, tables),
            lambda _change: self._desk.did(
                _("The tables for this need are kept."),
                lambda: rules.serve(event_id, need, before),
                lambda: rules.serve(event_id, need, tables),
                "armchair",
            ),
        )

    def pair(self) -> None:
        """Ask for a rule about two people and keep it."""
        room, rules, found = self._room, self._rules, self.found
        if room is None or found is None:
            return
        form = PairForm(self._page, people_for(found, room))
        kind, one, other, reason = form.given if form.exec() == QDialog.DialogCode.Accepted else _NOTHING
        if kind is None or one is None or other is None:
            return
        event_id, told = room.event.id, _("The rule holds from the next plan on.")
        made = PairRule(id=one, event_id=event_id, kind=kind, a_id=one, b_id=other)
        earlier = next((rule for rule in room.pairs if {rule.a_id, rule.b_id} == {one, other}), None)

        def back() -> Change:
            if earlier is None:
                return rules.unpair(made)
            return rules.pair(event_id, earlier.kind, earlier.a_id, earlier.b_id, earlier.reason)

        self._page.ask(
            lambda: rules.pair(event_id, kind, one, other, reason),
            lambda _change: self._desk.did(
                told,
                back,
                lambda: rules.pair(event_id, kind, one, other, reason),
                "users",
            ),
        )

    def unpair(self, rule: PairRule) -> None:
        """Take a rule about two people away."""
        rules = self._rules
        again = (rule.event_id, rule.kind, rule.a_id, rule.b_id, rule.reason)
        self._page.ask(
            lambda: rules.unpair(rule),
            lambda _change: self._desk.did(
                _("The rule is taken away."),
                lambda: rules.pair(*again),
                lambda: rules.unpair(rule),
                "trash-2",
            ),
        )

    def lead_by_turns(self) -> None:
        """Give every table a facilitator."""
        room, event_day = self._room, self._event_day
        if room is None:
            return
        event_id, before = room.event.id, _leaders(room)
        self._page.ask(
            lambda: event_day.lead_by_turns(event_id),
            lambda _change: self._desk.did(
                _("The facilitators are divided over the tables."),
                lambda: event_day.lead(before),
                lambda: event_day.lead_by_turns(event_id),
                "users",
            ),
        )

    def lead(self, after: Mapping[UUID, UUID | None], told: str) -> None:
        """Put facilitators at tables in rounds."""
        room, event_day = self._room, self._event_day
        if room is None:
            return
        all_before = _leaders(room)
        before = {place: all_before.get(place) for place in after}
        if before != after:
            self._page.ask(
                lambda: event_day.lead(after),
                lambda _change: self._desk.did(
                    told, lambda: event_day.lead(before), lambda: event_day.lead(after), "users"
                ),
            )

    def topic(self, place: TableRound, topic: str) -> None:
        """Give a table a topic of its own."""
        meetings, place_id, before = self._meetings, place.id, place.topic
        if before == topic:
            return
        self._page.ask(
            lambda: meetings.describe_place(place_id, topic=topic),
            lambda _change: self._desk.did(
                _("The topic of the table is changed."),
                lambda: meetings.describe_place(place_id, topic=before),
                lambda: meetings.describe_place(place_id, topic=topic),
                "pencil",
            ),
        )

    def attend(
        self,
        before: Mapping[UUID, Presence | None],
        presence: Presence | None,
        name: str,
        kept: Callable[[], object],
        refused: Callable[[], object],
    ) -> None:
        """Mark who came; `before` has the earlier marks, then `kept` or `refused` is called."""
        room, event_day = self._room, self._event_day
        if room is None:
            return
        event_id, after = room.event.id, dict.fromkeys(before, presence)
        told = _attended(name if len(before) == 1 else "", len(before), presence)

        def done(_change: Change) -> None:
            kept()
            self._desk.did(
                told,
                lambda: event_day.attend(event_id, before),
                lambda: event_day.attend(event_id, after),
                "user-check",
            )

        task = self._page.ask(lambda: event_day.attend(event_id, after), done)
        task.failed.connect(lambda _error: refused())

    def walk_in(
        self, who: PersonForm | UUID, name: str, before: Presence | None, said: Callable[[str, bool], object]
    ) -> None:
        """Let somebody in who was not expected; `said` gets the sentence, and whether they lack a seat."""
        room, event_day = self._room, self._event_day
        if room is None:
            return
        event_id = room.event.id
        came: list[WalkedIn] = []

        def let_in() -> Change:
            change, walked = event_day.walk_in(event_id, who)
            came.append(walked)
            return change

        def done(_change: Change) -> None:
            told = walk_in_words(name, came[-1].number, came[-1].tables)
            said(told, None in came[-1].tables)
            self._desk.did(told, lambda: event_day.walk_out(event_id, came[-1], before), let_in, "door-open")

        self._page.ask(let_in, done)

    def _moved(self, room: Room, rounds: Sequence[Round]) -> str:
        """What other rounds mean for who is not there all day."""
        before, after = [turn.id for turn in room.rounds], [turn.id for turn in rounds]
        names = names_for(self.found, room) if self.found is not None else {}
        return moved_words(
            [
                (names.get(stay.participation_id, _("Somebody who is not expected")), stay)
                for stay in affected(room.stays.values(), before, after)
            ]
        )

    @property
    def _room(self) -> Room | None:
        return self.found.room if self.found is not None else None


def _stays(room: Room) -> dict[UUID, tuple[int, int]]:
    return {one: (stay.first, stay.last) for one, stay in room.stays.items()}


def _leaders(room: Room) -> dict[UUID, UUID | None]:
    return {
        seated.place.id: seated.place.facilitator_id for tables in room.seated.values() for seated in tables
    }


def _attended(who: str, count: int, presence: Presence | None) -> str:
    if presence is Presence.PRESENT:
        said = (
            _("{name} is present.")
            if who
            else ngettext("{count} person is present.", "{count} people are present.", count)
        )
    elif presence is Presence.ABSENT:
        said = (
            _("{name} is absent.")
            if who
            else ngettext("{count} person is absent.", "{count} people are absent.", count)
        )
    else:
        said = (
            _("The mark of {name} is gone.")
            if who
            else ngettext("{count} mark is gone.", "{count} marks are gone.", count)
        )
    return said.format(name=who, count=number(count))
