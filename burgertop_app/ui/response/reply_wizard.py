"""Reading a reply workbook in: the file, what it says beside what was kept, and taking it over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.answer_sheet import Standing
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.reply_workbook import (
    LEFT_OUT,
    differences,
    note_words,
    remark_words,
    standing_words,
)
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.buttons import secondary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.layout import clear, column, grid, holder, row, scrolled, words
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import Space, State
from burgertop_app.ui.kit.wizard import Step, Wizard

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from burgertop_app.domain.answer_sheet import Pick, ReplyLine, ReplyProposal

FILE, COMPARE, RESULT = range(3)
LOWEST, TALLEST = 110, 200
STATES = {
    Standing.NEW: (State.OK, "circle-plus"),
    Standing.CHANGED: (State.WARN, "replace"),
    Standing.SAME: (State.NEUTRAL, "equal"),
    Standing.MISSING: (State.WAITING, ""),
    Standing.PROBLEM: (State.LATE, "hand"),
}


class ReplyWizard(Wizard):
    """The three steps; `look_wanted` asks for a file, `finished` for taking over what was chosen."""

    look_wanted = Signal()

    def __init__(self) -> None:
        bodies = [QWidget() for _step in range(RESULT + 1)]
        names = (_("File"), _("Compare"), _("Take over"))
        super().__init__(
            _("Read a reply workbook in"),
            _("Nothing is kept until the last step."),
            [Step(name, body) for name, body in zip(names, bodies, strict=True)],
            _("Take over"),
        )
        self.looked: ReplyProposal | None = None
        self.picks: dict[int, Pick | None] = {}
        self.lines: RecordTable[ReplyLine] = RecordTable(
            _("Answers in the file"),
            _columns(self._said, self._choose),
            key=lambda line: line.place,
            counted=lambda count: ngettext("{count} row", "{count} rows", count),
            look=TableLook(row_height=36),
        )
        self._told = words(_("Choose the workbook that the college sent back."), "small", wrap=True)
        self._told.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._remarks, self._beside = QVBoxLayout(), QVBoxLayout()
        self._summary = words("", "lead", wrap=True)
        bodies[FILE].setLayout(self._file_step())
        bodies[COMPARE].setLayout(self._compare_step())
        bodies[RESULT].setLayout(column(Card(self._summary), None))
        self.wanted.connect(self._on_wanted)
        self.lines.chosen.connect(self._on_line)
        self.hold(_("Choose a file first."))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the rows get the room of what stands beside them."""
        super().resizeEvent(event)
        self._below.setFixedHeight(min(max(self.height() // 4, LOWEST), TALLEST))

    def put(self, looked: ReplyProposal) -> None:
        """Show a workbook that was read."""
        self.looked, self.picks = looked, {}
        count = sum(line.answer is not None for line in looked.lines)
        said = ngettext("{file}: {count} answer.", "{file}: {count} answers.", count)
        told = [said.format(file=looked.file, count=number(count))]
        if looked.version is not None:
            told.append(_("Made for version {version} of the advice.").format(version=looked.version))
        self._told.setText(" ".join(told))
        clear(self._remarks)
        for remark in looked.remarks:
            self._remarks.addWidget(words(remark_words(remark), "warn", wrap=True))
        counted = ngettext("{count} answer", "{count} answers", count)
        self.found(FILE, counted.format(count=number(count)))
        self.lines.put(looked.lines)
        self.lines.select(0)
        self._show(looked.lines[0] if looked.lines else None)
        self.go(FILE)

    def choose(self, line: ReplyLine, pick: Pick | None) -> None:
        """Choose for a line; None leaves it out."""
        self.picks[line.place] = pick
        if self.looked is not None:
            self.lines.put(self.looked.lines)
        self._hold_back()

    def take_all(self) -> None:
        """Take over everything with one possible answer, also where it differs from what was kept."""
        for line in self.looked.lines if self.looked else ():
            if line.open and line.standing is Standing.CHANGED:
                self.picks[line.place] = line.offers[0]
        if self.looked is not None:
            self.lines.put(self.looked.lines)
        self._hold_back()

    def _file_step(self) -> QLayout:
        pick = secondary(_("Choose a file…"), self.look_wanted.emit, "folder-open")
        head = row(self._told, pick)
        head.setStretch(0, 1)
        return column(Card(head, self._remarks), None)

    def _compare_step(self) -> QLayout:
        below = scrolled(holder(self._beside))
        below.setFixedHeight(TALLEST)
        self._below = below
        everything = secondary(_("Take over every answer that differs"), self.take_all, "check-check")
        whole = column(self.lines, row(everything, None), Card(below), gap=Space.S)
        whole.setStretch(0, 1)
        return whole

    def _on_wanted(self, step: int) -> None:
        if self.looked is None:
            return
        self.go(step)
        self._hold_back()
        if step == RESULT:
            self._summary.setText(self._result(self.looked))

    def _hold_back(self) -> None:
        if self.looked is None:
            return
        waiting = len(self.looked.waiting(self.picks)) if self.step == COMPARE else 0
        said = ngettext(
            "{count} choice left, then you can go on.", "{count} choices left, then you can go on.", waiting
        )
        why = said.format(count=number(waiting)) if waiting else ""
        if self.step == RESULT and not self.looked.chosen(self.picks):
            why = _("Nothing was chosen to take over.")
        self.hold(why)

    def _on_line(self, line: ReplyLine | None) -> None:
        self._show(line)

    def _show(self, line: ReplyLine | None) -> None:
        """What stands in the file beside what was kept, for one line."""
        clear(self._beside)
        if line is None:
            return
        self._beside.addWidget(words(line.title, "strong", wrap=True))
        for note in line.notes:
            self._beside.addWidget(words(note_words(note), "warn", wrap=True))
        changes = differences(line)
        if changes:
            heads = ("", _("Kept before"), _("In the file"))
            table = grid(([words(said, "caption") for said in heads], *map(_side_by_side, changes)))
            table.setColumnStretch(1, 1)
            table.setColumnStretch(2, 1)
            self._beside.addLayout(table)
        elif line.standing is Standing.SAME:
            self._beside.addWidget(words(_("The file says the same as what was kept."), "muted", wrap=True))
        self._beside.addStretch(1)

    def _said(self, line: ReplyLine) -> str:
        if line.place in self.picks:
            return _pick_words(line, self.picks[line.place])
        if line.open:
            return _("choose…")
        return _pick_words(line, line.proposed) if line.offers else "–"

    def _choose(self, line: ReplyLine, said: str) -> None:
        for pick in (*line.offers, None):
            if _pick_words(line, pick) == said:
                self.choose(line, pick)
                return

    def _result(self, looked: ReplyProposal) -> str:
        count = len(looked.chosen(self.picks))
        told = ngettext("{count} answer will be taken over.", "{count} answers will be taken over.", count)
        if not count:
            return _("No answer will be taken over, and nothing changes.")
        return " ".join(
            (
                told.format(count=number(count)),
                _("The workbook itself is kept as proof, with its hash."),
                _("You can undo this afterwards."),
            )
        )


def _side_by_side(change: tuple[str, str, str]) -> list[QWidget | None]:
    name, *texts = change
    labels = [words(name, "muted"), *(words(text or "–", "small", wrap=True) for text in texts)]
    for label in labels:
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return [*labels]


def _columns(
    said: Callable[[ReplyLine], str], choose: Callable[[ReplyLine, str], object]
) -> tuple[Column[ReplyLine], ...]:
    return (
        Column("number", _("No."), lambda line: line.number, width=52, align=Align.RIGHT, muted=True),
        Column("title", _("Recommendation"), lambda line: line.title, stretch=True),
        Column("state", _("State"), lambda line: _chip(line).words, chip=_chip, width=236),
        Column("answer", _("Answer"), _answer, width=160),
        Column("notes", _("To note"), _notes, width=190),
        Column("choice", _("What to do"), said, width=190, edit=choose, choices=_offered),
        Column("row", _("Row"), lambda line: line.row, width=60, align=Align.RIGHT, muted=True),
    )


def _chip(line: ReplyLine) -> Chip:
    state, icon = STATES[line.standing]
    return Chip(standing_words(line.standing), state, icon)


def _answer(line: ReplyLine) -> str:
    return word(line.answer.disposal) if line.answer and line.answer.disposal else ""


def _notes(line: ReplyLine) -> str:
    return " ".join(map(note_words, line.notes))


def _offered(line: ReplyLine) -> list[str]:
    return [_pick_words(line, pick) for pick in (*line.offers, None)] if line.offers else []


def _pick_words(line: ReplyLine, pick: Pick | None) -> str:
    if pick is None:
        return _(LEFT_OUT)
    if line.number is None:
        return _("recommendation {number}").format(number=pick.number)
    if line.answer is not None and line.answer.disposal is None:
        return word(pick.disposal)
    return _("take over")
