"""Shares the width of a table among its columns: who gives way in a small window, and who takes the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHeaderView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QTableView

    from burgertop_app.ui.kit.columns import Column


class ColumnRoom:
    """Keeps the columns of `view` within its width for as far as they can give way.

    Qt has a mode in which a column takes the rest, but it may miss the size with which a window opens.
    """

    def __init__(self, view: QTableView, columns: Sequence[Column[Any]]) -> None:
        self._view, self._columns = view, columns
        self._sharing = False
        self._away: dict[int, int] = {}
        """The columns that gave way, with the width that they take when they come back."""
        self._wanted: set[int] = set()

    def start(self) -> None:
        """Give every column its own width and stay within the table from now on."""
        header = self._view.horizontalHeader()
        for at, column in enumerate(self._columns):
            if column.stretch:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(at, column.width)
            header.setSectionHidden(at, column.hidden)
        header.sectionResized.connect(self.share)

    def share(self) -> None:
        """Share the width that there is now."""
        if not self._sharing:
            self._sharing = True
            if self._view.isVisible():
                self._give_way()
            self._take_rest()
            self._sharing = False

    def chosen(self, at: int) -> bool:
        """Whether the organiser has this column on, also while it gives way."""
        return at in self._away or not self._view.isColumnHidden(at)

    def choose(self, at: int, *, on: bool) -> None:
        """Put a column on or off; one that was put on by hand gives way no more."""
        self._away.pop(at, None)
        if on:
            self._wanted.add(at)
        self._view.setColumnHidden(at, not on)

    def put_back(self, at: int) -> None:
        """Show a column that gave way, before widths and places are set anew."""
        if self._away.pop(at, None) is not None:
            self._view.showColumn(at)

    def width(self, at: int) -> int:
        """How wide a column is, or will be when it comes back."""
        return self._away.get(at) or self._view.columnWidth(at) or self._columns[at].width

    def _give_way(self) -> None:
        """Take out as many columns as needed, the lowest `gives_way` first, and bring back what fits."""
        on = [at for at in range(len(self._columns)) if self.chosen(at)]
        taken = sum(self._least(at) for at in on)
        movable = [at for at in on if self._columns[at].gives_way and at not in self._wanted]
        for at in sorted(movable, key=lambda at: self._columns[at].gives_way):
            out = taken > self._view.viewport().width()
            taken -= self.width(at) if out else 0
            if out and at not in self._away:
                self._away[at] = self._view.columnWidth(at)
                self._view.hideColumn(at)
            elif not out:
                self.put_back(at)

    def _take_rest(self) -> None:
        """Share what the others leave among the columns that stretch, each at least as wide as it says."""
        header = self._view.horizontalHeader()
        shown = [at for at in range(len(self._columns)) if not header.isSectionHidden(at)]
        wide = [at for at in shown if self._columns[at].stretch]
        if not wide:
            return
        spare = max(self._view.viewport().width() - sum(self._least(at) for at in shown), 0)
        part, rest = divmod(spare, len(wide))
        for no, at in enumerate(wide):
            header.resizeSection(at, self._columns[at].width + part + (no < rest))

    def _least(self, at: int) -> int:
        """The pixels that a column takes at least."""
        size = self._away.get(at) or self._view.columnWidth(at)
        return self._columns[at].width if self._columns[at].stretch else size
