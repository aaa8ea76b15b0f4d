"""A field for a longer text that says how many words it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout
from typing_extensions import override

from burgertop_app.i18n import ngettext, number
from burgertop_app.ui.kit.fields import TextField
from burgertop_app.ui.kit.layout import words

if TYPE_CHECKING:
    from collections.abc import Callable


class CountedField(TextField):
    """As `TextField`, with the number of words below it at the right."""

    def __init__(
        self, label: str = "", check: Callable[[str], object] | None = None, hint: str = "", lines: int = 3
    ) -> None:
        super().__init__(label, check, hint, lines)
        self.count = words("", "caption")
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight)
        box = self.layout()
        if isinstance(box, QBoxLayout):
            box.addWidget(self.count)
            box.setStretchFactor(self.editor, 1)
        self._text.textChanged.connect(self._tell)
        self._tell()

    @override
    def show_value(self, value: str) -> None:
        super().show_value(value)
        self._tell()

    def _tell(self) -> None:
        count = len(self.value().split())
        self.count.setText(ngettext("{count} word", "{count} words", count).format(count=number(count)))
