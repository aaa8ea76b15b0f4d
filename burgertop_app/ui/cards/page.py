"""The page about cards: type them, see them on the wall or in a list, sort them into themes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.changes import Topic
from burgertop_app.i18n import _, mark
from burgertop_app.ui.cards import found as reading
from burgertop_app.ui.cards.actions import CardActions
from burgertop_app.ui.cards.becoming import CardBecoming
from burgertop_app.ui.cards.filters import FilterBar
from burgertop_app.ui.cards.found import CardsFound, counted
from burgertop_app.ui.cards.import_flow import ImportFlow
from burgertop_app.ui.cards.listing import card_table
from burgertop_app.ui.cards.menus import CardMenus
from burgertop_app.ui.cards.panel import CardPanel
from burgertop_app.ui.cards.strip import EntryStrip
from burgertop_app.ui.cards.suggest import CardSuggestions
from burgertop_app.ui.cards.wall import Wall
from burgertop_app.ui.kit.buttons import menu_button, secondary
from burgertop_app.ui.kit.drawer import Drawer
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.segmented import Segmented
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.page import Page
from burgertop_app.ui.saving import save_paper, save_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPoint

    from burgertop_app.domain.changes import Change
    from burgertop_app.domain.outcome_views import CardLine
    from burgertop_app.domain.requests import NewCard
    from burgertop_app.ui.desk import Desk
    from burgertop_app.ui.kit.preferences import Kept

WALL, LIST = "wall", "list"


class CardsPage(Page[CardsFound]):
    """Entry strip on top, wall or list below, the panel of one card at the right."""

    KEY, ICON, NAME = "cards", "sticky-note", mark("Cards")
    TOPICS = frozenset({Topic.CARDS, Topic.THEMES, Topic.PROPOSALS, Topic.TABLES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.found = CardsFound()
        self._own = False
        self.act = CardActions(self)
        self.become = CardBecoming(self)
        self.menus = CardMenus(self)
        self.importing = ImportFlow(self, lambda shown: self._show_normal(shown=shown))
        self.strip = EntryStrip()
        self.bar = FilterBar()
        self.wall = Wall()
        self.table = card_table(lambda: self.found.words, self.menus.entries)
        self.panel = CardPanel(Drawer(width=320))
        self.suggest = CardSuggestions(self)
        self.panel.hints = self.suggest.box_for
        self.views = Segmented(((WALL, _("Wall")), (LIST, _("List"))), _("How to show the cards"))
        self.filter = secondary(_("Filter"), self._on_filter, "funnel")
        self.filter.setCheckable(True)
        self.filter.setShortcut("Ctrl+F")
        self.filter.setMinimumWidth(self.filter.sizeHint().width() + 14)
        self._build()
        self._connect()
        self.remember("strip", self.strip)
        self.remember("table", self.table)
        self.remember("view", self)

    @override
    def reading(self, process: UUID) -> Callable[[], CardsFound]:
        house, table_no, before = self.desk.services, self.strip.table_no, self.found
        return lambda: reading.read(house, process, table_no, before)

    def carry_out(
        self,
        work: Callable[[], Change],
        card_ids: Sequence[UUID],
        done: Callable[[Change], object] | None = None,
    ) -> None:
        """Ask a service for a change of these cards alone; only they are read again and shown."""
        process, cards = self.process, self.desk.services.cards
        if process is None:
            return

        def both() -> tuple[Change, tuple[CardLine, ...]]:
            change = work()
            return change, cards.some(process, card_ids)

        def kept(found: tuple[Change, tuple[CardLine, ...]]) -> None:
            self.take_in(*found)
            if done is not None:
                done(found[0])

        self.ask(both, kept)

    def take_in(self, change: Change, lines: Sequence[CardLine]) -> None:
        """Show cards that just changed by what the organiser did here; other pages hear of it."""
        self._own = True
        self.desk.changes.announce(change)
        self._own = False
        if self._stale:
            return
        self._put(self.found.with_lines(lines))

    @override
    def show_process(self, process: UUID | None, focus: object = None) -> None:
        if process != self.process:
            self.panel.close()
            self.importing.end()
        super().show_process(process, focus)

    @override
    @Slot(object)
    def _on_changes(self, topics: frozenset[Topic]) -> None:
        if not self._own:
            super()._on_changes(topics)

    @override
    def fill(self, found: CardsFound) -> None:
        self.strip.put(found)
        self._put(found)

    def _put(self, found: CardsFound) -> None:
        """Show cards and all that goes with them; the strip knows the next label by itself."""
        self.found = found
        self.act.found = found
        self.bar.put(found)
        self._show()
        line = found.line(self.panel.card_id)
        if line is not None:
            self.open_card(line)
        self.suggest.refresh()

    @override
    def focus_on(self, focus: object) -> None:
        line = self.found.line(focus) if isinstance(focus, UUID) else None
        if line is None:
            return
        if not self.bar.wanted.passes(line):
            self.bar.clear()
        self.open_card(line)
        if self.views.value == LIST or not self.wall.show_card(line.card.id):
            self._choose(LIST)
            self.table.select(line.card.id)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Who comes here types cards: the cursor stands ready, or goes back to where it was."""
        super().showEvent(event)
        before = cast(
            "QWidget | None", self.focusWidget()
        )  # Qt's own description forgets that it may be none
        if before is None:
            self.strip.start()
        else:
            before.setFocus()

    def state(self) -> Kept:
        """Wall or list."""
        return self.views.value

    def restore(self, state: Kept) -> None:
        """Take the state back."""
        if state in {WALL, LIST}:
            self._choose(str(state))

    def _on_book(self) -> None:
        process, printing = self.process, self.desk.services.printing
        if process is not None:
            save_paper(self, _("Making the card book…"), lambda: printing.card_book(process), _("Card book"))

    def _build(self) -> None:
        empty = EmptyPage(
            _("Here come the cards that the tables wrote. Type the first one above."),
            help_link=(_("Or read them in from Excel or CSV…"), self.importing.start),
        )
        self._stack = QStackedWidget()
        for widget in (self.wall, self.table, empty):
            self._stack.addWidget(widget)
        self.normal = QWidget()
        box = QVBoxLayout(self.normal)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addWidget(self.strip)
        box.addWidget(self.bar)
        body = QHBoxLayout()
        body.setSpacing(Space.M)
        body.addWidget(self._stack, 1)
        body.addWidget(self.panel.drawer)
        box.addLayout(body, 1)
        self.content.addWidget(self.normal, 1)
        self.head.act(
            self.views,
            self.filter,
            menu_button(
                _("Read in"),
                (
                    (_("Paste a list…"), "clipboard-paste", self.become.paste_clipboard),
                    (_("From Excel or CSV…"), "upload", self.importing.start),
                ),
                "upload",
            ),
            secondary(_("Table agreed…"), self.become.sign_table, "check-check"),
            secondary(_("Card book…"), self._on_book, "download"),
        )

    def _connect(self) -> None:
        self.views.chosen.connect(self._choose)
        self.bar.changed.connect(self._show)
        self.strip.entered.connect(self._on_entered)
        self.strip.table_chosen.connect(self._on_table)
        self.strip.pasted.connect(self.become.paste)
        self.wall.opened.connect(self.open_card)
        self.wall.move_wanted.connect(self.act.move)
        self.wall.key_pressed.connect(self._on_key)
        self.wall.menu_wanted.connect(self.menus.popup)
        self.wall.theme_menu_wanted.connect(self.menus.popup_theme)
        self.wall.theme_wanted.connect(self.act.add_theme)
        self.wall.first_themes_wanted.connect(self.suggest.first_themes)
        self.table.opened.connect(self.open_card)
        self.table.export_wanted.connect(lambda sheet: save_sheet(self, sheet, _("Cards")))
        self._connect_panel()
        move = QAction(_("Move to…"), self.table)
        move.setShortcut("M")
        move.triggered.connect(self.menus.ask_theme)
        self.table.view.addAction(move)
        for number in (1, 2, 3):
            take = QAction(_("Take suggestion {number}").format(number=number), self.table)
            take.setShortcut(str(number))
            take.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            take.triggered.connect(partial(self.suggest.accept, number))
            self.table.view.addAction(take)

    def _connect_panel(self) -> None:
        panel = self.panel
        panel.reworded.connect(self.act.reword)
        panel.described.connect(self.act.describe)
        panel.moved.connect(lambda card_id, theme_id: self.act.move([card_id], theme_id))
        panel.withdraw_wanted.connect(lambda line: self.act.withdraw([line]))
        panel.restore_wanted.connect(self.act.restore)
        panel.follow_wanted.connect(self.follow)
        panel.proposal_wanted.connect(self._show_proposal)
        panel.card_wanted.connect(self._show_card)
        panel.split_wanted.connect(self.become.split)
        panel.reword_wanted.connect(self.become.reword)
        panel.sign_wanted.connect(lambda line: self.become.sign([line.card.id]))
        panel.unsign_wanted.connect(lambda line: self.become.take_back([line]))
        panel.undo_wanted.connect(self.become.undo_succession)

    @property
    def on_wall(self) -> bool:
        """Whether the wall is in view, and not the list."""
        return self.views.value == WALL

    @property
    def chosen(self) -> list[CardLine]:
        """The cards that are chosen on the wall or in the list."""
        return self.wall.selected if self.on_wall else self.table.selected

    def _show_normal(self, *, shown: bool) -> None:
        self.normal.setVisible(shown)
        self.head.setVisible(shown)

    def _show(self) -> None:
        lines = self.bar.wanted.of(self.found)
        if self.views.value == WALL:
            self.wall.put(self.found.themes, lines, self.found.words)
        else:
            self.table.put(lines)
        self.head.say(counted(self.found, len(lines)))
        bare = not self.found.lines and not self.found.themes
        self._stack.setCurrentIndex(2 if bare else 0 if self.views.value == WALL else 1)

    @property
    def place_of_choice(self) -> QPoint:
        """Where a menu about the chosen cards belongs on the screen."""
        if self.views.value == WALL:
            return self.wall.place_of_choice()
        view = self.table.view
        return view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).bottomLeft())

    def _choose(self, view: str) -> None:
        self.views.put(view)
        self._show()

    def open_card(self, line: CardLine) -> None:
        """Show a card in the panel."""
        cards, card_id = self.desk.services.cards, line.card.id
        self.panel.show_card(line, self.found)
        self.ask(lambda: cards.story(card_id), self.panel.tell)

    def _on_entered(self, request: NewCard) -> None:
        process, cards = self.process, self.desk.services.cards
        if process is None:
            return

        def added() -> tuple[Change, CardLine, str]:
            change = cards.add(process, request)
            (line,) = cards.some(process, [change.id]) if change.id is not None else ()
            return change, line, cards.next_label(process, request.table_no)

        task = self.ask(added, lambda kept: self._on_added(process, request, *kept))
        task.failed.connect(lambda _error: self.strip.give_back(request.text))

    def _on_added(self, process: UUID, request: NewCard, change: Change, line: CardLine, label: str) -> None:
        self.strip.confirm(line.card.label, line.text)
        if self.strip.table_no == request.table_no:
            self.strip.announce(label)
        self.take_in(change, (line,))
        self.act.entered(process, replace(request, label=line.card.label), change)

    def _on_table(self) -> None:
        process, table_no, cards = self.process, self.strip.table_no, self.desk.services.cards
        if process is not None:
            self.ask(lambda: cards.next_label(process, table_no), self.strip.announce)

    def _on_filter(self) -> None:
        self.bar.setVisible(self.filter.isChecked())
        self._show()
        if self.filter.isChecked():
            self.bar.start()

    def _on_key(self, key: str) -> None:
        if key == "move":
            self.menus.ask_theme()
        elif key.isdigit():
            self.suggest.accept(int(key))
        else:
            self.act.withdraw(self.chosen)

    def follow(self, card_id: UUID) -> None:
        """Show the thread of a card."""
        self.desk.navigate("overview", focus=("card", card_id))

    def _show_card(self, label: str) -> None:
        line = self.found.labelled(label)
        if line is not None:
            self.focus_on(line.card.id)

    def _show_proposal(self, no: int) -> None:
        held = next((one for one in self.found.proposals if one.proposal.number == no), None)
        if held is not None:
            self.desk.navigate("proposals", focus=held.proposal.id)
