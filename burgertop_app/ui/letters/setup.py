"""The fields for what all letters share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.domain.letters import tidy_website
from burgertop_app.i18n import _
from burgertop_app.ui.kit.fields import LineField, TextField
from burgertop_app.ui.kit.layout import column, row
from burgertop_app.ui.kit.number_fields import DateField
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from burgertop_app.domain.letters import LetterSetup
    from burgertop_app.ui.letters.acts import LetterActs


class SetupFields(QWidget):
    """Sender, signature, last day and website; kept while one types."""

    def __init__(self, acts: LetterActs) -> None:
        super().__init__()
        self._acts = acts
        self.return_address = TextField(_("Sender"), lines=3)
        self.signed = TextField(_("Signed by"), lines=3)
        self.reply_by = DateField(_("Reply by"), optional=True)
        self.website = LineField(
            _("Website to register"), check=tidy_website, placeholder="https://", hint=_("May stay empty.")
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        both = row(self.return_address, self.signed, gap=Space.M)
        below = row(self.reply_by, self.website, gap=Space.M)
        for line in (both, below):
            line.setStretch(0, 1)
            line.setStretch(1, 1)
        box.addLayout(column(both, below, gap=Space.M))
        for field in (self.return_address, self.signed, self.reply_by, self.website):
            field.saved.connect(self._on_saved)

    def put(self, setup: LetterSetup) -> None:
        """Show what is kept."""
        self.return_address.put(setup.return_address)
        self.signed.put(setup.signed_by)
        self.reply_by.put(setup.reply_by)
        self.website.put(setup.website)

    def _on_saved(self, _value: object) -> None:
        if self.reply_by.valid and self.website.valid:
            self._acts.keep_setup(
                self.return_address.value(), self.signed.value(), self.website.value(), self.reply_by.value()
            )
