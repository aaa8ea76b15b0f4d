"""A walk-in at the door: only the name, what the plan mixes by, and the consent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typing_extensions import override

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.requests import PersonForm
from burgertop_app.i18n import _
from burgertop_app.messages.tables import feature_words
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import ChoiceField, LineField
from burgertop_app.ui.kit.layout import column, words
from burgertop_app.ui.people.consent import ConsentField

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget


class WalkInForm(Panel):
    """The needed questions; Enter lets somebody in.

    Args:
        name: what was typed of the name.
        features: the values of each feature that the plan mixes by.
        today: the last day on which a consent may be given.
    """

    def __init__(
        self, parent: QWidget | None, name: str, features: Mapping[str, Sequence[str]], today: date
    ) -> None:
        self._name = LineField(_("Name"), _check_name)
        self._features: dict[str, ChoiceField[Any]] = {
            feature: ChoiceField(
                feature_words(feature), [(value, value) for value in values], empty=_("not known")
            )
            for feature, values in features.items()
        }
        self._consent = ConsentField(today)
        told = _("They get a number, count as present and get the best free seat in every round.")
        body = column(
            words(told, "muted", wrap=True), self._name, *self._features.values(), self._consent, gap=12
        )
        super().__init__(parent, _("Walk-in"), body, _("Let in"))
        self._name.put(name)
        self._name.changed.connect(lambda _name: self._check())
        self._check()
        self._name.setFocus()

    @property
    def form(self) -> PersonForm:
        """Who comes in."""
        return PersonForm(
            name=self._name.value(),
            features={name: field.value() or "" for name, field in self._features.items()},
            channel=_("walk-in"),
            named_on=self._consent.value(),
        )

    @override
    def accept(self) -> None:
        if self._name.valid and self._consent.given_on.valid:
            super().accept()

    def _check(self) -> None:
        self.yes.setEnabled(bool(self._name.value()))


def _check_name(name: str) -> None:
    if not name:
        raise InvalidInput("person_name_empty")
