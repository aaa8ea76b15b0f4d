"""Entering the votes: per proposal for, against and blank, with Enter and the arrows from row to row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.requests import Votes
from burgertop_app.i18n import _, minute, number
from burgertop_app.messages.votes import result_sentence, rule_sentence
from burgertop_app.ui.kit.buttons import small
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.chips import ChipLabel
from burgertop_app.ui.kit.icons import pixmap
from burgertop_app.ui.kit.layout import column, row, rule, scrolled, words
from burgertop_app.ui.kit.number_fields import NumberField
from burgertop_app.ui.kit.theme import theme
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.proposals.found import outcome
from burgertop_app.ui.proposals.listing import result_chip
from burgertop_app.ui.proposals.support import SupportBar

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.ballots import Ballot, Count
    from burgertop_app.domain.outcome_views import ProposalLine
    from burgertop_app.ui.proposals.found import ProposalsFound

MOST = 1_000_000
WIDTH = 78


class VoteRow(QObject):
    """The fields and the outcome of one proposal."""

    counted = Signal(object, object)
    """Id of the proposal and `Votes`."""

    def __init__(self, line: ProposalLine) -> None:
        super().__init__()
        self.proposal_id: UUID = line.proposal.id
        names = (_("for"), _("against"), _("blank"))
        self.fields = tuple(NumberField(high=MOST, optional=True) for _name in names)
        for field, name in zip(self.fields, names, strict=True):
            told = _("Proposal {number}: votes {side}").format(number=line.proposal.number, side=name)
            field.editor.setAccessibleName(told)
            field.setFixedWidth(WIDTH)
            field.saved.connect(self._on_saved)
        self.number = words(number(line.proposal.number), "strong")
        self.title = words("", "small", wrap=True)
        self.bar = SupportBar()
        self.bar.setFixedWidth(170)
        self.chip = ChipLabel(result_chip(line))
        self.why = words("", "caption", wrap=True)
        self.put(line)

    def put(self, line: ProposalLine) -> None:
        """Show the votes that are kept; what is being typed stays."""
        self.title.setText(line.text.title)
        self.bar.put(line.count)
        self.chip.put(result_chip(line))
        self.why.setText(
            result_sentence(line.rule, line.count, line.method) if line.rule and line.count else ""
        )
        self.why.setVisible(bool(self.why.text()))
        for field, votes in zip(self.fields, _numbers(line.count), strict=True):
            field.put(votes)

    def take(self, *, takes: bool) -> None:
        """Let votes be typed, or only be read."""
        for field in self.fields:
            field.setEnabled(takes)

    def _on_saved(self) -> None:
        if all(field.valid for field in self.fields):
            in_favour, against, blank = (field.value() for field in self.fields)
            if in_favour is not None and against is not None:
                votes = Votes(in_favour=in_favour, against=against, blank=blank or 0)
                self.counted.emit(self.proposal_id, votes)


class VoteEntry(QWidget):
    """The fixed rule on top, a row per proposal, and the whole result in words."""

    counted = Signal(object, object)
    withdraw_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[VoteRow] = []
        self._lock = QLabel()
        self._rule = words("", "strong", wrap=True)
        self._since = words("", "muted", wrap=True)
        theme().changed.connect(self._draw_lock)
        self._draw_lock()
        self._withdraw = small(_("Withdraw this vote…"), self.withdraw_wanted.emit, "ban")
        told = row(self._lock, column(self._rule, self._since, gap=2), self._withdraw, gap=Space.M)
        told.setStretch(1, 1)
        self._result = words("", "small", wrap=True)
        self._differ = words("", "warn", wrap=True)
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addWidget(Card(told))
        box.addWidget(Card(scrolled(inside), flush=True), 1)
        box.addWidget(Card(self._result, self._differ))

    def put(self, ballot: Ballot, found: ProposalsFound) -> None:
        """Show the rule and the votes of every proposal on the ballot."""
        self._rule.setText(
            _("{title} · {rule}").format(title=ballot.title, rule=rule_sentence(ballot.rule, ballot.method))
        )
        when = minute(ballot.frozen_at.astimezone(), "medium") if ballot.frozen_at else ""
        since = _("Fixed on {moment}. The rule cannot change any more.").format(moment=when)
        self._since.setText(" ".join(filter(None, (since, _standing(ballot, takes=found.takes)))))
        self._withdraw.setVisible(ballot.withdrawn_at is None)
        lines = found.voted_on
        if [made.proposal_id for made in self.rows] != [line.proposal.id for line in lines]:
            self._build(lines)
        for made, line in zip(self.rows, lines, strict=True):
            made.put(line)
            made.take(takes=found.takes)
        self._result.setText(whole_result(lines))
        self._differ.setText(differing(lines))
        self._differ.setVisible(bool(self._differ.text()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {
                Qt.Key.Key_Return: 1,
                Qt.Key.Key_Enter: 1,
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
            }.get(Qt.Key(event.key()))
            if step is not None and self._go(watched, step):
                return True
        return super().eventFilter(watched, event)

    def _build(self, lines: tuple[ProposalLine, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        heads = ("", _("Proposal"), _("For"), _("Against"), _("Blank"), _("Support"), _("Result"))
        for across, said in enumerate(heads):
            self._grid.addWidget(words(said, "caption"), 0, across)
        self.rows = [VoteRow(line) for line in lines]
        for place, made in enumerate(self.rows):
            down = 2 * place + 1
            self._grid.addWidget(rule(), down, 0, 1, len(heads))
            told = column(made.title, made.why, gap=0)
            texts = QWidget()
            texts.setLayout(told)
            texts.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            for across, widget in enumerate((made.number, texts, *made.fields, made.bar, made.chip)):
                self._grid.addWidget(widget, down + 1, across, Qt.AlignmentFlag.AlignVCenter)
            for field in made.fields:
                field.editor.installEventFilter(self)
            made.counted.connect(self.counted)
        self._grid.setRowStretch(2 * len(self.rows) + 1, 1)

    def _go(self, watched: QObject, step: int) -> bool:
        for place, made in enumerate(self.rows):
            for across, field in enumerate(made.fields):
                if field.editor is watched and 0 <= place + step < len(self.rows):
                    self.rows[place + step].fields[across].setFocus()
                    return True
        return False

    def _draw_lock(self) -> None:
        self._lock.setPixmap(pixmap("lock", "accent", 22, self.devicePixelRatioF()))


def _standing(ballot: Ballot, *, takes: bool) -> str:
    """Why nothing can be typed, "" when it can."""
    if ballot.withdrawn_at is not None:
        return _("This vote was withdrawn: {reason}").format(reason=ballot.withdrawn_reason)
    return "" if takes else _("A later vote followed, so these numbers can only be read.")


def whole_result(lines: tuple[ProposalLine, ...]) -> str:
    """What the vote came to, in a sentence or two."""
    outcomes = [outcome(line) for line in lines]
    yes, no, waiting = outcomes.count(True), outcomes.count(False), outcomes.count(None)
    said = _("Of the {total} proposals on the ballot {yes} are carried and {no} are not.").format(
        total=number(len(lines)), yes=number(yes), no=number(no)
    )
    if waiting:
        said += " " + _("Still without votes: {count}.").format(count=number(waiting))
    return said


def differing(lines: tuple[ProposalLine, ...]) -> str:
    """A warning when the number of votes is not the same everywhere; "" when it is."""
    totals = {line.proposal.number: sum(filter(None, _numbers(line.count))) for line in lines if line.count}
    if len(set(totals.values())) < 2:
        return ""
    usual = max(set(totals.values()), key=lambda total: (list(totals.values()).count(total), total))
    others = [no for no, total in totals.items() if total != usual]
    return _(
        "Most proposals have {usual} votes, but proposal {others} has another number. Check the count."
    ).format(usual=number(usual), others=", ".join(map(str, others)))


def _numbers(count: Count | None) -> tuple[int | None, int | None, int | None]:
    return (None, None, None) if count is None else (count.in_favour, count.against, count.blank)
