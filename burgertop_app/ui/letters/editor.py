"""The editor of one letter: subject, text, and the blanks to put in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from burgertop_app.domain.errors import BurgertopError
from burgertop_app.i18n import _
from burgertop_app.messages.letters import kind_words
from burgertop_app.ui.kit.buttons import link, small
from burgertop_app.ui.kit.errors import explain
from burgertop_app.ui.kit.fields import LineField, TextField
from burgertop_app.ui.kit.flow import FlowLayout
from burgertop_app.ui.kit.layout import clear, row, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from burgertop_app.domain.inviting import MailKind
    from burgertop_app.ui.letters.acts import LetterActs
    from burgertop_app.ui.letters.found import LettersFound


class LetterEditor(QWidget):
    """Keeps what is typed when it can be sent, and says below the text why it cannot."""

    def __init__(self, acts: LetterActs) -> None:
        super().__init__()
        self._acts = acts
        self._kind: MailKind | None = None
        self._blanks_shown: tuple[str, ...] = ()
        self.title = words("", "heading")
        self.back = link(_("Take back the text of the program"), acts.take_back, "rotate-ccw")
        self.subject = LineField(_("Subject"), check=self._check_subject)
        self.text = TextField(_("Text"), check=self._check_text, lines=9)
        self._flow = FlowLayout()
        self._buttons: dict[str, QPushButton] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        box.addLayout(row(self.title, None, self.back))
        box.addWidget(self.subject)
        box.addWidget(self.text, 1)
        box.addWidget(words(_("Put in for each person:"), "caption"))
        box.addLayout(self._flow)
        self.subject.saved.connect(self._on_saved)
        self.text.saved.connect(self._on_saved)

    def put(self, found: LettersFound) -> None:
        """Show the chosen letter; what somebody is typing stays."""
        wording = found.line.wording
        self._kind = found.kind
        self.title.setText(kind_words(found.kind))
        self.back.setVisible(wording.own)
        self.subject.put(wording.subject)
        self.text.put(wording.text)
        if found.blanks != self._blanks_shown:
            self._blanks_shown = found.blanks
            clear(self._flow)
            self._buttons = {}
            for blank in found.blanks:
                button = small(f"{{{blank}}}", self._putter(blank))
                button.setAccessibleName(_("Put in: {blank}").format(blank=blank))
                self._flow.addWidget(button)
                self._buttons[blank] = button

    def blank_button(self, blank: str) -> QPushButton:
        """The button that puts this blank in the text."""
        return self._buttons[blank]

    def flush(self) -> None:
        """Keep what was typed, if it can be kept."""
        self.subject.flush()
        self.text.flush()

    def _putter(self, blank: str) -> Callable[[], None]:
        def put_in() -> None:
            editor = self.text.editor
            if isinstance(editor, QPlainTextEdit):
                editor.insertPlainText(f"{{{blank}}}")
                editor.setFocus()

        return put_in

    def _check_subject(self, subject: str) -> None:
        self._acts.check(self._kind, subject, self.text.value())

    def _check_text(self, text: str) -> None:
        self._acts.check(self._kind, self.subject.value(), text)

    def _on_saved(self, _value: object) -> None:
        if self._kind is None:
            return
        subject, text = self.subject.value(), self.text.value()
        try:
            self._acts.check(self._kind, subject, text)
        except BurgertopError as error:
            self.text.complain(explain(error))
            return
        self._acts.keep(self._kind, subject, text)
