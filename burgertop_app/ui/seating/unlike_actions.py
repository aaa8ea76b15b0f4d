"""What an organiser does with the exceptions of a meeting: each asks a service and offers Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from burgertop_app.domain.events import Stay
from burgertop_app.domain.seating_rules import Mixing, ValueMixing
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.unlike import waiting_words
from burgertop_app.ui.seating.rules_card import people_for
from burgertop_app.ui.seating.unlike_card import missed_places
from burgertop_app.ui.seating.unlike_forms import (
    HEAVY,
    LIGHT,
    ChoiceForm,
    MixForm,
    SeatsForm,
    StayForm,
    TopicsForm,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.events import Event
    from burgertop_app.domain.seating_views import Room
    from burgertop_app.services.topic_choices import ChoicesRead
    from burgertop_app.ui.kit.dialogs import Panel
    from burgertop_app.ui.page import Page
    from burgertop_app.ui.seating.found import TablesFound
    from burgertop_app.ui.seating.setup import SetUp


class UnlikeActions:
    """Carries out requests for `page`; `found` on it is what was read last."""

    def __init__(self, page: Page[TablesFound]) -> None:
        self._page, self._desk = page, page.desk
        self._rules = page.desk.services.table_rules
        self._choices = page.desk.services.topic_choices
        self.found: TablesFound | None = None

    def connect(self, setup: SetUp) -> None:
        """Listen to the set-up."""
        card = setup.unlike
        card.stay_wanted.connect(self.ask_stay)
        card.stay_gone.connect(lambda person: self.stay(person, 1, 0))
        card.watch_changed.connect(self.watch)
        card.seats_wanted.connect(self.ask_seats)
        card.seats_gone.connect(lambda tables: self.seat(tables, 0, 0))
        card.choice_wanted.connect(self.ask_choice)
        card.choices_wanted.connect(self.ask_file)
        setup.topics_wanted.connect(self.ask_topics)
        setup.mix.other_wanted.connect(lambda: self.ask_mix(setup.spread))
        setup.mix.weight_gone.connect(lambda feature: self.weigh(feature, 1.0))
        setup.mix.rule_gone.connect(self.unmix)
        setup.mix.alone_changed.connect(self.stand_alone)

    def ask_stay(self, person: UUID | None = None) -> None:
        """Ask when somebody is there, and keep it; of `person` when that is known already."""
        room = self._room
        if room is None or self.found is None:
            return
        form = StayForm(self._page, people_for(self.found, room), room.rounds)
        form.show_stay(person, room.stays.get(person) if person is not None else None)
        who, first, last = form.given if _agreed(form) else (None, 1, 0)
        if who is not None:
            self.stay(who, first, last)

    def stay(self, person: UUID, first: int, last: int) -> None:
        """Let somebody be there in these rounds."""
        room, rules = self._room, self._rules
        if room is None:
            return
        event_id, kept = room.event.id, room.stays.get(person)
        before = (kept.first, kept.last) if kept is not None else (1, 0)
        told = _("When somebody is there is kept. It holds from the next plan on.")
        after = Stay(id=person, event_id=event_id, participation_id=person, first=first, last=last)
        waiting = waiting_words(missed_places(room, after))
        self._do(
            f"{told} {waiting}" if waiting else told,
            lambda: rules.stay(event_id, person, first, last),
            lambda: rules.stay(event_id, person, *before),
        )

    def watch(self, person: UUID, observes: bool) -> None:  # noqa: FBT001  (a slot)
        """Let somebody watch at a table, or not."""
        room, rules = self._room, self._rules
        if room is not None:
            event_id = room.event.id
            self._do(
                _("The observers are kept. It holds from the next plan on."),
                lambda: rules.watch(event_id, person, observes=observes),
                lambda: rules.watch(event_id, person, observes=not observes),
            )

    def ask_seats(self) -> None:
        """Ask which tables have other seats, and keep it."""
        room = self._room
        if room is not None:
            form = SeatsForm(self._page, len(room.tables))
            if _agreed(form):
                self.seat(*form.given)

    def seat(self, tables: Sequence[int], low: int, high: int) -> None:
        """Give these tables seats of their own; 0 and 0 is as the others."""
        room, rules = self._room, self._rules
        if room is None:
            return
        event_id = room.event.id
        before = {
            table.no: (table.own_low, table.own_high) for table in room.tables if table.no in set(tables)
        }

        def back() -> Change:
            *most, last = before.items()
            for no, seats in most:
                rules.seat(event_id, [no], *seats)
            return rules.seat(event_id, [last[0]], *last[1])

        self._do(
            _("The seats of these tables are kept. It holds from the next plan on."),
            lambda: rules.seat(event_id, tables, low, high),
            back,
        )

    def ask_mix(self, spread: Sequence[str]) -> None:
        """Ask what must be divided otherwise, and keep it."""
        found = self.found
        if found is None or found.room is None:
            return
        form = MixForm(self._page, {name: found.features[name] for name in spread if name in found.features})
        if not _agreed(form):
            return
        feature, value, how = form.given
        if value:
            event = found.room.event
            others = [rule for rule in event.mixing if (rule.attribute, rule.value) != (feature, value)]
            self._mix(event, event.weights, [*others, ValueMixing(feature, value, Mixing(how))])
        else:
            self.weigh(feature, HEAVY if how == "heavy" else LIGHT)

    def weigh(self, feature: str, weight: float) -> None:
        """Let a feature count so heavy."""
        room = self._room
        if room is not None:
            self._mix(room.event, {**room.event.weights, feature: weight}, room.event.mixing)

    def unmix(self, rule: ValueMixing) -> None:
        """Spread a value like the others again."""
        room = self._room
        if room is not None:
            self._mix(room.event, room.event.weights, [one for one in room.event.mixing if one != rule])

    def stand_alone(self, alone: bool) -> None:  # noqa: FBT001  (a slot)
        """Leave out whom people met at earlier meetings, or count them."""
        room, rules = self._room, self._rules
        if room is not None:
            event_id = room.event.id
            self._do(
                _("How earlier meetings count is kept. It holds from the next plan on."),
                lambda: rules.stand_alone(event_id, alone=alone),
                lambda: rules.stand_alone(event_id, alone=not alone),
            )

    def ask_topics(self, round_id: UUID) -> None:
        """Ask which tables have which topic in a round, and keep it."""
        room, meetings = self._room, self._page.desk.services.meetings
        if room is None:
            return
        event_id = room.event.id
        before = {
            seated.table.no: seated.place.topic for seated in room.seated[round_id] if seated.place.topic
        }
        form = TopicsForm(self._page, before, len(room.seated[round_id]))
        if _agreed(form) and form.given != before:
            after = form.given
            self._do(
                _("The topics of the tables are kept."),
                lambda: meetings.set_topics(event_id, round_id, after),
                lambda: meetings.set_topics(event_id, round_id, before),
            )

    def ask_choice(self) -> None:
        """Ask what somebody wants to talk about, and keep it."""
        room, found = self._room, self.found
        if room is None or found is None:
            return
        coming = [line for line in found.guests if line.participation_id in found.coming]
        form = ChoiceForm(self._page, coming, found.topics, room.choices)
        person, topics = form.given if _agreed(form) else (None, ())
        if person is not None:
            self._choose(room, {person: topics}, _("The choices are kept."))

    def ask_file(self) -> None:
        """Read choices from a file, say what was found, and keep it if the organiser agrees."""
        room, choices = self._room, self._choices
        if room is None:
            return
        kinds = _("Sheets (*.csv *.xlsx *.xlsm *.ods *.xls *.txt)")
        path = self._desk.dialogs.open_file(self._page, _("Choices of topics"), kinds)
        if path is not None:
            event_id = room.event.id
            self._page.ask(lambda: choices.look(event_id, path), lambda read: self._on_read(room, read))

    def _on_read(self, room: Room, read: ChoicesRead) -> None:
        count = len(read.choices)
        question = ngettext(
            "The file has choices of {count} person.", "The file has choices of {count} people.", count
        ).format(count=number(count))
        if read.empty:
            more = ngettext(
                "{count} of them chose nothing.", "{count} of them chose nothing.", read.empty
            ).format(count=number(read.empty))
            question = f"{question} {more}"
        instead = _("They take the place of what these people chose before.")
        question = f"{question} {instead}"
        if self._desk.dialogs.ask(self._page, _("Choices of topics"), question, _("Take over")):
            told = ngettext(
                "The choices of {count} person are kept.", "The choices of {count} people are kept.", count
            )
            self._choose(room, read.choices, told.format(count=number(count)))

    def _choose(self, room: Room, after: Mapping[UUID, Sequence[str]], told: str) -> None:
        choices, event_id = self._choices, room.event.id
        before = {person: room.choices.get(person, ()) for person in after}
        self._do(told, lambda: choices.keep(event_id, after), lambda: choices.put_back(event_id, before))

    def _mix(self, event: Event, weights: Mapping[str, float], mixing: Sequence[ValueMixing]) -> None:
        rules = self._rules
        self._do(
            _("How people are divided is kept. It holds from the next plan on."),
            lambda: rules.mix(event.id, weights, mixing),
            lambda: rules.mix(event.id, event.weights, event.mixing),
        )

    def _do(self, told: str, change: Callable[[], Change], back: Callable[[], Change]) -> None:
        self._page.ask(change, lambda _change: self._desk.did(told, back, change, "armchair"))

    @property
    def _room(self) -> Room | None:
        return self.found.room if self.found is not None else None


def _agreed(form: Panel) -> bool:
    return form.exec() == QDialog.DialogCode.Accepted
