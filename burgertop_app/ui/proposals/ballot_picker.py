"""Choosing which proposals come on the ballot: tick them, or take all, none, or those without a vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from burgertop_app.i18n import _, ngettext, number
from burgertop_app.ui.kit.buttons import link
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.layout import column, row, words
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.proposals.listing import result_chip

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.outcome_views import ProposalLine

ID = Qt.ItemDataRole.UserRole


class BallotPicker(Panel):
    """The proposals that count, each with what became of it; at least one must be ticked."""

    def __init__(
        self, parent: QWidget | None, lines: Sequence[ProposalLine], left_out: Collection[UUID]
    ) -> None:
        self._lines = {line.proposal.id: line for line in lines}
        self.list = QListWidget()
        self.list.setMinimumSize(360, 140)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.setProperty("role", "picking")
        self.list.setAccessibleName(_("Proposals"))
        self._count = words("", "muted", wrap=True)
        self.all = link(_("All"), lambda: self._tick_where(lambda _line: True))
        self.none = link(_("None"), lambda: self._tick_where(lambda _line: False))
        self.fresh = link(_("Only those without a result"), lambda: self._tick_where(_without_result))
        super().__init__(
            parent,
            _("Which proposals come on the ballot?"),
            column(
                words(
                    _("What you leave out stays as it is. It can come on a later ballot."),
                    "small",
                    wrap=True,
                ),
                row(self.all, self.none, self.fresh, None, gap=Space.M),
                self.list,
                self._count,
            ),
            _("Put these on the ballot"),
        )
        for line in lines:
            self._add(line, ticked=line.proposal.id not in left_out)
        self.list.itemChanged.connect(lambda _item: self._tell())
        self.widen(620, 560)
        self.list.setFocus()
        self.list.setCurrentRow(0)
        self._tell()

    @property
    def left_out(self) -> frozenset[UUID]:
        """The ids of the proposals that do not come on the ballot."""
        return frozenset(
            item.data(ID) for item in self._items() if item.checkState() != Qt.CheckState.Checked
        )

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(place) for place in range(self.list.count())]

    def _add(self, line: ProposalLine, *, ticked: bool) -> None:
        chip = result_chip(line)
        item = QListWidgetItem(f"{line.proposal.number}  {line.text.title}  ({chip.words})")
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        item.setData(ID, line.proposal.id)
        self.list.addItem(item)

    def _tick_where(self, wanted: Callable[[ProposalLine], bool]) -> None:
        for item in self._items():
            on = wanted(self._lines[item.data(ID)])
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _tell(self) -> None:
        count = len(self._lines) - len(self.left_out)
        said = ngettext(
            "{count} proposal comes on the ballot.", "{count} proposals come on the ballot.", count
        )
        none = _("Tick at least one proposal.")
        self._count.setText(said.format(count=number(count)) if count else none)
        self.yes.setEnabled(count > 0)


def _without_result(line: ProposalLine) -> bool:
    return line.count is None
