"""The small forms of a conversation over statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import LineField, TextField
from burgertop_app.ui.kit.layout import column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class PollForm(Panel):
    """Asks what a conversation is about."""

    def __init__(self, parent: QWidget | None, title: str = "", intro: str = "") -> None:
        self.name = LineField(_("What it is about"), placeholder=_("for example: green in the neighbourhood"))
        self.intro = TextField(_("What people are told"), lines=4)
        super().__init__(
            parent, _("New conversation over statements"), column(self.name, self.intro), _("Begin")
        )
        self.name.put(title)
        self.intro.put(intro)
        self.name.changed.connect(self._check)
        self._check()

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.name.value()))


class StatementForm(Panel):
    """Asks for one statement."""

    def __init__(self, parent: QWidget | None) -> None:
        self.text = TextField(_("What people can agree or disagree with, in one sentence"), lines=3)
        super().__init__(parent, _("New statement"), column(self.text), _("Add"))
        self.text.changed.connect(self._check)
        self._check()

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.text.value()))
