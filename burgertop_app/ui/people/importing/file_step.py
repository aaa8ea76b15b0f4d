"""The first step: who is in the sheet, and the sheet itself, chosen, dropped or pasted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.people import Role, State
from burgertop_app.i18n import _, mark
from burgertop_app.ui.kit.buttons import secondary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.fields import ChoiceField
from burgertop_app.ui.kit.icons import IconLabel
from burgertop_app.ui.kit.layout import holder, row, words
from burgertop_app.ui.kit.tokens import Space

GROUPS = {
    Role.RESIDENT: mark("residents"),
    Role.FACILITATOR: mark("table facilitators"),
    Role.OBSERVER: mark("observers"),
    Role.EXPERT: mark("experts"),
    Role.ORGANISER: mark("organisers"),
    Role.FRIEND: mark("friends of the panel"),
}
STAGES = {
    State.REGISTERED: mark("they registered"),
    State.INVITED: mark("they were invited"),
    State.CONFIRMED: mark("they take part"),
}
OF_RESIDENTS = (State.REGISTERED, State.INVITED)


class FileStep(QWidget):
    """Asks for a file or for what is on the clipboard."""

    path_given = Signal(object)
    pasted = Signal(str)
    pick_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.role = ChoiceField(
            _("Who are in the sheet?"), [(role, _(said)) for role, said in GROUPS.items()]
        )
        self.state: ChoiceField[State] = ChoiceField(_("How far are they?"), [])
        self.role.saved.connect(self._on_role)
        self.role.changed.connect(self._on_role)
        self._on_role()
        self._told = words("", "strong", wrap=True)
        drop = DropArea(self._told)
        drop.pick.clicked.connect(self.pick_wanted)
        drop.paste.clicked.connect(self._on_paste)
        drop.dropped.connect(self.path_given)
        fields = row(self.role, self.state, gap=Space.L)
        side = Card(
            holder(fields),
            words(
                _(
                    "Names, addresses and numbers stay in this workspace. A sheet with citizen service "
                    "numbers (BSN) is refused."
                ),
                "muted",
                wrap=True,
            ),
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addWidget(side)
        box.addWidget(drop, 1)

    def tell(self, said: str) -> None:
        """Say which sheet was chosen."""
        self._told.setText(said)
        self._told.setVisible(bool(said))

    def _on_role(self) -> None:
        stages = OF_RESIDENTS if self.role.value() is Role.RESIDENT else tuple(STAGES)
        self.state.offer([(state, _(STAGES[state])) for state in stages])

    def _on_paste(self) -> None:
        self.pasted.emit(QGuiApplication.clipboard().text())


class DropArea(QFrame):
    """A place to drop a file on, with the buttons that do the same."""

    dropped = Signal(object)

    def __init__(self, told: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAcceptDrops(True)
        self.pick = secondary(_("Choose a file…"), None, "folder-open")
        self.paste = secondary(_("Paste a table"), None, "clipboard-paste")
        self.paste.setToolTip(_("Copy the rows with their header in Excel first."))
        centre = Qt.AlignmentFlag.AlignHCenter
        box = QVBoxLayout(self)
        box.setSpacing(Space.M)
        box.addStretch(1)
        box.addWidget(IconLabel("file-spreadsheet", "muted", 48), 0, centre)
        said = words(_("Drop a sheet here, or choose one: Excel, CSV or ODS, with a header."), "lead")
        box.addWidget(said, 0, centre)
        box.addLayout(row(None, self.pick, self.paste, None))
        box.addWidget(told, 0, centre)
        box.addStretch(2)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _local(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _local(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)


def _local(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
