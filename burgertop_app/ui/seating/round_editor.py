"""One round in the set-up: when, how long, about what, and which questions; kept while one types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from burgertop_app.domain.seating_building import SAME, WISH
from burgertop_app.i18n import _
from burgertop_app.messages.tables import round_words
from burgertop_app.ui.kit.buttons import icon_button, small
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TextField
from burgertop_app.ui.kit.layout import row, words
from burgertop_app.ui.kit.number_fields import NumberField
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.seating.time_field import TimeField

if TYPE_CHECKING:
    from burgertop_app.domain.events import Round

LONGEST = 600
LINE, AROUND = 21, 20
FEWEST_LINES = 3
MOST_TABLES, FEWEST, MOST_SEATS = 500, 2, 60


class RoundEditor(QFrame):
    """The fields of one round."""

    saved = Signal()
    shift_wanted = Signal(object, int)
    """The id of the round, and -1 for earlier or 1 for later."""
    remove_wanted = Signal(object)
    topics_wanted = Signal(object)
    """The id of the round whose tables get topics of their own."""

    def __init__(self, turn: Round) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        self._turn = turn
        self._title = words(round_words(turn.no), "strong")
        self.starts = TimeField(_("Start"))
        self.minutes = NumberField(_("Minutes"), low=1, high=LONGEST)
        self.topic = LineField(_("Topic"), placeholder=_("What do we talk about?"))
        self.tables = NumberField(_("Tables"), low=1, high=MOST_TABLES, optional=True)
        self.low = NumberField(_("People, from"), low=FEWEST, high=MOST_SEATS, optional=True)
        self.high = NumberField(_("up to"), low=FEWEST, high=MOST_SEATS, optional=True)
        for number_field in (self.tables, self.low, self.high):
            number_field.setToolTip(_("Empty: as the meeting has it."))
        self.mode: ChoiceField[str] = ChoiceField(_("Who sits at which topic"), _modes())
        self.questions = TextField(_("Questions on the table sheet, one on each line"), lines=2)
        self.starts.setFixedWidth(84)
        self.minutes.setFixedWidth(84)
        self.earlier = icon_button("arrow-up", _("Earlier"), lambda: self.shift_wanted.emit(turn.id, -1))
        self.later = icon_button("arrow-down", _("Later"), lambda: self.shift_wanted.emit(turn.id, 1))
        self.gone = icon_button(
            "trash-2", _("Take this round away"), lambda: self.remove_wanted.emit(turn.id)
        )
        self._lay()
        for field in (
            *(self.starts, self.minutes, self.topic, self.questions),
            *(self.tables, self.low, self.high, self.mode),
        ):
            field.saved.connect(self.saved)

    def _lay(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.L, Space.S, Space.M, Space.M)
        box.setSpacing(Space.S)
        box.addLayout(row(self._title, None, self.earlier, self.later, self.gone, gap=2))
        fields = row(self.starts, self.minutes, self.topic, gap=Space.M)
        fields.setStretch(2, 1)
        box.addLayout(fields)
        box.addWidget(self.questions)
        sizes = row(self.tables, self.low, self.high, None, gap=Space.M)
        other = _("Only when this round is different: how many tables, and how many people at each.")
        box.addWidget(words(other, "caption"))
        box.addLayout(sizes)
        topics = small(_("Topics per table…"), lambda: self.topics_wanted.emit(self._turn.id), "pencil")
        line = row(self.mode, topics, None, gap=Space.M)
        line.setAlignment(topics, Qt.AlignmentFlag.AlignBottom)
        box.addLayout(line)

    @property
    def usable(self) -> bool:
        """Whether every field can be used."""
        fields = (self.starts, self.minutes, self.tables, self.low, self.high)
        return all(field.valid for field in fields) and self._fits

    def value(self) -> Round:
        """The round as it is filled in."""
        return replace(
            self._turn,
            starts_at=self.starts.value(),
            minutes=self.minutes.value() or self._turn.minutes,
            topic=self.topic.value(),
            topic_mode=self.mode.value(),
            questions=self._asked,
            tables=self.tables.value() or 0,
            low=self.low.value() or 0,
            high=self.high.value() or 0,
        )

    def put(self, turn: Round, count: int, *, several: bool) -> None:
        """Show the round as it is kept, one of `count`; `several` tells that its tables have other topics."""
        self._turn = turn
        self._title.setText(round_words(turn.no))
        self.starts.put(turn.starts_at)
        self.minutes.put(turn.minutes)
        self.topic.put(turn.topic)
        self.mode.put(turn.topic_mode)
        self.mode.setVisible(several or turn.topic_mode != SAME)
        if self._asked != turn.questions:
            self.questions.put("\n".join(turn.questions))
        self.tables.put(turn.tables or None)
        self.low.put(turn.low or None)
        self.high.put(turn.high or None)
        lines = max(len(turn.questions) + 1, FEWEST_LINES)
        self.questions.editor.setFixedHeight(lines * LINE + AROUND)
        self.earlier.setEnabled(turn.no > 1)
        self.later.setEnabled(turn.no < count)
        self.gone.setEnabled(count > 1)

    @property
    def _fits(self) -> bool:
        """Whether fewest and most people are both given, in order, or both left empty."""
        low, high = self.low.value(), self.high.value()
        fits = (low is None and high is None) or (low is not None and high is not None and low <= high)
        if low is not None and high is not None and low > high:
            self.high.complain(_("Not lower than the number beside it."))
        return fits

    @property
    def _asked(self) -> tuple[str, ...]:
        """The questions, without empty lines."""
        return tuple(line.strip() for line in self.questions.value().splitlines() if line.strip())


def _modes() -> list[tuple[str, str]]:
    """How topics are given to people, in words."""
    return [
        (SAME, _("it does not matter who talks about what")),
        (WISH, _("as people wish, as far as it fits")),
        ("top1", _("always the first choice")),
        ("top2", _("always one of the first two choices")),
        ("top3", _("always one of the first three choices")),
    ]
