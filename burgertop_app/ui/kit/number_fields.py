"""Fields for a number and for a date, typed as people write them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidgetAction
from typing_extensions import override

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.i18n import _
from burgertop_app.ui.kit.fields import Field
from burgertop_app.ui.kit.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable

DATE = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})")
BEGUN = re.compile(r"\d{0,4}(?:[-/. ]\d{0,2}(?:[-/. ]\d{0,3})?)?")


class NumberField(Field[int | None]):
    """A whole number from `low` to `high`; empty is None when `optional`."""

    def __init__(
        self, label: str = "", *, low: int = 0, high: int = 1_000_000, optional: bool = False, hint: str = ""
    ) -> None:
        self._line = QLineEdit()
        self._line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._low, self._high, self._optional = low, high, optional
        super().__init__(label, self._line, None, hint)
        self._line.textEdited.connect(self.typed)

    @override
    def value(self) -> int | None:
        text = self._line.text().replace(".", "").replace(" ", "").strip()
        if not text and self._optional:
            return None
        try:
            number = int(text)
        except ValueError:
            raise InvalidInput("field_number", low=self._low, high=self._high) from None
        if not self._low <= number <= self._high:
            raise InvalidInput("field_number", low=self._low, high=self._high)
        return number

    @override
    def show_value(self, value: int | None) -> None:
        self._line.setText("" if value is None else str(value))


class DateField(Field[date | None]):
    """A date as 28-12-2026, typed or picked from the calendar; empty is None when `optional`.

    `month` is the day on which the calendar opens while the field is empty.
    """

    def __init__(
        self,
        label: str = "",
        check: Callable[[date | None], object] | None = None,
        *,
        optional: bool = False,
        month: date | None = None,
        hint: str = "",
    ) -> None:
        self._line = QLineEdit()
        self._line.setPlaceholderText(_("day-month-year"))
        self._optional = optional
        self._month = month
        super().__init__(label, self._line, check, hint)
        self._line.textEdited.connect(self.typed)
        pick = QAction(icon("calendar", "muted"), _("Pick from the calendar"), self)
        pick.triggered.connect(self._on_pick)
        self._line.addAction(pick, QLineEdit.ActionPosition.TrailingPosition)

    @override
    def value(self) -> date | None:
        text = self._line.text().strip()
        if not text and self._optional:
            return None
        return parse_date(text)

    @override
    def show_value(self, value: date | None) -> None:
        self._line.setText("" if value is None else f"{value:%d-%m-%Y}")

    @override
    def typed(self) -> None:
        # Half a date is no mistake yet: a red sentence would come and go below the hands of who is typing.
        if self._line.hasFocus() and BEGUN.fullmatch(text := self._line.text()) and not DATE.fullmatch(text):
            self.wait()
            return
        super().typed()

    def _on_pick(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        if shown := self._shown():
            calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        calendar.clicked.connect(self._on_picked)
        calendar.clicked.connect(menu.close)
        menu.popup(self._line.mapToGlobal(QPoint(0, self._line.height())))

    def _on_picked(self, picked: QDate) -> None:
        self._line.setText(f"{picked.day():02}-{picked.month():02}-{picked.year()}")
        self.typed()
        self.flush()

    def _shown(self) -> date | None:
        try:
            return self.value() or self._month
        except InvalidInput:
            return self._month


def parse_date(text: str) -> date:
    """The date in `text`: 28-12-2026, 28/12/2026 or 2026-12-28.

    Raises:
        InvalidInput: field_date, it is no date or one that does not exist.
    """
    found = DATE.fullmatch(text.strip())
    if found is None:
        raise InvalidInput("field_date")
    day, month, year, iso_year, iso_month, iso_day = found.groups()
    try:
        return date(int(year or iso_year), int(month or iso_month), int(day or iso_day))
    except ValueError:
        raise InvalidInput("field_date") from None
