"""The few questions that may stop an organiser; tests replace this object."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.ui.kit.buttons import danger, primary, secondary
from burgertop_app.ui.kit.layout import words
from burgertop_app.ui.kit.preferences import Forgetful

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QLayout, QWidget

    from burgertop_app.ui.kit.preferences import Preferences


FOLDER = "folder"
EDGE = 48
"""Pixels of the screen that a dialog leaves for its frame and what is behind it."""
_ENDING = re.compile(r"\(\*(\.\w+)\)")


class Dialogs:
    """Asks and waits for the answer.

    Args:
        preferences: remember the folder that was used last.
    """

    def __init__(self, preferences: Preferences | None = None) -> None:
        self._preferences: Preferences = preferences or Forgetful()

    def ask(self, parent: QWidget | None, title: str, question: str, yes: str) -> bool:
        """A plain question with Cancel; `yes` is the verb on the button ("Verwijderen")."""
        return Question(parent, title, question, yes).exec() == QDialog.DialogCode.Accepted

    def offer(self, parent: QWidget | None, title: str, done: str, more: str) -> bool:
        """Tells what was done, with Close, and offers one thing more: the verb `more`."""
        return Question(parent, title, done, more, no=_("Close")).exec() == QDialog.DialogCode.Accepted

    def reason(self, parent: QWidget | None, title: str, question: str, yes: str) -> str | None:
        """A question that needs a reason, for what is public; None when the organiser changed their mind."""
        dialog = Question(parent, title, question, yes, reason=True)
        return dialog.reason if dialog.exec() == QDialog.DialogCode.Accepted else None

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        """A message with one button."""
        Question(parent, title, text, _("Close"), no=None).exec()

    def open_file(
        self, parent: QWidget | None, title: str, kinds: str, folder: Path | None = None
    ) -> Path | None:
        """An existing file; `kinds` as in "Excel (*.xlsx);;CSV (*.csv)"."""
        name, _kind = QFileDialog.getOpenFileName(parent, title, str(folder or self.place()), kinds)
        return self._went(Path(name)) if name else None

    def open_files(self, parent: QWidget | None, title: str, kinds: str) -> list[Path]:
        """One or more existing files; `kinds` as with `open_file`."""
        names, _kind = QFileDialog.getOpenFileNames(parent, title, str(self.place()), kinds)
        return [self._went(Path(name)) for name in names]

    def save_file(
        self, parent: QWidget | None, title: str, kinds: str, proposal: Path | None = None
    ) -> Path | None:
        """A place for a file, with a question when it exists already; a bare name goes in `place`.

        The ending is the one that was typed, or that of the chosen kind when none was.
        """
        wanted = self.place() / (proposal or "")
        name, kind = QFileDialog.getSaveFileName(parent, title, str(wanted), kinds)
        if not name:
            return None
        path = _with_ending(Path(name), kind, wanted.suffix)
        return self._went(path) if path == Path(name) or self._may_replace(parent, path) else None

    def folder(self, parent: QWidget | None, title: str, start: Path | None = None) -> Path | None:
        """A folder."""
        name = QFileDialog.getExistingDirectory(parent, title, str(self.place() / (start or "")))
        return self._went(Path(name)) if name else None

    def colour(self, parent: QWidget | None, title: str, start: str) -> str:
        """A colour as "#0B5C66", beginning with `start`; "" when the organiser changed their mind."""
        chosen = QColorDialog.getColor(QColor(start), parent, title)
        return chosen.name().upper() if chosen.isValid() else ""

    def place(self) -> Path:
        """Where a file dialog starts: the folder used last, else the documents of the user."""
        kept = self._preferences.get(FOLDER)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        wanted = (Path(kept),) if isinstance(kept, str) else ()
        return next((path for path in (*wanted, Path(documents)) if path.is_dir()), Path.home())

    def _may_replace(self, parent: QWidget | None, path: Path) -> bool:
        """Whether a file may be written; Qt asked about another name than this one."""
        question = _("There is a file {file} already.").format(file=path.name)
        return not path.exists() or self.ask(parent, _("Replace this file?"), question, _("Replace"))

    def _went(self, path: Path) -> Path:
        self._preferences.put(FOLDER, str(path if path.is_dir() else path.parent))
        return path


class Panel(QDialog):
    """A dialog with a heading, a body of your own, Cancel and one primary button.

    Args:
        body: the fields, at most 640 wide.
        yes: the verb on the primary button; "" for a body that only shows, which gets Close alone.
    """

    def __init__(self, parent: QWidget | None, title: str, body: QLayout, yes: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self.setMinimumWidth(460)
        self.yes = primary(yes or _("Close"), self.accept)
        self.yes.setDefault(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(14)
        box.addWidget(words(title, "heading", wrap=True))
        box.addLayout(body, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        if yes:
            buttons.addWidget(secondary(_("Cancel"), self.reject))
        buttons.addWidget(self.yes)
        box.addSpacing(4)
        box.addLayout(buttons)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Qt opens a window on two thirds of the screen at most, which cuts wide fields off on a small one.
        least = self.minimumSizeHint()
        self.widen(max(self.width(), least.width()), max(self.height(), least.height()))
        super().showEvent(event)

    def widen(self, wide: int, high: int) -> None:
        """Open this large, and no larger than the screen: at 200 % a small one has 683 by 384 left."""
        room = self.screen().availableSize()
        self.resize(min(wide, room.width() - EDGE), min(high, room.height() - EDGE))


class Question(QDialog):
    """A question in words, with a verb on the button and perhaps a field for the reason.

    `no` stands on the other button ("" is Cancel); None leaves it out.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        question: str,
        yes: str,
        *,
        no: str | None = "",
        reason: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self.setMaximumWidth(640)
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(words(title, "heading", wrap=True))
        box.addWidget(words(question, "small", wrap=True))
        self._field = QPlainTextEdit()
        self._field.setAccessibleName(_("Reason"))
        self._field.setFixedHeight(84)
        self._yes = danger(yes, self.accept, "") if reason else primary(yes, self.accept)
        if reason:
            box.addWidget(words(_("Why? This stays readable in the log."), "field"))
            box.addWidget(self._field)
            self._field.textChanged.connect(self._on_typed)
            self._on_typed()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        if no is not None:
            buttons.addWidget(secondary(no or _("Cancel"), self.reject))
        buttons.addWidget(self._yes)
        self._yes.setDefault(not reason)
        box.addLayout(buttons)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Qt reckons with the lines of another width and cuts a long question off at both ends.
        wide = max(self.sizeHint().width(), self.minimumWidth())
        self.resize(wide, self._box.totalHeightForWidth(wide))
        super().showEvent(event)

    @property
    def reason(self) -> str:
        """What was typed, without spaces around it."""
        return self._field.toPlainText().strip()

    def _on_typed(self) -> None:
        self._yes.setEnabled(bool(self.reason))


def _with_ending(path: Path, kind: str, proposed: str) -> Path:
    """The path with the ending of a kind such as "Word (*.docx)", unless another ending was typed."""
    found = _ENDING.search(kind)
    if found is None or (path.suffix and path.suffix != proposed):
        return path
    return path.with_suffix(found[1]) if path.suffix else path.with_name(path.name + found[1])
