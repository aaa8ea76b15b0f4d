"""The fixed rule of a vote on slips, and its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from burgertop_app.i18n import _, minute, ngettext, number
from burgertop_app.messages.vote_methods import how_to_vote, method_name, rule_lines
from burgertop_app.ui.kit.buttons import secondary, small
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.layout import column, holder, row, scrolled, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from burgertop_app.domain.voting import VoteDesk


class VoteRule(QWidget):
    """What was fixed, sentence by sentence; print it before anybody votes."""

    print_wanted = Signal()
    slips_wanted = Signal()
    more_wanted = Signal()
    withdraw_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = words("", "strong", wrap=True)
        self._fixed = words("", "muted", wrap=True)
        self._told = words("", "small", wrap=True)
        self._options = words("", "small", wrap=True)
        self._printed = words("", "warn", wrap=True)
        self.print = secondary(_("Print the rule…"), self.print_wanted.emit, "printer")
        self.slips = secondary(_("Print the slips…"), self.slips_wanted.emit, "printer")
        self.more = small(_("Ten more slips"), self.more_wanted.emit, "plus")
        self._withdraw = small(_("Withdraw this vote…"), self.withdraw_wanted.emit, "ban")
        inside = column(
            self._name,
            self._told,
            words(_("What is voted on"), "strong"),
            self._options,
            self._fixed,
            None,
            gap=Space.S,
        )
        body = column(
            self._printed,
            row(self.print, self.slips, self.more, None, self._withdraw),
            scrolled(holder(inside)),
            gap=Space.M,
        )
        body.setStretch(2, 1)
        card = Card(body, heading=_("The rule of this vote"))
        self.setLayout(column(card, gap=0))

    def put(self, desk: VoteDesk) -> None:
        """Show the rule of a vote."""
        ballot, method = desk.ballot, desk.ballot.fixed
        self._name.setText(
            _("{title} · {method}").format(title=ballot.title, method=method_name(method.rule))
        )
        self._told.setText("\n".join(f"•  {said}" for said in (how_to_vote(method), *rule_lines(method))))
        self._options.setText("\n".join(f"{one.number}.  {one.label}" for one in desk.options))
        when = minute(ballot.frozen_at.astimezone(), "medium") if ballot.frozen_at else ""
        said = ngettext("{count} slip numbered.", "{count} slips numbered.", len(ballot.numbers))
        slips = said.format(count=number(len(ballot.numbers))) if ballot.numbers else ""
        fixed = _("Fixed on {moment}. The rule cannot change any more.").format(moment=when)
        self._fixed.setText("\n".join(filter(None, (fixed, slips, f"SHA-256 {ballot.sha256}"))))
        self._printed.setText(
            _(
                "Print the rule and hang it up. Only then slips can be entered: everyone must be able "
                "to read it."
            )
            if ballot.withdrawn_at is None
            else _("This vote was withdrawn: {reason}").format(reason=ballot.withdrawn_reason)
        )
        self._printed.setVisible(ballot.printed_at is None or ballot.withdrawn_at is not None)
        self.slips.setVisible(bool(ballot.numbers))
        self.more.setVisible(bool(ballot.numbers) and ballot.takes_slips)
        self._withdraw.setVisible(ballot.withdrawn_at is None)
