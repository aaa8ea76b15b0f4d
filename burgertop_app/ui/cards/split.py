"""The form that takes a card apart: a field for the words of each part, and how often it counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.domain.requests import CardPart
from burgertop_app.i18n import _
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import LineField, TextField
from burgertop_app.ui.kit.layout import column, row, scrolled, words
from burgertop_app.ui.kit.number_fields import NumberField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

MOST, AT_MOST = 999, 20
_APART = re.compile(r"\s*\n+\s*|(?<=[.!?;])\s+(?=\S)")


class SplitForm(Panel):
    """Asks for the words of each part; with `least` 1 the words may only change."""

    def __init__(self, parent: QWidget | None, text: str, times: int, *, least: int = 2) -> None:
        self._least, self._times = least, times
        self._parts: list[tuple[TextField, NumberField]] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(10)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        inside.setLayout(column(self._box, None))
        self.more = small(_("One more part"), self._on_more, "plus")
        self.reason = LineField(_("Why?"), hint=_("May stay empty"))
        self.reason.setVisible(least > 1)
        body = column(
            words(_("The card says:"), "field"),
            words(_("“{text}”").format(text=text[:1500]), "small", wrap=True),
            scrolled(inside),
            row(self.more, None),
            self.reason,
        )
        body.setStretch(2, 1)
        title = _("Split this card") if least > 1 else _("Change or split")
        super().__init__(parent, title, body, _("Split") if least > 1 else _("Keep"))
        self.setMinimumSize(520, 380)
        self.widen(600, 600)
        pieces = [piece for piece in _APART.split(text.strip()) if piece]
        for words_ in pieces if 1 < len(pieces) <= AT_MOST and least > 1 else [text, *[""] * (least - 1)]:
            self._add(words_)
        self._check()
        self._parts[0][0].setFocus()

    @property
    def parts(self) -> tuple[CardPart, ...]:
        """The parts that have words."""
        return tuple(
            CardPart(text=said.value(), times=times.value() or 1)
            for said, times in self._parts
            if said.value().strip()
        )

    def _add(self, text: str) -> None:
        place = len(self._parts) + 1
        said = TextField(_("Part {no}").format(no=place), lines=2)
        said.editor.setMaximumHeight(72)
        said.put(text)
        times = NumberField(_("Counts as"), low=1, high=MOST)
        times.setFixedWidth(96)
        times.put(self._times)
        said.changed.connect(lambda _text: self._check())
        times.changed.connect(lambda _times: self._check())
        self._parts.append((said, times))
        line: QHBoxLayout = row(said, times)
        line.setStretch(0, 1)
        self._box.addLayout(line)

    def _on_more(self) -> None:
        self._add("")
        self._parts[-1][0].setFocus()
        self._check()

    def _check(self) -> None:
        valid = all(times.valid for _said, times in self._parts)
        self.yes.setEnabled(valid and len(self.parts) >= self._least)
        self.more.setEnabled(len(self._parts) < AT_MOST)
