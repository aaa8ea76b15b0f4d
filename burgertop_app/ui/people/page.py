"""The page about people: the list, the pictures on top, one person at the right, and the wizards."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.changes import Topic
from burgertop_app.domain.views import PeopleView
from burgertop_app.i18n import _, mark
from burgertop_app.ui.kit.buttons import primary, secondary
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.page import Page
from burgertop_app.ui.people.actions import PeopleActions
from burgertop_app.ui.people.editing import Editing
from burgertop_app.ui.people.importing.run import ImportRun
from burgertop_app.ui.people.inviting.run import InviteRun
from burgertop_app.ui.people.listing import PeopleList, shape
from burgertop_app.ui.people.panel import PersonPanel
from burgertop_app.ui.people.picture import SharesCard
from burgertop_app.ui.people.registration.part import RegistrationPart
from burgertop_app.ui.people.summary import summary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from burgertop_app.domain.requests import Keeping
    from burgertop_app.domain.views import PersonLine, PersonStory
    from burgertop_app.ui.desk import Desk
    from burgertop_app.ui.kit.preferences import Kept
    from burgertop_app.ui.kit.tables import Entry, Sheet
    from burgertop_app.ui.people.form import PersonFields

NORMAL, EMPTY, WIZARD, INVITING = range(4)
LOW = 760


class PeoplePage(Page[PeopleView]):
    """Everyone of the process."""

    KEY, ICON, NAME = "people", "users", mark("People")
    TOPICS = frozenset({Topic.PEOPLE, Topic.QUOTAS, Topic.DRAWS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.found = PeopleView()
        self.act = PeopleActions(self)
        self.shares = SharesCard()
        self.list: PeopleList | None = None
        self.panel = PersonPanel(self._more)
        self.editing = Editing(self, self.panel, self.act, self._tell)
        self.run = ImportRun(self)
        self.invite = InviteRun(self)
        self.registration = RegistrationPart(self, self.shares)
        self._kept_list: Kept = None
        self._filling = False
        self._build()
        self.panel.edit_wanted.connect(lambda story: self.editing.edit(self.found, story))
        self.panel.withdraw_wanted.connect(lambda story: self.act.withdraw([story.line]))
        self.panel.closed.connect(self._on_closed)
        self.run.ended.connect(self._on_wizard_ended)
        self.invite.ended.connect(self._on_wizard_ended)
        self.remember("list", self)
        self.remember("replies", self.registration)

    @property
    def fields(self) -> PersonFields | None:
        """The fields in the drawer, while somebody is added or edited."""
        return self.editing.fields

    @override
    def reading(self, process: UUID) -> Callable[[], PeopleView]:
        people = self.desk.services.people
        return lambda: people.view(process)

    @override
    def fill(self, found: PeopleView) -> None:
        self.found = found
        if self.list is None or self.list.shape != shape(found.features):
            self._new_list()
        if self.list is not None:
            self._filling = True
            self.list.table.put(found.lines)
            self._filling = False
        self.shares.put(found.shares)
        self.head.say(summary(found))
        self.registration.load()
        if not (self.run.running or self.invite.running):
            self._show(NORMAL if found.lines or self.panel.isVisible() else EMPTY)
        if self.panel.story is not None and self.fields is None:
            self._tell(self.panel.story.line.participation_id)

    @override
    def show_process(self, process: UUID | None, focus: object = None) -> None:
        if process != self.process:
            self.panel.close_up()
            self.run.stop()
            self.invite.stop()
            self.registration.leave()
        super().show_process(process, focus)

    @override
    def focus_on(self, focus: object) -> None:
        people = self.desk.services.people
        match focus:
            case ("erase_people" | "erase_people_soon", UUID() as import_id):
                self.ask(
                    lambda: people.still_kept(import_id), lambda ids: self.focus_on(next(iter(ids), None))
                )
            case _:
                pass
        if not isinstance(focus, UUID) or self.list is None:
            return
        self.run.stop()
        self.invite.stop()
        if not self.list.table.select(focus):
            self.list.table.clear_filter()
            self.list.table.select(focus)
        self._tell(focus)

    def state(self) -> Kept:
        """Widths, order and tick boxes of the list."""
        return self.list.state() if self.list is not None else self._kept_list

    def restore(self, state: Kept) -> None:
        """Take the state back, as soon as there is a list."""
        self._kept_list = state
        if self.list is not None:
            self.list.restore(state)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.registration.make_room(roomy=self.height() > LOW)

    def _build(self) -> None:
        empty = EmptyPage(
            _("Here come the people who registered, with what they said about themselves."),
            (_("Import…"), self.import_sheet),
            (_("Add somebody by hand"), self.add),
            icon="upload",
        )
        normal = QWidget()
        box = QVBoxLayout(normal)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addWidget(self.registration.holder)
        self._body = QHBoxLayout()
        self._body.setSpacing(Space.M)
        self._body.addWidget(self.panel)
        box.addLayout(self._body, 1)
        self._stack = QStackedWidget()
        for widget in (normal, empty, self.run.holder, self.invite.holder):
            self._stack.addWidget(widget)
        self.content.addWidget(self._stack, 1)
        self._acts = (
            secondary(_("Add"), self.add, "user-plus"),
            secondary(_("To Excel"), self._on_export, "download"),
            self.registration.button,
            primary(_("Import…"), self.import_sheet, "upload"),
        )
        self._invite = secondary(_("Invite…"), self.invite_people, "mail-plus")
        self.head.act(self._invite, *self._acts)

    def _new_list(self) -> None:
        kept = self.state()
        if self.list is not None:
            self._body.removeWidget(self.list)
            # What is deleted later stays on screen as long as a dialog is open.
            self.list.hide()
            self.list.deleteLater()
        self.list = PeopleList(self.found.features, self.act.entries)
        self.list.restore(kept)
        table = self.list.table
        table.chosen.connect(self._on_chosen)
        table.opened.connect(lambda line: self._tell(line.participation_id))
        table.export_wanted.connect(self._export)
        self._body.insertWidget(0, self.list, 1)

    def _on_chosen(self, line: PersonLine | None) -> None:
        if self._filling:
            return
        if line is not None and self.list is not None and len(self.list.table.selected) <= 1:
            self._tell(line.participation_id)

    def _tell(self, participation_id: UUID) -> None:
        people = self.desk.services.people
        self.editing.leave()
        self.ask(lambda: people.story(participation_id), self.panel.tell)

    def _more(self, story: PersonStory) -> Sequence[Entry]:
        return [
            *self.act.entries([story.line]),
            (_("Erase data…"), "trash-2", lambda: self.act.erase(story)),
        ]

    def add(self) -> None:
        """Open the fields for somebody new."""
        process, people = self.process, self.desk.services.people
        if process is not None:
            self.ask(lambda: people.keeping(process), self._on_add)

    def _on_add(self, keeping: Keeping) -> None:
        self._show(NORMAL)
        self.editing.add(self.found, keeping)

    def _on_closed(self) -> None:
        self.editing.leave()
        if not self.found.lines:
            self.load()

    def _on_export(self) -> None:
        if self.list is not None and self.found.lines:
            self.list.table.export()

    def _export(self, sheet: Sheet) -> None:
        process, people = self.process, self.desk.services.people
        if process is not None and self.list is not None:
            ids = [line.participation_id for line in self.list.table.model.shown]
            self.ask(
                lambda: people.keeping(process).purpose,
                lambda purpose: self.act.export(process, sheet, ids, purpose),
            )

    def import_sheet(self) -> None:
        """Open the wizard in the place of the list."""
        if self.process is not None:
            self.editing.leave()
            self.head.hide()
            self.error_bar.hide()
            self.run.start(self.process, self.found.features)
            self._show(WIZARD)

    def invite_people(self) -> None:
        """Open the wizard that invites people from a list."""
        if self.process is not None:
            self.editing.leave()
            self.head.hide()
            self.error_bar.hide()
            self.invite.start(self.process)
            self._show(INVITING)

    def _on_wizard_ended(self) -> None:
        self.head.show()
        self._show(NORMAL if self.found.lines else EMPTY)

    def _show(self, part: int) -> None:
        """Show the list, the empty page or the wizard; the empty page has its own buttons."""
        self._stack.setCurrentIndex(part)
        for button in self._acts:
            button.setVisible(part == NORMAL)
        self._invite.setVisible(part in (NORMAL, EMPTY))
