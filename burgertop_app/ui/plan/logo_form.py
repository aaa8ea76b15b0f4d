"""Asks for a logo and for what it shows; the logo is on screen while one says it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from burgertop_app.domain.house_style import COARSE, checked_alt
from burgertop_app.i18n import _
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.errors import explain
from burgertop_app.ui.kit.fields import LineField
from burgertop_app.ui.kit.layout import column, row, words
from burgertop_app.ui.picture_reading import read_picture

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.house_style import Look
    from burgertop_app.services.styling import Prepared
    from burgertop_app.ui.desk import Desk

SEEN = 130


class LogoForm(Panel):
    """A logo and its words; neither is kept without the other.

    Args:
        parent: the window.
        desk: reads the file out of the way of the window.
        look: what there is now.
        proposal: words for a first logo.
    """

    def __init__(self, parent: QWidget | None, desk: Desk, look: Look, proposal: str) -> None:
        self._desk = desk
        self.logo = look.logo
        self._seen = QLabel()
        self._seen.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._seen.setFixedHeight(SEEN)
        self._seen.setStyleSheet("background: #FFFFFF; border-radius: 6px;")
        self._told = words(_("No logo is chosen yet."), "muted", wrap=True)
        self._told.setMinimumWidth(260)
        self.pick = small(_("Choose a file…"), self._on_pick, "folder-open")
        self.alt = LineField(
            _("What does the logo show?"),
            checked_alt,
            hint=_("This is read aloud to who cannot see it."),
        )
        self.alt.put(look.alt or proposal)
        body = column(self._seen, row(self._told, None, self.pick), self.alt, gap=10)
        super().__init__(parent, _("Logo of the documents"), body, _("Use this logo"))
        self.setMinimumWidth(520)
        self.alt.editor.textChanged.connect(self._check)  # type: ignore[attr-defined]  # a QLineEdit
        self._show()
        self.pick.setFocus()
        self._check()

    @property
    def given(self) -> tuple[bytes, str]:
        """The logo and what it shows."""
        return self.logo, checked_alt(self.alt.value())

    @override
    def accept(self) -> None:
        if self.logo and self.alt.valid:
            super().accept()

    def read(self, path: Path) -> None:
        """Read a file; what comes of it is shown, or why it cannot be used."""
        styling = self._desk.services.styling
        read_picture(
            self._desk, self.pick, lambda: styling.ready(path), partial(self._on_read, path), self._on_refused
        )

    def _on_pick(self) -> None:
        path = self._desk.dialogs.open_file(self, _("Choose a logo"), _("Logo (*.png *.jpg *.jpeg)"))
        if path is not None:
            self.read(path)

    def _on_read(self, path: Path, ready: Prepared) -> None:
        self.logo = ready.content
        coarse = max(ready.wide, ready.high) < COARSE
        said = (
            _("{file} has few dots and becomes coarse on paper. A larger one is better.")
            if coarse
            else _("{file} is fit for the documents. What is see-through becomes white.")
        )
        self._tell(said.format(file=path.name), "warn" if coarse else "small")
        self._show()
        self.alt.setFocus()
        self._check()

    def _on_refused(self, error: object) -> None:
        self._tell(explain(error), "error")

    def _show(self) -> None:
        seen = QPixmap()
        if self.logo and seen.loadFromData(self.logo):
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            ratio = self.devicePixelRatioF()
            shown = seen.scaled(round(460 * ratio), round((SEEN - 16) * ratio), keep, smooth)
            shown.setDevicePixelRatio(ratio)
            self._seen.setPixmap(shown)
            self._seen.setAccessibleName(self.alt.value() or _("The logo that was chosen"))

    def _tell(self, said: str, kind: str) -> None:
        self._told.setText(said)
        self._told.setProperty("words", kind)
        self._told.style().unpolish(self._told)
        self._told.style().polish(self._told)

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.logo and self.alt.value()))
