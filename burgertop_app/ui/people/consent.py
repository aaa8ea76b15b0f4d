"""The consent of one person to stand in the advice by name: a tick with a day, and its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.i18n import _, day
from burgertop_app.ui.kit.fields import TickField
from burgertop_app.ui.kit.number_fields import DateField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from burgertop_app.domain.people import Consent


class ConsentField(QWidget):
    """A tick, with the day on which the consent was given while it is ticked.

    Args:
        today: the day that is filled in for a new tick, and the last that may be filled in.
    """

    def __init__(self, today: date | None) -> None:
        super().__init__()
        self._today = today
        self.tick = TickField(_("The name may stand in the advice"))
        self.given_on = DateField(_("Agreed on"), self._check)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.tick)
        box.addWidget(self.given_on)
        self.tick.changed.connect(self._on_tick)
        self.put(None)

    def put(self, named_on: date | None) -> None:
        """Show a consent given on this day; None when there is none."""
        self.tick.put(named_on is not None)
        self.given_on.put(named_on or self._today)
        self.given_on.setVisible(self.tick.value())

    def value(self) -> date | None:
        """The day on which the consent was given; None when there is none.

        Raises:
            InvalidInput: field_date, the day cannot be read.
        """
        return self.given_on.value() if self.tick.value() else None

    def _on_tick(self, ticked: object) -> None:
        self.given_on.setVisible(bool(ticked))

    def _check(self, given_on: date | None) -> None:
        if self._today is not None and given_on is not None and given_on > self._today:
            raise InvalidInput("consent_in_future", day=f"{given_on:%d-%m-%Y}")


def consent_words(naming: Sequence[Consent]) -> str:
    """Since when the name may stand in the advice, with what was withdrawn below; "" for never asked."""
    said = [_consent(kept) for kept in sorted(naming, key=lambda kept: kept.withdrawn_on is not None)]
    return "\n".join(said)


def _consent(kept: Consent) -> str:
    if kept.withdrawn_on is None:
        return _("yes, agreed on {day}").format(day=day(kept.given_on))
    return _("agreed on {day}, withdrawn on {until}").format(
        day=day(kept.given_on), until=day(kept.withdrawn_on)
    )
