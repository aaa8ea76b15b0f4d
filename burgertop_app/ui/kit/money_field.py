"""A field for an amount in whole euros, typed the Dutch way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from burgertop_app.domain.money import euros_in
from burgertop_app.ui.kit.fields import Field


class MoneyField(Field[int | None]):
    """Whole euros, None for nothing; "12.500" and "€ 12.500,00" are understood, what is doubtful is told."""

    def __init__(self, label: str = "", hint: str = "") -> None:
        self._line = QLineEdit()
        self._line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        super().__init__(label, self._line, None, hint)
        self._line.textEdited.connect(self.typed)

    @override
    def value(self) -> int | None:
        return euros_in(self._line.text())

    @override
    def show_value(self, value: int | None) -> None:
        self._line.setText("" if value is None else f"{value:,}".replace(",", "."))
