"""A field for a time of day, typed as people write it: 9.30, 9:30 or 930."""

from __future__ import annotations

import re
from datetime import time

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.i18n import _
from burgertop_app.messages.tables import clock
from burgertop_app.ui.kit.fields import Field

TIME = re.compile(r"(\d{1,2})(?:[.:h ]?(\d{2}))?\s*(?:uur|u)?")


class TimeField(Field[time | None]):
    """A time, or None when it is empty."""

    def __init__(self, label: str = "") -> None:
        self._line = QLineEdit()
        self._line.setPlaceholderText(_("9.30"))
        super().__init__(label, self._line)
        self._line.textEdited.connect(self.typed)

    @override
    def value(self) -> time | None:
        text = self._line.text().strip()
        return parse_time(text) if text else None

    @override
    def show_value(self, value: time | None) -> None:
        self._line.setText(clock(value))


def parse_time(text: str) -> time:
    """The time in `text`.

    Raises:
        InvalidInput: field_time, it is no time of day.
    """
    found = TIME.fullmatch(text.strip().casefold())
    try:
        return time(int(found[1]), int(found[2] or 0)) if found else _refused()
    except ValueError:
        return _refused()


def _refused() -> time:
    raise InvalidInput("field_time")
