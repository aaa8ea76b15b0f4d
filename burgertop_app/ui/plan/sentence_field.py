"""A field for a sentence or two, as high as its words need."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from typing_extensions import override

from burgertop_app.ui.kit.fields import TextField

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QPlainTextEdit

LEAST, MOST = 2, 6
AROUND = 24
"""Pixels above and below the lines."""


class SentenceField(TextField):
    """Two lines high, more when the words need it, up to six."""

    def __init__(self, name: str) -> None:
        super().__init__("", lines=LEAST)
        self._plain = cast("QPlainTextEdit", self.editor)
        self._plain.setAccessibleName(name)
        self._plain.setPlaceholderText(name)
        self._plain.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        needed = round(self._plain.document().size().height())
        lines = min(max(needed, LEAST), MOST)
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if needed > MOST else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._plain.setVerticalScrollBarPolicy(bar)
        self._plain.setFixedHeight(lines * self._plain.fontMetrics().lineSpacing() + AROUND)
