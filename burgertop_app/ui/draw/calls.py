"""The view of the call list on the page about the draw: who says yes or no, and who takes an open seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from burgertop_app.domain.calling import CallOutcome
from burgertop_app.i18n import _, day
from burgertop_app.messages.draw_outlook import Finding, Tone
from burgertop_app.messages.replacing import (
    attempt_words,
    drop_out_words,
    miss_sentence,
    step_sentence,
    tally_words,
)
from burgertop_app.ui.draw.assistant import Assistant
from burgertop_app.ui.draw.call_table import NAMED, call_chip, call_table
from burgertop_app.ui.draw.outlook import finding_line
from burgertop_app.ui.kit.buttons import secondary, small
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.chips import ChipLabel
from burgertop_app.ui.kit.flow import FlowLayout
from burgertop_app.ui.kit.layout import holder, row, scrolled, words
from burgertop_app.ui.kit.segmented import Segmented
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from burgertop_app.domain.call_views import CallLine, CallList
    from burgertop_app.ui.kit.tables import Entry

SIDE = 404
NUMBERS, NAMES = "numbers", "names"


class CallView(QWidget):
    """Shows a call list; what somebody answers is told by signals."""

    said = Signal(object, object)
    """A `CallLine`, and a `CallOutcome` that was heard."""
    taken_back = Signal(object)
    """A `CallLine` of who said no and comes after all."""
    day_wanted = Signal(object)
    """The `CallLine`s that are to answer by another day."""
    names_wanted = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.found: CallList | None = None
        self.ways = Segmented(
            ((NUMBERS, _("Numbers")), (NAMES, _("With names"))), _("How to show"), small=True
        )
        self.table = call_table(today, self._entries)
        self.assistant = Assistant(today)
        self._tally = words("", "strong", wrap=True)
        self._member, self._history = Card(heading=_("This member")), Card(heading=_("Replacements"))
        self._answers = self._buttons()
        self._build()
        self.ways.chosen.connect(self.names_wanted)
        self.table.chosen.connect(self._show_member)
        self._show_names()

    @property
    def named(self) -> bool:
        """Whether somebody asked for names."""
        return self.ways.value == NAMES

    def put(self, found: CallList) -> None:
        """Show the panel as it is now."""
        self.found = found
        self._show_names()
        self.table.put(sorted(found.lines, key=lambda line: not line.gone))
        self._tally.setText(tally_words(found))
        self._show_member(self.table.current)
        self._show_history(found)

    def _build(self) -> None:
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        top = row(self.ways, gap=Space.M)
        top.addWidget(self._tally, 1)
        left.addLayout(top)
        answers = FlowLayout()
        answers.add_all(*self._answers.values())
        left.addLayout(answers)
        left.addWidget(self.table, 1)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(Space.M)
        for card in (self.assistant, self._member, self._history):
            inside.addWidget(card)
        inside.addStretch(1)
        side = scrolled(holder(inside))
        side.setFixedWidth(SIDE)
        box.addLayout(left, 1)
        box.addWidget(side)

    def _buttons(self) -> dict[str, QPushButton]:
        """What a member can be heard to say, with keys that work everywhere in the view."""
        made: dict[str, QPushButton] = {}
        for name, text, icon, keys, act in (
            ("yes", _("Says yes"), "circle-check", "Alt+J", lambda: self._say(CallOutcome.YES)),
            ("no", _("Says no…"), "circle-x", "Alt+N", lambda: self._say(CallOutcome.NO)),
            ("silent", _("No answer"), "phone", "Alt+G", lambda: self._say(CallOutcome.NO_ANSWER)),
            ("back", _("Call back"), "clock", "Alt+T", lambda: self._say(CallOutcome.CALL_BACK)),
            ("day", _("Answer by…"), "calendar", "Alt+D", self._ask_day),
        ):
            button = secondary(text, act, icon)
            button.setToolTip(_("{what} ({keys})").format(what=text, keys=keys))
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
            made[name] = button
        return made

    def _entries(self, lines: list[CallLine]) -> list[Entry]:
        if len(lines) == 1 and lines[0].gone:
            return [(_("Take the no back…"), "undo-2", lambda: self.taken_back.emit(lines[0]))]
        return [(_("Answer by…"), "calendar", self._ask_day)] if lines else []

    def _show_names(self) -> None:
        for place in NAMED:
            self.table.view.setColumnHidden(place, not self.named)

    def _show_member(self, line: CallLine | None) -> None:
        self._member.setVisible(line is not None)
        self._member.empty()
        there = line is not None and not line.gone
        for name, button in self._answers.items():
            button.setEnabled(there and (name != "yes" or bool(line and line.waiting)))
        if line is None:
            return
        heading = words(_("Panel member {number}").format(number=line.number), "lead")
        self._member.add(row(heading, None, ChipLabel(call_chip(line, self._today()))))
        if line.name:
            self._member.add(
                words("\n".join(filter(None, (line.name, line.phone, line.email))), "small", wrap=True)
            )
        if line.reply_by is not None and line.waiting:
            said = _("Answer by {day}").format(day=day(line.reply_by, "full"))
            self._member.add(words(said, "small"))
        if not line.attempts:
            self._member.add(words(_("Not called yet."), "muted"))
        self._member.add(*(words(attempt_words(each), "small", wrap=True) for each in line.attempts))
        if line.gone:
            back = small(_("Take the no back…"), lambda: self.taken_back.emit(line), "undo-2")
            self._member.add(row(None, back))

    def _show_history(self, found: CallList) -> None:
        self._history.empty()
        if not found.open_seats:
            self._history.add(*(finding_line(Finding(Tone.WRONG, miss_sentence(m))) for m in found.misses))
        if not found.steps:
            self._history.add(words(_("Nobody was replaced yet."), "muted"))
        self._history.add(*(words(step_sentence(step), "small", wrap=True) for step in found.steps))
        if found.drop_out is not None:
            self._history.add(words(drop_out_words(found.drop_out), "muted", wrap=True))

    def _say(self, outcome: CallOutcome) -> None:
        if self.table.current is not None:
            self.said.emit(self.table.current, outcome)

    def _ask_day(self) -> None:
        lines = [line for line in self.table.selected if not line.gone]
        if lines:
            self.day_wanted.emit(lines)
