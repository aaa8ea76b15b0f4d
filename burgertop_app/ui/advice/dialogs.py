"""The small forms of the advice page: a new advice, a new recommendation, proposals, the offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.messages.votes import count_words
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import LineField, TextField
from burgertop_app.ui.kit.layout import column, words
from burgertop_app.ui.kit.number_fields import DateField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.outcome_views import ProposalLine

ID = Qt.ItemDataRole.UserRole


class OneLine(Panel):
    """Asks for one sentence."""

    def __init__(self, parent: QWidget | None, title: str, label: str, yes: str, given: str = "") -> None:
        said = TextField(label, lines=2)
        said.put(given)
        super().__init__(parent, title, column(said), yes)
        self._said = said
        said.changed.connect(self._check)
        said.setFocus()
        self._check()

    @property
    def given(self) -> str:
        """The sentence, on one line."""
        return " ".join(self._said.value().split())

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.given))


class ProposalPicker(Panel):
    """A list of proposals with tick boxes; ticked ones stand first."""

    def __init__(
        self, parent: QWidget | None, proposals: Sequence[ProposalLine], held: Sequence[UUID]
    ) -> None:
        listed = QListWidget()
        listed.setMinimumSize(360, 140)
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listed.setWordWrap(True)
        listed.setProperty("role", "picking")
        listed.setAccessibleName(_("Proposals"))
        super().__init__(
            parent, _("Which proposals does it rest on?"), column(listed), _("Use these proposals")
        )
        self.list = listed
        for line in sorted(proposals, key=lambda line: line.proposal.id not in held):
            if not line.proposal.withdrawn_reason or line.proposal.id in held:
                self._add(line, ticked=line.proposal.id in held)
        self.widen(620, 520)
        listed.setFocus()

    @property
    def chosen(self) -> tuple[UUID, ...]:
        """The ids of the ticked proposals."""
        items = [self.list.item(place) for place in range(self.list.count())]
        return tuple(item.data(ID) for item in items if item.checkState() == Qt.CheckState.Checked)

    def _add(self, line: ProposalLine, *, ticked: bool) -> None:
        votes = f"  ({count_words(line.count)})" if line.count else ""
        item = QListWidgetItem(f"{line.proposal.number}  {line.text.title}{votes}")
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        item.setData(ID, line.proposal.id)
        self.list.addItem(item)


class OfferForm(Panel):
    """Asks to whom the advice was offered, when and how."""

    def __init__(self, parent: QWidget | None, version: int, to: str, today: date) -> None:
        self._today = today
        self._to = LineField(_("Offered to"))
        self._on = DateField(_("On"), month=today)
        self._how = LineField(
            _("How"), hint=_("For example: handed over in the town hall, or sent by e-mail")
        )
        self._to.put(to)
        self._on.put(today)
        told = words(
            _("This does not send anything. It records that version {version} was offered.").format(
                version=version
            ),
            "muted",
            wrap=True,
        )
        super().__init__(
            parent,
            _("Offer the advice"),
            column(told, self._to, self._on, self._how),
            _("Record the offer"),
        )
        self._to.changed.connect(self._check)
        self._to.setFocus()
        self._check()

    @property
    def given(self) -> tuple[str, date, str]:
        """To whom, when and how."""
        return self._to.value(), self._on.value() or self._today, self._how.value()

    @override
    def accept(self) -> None:
        if self._to.value() and self._on.valid:
            super().accept()

    def _check(self) -> None:
        self.yes.setEnabled(bool(self._to.value()))
