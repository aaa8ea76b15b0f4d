"""Choosing the cards under a proposal: search, tick, done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from burgertop_app.domain.outcomes import Standing
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.card_agreement import listed
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import LineField
from burgertop_app.ui.kit.layout import column, row, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.outcome_views import CardLine
    from burgertop_app.ui.proposals.found import ProposalsFound

ID = Qt.ItemDataRole.UserRole
TOLD = Qt.ItemDataRole.UserRole + 1


class CardPicker(Panel):
    """A list of cards with tick boxes; ticked ones stand first."""

    def __init__(
        self, parent: QWidget | None, cards: Sequence[CardLine], held: Sequence[UUID], title: str = ""
    ) -> None:
        search = LineField(placeholder=_("Search in cards"))
        listed = QListWidget()
        listed.setMinimumSize(360, 140)
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listed.setWordWrap(True)
        listed.setProperty("role", "picking")
        listed.setAccessibleName(_("Cards"))
        count = words("", "muted")
        body = column(search, listed)
        body.setStretch(body.indexOf(listed), 1)
        every, none = small(_("Tick all shown")), small(_("Untick all shown"))
        body.addLayout(row(count, None, every, none))
        super().__init__(parent, title or _("Which cards does it rest on?"), body, _("Use these cards"))
        self.search, self.list, self._count = search, listed, count
        chosen = set(held)
        for line in sorted(cards, key=lambda line: line.card.id not in chosen):
            self._add(line, ticked=line.card.id in chosen)
        listed.itemChanged.connect(self._tell)
        search.changed.connect(self._narrow)
        every.clicked.connect(lambda: self.tick_shown(on=True))
        none.clicked.connect(lambda: self.tick_shown(on=False))
        self.widen(620, 560)
        search.setFocus()
        self._tell()

    @property
    def chosen(self) -> tuple[UUID, ...]:
        """The ids of the ticked cards."""
        items = [self.list.item(place) for place in range(self.list.count())]
        return tuple(item.data(ID) for item in items if item.checkState() == Qt.CheckState.Checked)

    def tick(self, card_id: UUID, *, on: bool) -> None:
        """Tick or untick one card."""
        for place in range(self.list.count()):
            item = self.list.item(place)
            if item.data(ID) == card_id:
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def tick_shown(self, *, on: bool) -> None:
        """Tick or untick every card that the search leaves in view."""
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        with QSignalBlocker(self.list):
            for place in range(self.list.count()):
                if not self.list.item(place).isHidden():
                    self.list.item(place).setCheckState(state)
        self._tell()

    def _add(self, line: CardLine, *, ticked: bool) -> None:
        theme = f"  ({line.theme})" if line.theme else ""
        item = QListWidgetItem(f"{line.card.label}  {listed(line)}{theme}")
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        item.setData(ID, line.card.id)
        item.setData(TOLD, f"{line.card.label} {line.text}{theme}".casefold())
        self.list.addItem(item)

    def _narrow(self, text: object) -> None:
        wanted = str(text).casefold().split()
        for place in range(self.list.count()):
            item = self.list.item(place)
            item.setHidden(not all(word in item.data(TOLD) for word in wanted))

    def _tell(self) -> None:
        count = len(self.chosen)
        said = ngettext("{count} card chosen", "{count} cards chosen", count)
        self._count.setText(said.format(count=number(count)))


def pickable(found: ProposalsFound, held: Sequence[UUID]) -> tuple[CardLine, ...]:
    """The cards one may choose: those that count, and those that lie there already."""
    return tuple(
        line for line in found.cards if line.card.standing is Standing.ACTIVE or line.card.id in held
    )
