"""Typing slips: number, marks, boxes, Enter after each; what was typed is read back before it is kept."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from burgertop_app.domain.ballot_marks import AGAINST, refuse_marks
from burgertop_app.domain.ballot_methods import BallotRule
from burgertop_app.domain.ballots import Batch, VoteState
from burgertop_app.domain.errors import BurgertopError, InvalidInput
from burgertop_app.domain.rank_entry import asks_places, read_places, refuse_unlikely
from burgertop_app.domain.vote_lines import read_line
from burgertop_app.domain.voting import Slip
from burgertop_app.i18n import _, number
from burgertop_app.messages.errors import sentence
from burgertop_app.messages.vote_lines import letters, marks_words, order_words, typing_help, vote_words
from burgertop_app.ui.kit.buttons import primary, small
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.columns import Column
from burgertop_app.ui.kit.layout import column, holder, row, words
from burgertop_app.ui.kit.segmented import Segmented
from burgertop_app.ui.kit.tables import RecordTable
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.proposals.slip_boxes import SlipBoxes
from burgertop_app.ui.proposals.slip_ranks import SlipRanks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.ballots import Vote
    from burgertop_app.domain.voting import VoteDesk
    from burgertop_app.ui.kit.tables import Entry


class SlipEntry(QWidget):
    """One slip after the other, in the first or the second round."""

    entered = Signal(object, object, str)
    """The round, the `Slip` and who typed."""
    sheet_wanted = Signal(object, str)
    """Read slips from a sheet: the round and who typed."""
    form_wanted = Signal()
    back_wanted = Signal(object)
    """A `Vote` to take back."""

    def __init__(self) -> None:
        super().__init__()
        self._desk: VoteDesk | None = None
        self.who = _line(_("Who types"))
        self.round: Segmented[Batch] = Segmented(
            ((Batch.FIRST, _("First round")), (Batch.SECOND, _("Second round"))), _("Round"), small=True
        )
        self.number = _line(_("Number of the slip"))
        self.number.setFixedWidth(120)
        self.marks = _line(_("What is marked"))
        self.reason = _line(_("Reason"))
        self.help = words("", "muted", wrap=True)
        self.echo = words("", "small", wrap=True)
        self.mistake = words("", "error", wrap=True)
        self.boxes = SlipBoxes()
        self.ranks = SlipRanks()
        self._sure: dict[int, int] | None = None
        """Unlikely places that were pointed out: Enter once more keeps them."""
        self._sent: deque[tuple[str, str, str, dict[str, str]]] = deque()
        """What was typed of slips that the service has not answered yet, in order."""
        self._refused: dict[str, str] = {}
        self.refused = words("", "error", wrap=True)
        self.refused.hide()
        self.keep = primary(_("Keep (Enter)"), lambda: self._give(VoteState.VALID), "check")
        self.invalid = small(_("Invalid, for this reason"), lambda: self._give(VoteState.INVALID), "ban")
        self.table: RecordTable[Vote] = RecordTable(
            _("Slips of this round"),
            (
                Column("number", _("Slip"), lambda vote: vote.number, width=90),
                Column("said", _("What is marked"), self._said, stretch=True),
                Column("by", _("Typed by"), lambda vote: vote.by, width=130),
            ),
            key=lambda vote: vote.id,
            menu=self._menu,
        )
        self._build()
        self._connect()

    def put(self, desk: VoteDesk) -> None:
        """Show the vote; what is being typed stays."""
        first = self._desk is None or self._desk.ballot.id != desk.ballot.id
        self._desk = desk
        if first:
            self._ask(desk)
            self.round.put(Batch.FIRST)
            self.who.clear()
            self._refused.clear()
            self._tell_refused("", "")
            self.help.setText(typing_help(desk.ballot.fixed))
        takes = desk.ballot.printed_at is not None and desk.ballot.takes_slips
        for widget in (self.number, self.marks, self.ranks, self.reason, self.keep, self.invalid):
            widget.setEnabled(takes)
        self._fill()

    def start_next(self) -> None:
        """Empty the fields for the next slip."""
        for line in (self.number, self.marks, self.reason):
            line.clear()
        self.boxes.put({})
        self.ranks.put("")
        self._sure = None
        self.mistake.setText("")
        self.number.setFocus()

    def complain(self, error: BurgertopError) -> None:
        """Say below the fields what is wrong; what was typed stays."""
        self.mistake.setText(sentence(error))

    @Slot(object)
    def on_kept(self, _change: object) -> None:
        """The service kept the slip; what is typed by now is of the next one."""
        typed, *_rest = self._sent.popleft()
        self._tell_refused(typed, "")

    @Slot(object)
    def on_refused(self, error: object) -> None:
        """The service did not keep the slip: it is put back, unless the next one is being typed."""
        number_typed, marks, reason, cells = self._sent.popleft()
        if self.number.text() or self._line():
            if isinstance(error, BurgertopError):
                told = _("Slip {number} was not kept. {why}")
                self._tell_refused(number_typed, told.format(number=number_typed, why=sentence(error)))
            return
        self.number.setText(number_typed)
        if self._places:
            self.ranks.put(marks)
        else:
            self.marks.setText(marks)
        self.reason.setText(reason)
        self.boxes.put(cells)
        if self.number.hasFocus():
            self._go_mark()
        if isinstance(error, BurgertopError):
            self.complain(error)

    def _tell_refused(self, typed: str, told: str) -> None:
        """Say what was not kept of slips behind the one that is being typed, until they are kept."""
        self._refused.pop(typed, None)
        if told:
            self._refused[typed] = told
        self.refused.setText("\n".join(self._refused.values()))
        self.refused.setVisible(bool(self._refused))

    def _build(self) -> None:
        top = row(words(_("Who types"), "small"), self.who, self.round, None, gap=Space.M)
        self._line_part = column(words(_("What is marked"), "small"), self.marks, gap=2)
        self._line_box = holder(self._line_part)
        number = column(words(_("Number of the slip"), "small"), self.number, gap=2)
        typing = row(
            number,
            self._line_box,
            self.ranks,
            gap=Space.M,
        )
        typing.setAlignment(number, Qt.AlignmentFlag.AlignTop)
        typing.setStretch(2, 1)
        typing.setStretch(1, 1)
        reason = row(words(_("Reason (invalid, or of an objection)"), "small"), self.reason, gap=Space.M)
        reason.setStretch(1, 1)
        card = Card(
            top,
            typing,
            self.help,
            self.boxes,
            reason,
            self.echo,
            self.mistake,
            self.refused,
            row(
                self.keep,
                self.invalid,
                None,
                small(_("Empty sheet…"), self.form_wanted.emit, "download"),
                small(_("Read from Excel…"), self._on_sheet, "upload"),
            ),
            heading=_("Enter the slips"),
        )
        body = column(card, self.table, gap=Space.M)
        body.setStretch(1, 1)
        self.setLayout(body)

    def _connect(self) -> None:
        self.number.returnPressed.connect(self._go_mark)
        self.marks.returnPressed.connect(self._on_marked)
        self.ranks.passed.connect(self._on_marked)
        self.ranks.changed.connect(self._read_back)
        self.boxes.passed.connect(self._on_passed)
        self.reason.returnPressed.connect(lambda: self._give(VoteState.VALID))
        self.number.textChanged.connect(lambda _text: self._read_back())
        self.marks.textChanged.connect(lambda _text: self._read_back())
        self.round.chosen.connect(lambda _batch: self._fill())

    def _fill(self) -> None:
        if self._desk is not None:
            for batch, name in ((Batch.FIRST, _("First round")), (Batch.SECOND, _("Second round"))):
                count = len(self._desk.entered(batch))
                self.round.rename(batch, _("{name}: {count}").format(name=name, count=number(count)))
            self.table.put(self._desk.entered(self.round.value)[::-1])

    def _on_sheet(self) -> None:
        self.sheet_wanted.emit(self.round.value, self.who.text())

    def _read(self) -> dict[int, int]:
        if self._desk is None or not self._line().strip():
            return {}
        method = self._desk.ballot.fixed
        if self._places:
            return read_places(self.ranks.typed())
        numbers = [one.number for one in self._desk.options]
        return read_line(self.marks.text(), method, numbers, letters(method.rule))

    def _read_back(self) -> None:
        self.mistake.setText("")
        try:
            marks = self._read()
        except BurgertopError:
            self.echo.setText("")
            return
        if self._desk is not None:
            blank = _("blank slip") if self.number.text().strip() else ""
            told = (
                order_words(marks, self._desk.options)
                if self._places
                else marks_words(self._desk.ballot.rule, marks, self._desk.options)
            )
            self.echo.setText(told or blank)

    def _ask(self, desk: VoteDesk) -> None:
        """Put the boxes of another vote."""
        method, options = desk.ballot.fixed, desk.options
        self._line_box.setVisible(not self._places)
        self.ranks.setVisible(self._places)
        self.ranks.ask(options if self._places else (), *self._most(desk), self.number)
        last = self.ranks.boxes[-1] if self.ranks.boxes else self.marks
        self.boxes.ask(method.groups, last)

    def _most(self, desk: VoteDesk) -> tuple[int, int]:
        """The last place that exists, and how many places may be given."""
        count = len(desk.options)
        method = desk.ballot.fixed
        return (method.top, method.top) if method.rule is BallotRule.TOP else (count, count)

    def _line(self) -> str:
        return self.ranks.text() if self._places else self.marks.text()

    def _go_mark(self) -> None:
        if self._places:
            self.ranks.start()
        else:
            self.marks.setFocus()

    @property
    def _places(self) -> bool:
        return self._desk is not None and asks_places(self._desk.ballot.fixed)

    @property
    def _consent(self) -> bool:
        return self._desk is not None and self._desk.ballot.rule is BallotRule.CONSENT

    def _on_marked(self) -> None:
        """Enter below the marks: what is wrong is told at once, then come the boxes."""
        try:
            self._refuse_unlikely(self._read())
        except BurgertopError as error:
            self.complain(error)
            return
        self.boxes.start()

    def _refuse_unlikely(self, marks: dict[int, int]) -> None:
        """Point places out that are more often a mistake; once the same is given again it stands."""
        if self._desk is None or not self._places:
            return
        refuse_marks(self._desk.ballot.fixed, len(self._desk.options), marks)
        if marks != self._sure:
            self._sure = dict(marks)
            refuse_unlikely(marks)

    def _on_passed(self) -> None:
        """Enter after the boxes keeps the slip; an objection is asked for its reason first."""
        try:
            objects = self._consent and AGAINST in self._read().values()
        except BurgertopError as error:
            self.complain(error)
            return
        if objects and not self.reason.text().strip():
            self.reason.setFocus()
        else:
            self._give(VoteState.VALID)

    def _give(self, state: VoteState) -> None:
        try:
            marks = self._read() if state is VoteState.VALID else {}
            self._refuse_unlikely(marks)
            self._refuse_loose_reason(state, marks)
        except BurgertopError as error:
            self.complain(error)
            return
        why = self.reason.text().strip()
        slip = Slip(
            number=self.number.text(),
            state=state,
            marks=marks,
            cells=self.boxes.cells(),
            reasons={at: why for at, mark in marks.items() if self._consent and mark == AGAINST},
            reason=why if state is VoteState.INVALID else "",
        )
        self._sent.append((self.number.text(), self._line(), why, dict(slip.cells)))
        self.start_next()
        self.entered.emit(self.round.value, slip, self.who.text())

    def _refuse_loose_reason(self, state: VoteState, marks: dict[int, int]) -> None:
        """Enter in the reason keeps a slip as valid: whoever explains why it is not is asked once more."""
        objects = self._consent and AGAINST in marks.values()
        if state is VoteState.VALID and self.reason.text().strip() and not objects:
            raise InvalidInput("vote_reason_loose")

    def _said(self, vote: Vote) -> str:
        return vote_words(self._desk.ballot.rule, vote, self._desk.options) if self._desk else ""

    def _menu(self, votes: list[Vote]) -> Sequence[Entry]:
        if len(votes) != 1:
            return ()
        return ((_("Take this entry back…"), "undo-2", lambda: self.back_wanted.emit(votes[0])),)


def _line(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return made
