"""What a hand-over brings, and what two laptops said differently, side by side, for a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from burgertop_app.i18n import _, ngettext
from burgertop_app.messages.handovers import difference_words, saying_words, teller_words
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.columns import Column
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.layout import column, holder, row, scrolled, words
from burgertop_app.ui.kit.tables import RecordTable, TableLook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.handovers import Difference, Saying

WIDE, HIGH, LOW = 900, 760, 320
LEAST = 150
ATTENDING = (("attendance", "presence"), ("participation", "state"))
TEXT = 118
"""Pixels for what one side says; a longer text scrolls."""


class HandoverDialog(Panel):
    """Sentences on top, differences below; `chosen` holds the saying that is to count, per difference.

    Alt+Left lets this side count, Alt+Right the other side.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        told: Sequence[str],
        differences: Sequence[Difference],
        yes: str,
    ) -> None:
        self.chosen: dict[tuple[str, UUID, str], int] = {}
        self._differences = list(differences)
        body = QVBoxLayout()
        body.setSpacing(8)
        body.setContentsMargins(0, 0, 0, 0)
        for line in told:
            body.addWidget(words(line, "small", wrap=True))
        inside = scrolled(holder(body))
        inside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside.setMinimumHeight(LEAST)
        super().__init__(parent, title, column(inside), yes)
        if self._differences:
            self._build(body)
        else:
            body.addStretch(1)
        self.widen(WIDE, HIGH if self._differences else LOW)

    def _build(self, body: QVBoxLayout) -> None:
        count = len(self._differences)
        asked = ngettext(
            "{count} thing was said differently on the two laptops. Until you choose, the last word counts; "
            "what the other said stays in the log.",
            "{count} things were said differently on the two laptops. Until you choose, the last word "
            "counts; what the other said stays in the log.",
            count,
        ).format(count=count)
        body.addWidget(words(asked, "small", wrap=True))
        self.table: RecordTable[Difference] = RecordTable(
            _("Differences"),
            self._columns(),
            key=lambda found: found.key,
            counted=lambda some: ngettext("{count} difference", "{count} differences", some),
            look=TableLook(row_height=33),
        )
        self.table.chosen.connect(lambda _found: self._show())
        body.addWidget(self.table, 1)
        self.table.setMinimumHeight(LEAST)
        self._buttons = (
            small(_("This side counts"), lambda: self.choose(here=True), "check"),
            small(_("The other side counts"), lambda: self.choose(here=False), "check"),
        )
        left, right = self._buttons
        self._sides = (_Side(_("This side"), left), _Side(_("Other side"), right))
        self._what = words("", "strong", wrap=True)
        body.addWidget(self._what)
        sides = row(*self._sides, gap=12)
        for place in range(len(self._sides)):
            sides.setStretch(place, 1)
        body.addLayout(sides)
        for button, keys in zip(self._buttons, ("Alt+Left", "Alt+Right"), strict=True):
            button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
            QShortcut(QKeySequence(keys), self, button.click)
        self.table.put(self._differences)
        self.table.select(self._differences[0].key)
        self._show()

    def choose(self, *, here: bool) -> None:
        """Let one side count for the differences that are selected."""
        for found in self.table.selected:
            for each in self._together(found):
                self.chosen[each.key] = _places(each)[0 if here else 1]
        self.table.put(self._differences)
        self._show()

    def _together(self, found: Difference) -> list[Difference]:
        """What is chosen in one: who was there by the door was there in the list of people too."""
        if found.key[::2] not in ATTENDING:
            return [found]
        alike = [each for each in self._differences if each.key[::2] in ATTENDING]
        return [each for each in alike if each.subject == found.subject]

    def _counts(self, found: Difference) -> int:
        return self.chosen.get(found.key, found.stands)

    def _show(self) -> None:
        found = self.table.current
        self._what.setText(_what(found) if found else "")
        for button in self._buttons:
            button.setEnabled(found is not None)
        for side, at in zip(self._sides, _places(found) if found else (0, 0), strict=True):
            side.put(
                found, found.sayings[at] if found else None, counts=bool(found) and self._counts_at(found, at)
            )

    def _counts_at(self, found: Difference | None, at: int) -> bool:
        return found is not None and self._counts(found) == at

    def _columns(self) -> tuple[Column[Difference], ...]:
        def said(side: int) -> Column[Difference]:
            return Column(
                f"side{side}",
                (_("This side"), _("Other side"))[side],
                lambda found: saying_words(found, found.sayings[_places(found)[side]]),
                width=165,
            )

        return (
            Column("what", _("What"), _what, stretch=True),
            said(0),
            said(1),
            Column("counts", _("Counts"), self._count_words, width=110, bold=True),
        )

    def _count_words(self, found: Difference) -> str:
        if self._counts(found) == _places(found)[0]:
            return _("this side")
        return _("other side")


class _Side(QFrame):
    """What one side says, in full, with who said it and when."""

    def __init__(self, name: str, counts: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(name)
        self._title = words(name, "strong")
        self._counts = words("", "ok")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._text.setMargin(2)
        self._teller = words("", "muted", wrap=True)
        full = scrolled(self._text)
        full.setMinimumHeight(48)
        full.setMaximumHeight(TEXT)
        full.setAccessibleName(name)
        head = row(self._title, None, self._counts)
        inside = column(head, full, self._teller, row(counts, None), margins=(14, 10, 14, 12))
        self.setLayout(inside)

    def put(self, found: Difference | None, said: Saying | None, *, counts: bool) -> None:
        """Show one saying; nothing when no difference is chosen."""
        text = saying_words(found, said) if found and said else ""
        self._text.setText(text)
        self._teller.setText(teller_words(said) if said else "")
        self._counts.setText(_("counts") if counts else "")
        self.setAccessibleDescription(f"{text} {self._teller.text()}")


def _what(found: Difference) -> str:
    return " – ".join(filter(None, difference_words(found)))


def _places(found: Difference) -> tuple[int, int]:
    """Which saying is of this side, and which of the other; both are others after a third laptop."""
    own = next((at for at, said in enumerate(found.sayings) if said.here), None)
    if own is None:
        own = next(at for at in range(len(found.sayings)) if at != found.stands)
    others = [at for at in range(len(found.sayings)) if at != own]
    return own, found.stands if found.stands in others else others[0]
