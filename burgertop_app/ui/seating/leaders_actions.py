"""What an organiser does about languages and facilitators: each asks a service and offers Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from burgertop_app.i18n import _
from burgertop_app.ui.seating.leaders_card import asked_of
from burgertop_app.ui.seating.leaders_forms import AsksForm, BringsForm, LanguageForm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.seating_views import Room
    from burgertop_app.ui.kit.dialogs import Panel
    from burgertop_app.ui.page import Page
    from burgertop_app.ui.seating.found import TablesFound
    from burgertop_app.ui.seating.leaders_card import LeadersCard


class LeadersActions:
    """Carries out requests for `page`; `found` on it is what was read last."""

    def __init__(self, page: Page[TablesFound]) -> None:
        self._page, self._desk = page, page.desk
        self._rules, self._event_day = page.desk.services.table_rules, page.desk.services.event_day
        self.found: TablesFound | None = None

    def connect(self, card: LeadersCard) -> None:
        """Listen to the card in the set-up."""
        card.asks_wanted.connect(self.ask_tables)
        card.asks_gone.connect(self.take_away)
        card.language_wanted.connect(self.ask_language)
        card.language_gone.connect(lambda person: self.speak(person, ()))
        card.brings_wanted.connect(self.ask_brings)

    def ask_tables(self) -> None:
        """Ask what tables ask, and keep it."""
        room = self._room
        if room is not None:
            form = AsksForm(self._page, asked_of(room), len(room.tables))
            if _agreed(form):
                self._ask(room, form.given)

    def take_away(self, name: str) -> None:
        """Let no table ask this any more."""
        room = self._room
        if room is not None:
            self._ask(room, {one: tables for one, tables in asked_of(room).items() if one != name})

    def ask_language(self) -> None:
        """Ask who needs which language, and keep it."""
        room, found = self._room, self.found
        if room is None or found is None:
            return
        coming = [line for line in found.guests if line.participation_id in found.coming]
        form = LanguageForm(self._page, coming, room.languages)
        person, languages = form.given if _agreed(form) else (None, ())
        if person is not None:
            self.speak(person, languages)

    def speak(self, person: UUID, languages: Sequence[str]) -> None:
        """Say of which languages somebody needs one at the table."""
        room, rules = self._room, self._rules
        if room is None or tuple(languages) == room.languages.get(person, ()):
            return
        before: list[str | None] = []

        def change() -> Change:
            before.append(rules.language_note(person))
            return rules.speak(person, languages)

        self._do(
            _("The language is kept. It holds from the next plan on."),
            change,
            lambda: rules.note_language(person, before[-1]),
        )

    def ask_brings(self, leader: UUID | None) -> None:
        """Ask what a facilitator brings, and keep it."""
        room, event_day = self._room, self._event_day
        if room is None:
            return
        form = BringsForm(self._page, room.facilitators, room.brings, leader)
        person, languages, skills = form.given if _agreed(form) else (None, (), ())
        if person is None:
            return
        kept = room.brings.get(person)
        before = (tuple(kept.languages), tuple(kept.skills)) if kept else ((), ())
        if before != (languages, skills):
            self._do(
                _("What the facilitator brings is kept. It holds from the next plan on."),
                lambda: event_day.facilitator(person, languages, skills),
                lambda: event_day.facilitator(person, *before),
            )

    def _ask(self, room: Room, after: Mapping[str, Sequence[int]]) -> None:
        rules, event_id, before = self._rules, room.event.id, asked_of(room)
        if {name: tuple(tables) for name, tables in before.items()} != dict(after):
            self._do(
                _("What tables ask is kept. It holds from the next plan on."),
                lambda: rules.ask(event_id, after),
                lambda: rules.ask(event_id, before),
            )

    def _do(self, told: str, change: Callable[[], Change], back: Callable[[], Change]) -> None:
        self._page.ask(change, lambda _change: self._desk.did(told, back, change, "languages"))

    @property
    def _room(self) -> Room | None:
        return self.found.room if self.found is not None else None


def _agreed(form: Panel) -> bool:
    return form.exec() == QDialog.DialogCode.Accepted
