"""Which vote is looked at: the newest, an earlier one, one that was withdrawn, or a new one to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.messages.votes import vote_line
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.layout import row, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.voting import VoteLine

WIDE, ARROW = 560, 64
NEW: None = None
"""What the list holds for a vote that is being made."""


class VoteChooser(QWidget):
    """A list of votes, the newest on top, and a button for a new one when none runs."""

    chosen = Signal(object)
    """The id of a vote, None for the one that is being made."""
    new_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = _List()
        self.list.setAccessibleName(_("Which vote"))
        self.new = small(_("New vote…"), self.new_wanted.emit, "plus")
        self.setLayout(row(words(_("Which vote"), "small"), self.list, self.new, None, gap=Space.M))
        self.list.activated.connect(lambda _at: self.chosen.emit(self.list.currentData()))

    def put(self, votes: Sequence[VoteLine], shown: UUID | None, *, begin: bool, choosing: bool) -> None:
        """Offer these votes.

        Args:
            votes: the newest first.
            shown: the id of the one that is looked at.
            begin: whether a new one may begin.
            choosing: whether the rule of a new one is being chosen.
        """
        with QSignalBlocker(self.list):
            self.list.clear()
            if choosing:
                self.list.addItem(_("New vote"), NEW)
            for line in votes:
                self.list.addItem(said := vote_line(line), line.ballot.id)
                self.list.setItemData(self.list.count() - 1, said, Qt.ItemDataRole.ToolTipRole)
            ids = [line.ballot.id for line in votes]
            at = ids.index(shown) if shown in ids else 0
            self.list.setCurrentIndex(0 if choosing else at)
        self.list.updateGeometry()
        self.list.setToolTip(self.list.currentText())
        self.new.setVisible(begin and not choosing)


class _List(QComboBox):
    """Gives way where there is no room; long names end in an ellipsis."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def sizeHint(self) -> QSize:
        said = (self.itemText(at) for at in range(self.count()))
        wide = max((self.fontMetrics().horizontalAdvance(one) for one in said), default=0) + ARROW
        return QSize(max(wide, WIDE), super().sizeHint().height())
