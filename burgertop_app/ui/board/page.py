"""The boards that a form names: items in columns per stage or as a table, under the rules of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.boards import Board
from burgertop_app.domain.changes import Topic
from burgertop_app.i18n import _, mark
from burgertop_app.messages.boards import late_words, rhythm_words
from burgertop_app.ui.board.actions import BoardActions
from burgertop_app.ui.board.columns import BoardColumns
from burgertop_app.ui.board.listing import item_table
from burgertop_app.ui.board.meetings import MeetingForm
from burgertop_app.ui.board.panel import ItemPanel
from burgertop_app.ui.board.shown import Shown
from burgertop_app.ui.kit.buttons import primary, secondary, small
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.chips import Chip, ChipLabel
from burgertop_app.ui.kit.drawer import Drawer
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.icons import IconLabel, icon
from burgertop_app.ui.kit.layout import clear, column, holder, row, rule, words
from burgertop_app.ui.kit.segmented import Segmented
from burgertop_app.ui.kit.tokens import Space, State
from burgertop_app.ui.page import Page
from burgertop_app.ui.saving import save_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtCore import QPoint

    from burgertop_app.domain.boards import BoardLine
    from burgertop_app.domain.changes import Change
    from burgertop_app.ui.desk import Desk
    from burgertop_app.ui.kit.preferences import Kept
    from burgertop_app.ui.kit.tables import Entry, RecordTable

COLUMNS, LIST = "columns", "list"


class BoardPage(Page[Board]):
    """A line to type a new item, columns or a list below, the panel of one item at the right."""

    KEY, ICON, NAME = "board", "kanban", mark("Board")
    TOPICS = frozenset({Topic.ITEMS, Topic.PEOPLE, Topic.TABLES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.shown: Shown | None = None
        self._wanted_kind = ""
        self.act = BoardActions(self)
        self.views = Segmented(((COLUMNS, _("Columns")), (LIST, _("List"))), _("How to show the board"))
        self.new = QLineEdit()
        self.columns = BoardColumns()
        self.table: RecordTable[BoardLine] | None = None
        self._table_key: object = None
        self.panel = ItemPanel(Drawer(width=320))
        self._build()
        self._connect()
        self.remember("view", self)

    @override
    def reading(self, process: UUID) -> Callable[[], Board]:
        items = self.desk.services.items
        return lambda: items.board(process)

    @override
    def fill(self, found: Board) -> None:
        kinds = found.recipe.items
        kind = found.recipe.item(self._wanted_kind) or kinds[0]
        self._offer_kinds([(one.code, one.plural.say(found.language)) for one in kinds], kind.code)
        self._show(Shown(found, kind))

    @override
    def focus_on(self, focus: object) -> None:
        if self.shown is None:
            return
        line = next((one for one in self.shown.board.lines if one.item.id == focus), None)
        if line is not None:
            self._choose_kind(line.item.kind)
            self._open(line)
            self.columns.select(focus)

    def state(self) -> Kept:
        """Columns or list."""
        return self.views.value

    def restore(self, state: Kept) -> None:
        """Take the state back."""
        if state in {COLUMNS, LIST}:
            self._choose_view(str(state))

    def record_meeting(self, on: date) -> None:
        """Keep a meeting of the group on a day."""
        process, meetings = self.process, self.desk.services.meetings
        if process is not None:
            self.ask(lambda: meetings.add(process, title=_("Meeting"), on=on, place=""))

    def _build(self) -> None:
        self._kinds = QWidget()
        self._kinds_row = row()
        self._kinds.setLayout(self._kinds_row)
        self._kind_options: list[tuple[str, str]] = []
        self._meeting_words = words("", "small", wrap=True)
        self._late = ChipLabel(Chip("", State.LATE))
        meeting = small(_("Meeting…"), self._on_meeting, "calendar-check")
        line = row(IconLabel("calendar-days", "muted", 18), self._meeting_words, self._late, meeting, gap=10)
        line.setStretch(1, 1)
        self._rhythm = holder(column(rule(), line, gap=10, margins=(0, 6, 0, 0)))
        add = primary(_("Add"), self._on_add, "plus")
        strip = row(self.new, add)
        strip.setStretch(0, 1)
        self.new.setFixedHeight(36)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.columns)
        self._list = QWidget()
        self._list_box = QVBoxLayout(self._list)
        self._list_box.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._list)
        self._empty = QWidget()
        self._empty_box = QVBoxLayout(self._empty)
        self._stack.addWidget(self._empty)
        body = row(self._stack, self.panel.drawer, gap=Space.M)
        body.setStretch(0, 1)
        self.content.addWidget(Card(strip, self._rhythm))
        self.content.addWidget(holder(body), 1)
        self.export = secondary(_("To Excel"), self._on_export, "download")
        self.head.act(self._kinds, self.views, self.export)

    def _connect(self) -> None:
        self.views.chosen.connect(self._choose_view)
        self.new.returnPressed.connect(self._on_add)
        self.columns.opened.connect(self._open)
        self.columns.acted.connect(self._on_act)
        self.columns.move_wanted.connect(self.act.move)
        self.columns.menu_wanted.connect(self._on_menu)
        panel = self.panel
        panel.renamed.connect(self.act.rename)
        panel.filled.connect(self.act.fill)
        panel.moved.connect(self.act.move)
        panel.chosen.connect(lambda item_id, on: self.act.choose(item_id, chosen=on))
        panel.noted.connect(self.act.note)
        panel.note_dropped.connect(self.act.drop_note)
        panel.remove_wanted.connect(self.act.remove)
        panel.reopen_wanted.connect(self.act.reopen)

    def _offer_kinds(self, options: list[tuple[str, str]], chosen: str) -> None:
        if options != self._kind_options:
            self._kind_options = options
            clear(self._kinds_row)
            self._choice = Segmented(options, _("Which board"))
            self._choice.chosen.connect(self._choose_kind)
            self._kinds_row.addWidget(self._choice)
        self._choice.put(chosen)
        self._kinds.setVisible(len(options) > 1)

    def _choose_kind(self, code: str) -> None:
        if self.shown is not None and code != self.shown.kind.code:
            self._wanted_kind = code
            self.panel.close()
            self.fill(self.shown.board)

    def _choose_view(self, view: str) -> None:
        self.views.put(view)
        bare = self.shown is not None and not self.shown.lines
        self._stack.setCurrentIndex(2 if bare else 0 if view == COLUMNS else 1)
        self.export.setVisible(view == LIST and not bare)

    def _show(self, shown: Shown) -> None:
        self.shown = self.act.shown = shown
        self.head.say(shown.sentence(), shown.title or self.title())
        self._show_rhythm(shown)
        one = shown.say(shown.kind.name)
        self.new.setAccessibleName(_("New: {item}").format(item=one))
        self.new.setPlaceholderText(_("Type a new {item} and press Enter").format(item=one))
        self.columns.put(shown)
        self._show_table(shown)
        self._choose_view(self.views.value)
        line = shown.line(self.panel.item_id)
        if line is not None:
            self.panel.show_item(line, shown, self.desk.today())
        elif self.panel.item_id is not None:
            self.panel.close()

    def _show_rhythm(self, shown: Shown) -> None:
        rhythm = shown.board.rhythm
        self._rhythm.setVisible(rhythm is not None)
        if rhythm is not None:
            self._meeting_words.setText(rhythm_words(rhythm))
            self._late.put(Chip(late_words(rhythm), State.LATE))
            self._late.setVisible(bool(rhythm.days_late))

    def _show_table(self, shown: Shown) -> None:
        key = (shown.board.recipe, shown.kind.code, shown.board.language)
        if self.table is None or key != self._table_key:
            clear(self._empty_box)
            kinds = shown.say(shown.kind.plural)
            self._empty_box.addWidget(
                EmptyPage(_("Here come the {items}. Type the first one above.").format(items=kinds))
            )
            clear(self._list_box)
            self._table_key = key
            self.table = item_table(shown, lambda: self.shown or shown, self._entries)
            self.table.opened.connect(self._open)
            self.table.export_wanted.connect(
                lambda sheet: save_sheet(self, sheet, shown.say(shown.kind.plural), named=shown.named)
            )
            search = self.table.search_field(_("Search"))
            search.setMaximumWidth(320)
            self._list_box.setSpacing(Space.S)
            self._list_box.addLayout(row(search, None))
            self._list_box.addWidget(self.table, 1)
        self.table.put(shown.lines)

    def _open(self, line: BoardLine) -> None:
        if self.shown is not None:
            self.panel.show_item(line, self.shown, self.desk.today())

    def _on_add(self) -> None:
        if self.new.text().strip():
            self.act.add(self.new.text(), self._on_added)
        else:
            self.new.setFocus()

    def _on_added(self, change: Change) -> None:
        self.new.clear()
        self._wanted_focus = change.id

    def _on_act(self, act: str, line: BoardLine) -> None:
        if act == "remove":
            self.act.remove(line)
        elif act == "choose":
            self._toggle(line)
        else:
            self.act.step(line, act)

    def _toggle(self, line: BoardLine) -> None:
        if self.shown is not None and self.shown.most is not None:
            self.act.choose(line.item.id, chosen=not line.item.chosen)

    def _on_menu(self, line: BoardLine, at: QPoint) -> None:
        menu = QMenu(self)
        for said, picture, act in self._entries([line]):
            action = menu.addAction(icon(picture), said)
            action.triggered.connect(lambda _on=False, act=act: act())
        menu.popup(at)

    def _entries(self, lines: list[BoardLine]) -> Sequence[Entry]:
        shown = self.shown
        if shown is None or len(lines) != 1:
            return ()
        line = lines[0]
        entries: list[Entry] = [(_("Open"), "pencil", lambda: self._open(line))]
        if shown.is_frozen(line.item):
            return [*entries, (_("Open again…"), "lock-open", lambda: self.act.reopen(line))]
        if shown.most is not None:
            said = _("No longer choose") if line.item.chosen else _("Choose")
            entries.append((said, "star", lambda: self._toggle(line)))
        for stage in shown.kind.stages:
            if stage.code != line.item.stage:
                said = _("To “{stage}”").format(stage=shown.say(stage.name))
                entries.append((said, "move", lambda code=stage.code: self.act.move(line.item.id, code)))  # type: ignore[misc]
        entries += [
            (_("One place up"), "arrow-up", lambda: self.act.step(line, "up")),
            (_("One place down"), "arrow-down", lambda: self.act.step(line, "down")),
            (_("Take off the board"), "trash-2", lambda: self.act.remove(line)),
        ]
        return entries

    def _on_meeting(self) -> None:
        on = MeetingForm(self, self.desk.today()).asked()
        if on is not None:
            self.record_meeting(on)

    def _on_export(self) -> None:
        if self.table is not None:
            self.table.export()
