"""Who may register: the youngest age, and whether somebody else may reply on a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.registration import OLDEST_MINIMUM, RegistrationRules
from burgertop_app.i18n import _
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import TickField
from burgertop_app.ui.kit.layout import column
from burgertop_app.ui.kit.number_fields import NumberField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class RulesDialog(Panel):
    """Two fields; `rules` is what they say."""

    def __init__(self, parent: QWidget | None, rules: RegistrationRules) -> None:
        self.age = NumberField(
            _("Youngest who may take part"),
            low=0,
            high=OLDEST_MINIMUM,
            hint=_("A reply of somebody younger is refused."),
        )
        self.others = TickField(
            _("Somebody else at the address may take part"),
            _("It is kept that somebody else replied than was invited."),
        )
        self.age.put(rules.minimum_age)
        self.others.put(rules.others)
        super().__init__(parent, _("Who may register"), column(self.age, self.others, gap=14), _("Keep"))
        self.age.editor.textEdited.connect(lambda _text: self.yes.setEnabled(self.age.valid))  # type: ignore[attr-defined]

    @property
    def rules(self) -> RegistrationRules:
        """What is filled in."""
        return RegistrationRules(self.age.value() or 0, self.others.value())
