"""The set-up of a meeting: when and where, tables, rounds, and what people are mixed by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from burgertop_app.domain.seating_fit import fit
from burgertop_app.i18n import _, number
from burgertop_app.messages.table_fit import fit_words
from burgertop_app.ui.kit.buttons import link, small
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.fields import LineField
from burgertop_app.ui.kit.layout import clear, column, row, scrolled, words
from burgertop_app.ui.kit.number_fields import DateField, NumberField
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.seating.forms import MeetingGiven, check_title
from burgertop_app.ui.seating.leaders_card import LeadersCard
from burgertop_app.ui.seating.mix_card import MixCard
from burgertop_app.ui.seating.round_editor import RoundEditor
from burgertop_app.ui.seating.rules_card import RulesCard
from burgertop_app.ui.seating.unlike_card import UnlikeCard

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.seating_views import Room
    from burgertop_app.ui.seating.found import TablesFound

LEFT = 372
MOST_TABLES, FEWEST, MOST_SEATS = 500, 2, 60


class SetUp(QWidget):
    """Everything before a plan can be made; every field is kept while one types."""

    meeting_changed = Signal(object)
    """A `MeetingGiven`."""
    tables_changed = Signal(int, int, int)
    """How many, and the fewest and most people at one."""
    rounds_changed = Signal(object)
    """The rounds as they must be."""
    round_wanted = Signal()
    round_gone = Signal(object)
    topics_wanted = Signal(object)
    """The id of a round."""
    spread_changed = Signal(object)
    """The chosen features."""

    def __init__(self, month: date) -> None:
        super().__init__()
        self.title = LineField(_("Name"), check_title)
        self.on = DateField(_("Day"), optional=True, month=month)
        self.place = LineField(_("Place"))
        self.count = NumberField(_("How many"), low=1, high=MOST_TABLES)
        self.low = NumberField(_("People, from"), low=FEWEST, high=MOST_SEATS)
        self.high = NumberField(_("up to"), low=FEWEST, high=MOST_SEATS)
        self.fit = words("", "muted", wrap=True)
        self.take = link(_("Take this over"), self._on_take)
        self._proposed: tuple[int, int, int] | None = None
        self.mix = MixCard()
        self.unlike = UnlikeCard()
        self.leaders = LeadersCard()
        self._rounds = QVBoxLayout()
        self._rounds.setSpacing(Space.M)
        self.editors: dict[UUID, RoundEditor] = {}
        self._build()
        self.mix.spread_changed.connect(self._on_spread)
        for meeting_field in (self.title, self.on, self.place):
            meeting_field.saved.connect(self._on_meeting)
        for table_field in (self.count, self.low, self.high):
            table_field.saved.connect(self._on_tables)

    def put(self, found: TablesFound, spread: tuple[str, ...]) -> None:
        """Show a meeting as it is kept; what somebody is typing stays."""
        room = found.room
        if room is None:
            return
        self.title.put(room.event.title)
        self.on.put(room.event.on)
        self.place.put(room.event.place)
        self.count.put(len(room.tables) or None)
        self.low.put(min((table.low for table in room.tables), default=None))
        self.high.put(max((table.high for table in room.tables), default=None))
        self._put_fit(found, room)
        self.mix.put(found, room, spread)
        self.unlike.put(found, room)
        self.leaders.put(found, room)
        self._put_rounds(room)
        self.rules.put(found, room)

    @property
    def spread(self) -> tuple[str, ...]:
        """The features that are ticked, in order."""
        return self.mix.spread

    def _build(self) -> None:
        seats = row(self.count, self.low, self.high, gap=Space.M)
        meeting = Card(self.title, self.on, self.place, heading=_("Meeting"))
        tables = Card(
            seats,
            self.fit,
            row(self.take, None),
            heading=_("Tables"),
        )
        left = QWidget()
        left.setFixedWidth(LEFT)
        left.setLayout(column(meeting, tables, self.mix, None, gap=Space.M))
        rounds = Card(
            self._rounds,
            row(small(_("Add a round"), self.round_wanted.emit, "plus"), None),
            heading=_("Rounds"),
        )
        self.rules = RulesCard()
        body = QWidget()
        right = column(rounds, self.rules, self.leaders, self.unlike, None, gap=Space.M)
        body.setLayout(row(left, right, gap=Space.M, margins=(0, 0, Space.S, 0)))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolled(body))

    def _put_fit(self, found: TablesFound, room: Room) -> None:
        self.fit.setText(fit_words(found.expected, fit(room, found.coming)))
        proposal = found.proposal
        now = (len(room.tables), *_bounds(room))
        self._proposed = (proposal.tables, proposal.low, proposal.high) if proposal else None
        self.take.setVisible(self._proposed is not None and self._proposed != now)
        if proposal is not None:
            self.take.setText(
                _("Take {tables} tables of {low} to {high}").format(
                    tables=number(proposal.tables), low=proposal.low, high=proposal.high
                )
            )

    def _put_rounds(self, room: Room) -> None:
        rounds = room.rounds
        if tuple(self.editors) != tuple(turn.id for turn in rounds):
            clear(self._rounds)
            self.editors = {}
            for turn in rounds:
                editor = RoundEditor(turn)
                editor.saved.connect(self._on_rounds)
                editor.shift_wanted.connect(self._on_shift)
                editor.remove_wanted.connect(self.round_gone)
                editor.topics_wanted.connect(self.topics_wanted)
                self.editors[turn.id] = editor
                self._rounds.addWidget(editor)
        for turn in rounds:
            topics = {seated.place.topic or turn.topic for seated in room.seated.get(turn.id, ())}
            self.editors[turn.id].put(turn, len(rounds), several=len(topics) > 1)

    def _on_meeting(self) -> None:
        if self.title.valid and self.on.valid:
            self.meeting_changed.emit(MeetingGiven(self.title.value(), self.on.value(), self.place.value()))

    def _on_tables(self) -> None:
        if not (self.count.valid and self.low.valid and self.high.valid):
            return
        count, low, high = self.count.value(), self.low.value(), self.high.value()
        if count and low and high:
            if low > high:
                self.high.complain(_("Not lower than the number beside it."))
                return
            self.tables_changed.emit(count, low, high)

    def _on_take(self) -> None:
        if self._proposed is not None:
            self.tables_changed.emit(*self._proposed)

    def _on_rounds(self) -> None:
        if self._usable:
            self.rounds_changed.emit([editor.value() for editor in self.editors.values()])

    @property
    def _usable(self) -> bool:
        return all(editor.usable for editor in self.editors.values())

    def _on_shift(self, round_id: UUID, step: int) -> None:
        order = list(self.editors)
        at = order.index(round_id)
        if 0 <= at + step < len(order) and self._usable:
            order[at], order[at + step] = order[at + step], order[at]
            self.rounds_changed.emit([self.editors[one].value() for one in order])

    def _on_spread(self) -> None:
        self.spread_changed.emit(self.spread)


def _bounds(room: Room) -> tuple[int, int]:
    lows = [table.low for table in room.tables]
    highs = [table.high for table in room.tables]
    return min(lows, default=0), max(highs, default=0)
