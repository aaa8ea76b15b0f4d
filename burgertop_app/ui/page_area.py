"""The place of the pages: at most 1600 wide, centred, with the undo bar floating above its lower edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from burgertop_app.ui.kit.errors import ErrorBar
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.kit.undo_bar import UndoBar
from burgertop_app.ui.page import Page

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.ui.desk import Desk


class PageArea(QWidget):
    """Makes each page at its first visit and shows one at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.error_bar = ErrorBar()
        self.undo_bar = UndoBar(self)
        self._stack = QStackedWidget()
        self._stack.setProperty("role", "pages")
        self._stack.setMaximumWidth(Space.PAGE_MAX)
        self._pages: dict[str, Page[Any]] = {}
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch(1)
        line.addWidget(self._stack, 1000)
        line.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.error_bar)
        box.addLayout(line, 1)

    @property
    def page(self) -> Page[Any] | None:
        """The page on screen; None while there is none."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def go(self, kind: type[Page[Any]], desk: Desk, process: UUID | None, focus: object = None) -> Page[Any]:
        """Show the page of `kind` for `process`."""
        before = self.page
        page = self._pages.get(kind.KEY)
        if page is None:
            page = self._pages[kind.KEY] = kind(desk)
            self._stack.addWidget(page)
        if before is not None and before is not page:
            before.leave()
        page.show_process(process, focus)
        self._stack.setCurrentWidget(page)
        return page

    def put(self, widget: QWidget) -> None:
        """Show something that is no page, for example the empty window."""
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def empty(self) -> None:
        """Let all pages go, because another workspace or language comes."""
        if self.page is not None:
            self.page.leave()
        self._pages = {}
        while (widget := self._stack.widget(0)) is not None:
            self._stack.removeWidget(widget)
            widget.deleteLater()

    def report(self, error: object) -> None:
        """Show `error` on the page, or on top while there is no page."""
        if self.page is not None:
            self.page.fail(error)
        else:
            self.error_bar.report(error)
