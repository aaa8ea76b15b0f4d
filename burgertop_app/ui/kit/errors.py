"""The error bar: what happened, what was not changed, what to do; details behind a fold, with Copy."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from burgertop_app.domain.errors import BurgertopError
from burgertop_app.i18n import _
from burgertop_app.messages.errors import sentence
from burgertop_app.ui.kit.buttons import icon_button, link, small
from burgertop_app.ui.kit.icons import IconLabel
from burgertop_app.ui.kit.layout import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton


def explain(error: object) -> str:
    """What happened, in the language now spoken; an unknown error gets a general sentence."""
    if isinstance(error, BurgertopError):
        try:
            return sentence(error)
        except KeyError:
            return _(
                "Something went wrong ({code}). Copy the details and send them to your administrator."
            ).format(code=error.code)
    return _(
        "Something went wrong that we did not expect. Copy the details and send them to your administrator."
    )


def details(error: object) -> str:
    """The technical story of `error`, for a colleague; names of participants are never part of it."""
    if isinstance(error, BurgertopError):
        return f"{type(error).__name__} {error.code} {error.params}"
    if isinstance(error, BaseException):
        return "".join(traceback.format_exception(error))
    return str(error)


class ErrorBar(QFrame):
    """Stands under the page title until it is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "error-bar")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 8, 8, 8)
        top = QHBoxLayout()
        top.setSpacing(10)
        icon = IconLabel("circle-alert", "late")
        self._sentence = words("", "small", wrap=True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._remedy: QPushButton | None = None
        self._fold = link(_("Details"), self._unfold)
        self._close = icon_button("x", _("Close this message"), self.hide)
        top.addWidget(icon)
        top.addWidget(self._sentence, 1)
        self._buttons = QHBoxLayout()
        top.addLayout(self._buttons)
        top.addWidget(self._fold)
        top.addWidget(self._close)
        outer.addLayout(top)
        self._details = QPlainTextEdit(readOnly=True)
        self._details.setFixedHeight(120)
        self._details.setAccessibleName(_("Details of the error"))
        self._copy = small(_("Copy"), self._on_copy, "copy")
        below = QHBoxLayout()
        below.addWidget(self._details, 1)
        below.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(below)
        self._show_details(visible=False)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown, "" when hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def report(
        self, error: object, unchanged: str = "", remedy: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Show `error`; `unchanged` says what was not changed; `remedy` is a button (words, act)."""
        said = f"{explain(error)} {unchanged}".strip()
        self._sentence.setText(said)
        self.setAccessibleName(said)
        self._details.setPlainText(details(error))
        self._show_details(visible=False)
        if self._remedy is not None:
            self._remedy.hide()
            self._remedy.deleteLater()
            self._remedy = None
        if remedy is not None:
            self._remedy = small(remedy[0], remedy[1])
            self._buttons.addWidget(self._remedy)
        self.setMinimumSize(QSize(0, 0))
        self.show()

    def _unfold(self) -> None:
        self._show_details(visible=self._details.isHidden())

    def _show_details(self, *, visible: bool) -> None:
        self._details.setVisible(visible)
        self._copy.setVisible(visible)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._sentence.text()}\n\n{self._details.toPlainText()}")
