"""The meetings of a group: their days, which keep themselves, and a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.layout import column, words
from burgertop_app.ui.kit.number_fields import DateField
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget


class MeetingForm(Panel):
    """Asks on which day the group met or will meet."""

    def __init__(self, parent: QWidget, today: date) -> None:
        self.on = DateField(_("Day"), month=today)
        self.on.put(today)
        said = words(
            _("Was there a meeting, or is one planned? The board counts from its day."), "small", wrap=True
        )
        super().__init__(parent, _("Meeting"), column(said, self.on, gap=Space.M), _("Keep the meeting"))

    @property
    def given(self) -> date | None:
        """The day, None when it cannot be read."""
        return self.on.value() if self.on.valid else None

    @override
    def accept(self) -> None:
        """Close only when the day can be read."""
        if self.on.valid:
            super().accept()

    def asked(self) -> date | None:
        """Ask, and give the day; None when the organiser changed their mind."""
        return self.given if self.exec() == QDialog.DialogCode.Accepted else None
