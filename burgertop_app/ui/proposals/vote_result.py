"""The result of a vote on slips: sentences, a picture, the same as a table, groups and objections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burgertop_app.i18n import _, number, percent
from burgertop_app.messages.vote_methods import support_means
from burgertop_app.messages.vote_results import (
    hidden_sentence,
    kept_sentence,
    lowest_sentence,
    named,
    option_numbers,
    option_sentence,
    result_lines,
)
from burgertop_app.ui.kit.bars import BarGroup, GroupBars
from burgertop_app.ui.kit.buttons import secondary, small
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.columns import Column
from burgertop_app.ui.kit.layout import column, holder, row, scrolled, words
from burgertop_app.ui.kit.patterns import Fill
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from burgertop_app.domain.voting import StandingObjection, VoteResult
    from burgertop_app.ui.kit.tables import Entry

NOT_SHOWN = "–"
ROW, AROUND, MOST_ROWS = 52, 64, 12
"""Pixels of a row of the table, of its heading and foot, and how many rows it shows without scrolling."""


@dataclass(frozen=True)
class Line:
    """One option in the table."""

    place: int
    name: str
    got: str
    why: str
    everyone: str
    lowest: str


class SlipResult(QWidget):
    """What came out and why; the numbers again as a table that can be read aloud."""

    print_wanted = Signal()
    export_wanted = Signal()
    reopen_wanted = Signal()
    objection_wanted = Signal(object)
    """A `StandingObjection` to say something about."""

    def __init__(self) -> None:
        super().__init__()
        self._told = words("", "small", wrap=True)
        self.bars = GroupBars((Fill.ACCENT,), name_width=230, words_width=200)
        self.table: RecordTable[Line] = RecordTable(
            _("Result"),
            (
                Column(
                    "name", _("Proposal"), lambda line: line.name, second=lambda line: line.why, stretch=True
                ),
                Column("got", _("Result"), lambda line: line.got, width=220),
                Column("all", _("Everyone"), lambda line: line.everyone, width=90),
                Column("low", _("Lowest group"), lambda line: line.lowest, width=180),
            ),
            key=lambda line: line.name,
            look=TableLook(row_height=ROW),
        )
        self._groups = words("", "muted", wrap=True)
        self.shares: RecordTable[tuple[str, ...]] = RecordTable(
            _("Support per group"),
            (
                Column("group", _("Group"), lambda line: line[0], width=240),
                Column("option", _("Proposal"), lambda line: line[1], stretch=True),
                Column("share", _("Support"), lambda line: line[2], width=100),
            ),
            key=lambda line: line[:2],
        )
        self.shares.setMinimumHeight(220)
        self.objections: RecordTable[StandingObjection] = RecordTable(
            _("Objections"),
            (
                Column("slip", _("Slip"), lambda one: one.number, width=80),
                Column("option", _("Proposal"), lambda one: named(one.option), width=220),
                Column("why", _("Reason"), lambda one: one.reason or NOT_SHOWN, stretch=True),
                Column("how", _("What was done with it"), _done, width=220),
            ),
            key=lambda one: (one.number, one.option.id),
            menu=self._menu,
        )
        self.objections.setMinimumHeight(160)
        self.objections.opened.connect(self.objection_wanted)
        self._build()

    def put(self, result: VoteResult) -> None:
        """Show a result."""
        outcome, support = result.outcome, result.support
        self._told.setText("\n".join(result_lines(result)))
        self.bars.put(
            [
                BarGroup(
                    named(result.options[at]), (float(outcome.options[at].score),), option_numbers(result, at)
                )
                for at in outcome.order
            ]
        )
        self.bars.setAccessibleName(
            "; ".join(f"{named(result.options[at])}: {option_numbers(result, at)}" for at in outcome.order)
        )
        self.table.put(
            [
                Line(
                    outcome.options[at].place,
                    named(result.options[at]),
                    option_numbers(result, at),
                    option_sentence(result, at),
                    _share(support.total[at]),
                    _lowest(result, at),
                )
                for at in outcome.order
            ]
        )
        self.table.setMinimumHeight(AROUND + ROW * min(len(outcome.order), MOST_ROWS))
        lines = [
            (
                f"{one.question}: {group.name}{_papers(group.papers)}",
                named(result.options[at]),
                _share(group.shares[at]),
            )
            for one in support.questions
            for group in one.groups
            for at in outcome.order
        ]
        self.shares.put(lines)
        self.shares.setVisible(bool(lines))
        lowest = [said for at in outcome.order if (said := lowest_sentence(result, at))]
        means = support_means(result.ballot.rule) if lines else ""
        self._groups.setText(
            "\n".join(filter(None, (means, kept_sentence(result), hidden_sentence(result), *lowest)))
        )
        self._groups.setVisible(bool(lines))
        self.objections.put(result.objections)
        self.objections.setVisible(bool(result.objections))

    def _build(self) -> None:
        acts = row(
            secondary(_("Print the result…"), self.print_wanted.emit, "printer"),
            small(_("Ballots for a recount…"), self.export_wanted.emit, "download"),
            None,
            small(_("Open the count again…"), self.reopen_wanted.emit, "rotate-ccw"),
        )
        inside = column(
            Card(self._told, self.bars, acts, heading=_("Result")),
            self.table,
            self._groups,
            self.shares,
            self.objections,
            None,
            gap=Space.M,
        )
        self.setLayout(column(scrolled(holder(inside)), gap=0))

    def _menu(self, chosen: list[StandingObjection]) -> Sequence[Entry]:
        if len(chosen) != 1:
            return ()
        return ((_("Say what was done with it…"), "pencil", lambda: self.objection_wanted.emit(chosen[0])),)


def _share(share: Fraction | None) -> str:
    return NOT_SHOWN if share is None else percent(float(share))


def _papers(papers: int | None) -> str:
    return "" if papers is None else f" ({number(papers)})"


def _lowest(result: VoteResult, at: int) -> str:
    low = result.support.lowest[at]
    return NOT_SHOWN if low is None else f"{_share(low.share)} ({low.group})"


def _done(one: StandingObjection) -> str:
    if one.answer is not None:
        return one.answer.how
    return _("stands") if one.stands else _("no reason: it does not count")
