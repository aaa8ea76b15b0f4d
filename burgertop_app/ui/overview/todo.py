"""What comes next, with the button that does it, and what is late."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from burgertop_app.domain.terms import Urgency, urgency
from burgertop_app.i18n import _, day
from burgertop_app.messages import steps as step_words
from burgertop_app.messages.terms import remaining
from burgertop_app.ui.kit.buttons import icon_button, primary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.icons import IconLabel
from burgertop_app.ui.kit.layout import column, holder, row, rule, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

    from burgertop_app.domain.overview_views import NextStep

MOST = 4


class Next(Card):
    """The first steps, what is late before the rest; the button does the very first."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(heading=_("What comes next"))
        self.button: QPushButton | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def put(self, steps: Sequence[NextStep], today: date) -> None:
        """Show what is to be done."""
        self.empty()
        self.button = None
        for step in steps[:MOST]:
            line = _line(step_words.icon(step), "accent", step_words.sentence(step), _by(step, today))
            self.add(rule(), line[0])
            line[1].clicked.connect(partial(self.wanted.emit, step))
        if not steps:
            self.add(rule(), words(_("Nothing has to be done now."), "muted"))
        else:
            self.button = primary(step_words.action(steps[0]), partial(self.wanted.emit, steps[0]))
            self.add(Space.S, row(self.button, None))
        self.add(None)


class Late(Card):
    """What is late, and what will be within a week."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(heading=_("What is late"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def put(self, steps: Sequence[NextStep], today: date) -> None:
        """Show the late and near ones among `steps`."""
        self.empty()
        pressing = [
            step
            for step in steps
            if step.due_on and urgency(step.due_on, today) in (Urgency.LATE, Urgency.SOON)
        ]
        for step in pressing[:MOST]:
            icon, tint = ("triangle-alert", "late") if step.late else ("clock", "warn")
            line = _line(icon, tint, remaining(step.due_on, today), _what(step))
            self.add(rule(), line[0])
            line[1].clicked.connect(partial(self.wanted.emit, step))
        said = _("Nothing else is late.") if pressing else _("Nothing is late.")
        self.add(rule(), words(said, "muted"), None)


def _line(icon: str, tint: str, said: str, below: str) -> tuple[QWidget, QToolButton]:
    """A row with an icon, words with a caption, and the button that goes there."""
    kind = tint if tint in ("late", "warn") else "small"
    texts = column(words(said, kind, wrap=True), gap=0)
    if below:
        texts.addWidget(words(below, "caption", wrap=True))
    go = icon_button("chevron-right", f"{said}. {below}".strip())
    line = row(column(2, IconLabel(icon, tint), None, gap=0), texts, go, gap=Space.M)
    line.setStretch(1, 1)
    return holder(line), go


def _by(step: NextStep, today: date) -> str:
    if step.due_on is None:
        return ""
    latest = _("At the latest {day}").format(day=day(step.due_on))
    return f"{latest} · {remaining(step.due_on, today)}"


def _what(step: NextStep) -> str:
    about = step.subject or step_words.sentence(step)
    return f"{about} · {day(step.due_on)}" if step.due_on else about
