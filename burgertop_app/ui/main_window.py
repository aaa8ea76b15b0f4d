"""The one window: rail, top bar and page area, around the open workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.i18n import _, use_language
from burgertop_app.messages.progress import phase_words
from burgertop_app.messages.workspaces import place_line
from burgertop_app.ui.desk import Desk
from burgertop_app.ui.door import Door
from burgertop_app.ui.finding import commands, hits_of
from burgertop_app.ui.handover.acts import Handovers
from burgertop_app.ui.keys import help_words
from burgertop_app.ui.kit.dialogs import Dialogs
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.focus import FocusRing
from burgertop_app.ui.kit.palette import Palette
from burgertop_app.ui.kit.qt_words import speak
from burgertop_app.ui.kit.tasks import Tasks
from burgertop_app.ui.kit.theme import Mode, theme
from burgertop_app.ui.menus import window_menu
from burgertop_app.ui.page_area import PageArea
from burgertop_app.ui.rail import Entry, Rail, entries_of
from burgertop_app.ui.shell import Shell, read_shell
from burgertop_app.ui.slices import START, slice_for
from burgertop_app.ui.term_watch import TermWatch
from burgertop_app.ui.top_bar import TopBar
from burgertop_app.ui.window_keys import bind_keys
from burgertop_app.ui.window_place import put_in_place, remember_place

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from burgertop_app.domain.changes import Topic
    from burgertop_app.domain.overview_views import Found
    from burgertop_app.services.house import House, Services
    from burgertop_app.ui.kit.undo import Command
    from burgertop_app.ui.page import Page

NARROW = 1280
SMALLEST = (1180, 720)


class MainWindow(QMainWindow):
    """Shows a workspace; without one it offers to open or make one."""

    def __init__(self, house: House, dialogs: Dialogs | None = None) -> None:
        super().__init__()
        self._house = house
        self.dialogs = dialogs or Dialogs(house.preferences)
        self.tasks = Tasks(phase_words)
        self.door = Door(self, house, self.tasks, self.dialogs)
        self.door.opened.connect(self._on_opened)
        self.door.failed.connect(self.report)
        self.door.said.connect(self._on_told)
        self.handovers = Handovers(self, self.door, self.tasks, self.dialogs)
        self.handovers.failed.connect(self.report)
        self.handovers.said.connect(self._on_told)
        self.handovers.changed.connect(self._on_taken_over)
        self.desk: Desk | None = None
        self._process: UUID | None = None
        self._key = "start"
        self._after_shell: tuple[str, object] | None = None
        self._narrowed_by_itself = False
        self._offered: Command | None = None
        self.watch = TermWatch(self, house.preferences)
        self.setWindowTitle("Burgertop")
        self.setMinimumSize(*SMALLEST)
        self._build()
        self._fit_rail()
        put_in_place(self, house.preferences)

    def choose_look(self, mode: str) -> None:
        """Light, dark or as the computer; remembered."""
        theme().choose(Mode(mode))
        self._house.preferences.put("look", mode)

    def choose_language(self, code: str) -> None:
        """Dutch or English; remembered. The window is built again in that language."""
        use_language(code)
        speak()
        self._house.preferences.put("language", code)
        self.rebuild()

    def rebuild(self) -> None:
        """Build everything on screen again; the open page and process stay."""
        key, process = self._key, self._process
        self.area.empty()
        self._ring.deleteLater()
        self._build()
        self._fit_rail()
        self._wire()
        self.navigate(key, process)

    def show_help(self) -> None:
        """The keys and what they do."""
        self.dialogs.tell(self, _("Help"), help_words())

    @Slot(object)
    def report(self, error: object) -> None:
        """Show an error on the page that is open."""
        self.area.report(error)

    @Slot(str, object, object)
    def navigate(self, key: str, process: UUID | None = None, focus: object = None) -> None:
        """Show the page `key` of `process` (None: the open one)."""
        if self.desk is None:
            self._show_empty()
            return
        wanted = None if key == "start" else process or self._process
        self._after_shell = (key, focus)
        if wanted == self._process and key in self.rail.keys:
            self._go(key, focus)
        self._process = wanted
        self._read_shell()

    def search(self) -> Palette:
        """Open the search."""
        palette = Palette(self, commands(self))
        palette.asked.connect(lambda text: self._search(palette, text))
        palette.open_over(self)
        return palette

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self._narrowed_by_itself:
            self._narrowed_by_itself = narrow
            self._fit_rail()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self.area.empty()
        self._remember()
        self.tasks.close(self.door.close)
        super().closeEvent(event)

    def _build(self) -> None:
        self.rail = Rail()
        self.bar = TopBar()
        self.bar.show_undo("", "")
        self.area = PageArea()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self.area, 1)
        middle = QWidget()
        line = QHBoxLayout(middle)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addLayout(right, 1)
        self.setCentralWidget(middle)
        middle.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        middle.setFocus()
        self._ring = FocusRing(self)
        self.rail.wanted.connect(self._on_rail)
        self.rail.collapsed_changed.connect(self._on_collapsed)
        self.bar.work.watch(self.tasks)
        self.bar.search_wanted.connect(self.search)
        self.bar.process_wanted.connect(lambda process: self.navigate("overview", process))
        self.bar.menu.setMenu(window_menu(self))
        bind_keys(self)
        self._show_shell(Shell(None, "", "", (), {}, ()))
        if self.desk is None:
            self.rail.select("start")
            self._show_empty()

    def _fit_rail(self) -> None:
        wanted = bool(self._house.preferences.get("rail.collapsed"))
        self.rail.collapse(on=self._narrowed_by_itself or wanted)

    @Slot(object)
    def _on_opened(self, services: Services) -> None:
        if self.desk is not None:
            self.desk.leave()
        self.area.empty()
        self.area.error_bar.hide()
        kept = self._house.preferences
        context = services.workspace.context
        self.desk = Desk(services, context.today, kept, self.dialogs, self.tasks)
        self.bar.show_sample(context.pretended)
        self._process = None
        self._listen(self.desk)
        self._wire()
        self.watch.watch(self.desk)
        self.bar.menu.setMenu(window_menu(self))
        last = kept.get("window.process")
        key = str(kept.get("window.page") or "start")
        self.navigate(key, UUID(last) if isinstance(last, str) and last else None)
        stands = place_line(services.workspace.place)
        if stands:
            self.desk.say(stands, "info")

    def _listen(self, desk: Desk) -> None:
        for signal, slot in (
            (desk.page_wanted, self.navigate),
            (desk.said, self._on_said),
            (desk.troubled, self.report),
            (desk.undo.pushed, self._on_done),
            (desk.undo.changed, self._on_history),
            (desk.changes.happened, self._on_changes),
        ):
            signal.connect(slot)

    def _wire(self) -> None:
        """Let the parts on screen reach the desk."""
        if self.desk is None:
            return
        self.bar.undo_wanted.connect(self.desk.undo.undo)
        self.bar.redo_wanted.connect(self.desk.undo.redo)
        self.area.undo_bar.undo_wanted.connect(self.desk.undo.undo)
        bind_keys(self)
        self._on_history()

    @Slot()
    def _on_taken_over(self) -> None:
        """Another laptop wrote in everything: what could be undone here is history."""
        if self.desk is not None:
            self.desk.undo.clear()
            self.desk.changes.announce_all()

    def _read_shell(self) -> None:
        if self.desk is None:
            return
        services, process = self.desk.services, self._process

        def read(shell: Shell) -> None:
            if process == self._process:
                self._show_shell(shell)

        task = self.tasks.ask(lambda: read_shell(services, process))
        task.done.connect(read)
        task.failed.connect(self.report)
        task.submit()

    @Slot(object)
    def _show_shell(self, shell: Shell) -> None:
        self._shell = shell
        if self.desk is not None:
            self.desk.pages = frozenset(shell.pages)
        if shell.process is None:
            self._process = None
            self._show_start_rail()
        else:
            known = [page for key in shell.pages if (page := slice_for(key)) is not None]
            entries = entries_of([(page.KEY, page.ICON, self._name(page, shell)) for page in known])
            if self.rail.entries != entries:
                self.rail.show_entries(_("This process"), entries)
            self.rail.badge(shell.badges)
        self.bar.show_process(shell.title or _("Start"), shell.detail, shell.others if shell.process else ())
        if self._after_shell is not None:
            (key, focus), self._after_shell = self._after_shell, None
            self._go(key, focus)

    @staticmethod
    def _name(page: type[Page[Any]], shell: Shell) -> str:
        """What the form calls a page, or what the program calls it."""
        return shell.names.get(page.KEY) or _(page.NAME)

    def _show_start_rail(self) -> None:
        services = self.door.services
        open_path = services.workspace.path if services is not None else None
        entries = [
            Entry(f"file:{path}", "folder-open" if path == open_path else "folder", path.stem)
            for path in self.door.recent()[:6]
        ]
        entries.append(Entry("file:", "folder-plus", _("Other workspace…")))
        self.rail.show_entries(_("Workspaces"), entries, [Entry("help", "circle-question-mark", _("Help"))])

    def _go(self, key: str, focus: object) -> None:
        if self.desk is None:
            return
        kind = slice_for(key) if self._process is not None else None
        kind = kind if kind is not None and key in self.rail.keys else self._first_page(key)
        if kind is None:
            return
        self._key = kind.KEY
        self.rail.select(kind.KEY)
        if not (self.area.page is not None and kind.KEY == self.area.page.KEY and focus is None):
            self.area.error_bar.hide()
        page = self.area.go(kind, self.desk, self._process, focus)
        page.head.title.setText(self._name(kind, self._shell))

    def _first_page(self, key: str) -> type[Page[Any]] | None:
        if self._process is None or key == "start":
            return START
        return next((page for name in self.rail.keys if (page := slice_for(name)) is not None), START)

    def _show_empty(self) -> None:
        self.area.put(
            EmptyPage(
                _("A workspace holds all your processes: people, draws, cards, advice and answers."),
                (_("New workspace…"), self.door.new),
                (_("Open another workspace…"), self.door.other),
                "folder-plus",
            )
        )

    @Slot(str)
    def _on_rail(self, key: str) -> None:
        if key == "file:":
            self.door.other()
        elif key.startswith("file:"):
            self.door.open(Path(key.removeprefix("file:")))
        elif key == "help":
            self.show_help()
        else:
            self.navigate(key)

    @Slot()
    def _on_collapsed(self) -> None:
        self._house.preferences.put("rail.collapsed", self.rail.collapsed)

    @Slot(object)
    def _on_changes(self, _topics: frozenset[Topic]) -> None:
        self._read_shell()

    @Slot(object)
    def _on_done(self, command: Command) -> None:
        self._offered = command
        self.area.undo_bar.tell(command.text, command.icon)

    @Slot(str, str)
    def _on_said(self, text: str, icon: str) -> None:
        self._offered = None
        self.area.undo_bar.tell(text, icon, undoable=False)

    @Slot(str)
    def _on_told(self, text: str) -> None:
        self._offered = None
        self.area.undo_bar.tell(text, undoable=False)

    @Slot()
    def _on_history(self) -> None:
        if self.desk is None:
            return
        undo, redo = self.desk.undo.next_undo, self.desk.undo.next_redo
        self.bar.show_undo(undo.text if undo else "", redo.text if redo else "")
        if self._offered is not None and undo is not self._offered:
            # What the bar speaks of is undone already; its button would undo the act before it.
            self._offered = None
            self.area.undo_bar.dismiss()

    def _search(self, palette: Palette, text: str) -> None:
        desk, process = self.desk, self._process
        if desk is None or process is None:
            return

        def found(hits: tuple[Found, ...]) -> None:
            palette.answer(text, hits_of(hits, self))

        task = self.tasks.ask(lambda: desk.services.overview.search(process, text))
        task.done.connect(found)
        task.submit()

    def _remember(self) -> None:
        remember_place(self, self._house.preferences)
        self._house.preferences.put("window.page", self._key)
        self._house.preferences.put("window.process", str(self._process) if self._process else "")
