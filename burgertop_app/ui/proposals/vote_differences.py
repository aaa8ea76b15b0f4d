"""Slips that the two rounds do not agree on, to be settled with the paper in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from burgertop_app.domain.ballots import VoteState
from burgertop_app.domain.voting import Slip
from burgertop_app.i18n import _
from burgertop_app.messages.vote_lines import vote_words, waiting_words
from burgertop_app.ui.kit.buttons import primary, secondary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.columns import Column
from burgertop_app.ui.kit.layout import column, row, words
from burgertop_app.ui.kit.tables import RecordTable
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from burgertop_app.domain.ballots import Vote
    from burgertop_app.domain.voting import Difference, VoteDesk


class SlipDifferences(QWidget):
    """The list, and what stands on the paper of the one that is chosen."""

    settled = Signal(object, str)
    """The `Slip` as the paper has it, and who looked."""
    count_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._desk: VoteDesk | None = None
        self._said = words("", "small", wrap=True)
        self.table: RecordTable[Difference] = RecordTable(
            _("Differences"),
            (
                Column("number", _("Slip"), lambda one: one.number, width=90),
                Column("first", _("First round"), lambda one: self._words(one.first), stretch=True),
                Column("second", _("Second round"), lambda one: self._words(one.second), stretch=True),
            ),
            key=lambda one: one.number,
        )
        self.both = words("", "small", wrap=True)
        self.who = QLineEdit()
        self.who.setAccessibleName(_("Who looked at the paper"))
        self.how = QLineEdit()
        self.how.setAccessibleName(_("What you saw"))
        self.first = secondary(_("The first round is right"), lambda: self._choose(second=False), "check")
        self.second = secondary(_("The second round is right"), lambda: self._choose(second=True), "check")
        self.gone = secondary(_("There is no such paper"), self._on_gone, "ban")
        self.count = primary(_("Count the slips…"), self.count_wanted.emit, "list-checks")
        settle = column(
            self.both,
            row(words(_("Who looked at the paper"), "small"), self.who, gap=Space.M),
            row(words(_("What you saw"), "small"), self.how, gap=Space.M),
            row(self.first, self.second, self.gone, None),
            words(
                _(
                    "Is neither of them right? Then take one entry back in its round and type it again as "
                    "the paper says."
                ),
                "caption",
                wrap=True,
            ),
            gap=Space.S,
        )
        head = row(self._said, self.count)
        head.setStretch(0, 1)
        body = column(
            Card(head, settle, heading=_("Look at the paper")),
            self.table,
            gap=Space.M,
        )
        body.setStretch(1, 1)
        self.setLayout(body)
        self.table.chosen.connect(lambda _one: self._offer())

    def put(self, desk: VoteDesk) -> None:
        """Show what still differs."""
        self._desk = desk
        found = desk.differences
        self.table.put(found)
        self._said.setText(waiting_words(desk))
        self.count.setEnabled(bool(desk.votes) and not found and desk.ballot.takes_slips)
        if found and self.table.current is None:
            self.table.select(found[0].number)
        self._offer()

    def _offer(self) -> None:
        one = self.table.current
        self.both.setText(self._both(one) if one is not None else "")
        self.both.setVisible(one is not None)
        self.first.setEnabled(one is not None and one.first is not None)
        self.second.setEnabled(one is not None and one.second is not None)
        self.gone.setEnabled(one is not None)

    def _both(self, one: Difference) -> str:
        """The chosen slip in full: in the list long marks are cut."""
        first = _("First round: {said}").format(said=self._words(one.first))
        second = _("Second round: {said}").format(said=self._words(one.second))
        return "\n".join((_("Slip {number}").format(number=one.number), first, second))

    def _words(self, vote: Vote | None) -> str:
        return vote_words(self._desk.ballot.rule, vote, self._desk.options) if self._desk else ""

    def _choose(self, *, second: bool) -> None:
        one = self.table.current
        vote = None if one is None else one.second if second else one.first
        if vote is not None and self._desk is not None:
            places = {str(option.id): at for at, option in enumerate(self._desk.options)}
            self.settled.emit(
                Slip(
                    number=vote.number,
                    state=vote.state,
                    marks={places[key]: int(mark) for key, mark in vote.choices.items()},
                    cells=vote.cells,
                    reasons={places[key]: why for key, why in vote.reasons.items()},
                    reason=self.how.text(),
                ),
                self.who.text(),
            )

    def _on_gone(self) -> None:
        one = self.table.current
        if one is not None:
            slip = Slip(number=one.number, state=VoteState.ABSENT, reason=self.how.text())
            self.settled.emit(slip, self.who.text())
