"""The part about members: who leaves when, how heavy it is, and what they get."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from burgertop_app.i18n import _, day, ngettext, number
from burgertop_app.messages.year import load_words, rotation_words
from burgertop_app.ui.kit.bars import BarGroup, GroupBars
from burgertop_app.ui.kit.buttons import secondary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Align, Column
from burgertop_app.ui.kit.empty import EmptyPage
from burgertop_app.ui.kit.layout import clear, column, row, words
from burgertop_app.ui.kit.patterns import Fill
from burgertop_app.ui.kit.pictures import Figures, Pictured
from burgertop_app.ui.kit.tables import RecordTable
from burgertop_app.ui.kit.tokens import Space, State
from burgertop_app.ui.saving import save_sheet
from burgertop_app.ui.year.dialogs import RewardDialog, TermDialog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.year import MemberLine, YearView
    from burgertop_app.ui.kit.tables import Entry
    from burgertop_app.ui.year.page import YearPage

SOON = 92
"""Days before the end of a term on which it is told beside the name."""


class MembersPart(QWidget):
    """The members with their terms, the load, and the rewards."""

    def __init__(self, page: YearPage) -> None:
        super().__init__()
        self._page = page
        self.view: YearView | None = None
        self._sentences = QWidget()
        self._box = column(gap=Space.XS)
        self._sentences.setLayout(self._box)
        self._bars = GroupBars((Fill.ACCENT,), 120, 90)
        self._picture = Pictured(self._bars)
        self._picture.setFixedWidth(380)
        inside = row(self._sentences, self._picture, gap=Space.XL)
        inside.setStretch(0, 1)
        self._card = Card(inside, heading=_("Who leaves when"))
        self._card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.pay_button = secondary(_("Paid"), self._on_pay, "coins")
        self.reward_button = secondary(_("Note a reward…"), self.reward, "euro")
        self.table: RecordTable[MemberLine] = RecordTable(
            _("Members"),
            _columns(page.desk.today()),
            key=lambda line: line.participation_id,
            counted=lambda count: ngettext("{count} member", "{count} members", count).format(
                count=number(count)
            ),
            menu=self._entries,
        )
        self.table.opened.connect(self.edit)
        self.table.export_wanted.connect(
            lambda sheet: save_sheet(page, sheet, _("Members and terms"), named=True)
        )
        acts = row(None, self.reward_button, self.pay_button, gap=Space.S)
        full = QWidget()
        full.setLayout(column(self._card, acts, self.table, gap=Space.M))
        empty = EmptyPage(
            _("Here come the members with their terms, once the panel was drawn."),
            (_("To the page Draw"), partial(page.desk.navigate, "draw")),
            icon="dices",
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(full)
        self._stack.addWidget(empty)

    def put(self, view: YearView) -> None:
        """Show the members."""
        self.view = view
        today = self._page.desk.today()
        self._stack.setCurrentIndex(0 if view.members else 1)
        self.table.put(view.members)
        self.reward_button.setEnabled(bool(view.events))
        self.pay_button.setEnabled(any(line.unpaid_cents for line in view.members))
        clear(self._box)
        for said in (*rotation_words(view, today), *_load(view)):
            self._box.addWidget(words(said, "body", wrap=True))
        self._box.addStretch(1)
        groups = [
            BarGroup(
                day(one.on, "medium"),
                (float(one.leaving),),
                ngettext("{count} member", "{count} members", one.leaving).format(count=number(one.leaving)),
            )
            for one in view.rotation[:5]
        ]
        self._bars.put(groups, float(max(view.seats, 1)))
        self._picture.setVisible(bool(groups))
        self._picture.describe(
            Figures(
                _("How many members leave on which day"),
                (_("Day"), _("Members")),
                tuple((day(one.on), number(one.leaving)) for one in view.rotation),
            )
        )

    def edit(self, line: MemberLine) -> None:
        """Ask for another term of a member and keep it."""
        year = self._page.desk.services.year
        dialog = TermDialog(self._page, line)
        if dialog.exec() == TermDialog.DialogCode.Accepted:
            joined, ends, left = dialog.check()
            self._page.ask(lambda: year.set_term(line.participation_id, joined, ends, left))

    def reward(self) -> None:
        """Ask what everyone who was at a meeting gets, and note it."""
        year = self._page.desk.services.year
        dialog = RewardDialog(self._page, self.view.events if self.view else ())
        if dialog.exec() == RewardDialog.DialogCode.Accepted:
            event, cents = dialog.check()
            self._page.ask(lambda: year.reward(event, cents))

    def pay(self, ids: Sequence[UUID]) -> None:
        """Note that these members were paid today; it can be undone."""
        year, wanted = self._page.desk.services.year, tuple(ids)

        def paid(rewards: tuple[UUID, ...]) -> None:
            said = ngettext("{count} reward is paid.", "{count} rewards are paid.", len(rewards)).format(
                count=number(len(rewards))
            )
            self._page.desk.did(said, lambda: year.unpay(rewards), lambda: year.pay_again(rewards), "coins")
            self._page.load()

        self._page.ask(lambda: year.pay(wanted, None), paid)

    def _on_pay(self) -> None:
        lines = (
            self.table.selected if len(self.table.selected) > 1 else (self.view.members if self.view else ())
        )
        unpaid = [line.participation_id for line in lines if line.unpaid_cents]
        question = ngettext(
            "Was {count} member paid what is still open?",
            "Were {count} members paid what is still open?",
            len(unpaid),
        ).format(count=number(len(unpaid)))
        if unpaid and self._page.desk.dialogs.ask(self._page, _("Paid"), question, _("Yes, paid")):
            self.pay(unpaid)

    def _entries(self, lines: Sequence[MemberLine]) -> list[Entry]:
        found: list[Entry] = []
        if len(lines) == 1:
            found.append((_("Change the term…"), "calendar", partial(self.edit, lines[0])))
            to_person = partial(self._page.desk.navigate, "people", focus=lines[0].participation_id)
            found.append((_("To this person"), "users", to_person))
        unpaid = [line.participation_id for line in lines if line.unpaid_cents]
        if unpaid:
            found.append((_("Paid"), "coins", partial(self.pay, unpaid)))
        return found


def euros(cents: int) -> str:
    """An amount of money as people read it; "" for nothing."""
    return f"€ {number(cents / 100, 2) if cents % 100 else number(cents // 100)}" if cents else ""


def _load(view: YearView) -> tuple[str, ...]:
    said = [load_words(view.load)]
    heavy = sum(line.heavy for line in view.members)
    if heavy:
        said.append(
            ngettext(
                "{count} member came to more than twelve meetings in a year: take care not to ask too much.",
                "{count} members came to more than twelve meetings in a year: take care not to ask too much.",
                heavy,
            ).format(count=number(heavy))
        )
    unpaid = sum(line.unpaid_cents for line in view.members)
    if unpaid:
        said.append(_("{amount} is still to be paid to members.").format(amount=euros(unpaid)))
    return tuple(filter(None, said))


def _columns(today: date) -> tuple[Column[MemberLine], ...]:
    return (
        Column("number", _("No."), lambda line: line.number, width=60),
        Column("name", _("Name"), lambda line: line.name, stretch=True, bold=True),
        Column("joined", _("Member since"), lambda line: line.joined_on, width=104),
        Column("ends", _("Term ends on"), lambda line: line.ends_on, width=152),
        Column(
            "state",
            _("Term"),
            lambda line: _chip(line, today).words,
            chip=lambda line: _chip(line, today),
            width=106,
        ),
        Column(
            "meetings",
            _("Meetings, 12 months"),
            lambda line: line.meetings,
            align=Align.RIGHT,
            width=124,
            chip=lambda line: Chip(number(line.meetings), State.WARN) if line.heavy else None,
            text=lambda line: number(line.meetings),
        ),
        Column("advices", _("Advices"), lambda line: line.advices, align=Align.RIGHT, width=90, hidden=True),
        Column(
            "reward",
            _("Reward"),
            lambda line: line.cents,
            lambda line: euros(line.cents),
            align=Align.RIGHT,
            width=112,
        ),
        Column(
            "unpaid",
            _("To be paid"),
            lambda line: line.unpaid_cents,
            lambda line: euros(line.unpaid_cents),
            align=Align.RIGHT,
            width=124,
        ),
    )


def _chip(line: MemberLine, today: date) -> Chip:
    if line.left_on is not None or line.ends_on is None:
        return Chip(_("left") if line.left_on else _("no end known"), State.NEUTRAL)
    days = (line.ends_on - today).days
    if days <= 0:
        return Chip(_("term ended"), State.LATE)
    return Chip(_("ends soon"), State.WARN) if days <= SOON else Chip(_("runs"), State.OK)
