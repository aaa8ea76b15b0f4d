"""Two cards side by side, and themes to begin with: what a person decides about suggestions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from burgertop_app.i18n import _, ngettext, number
from burgertop_app.ui.kit.buttons import secondary, small
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.layout import column, row, scrolled, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.outcome_views import CardLine
    from burgertop_app.domain.suggesting import FirstTheme

EXAMPLES = 3
LONGEST = 60


class SameForm(Panel):
    """Two cards side by side; `same` says what was chosen, None when nothing was."""

    def __init__(self, parent: QWidget | None, line: CardLine, other: CardLine) -> None:
        self.same: bool | None = None
        self.no_other = secondary(_("Not the same"), partial(self._choose, same=False))
        sheets = row(_sheet(line), _sheet(other), gap=Space.M)
        sheets.setStretch(0, 1)
        sheets.setStretch(1, 1)
        body = column(
            words(_("Do these two cards say the same?"), "strong"),
            sheets,
            words(
                _("The same: they count together and each keeps its words. Not the same: nobody asks again."),
                "muted",
                wrap=True,
            ),
            row(None, self.no_other),
            gap=Space.M,
        )
        super().__init__(parent, _("Cards that look alike"), body, _("The same"))
        self.widen(560, 300)
        self.yes.clicked.connect(lambda: self._choose(same=True))
        self.yes.setFocus()

    def _choose(self, *, same: bool) -> None:
        self.same = same
        self.accept()


class FirstThemesForm(Panel):
    """Themes to begin with, each a proposal until somebody takes it over."""

    accepted_theme = Signal(str)

    def __init__(
        self,
        parent: QWidget | None,
        found: Sequence[FirstTheme[UUID]],
        lines: Mapping[UUID, CardLine],
    ) -> None:
        self.names: list[QLineEdit] = []
        self.buttons: list[QPushButton] = []
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, Space.S, 0)
        box.setSpacing(Space.M)
        for one in found:
            box.addWidget(self._proposed(one, lines))
        box.addStretch(1)
        told = (
            _("These are proposals of the program. You make a theme by taking it over; no card moves.")
            if found
            else _("The cards have too little in common for a proposal. Make the first theme yourself.")
        )
        body = column(words(told, "small", wrap=True), scrolled(inside) if found else None, gap=Space.M)
        if found:
            body.setStretch(1, 1)
        super().__init__(parent, _("Proposal for themes"), body)
        self.widen(600, 560 if found else 160)

    def _proposed(self, one: FirstTheme[UUID], lines: Mapping[UUID, CardLine]) -> QWidget:
        name = QLineEdit(one.title)
        name.setAccessibleName(_("Name of the proposed theme"))
        button = small(_("Take over"), None, "check")
        button.setAccessibleName(_("Take over {title}").format(title=one.title))
        button.clicked.connect(partial(self._take, name, button))
        name.textChanged.connect(lambda text: button.setEnabled(bool(text.strip())))
        self.names.append(name)
        self.buttons.append(button)
        said = ngettext("Proposal, {count} card:", "Proposal, {count} cards:", len(one.cards))
        shown = [lines[key] for key in one.cards[:EXAMPLES] if key in lines]
        texts = [words(f"{line.card.label}  {_short(line.text)}", "small") for line in shown]
        frame = QFrame()
        frame.setProperty("role", "card")
        heading = row(name, button)
        heading.setStretch(0, 1)
        inner = column(
            heading, words(said.format(count=number(len(one.cards))), "muted"), *texts, gap=Space.XS
        )
        inner.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        frame.setLayout(inner)
        return frame

    def _take(self, name: QLineEdit, button: QPushButton) -> None:
        name.setReadOnly(True)
        button.setEnabled(False)
        button.setText(_("Is a theme now"))
        self.accepted_theme.emit(name.text().strip())


def _sheet(line: CardLine) -> QFrame:
    made = QFrame()
    made.setProperty("role", "card")
    text = words(line.text, "small", wrap=True)
    text.setAlignment(Qt.AlignmentFlag.AlignTop)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    times = _("counts as {count} cards").format(count=line.card.times) if line.card.times > 1 else ""
    theme = line.theme or _("No theme yet")
    inner = column(
        words(_("Card {label}").format(label=line.card.label), "strong"),
        text,
        words(" · ".join(filter(None, (theme, times))), "caption"),
        None,
        gap=Space.XS,
    )
    inner.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
    made.setLayout(inner)
    made.setMinimumHeight(110)
    return made


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
