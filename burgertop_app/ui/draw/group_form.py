"""The small form that adds a group to the quotas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.drawing import QuotaEntry
from burgertop_app.i18n import _
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import LineField
from burgertop_app.ui.kit.layout import column, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class GroupForm(Panel):
    """Asks for a feature and a group of it."""

    def __init__(self, parent: QWidget | None, feature: str, seats: int) -> None:
        self._seats = seats
        self.feature = LineField(_("Feature"), placeholder=_("for example age"))
        self.feature.put(feature)
        self.group = LineField(_("Group"), hint=_("Written exactly as people have it, for example 16-29."))
        said = words(
            _("The group gets room for 0 to all seats; change that in the table."), "muted", wrap=True
        )
        body = column(said, self.feature, self.group, gap=Space.S)
        super().__init__(parent, _("Add a group"), body, _("Add"))
        for field in (self.feature, self.group):
            field.changed.connect(self._on_changed)
        self._on_changed()

    @property
    def entry(self) -> QuotaEntry:
        """The group with room for anything."""
        return QuotaEntry(feature=self.feature.value(), value=self.group.value(), low=0, high=self._seats)

    def _on_changed(self) -> None:
        self.yes.setEnabled(bool(self.feature.value() and self.group.value()))
