"""Opening the big screen, choosing its examples, and letting it follow what is typed on any page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog

from burgertop_app.domain.big_screen import BigScreen, ScreenBudget, ScreenPurse
from burgertop_app.domain.changes import Topic
from burgertop_app.i18n import _
from burgertop_app.services.showing import count_shown
from burgertop_app.ui.proposals.big_screen import BigScreenWindow
from burgertop_app.ui.proposals.picker import CardPicker, pickable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.ui.kit.tasks import Task
    from burgertop_app.ui.proposals.page import ProposalsPage

FOLLOWED = frozenset({Topic.CARDS, Topic.THEMES, Topic.PROPOSALS, Topic.BALLOTS, Topic.INTENTIONS})


class ScreenActs(QObject):
    """Keeps the one big screen of a page."""

    def __init__(self, page: ProposalsPage) -> None:
        super().__init__(page)
        self._page = page
        self._process: UUID | None = None
        self._reading: Task | None = None
        self._weighing: Task | None = None
        self._screen = BigScreen()
        self._budget: ScreenBudget | None = None
        self._left_out = 0
        self.window: BigScreenWindow | None = None
        page.desk.changes.happened.connect(self._on_changes)

    def show(self) -> None:
        """Open the window over the whole screen."""
        if self._page.process is None:
            return
        self.close()
        self._process = self._page.process
        self._screen, self._budget = BigScreen(), None
        self.window = BigScreenWindow()
        self.window.closed.connect(self._on_closed)
        self.window.setGeometry(self._page.screen().geometry())
        self.window.showFullScreen()
        self.window.activateWindow()
        self.read()
        self.weigh()

    def close(self) -> None:
        """Close the window, if it is open."""
        if self.window is not None:
            self.window.close()

    def read(self) -> None:
        """Read anew; an older answer on its way is dropped."""
        process, showing = self._process, self._page.desk.services.showing
        if process is None or self.window is None:
            return
        if self._reading is not None:
            self._reading.forget()
        task = self._page.desk.tasks.ask(lambda: showing.screen(process))
        task.done.connect(self._on_read)
        task.failed.connect(self._page.fail)
        self._reading = task
        task.submit()

    def weigh(self) -> None:
        """Count the vote over a budget anew, in another process; an older answer is dropped."""
        process, showing = self._process, self._page.desk.services.showing
        if process is not None and self.window is not None:
            self._weigh(self._page.desk.tasks.ask(lambda: showing.purse(process)))

    def choose(self) -> None:
        """Ask which cards are shown as examples."""
        process, showing = self._page.process, self._page.desk.services.showing
        if process is not None:
            self._page.ask(lambda: showing.examples(process), self._ask)

    def _ask(self, held: Sequence[UUID]) -> None:
        found = self._page.found
        picker = CardPicker(
            self._page,
            pickable(found, held),
            held,
            _("Which cards stand on the big screen as examples?"),
        )
        if picker.exec() == QDialog.DialogCode.Accepted:
            self.keep(held, picker.chosen)

    def keep(self, before: Sequence[UUID], chosen: Sequence[UUID]) -> None:
        """Let exactly these be examples."""
        desk, showing, process = self._page.desk, self._page.desk.services.showing, self._page.process
        if process is not None:
            self._page.ask(
                lambda: showing.choose(process, chosen),
                lambda _change: desk.did(
                    _("The examples on the big screen are chosen."),
                    lambda: showing.choose(process, before),
                    lambda: showing.choose(process, chosen),
                    "presentation",
                ),
            )

    def _weigh(self, task: Task) -> None:
        if self._weighing is not None:
            self._weighing.forget()
        task.done.connect(self._on_weighed)
        task.failed.connect(self._page.fail)
        self._weighing = task
        task.submit()

    @Slot(object)
    def _on_weighed(self, found: object) -> None:
        self._weighing = None
        if isinstance(found, ScreenPurse):
            self._weigh(self._page.desk.tasks.calculate("", count_shown, found))
        elif self.window is not None:
            self._budget = found if isinstance(found, ScreenBudget) else None
            self.window.put(replace(self._screen, budget=self._budget))

    @Slot(object)
    def _on_read(self, found: object) -> None:
        self._reading = None
        if self.window is not None and isinstance(found, BigScreen):
            self._screen = found
            self.window.put(replace(found, budget=self._budget))
            before, self._left_out = self._left_out, found.left_out
            if found.left_out > before:
                self._page.desk.say(
                    _("{count} examples stay off the big screen: somebody could be known by them.").format(
                        count=found.left_out
                    ),
                    "eye-off",
                )

    @Slot(object)
    def _on_changes(self, topics: frozenset[Topic]) -> None:
        if topics & FOLLOWED:
            self.read()
        if Topic.BUDGETS in topics:
            self.weigh()

    @Slot()
    def _on_closed(self) -> None:
        self.window = None
