"""What an organiser does with people on the page: each asks a service, and offers Undo where that may be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from burgertop_app.domain.people import State
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.name_marks import outcome_sentence
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.pdf_text import pdf_text
from burgertop_app.ui.people.dialogs import EraseDialog, ExportDialog
from burgertop_app.ui.people.marking import Marking
from burgertop_app.ui.people.notice import tell_once

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.name_marks import ErasureOutlook
    from burgertop_app.domain.requests import Keeping, PersonForm
    from burgertop_app.domain.views import PeopleView, PersonLine, PersonStory
    from burgertop_app.ui.kit.tables import Entry, Sheet
    from burgertop_app.ui.page import Page

MARKS = {
    State.INVITED: "mail",
    State.REGISTERED: "user-plus",
    State.CONFIRMED: "user-check",
    State.DECLINED: "circle-minus",
    State.PRESENT: "circle-check",
    State.ABSENT: "user-x",
    State.FED_BACK: "mail-check",
}
SHEETS = "Excel (*.xlsx);;CSV (*.csv)"


class PeopleActions:
    """Carries out requests for `page`."""

    def __init__(self, page: Page[PeopleView]) -> None:
        self._page = page
        self._desk = page.desk
        self._people = page.desk.services.people
        self._marking = Marking(page)

    def entries(self, lines: Sequence[PersonLine]) -> list[Entry]:
        """What can be done with these people at once."""
        living = [line for line in lines if line.state is not State.ERASED]
        if not living:
            return []
        states: list[Entry] = [
            (_("State: {state}").format(state=word(state)), icon, self._marker(living, state))
            for state, icon in MARKS.items()
        ]
        return [
            *states,
            *self._marking.entries(living),
            (_("Sign off…"), "circle-x", lambda: self.withdraw(living)),
        ]

    def mark(self, lines: Sequence[PersonLine], state: State, note: str = "") -> None:
        """Give people a state."""
        before = {line.participation_id: line.state for line in lines if line.state is not state}
        if not before:
            return
        people = self._people
        told = ngettext(
            "Number {number}: {state}.", "{count} people have a new state: {state}.", len(before)
        ).format(number=lines[0].number, count=number(len(before)), state=word(state))
        self._page.ask(
            lambda: people.mark(list(before), state, note),
            lambda _change: self._desk.did(
                told,
                lambda: people.put_back(before, state),
                lambda: people.mark(list(before), state, note),
                MARKS.get(state, "circle-x"),
            ),
        )

    def withdraw(self, lines: Sequence[PersonLine]) -> None:
        """Mark people as withdrawn, with one reason."""
        title = ngettext("Sign off number {number}?", "Sign off {count} people?", len(lines))
        reason = self._desk.dialogs.reason(
            self._page,
            title.format(number=lines[0].number, count=number(len(lines))),
            _("Who signs off is not drawn and gets no seat. The reason stands in the story of this person."),
            _("Sign off"),
        )
        if reason is not None:
            self.mark(lines, State.WITHDRAWN, reason)

    def edited(self, story: PersonStory, before: PersonForm, after: PersonForm) -> None:
        """Offer to undo what was edited."""
        people, participation_id = self._people, story.line.participation_id
        self._desk.did(
            _("Number {number} is changed.").format(number=story.line.number),
            lambda: people.edit(participation_id, before),
            lambda: people.edit(participation_id, after),
            "pencil",
        )

    def erase(self, story: PersonStory) -> None:
        """Look where the name would stay, ask for the number and erase everything; there is no way back."""
        privacy, person_id = self._desk.services.privacy, story.contact.person_id
        self._page.ask(
            lambda: privacy.outlook(person_id, pdf_text), lambda outlook: self._on_outlook(story, outlook)
        )

    def _on_outlook(self, story: PersonStory, outlook: ErasureOutlook) -> None:
        if self.agrees_to_erase(story.line, outlook):
            privacy, person_id = self._desk.services.privacy, story.contact.person_id
            told = _("The data of number {number} are erased.").format(number=story.line.number)
            left = outcome_sentence(len(outlook.found), len(outlook.unread))
            self._page.ask(
                lambda: privacy.erase(person_id, pdf_text), lambda _change: self._erased(told, left)
            )

    def agrees_to_erase(self, line: PersonLine, outlook: ErasureOutlook) -> bool:
        """Whether the organiser typed the number and pressed the button."""
        return EraseDialog(self._page, line, outlook).exec() == QDialog.DialogCode.Accepted

    def _erased(self, told: str, left: str) -> None:
        self._desk.undo.clear()
        self._desk.say(told)
        if left and self._desk.dialogs.offer(self._page, told, left, _("To the log")):
            self._desk.navigate("log")

    def export(self, process: UUID, sheet: Sheet, ids: Sequence[UUID], purpose: str) -> None:
        """Ask what for and where, and write people to a file."""
        dialog = ExportDialog(self._page, sheet, purpose)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            ways = ids if dialog.contact.value() else ()
            self.write(process, sheet, dialog.purpose.value(), ways)

    def write(self, process: UUID, sheet: Sheet, purpose: str, ids: Sequence[UUID] = ()) -> None:
        """Ask where, and write people to a file; with `ids` their addresses come along."""
        proposal = Path(_("people") + ".xlsx")
        path = self._desk.dialogs.save_file(self._page, _("People to Excel"), SHEETS, proposal)
        if path is None:
            return
        place = path if path.suffix else path.with_suffix(".xlsx")
        exporting = self._desk.services.exporting
        told = ngettext(
            "{count} person stands in {file}.", "{count} people stand in {file}.", len(sheet.rows)
        )
        self._page.long(
            _("Writing the sheet"),
            lambda _progress: exporting.export_people(process, sheet, place, purpose, ids),
            lambda _change: self._desk.say(told.format(count=number(len(sheet.rows)), file=place.name)),
        )

    def _marker(self, lines: list[PersonLine], state: State) -> Marker:
        return Marker(self, lines, state)


class Marker:
    """Gives `lines` a state when called; a menu keeps it."""

    def __init__(self, actions: PeopleActions, lines: list[PersonLine], state: State) -> None:
        self._actions = actions
        self._lines = lines
        self._state = state

    def __call__(self) -> None:
        """Do it."""
        self._actions.mark(self._lines, self._state)


class Typing:
    """Keeps one person while the fields are typed: adds at the first time, edits from then on.

    `keep` runs on the write lane, one after another, so that nobody is added twice.
    """

    def __init__(self, page: Page[PeopleView], process: UUID, participation_id: UUID | None = None) -> None:
        self._page = page
        self._people = page.desk.services.people
        self._process = process
        self.participation_id = participation_id

    def keep(self, form: PersonForm, keeping: Keeping | None) -> Change:
        """Keep what the fields say."""
        if self.participation_id is not None:
            return self._people.edit(self.participation_id, form)
        change = self._people.add(self._process, form, keeping)
        self.participation_id = change.id
        return change

    def tell_about_the_file(self) -> None:
        """Somebody was added: say once that the file is not encrypted."""
        tell_once(self._page)
