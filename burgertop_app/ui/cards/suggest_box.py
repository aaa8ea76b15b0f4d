"""The part of the panel of a card with what is suggested for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.i18n import _
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.layout import clear, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.outcome_views import CardLine


@dataclass(frozen=True)
class Suggested:
    """A theme that is suggested, with its name and why."""

    theme_id: UUID
    title: str
    reason: str
    grounded: bool = True
    """A card or the name says why; without that it is a guess, too weak for the wall."""


class HintBox(QWidget):
    """Shows suggested themes with their reason, a card that looks alike, and cards that say the same."""

    theme_wanted = Signal(object)
    """Id of the theme that was chosen."""
    compare_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.XS)
        self._shown: object = None
        self.hide()

    def put(self, line: CardLine, themes: Sequence[Suggested], other: str) -> None:
        """Show what is suggested for `line`; `other` is the label of a card that looks alike, or empty."""
        wanted = (line.same, line.together, tuple(themes), other)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._box)
        self._same(line)
        if other:
            said = _("Resembles {label}").format(label=other)
            button = small(said, self.compare_wanted.emit, "copy")
            button.setToolTip(_("Lay the two cards side by side"))
            self._box.addWidget(button)
        if themes:
            self._box.addWidget(words(_("Suggested themes"), "field"))
        for place, one in enumerate(themes, 1):
            self._box.addWidget(_choice(place, one, partial(self.theme_wanted.emit, one.theme_id)))
            self._box.addWidget(words(one.reason, "caption", wrap=True))
        self.setVisible(bool(line.same or other or themes))

    def _same(self, line: CardLine) -> None:
        if not line.same:
            return
        told = _("Says the same as {cards}: together {count}x").format(
            cards=", ".join(line.same), count=line.together
        )
        self._box.addWidget(words(told, "small", wrap=True))
        self._box.addWidget(small(_("Count by itself"), self.leave_wanted.emit, "unlink"))


def _choice(place: int, one: Suggested, act: partial[None]) -> QWidget:
    title = one.title if len(one.title) <= LONGEST else f"{one.title[: LONGEST - 1].rstrip()}…"
    made = small(f"{place}  {title}".replace("&", "&&"), act, "layers")
    made.setToolTip(_("Put the card in “{title}”").format(title=one.title))
    made.setAccessibleName(
        _("Suggestion {place}: {title}, {reason}").format(place=place, title=one.title, reason=one.reason)
    )
    return made


LONGEST = 24
