"""The form for a new proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.outcomes import ProposalKind
from burgertop_app.domain.requests import NewProposal
from burgertop_app.i18n import _
from burgertop_app.messages.words import choices
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import ChoiceField, LineField
from burgertop_app.ui.kit.layout import column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class ProposalForm(Panel):
    """Asks for a proposal in one sentence and who must act; cards are chosen later."""

    def __init__(self, parent: QWidget | None) -> None:
        title = LineField(_("The proposal in one sentence"))
        kind = ChoiceField(
            _("Who must act"), [(ProposalKind(code), said) for code, said in choices(ProposalKind).items()]
        )
        kind.put(ProposalKind.ASKED)
        super().__init__(parent, _("New proposal"), column(title, kind), _("Make proposal"))
        self.title, self.kind = title, kind
        title.changed.connect(self._check)
        title.setFocus()
        self._check()

    @property
    def given(self) -> NewProposal:
        """The proposal to make."""
        return NewProposal(title=self.title.value(), kind=self.kind.value())

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.title.value()))
