"""The form for a postponement: until when, why, who said it and how we know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.i18n import _
from burgertop_app.messages.terms import weekday
from burgertop_app.services.postponing import PostponementForm
from burgertop_app.ui.kit.fields import LineField, TextField
from burgertop_app.ui.kit.layout import column, words
from burgertop_app.ui.kit.number_fields import DateField, NumberField
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.response.file_choice import FileChoice

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

WEEKS = 52


class DelayForm(QWidget):
    """A new last day, as a date or in weeks; `weeks_chosen` asks which day so many weeks give."""

    weeks_chosen = Signal(int)

    def __init__(self, today: date, last: date, agreed: date, ask: Callable[[], Path | None]) -> None:
        super().__init__()
        present = (
            _("The last day now is {day}.").format(day=weekday(last))
            if last == agreed
            else _("The last day now is {day}; agreed was {agreed}.").format(
                day=weekday(last), agreed=weekday(agreed)
            )
        )
        self.weeks = NumberField(_("So many weeks later"), low=1, high=WEEKS, optional=True)
        self.until = DateField(_("Or until this day"), month=last, optional=True)
        self.reason = TextField(
            _("The reason of the college"),
            _filled,
            _("As the college gave it. Everybody can read it."),
            lines=4,
        )
        self.told_on = DateField(_("Said on"), month=today)
        self.by = LineField(_("Said by (function)"), placeholder=_("For example: alderman for housing"))
        self.proof = LineField(_("How we know"), placeholder=_("For example: letter 2026-114"))
        self.file = FileChoice(_("Letter or e-mail (PDF, picture, EML or MSG)"), ask)
        self._found = words("", "small", wrap=True)
        self._found.hide()
        self.told_on.put(today)
        fields = (self.weeks, self.until, self._found, self.reason, self.told_on, self.by, self.proof)
        self.setLayout(column(words(present, "small", wrap=True), *fields, self.file, gap=Space.M))
        self.setFocusProxy(self.weeks)
        self.weeks.changed.connect(self._on_weeks)

    def tell(self, day: date) -> None:
        """Show which day the weeks give."""
        self._found.setText(_("That is {day}.").format(day=weekday(day)))
        self._found.show()

    def form(self) -> PostponementForm:
        """What is filled in.

        Raises:
            InvalidInput: a field cannot be read.
        """
        return PostponementForm(
            reason=self.reason.value(),
            told_on=self.told_on.value() or _today_missing(),
            until=self.until.value(),
            weeks=self.weeks.value() or 0,
            by=self.by.value(),
            proof=self.proof.value(),
            file=self.file.path,
        )

    def _on_weeks(self, weeks: object) -> None:
        if isinstance(weeks, int):
            self.weeks_chosen.emit(weeks)


def _filled(reason: str) -> None:
    if not reason:
        raise InvalidInput("postponement_reason_empty")


def _today_missing() -> date:
    raise InvalidInput("field_date")
