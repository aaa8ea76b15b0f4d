"""Choosing the method of a vote, before anybody votes: what it is, when to use it, and its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QButtonGroup, QLayout, QRadioButton, QWidget

from burgertop_app.domain.ballot_methods import (
    EACH,
    MOST_DOTS,
    MOST_SCORE,
    MOST_SLIPS,
    ORDERING,
    BallotMethod,
    BallotRule,
    GroupQuestion,
)
from burgertop_app.domain.errors import BurgertopError
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.errors import sentence
from burgertop_app.messages.vote_methods import method_help, method_name
from burgertop_app.ui.kit.buttons import primary, secondary, small
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TextField, TickField
from burgertop_app.ui.kit.layout import column, holder, row, scrolled, words
from burgertop_app.ui.kit.number_fields import NumberField
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.outcome_views import ProposalLine

WIDTH = 900
LEFT = 270


class RuleChoice(Card):
    """Every method with what it means, its numbers, and a button that fixes it for good."""

    fix_wanted = Signal(str, object, object)
    """The name of the vote, the `BallotMethod` and the `ProposalLine`s on the ballot."""
    draft_wanted = Signal(str, object, object)
    """The same, to see the rule as it would be printed."""

    pick_wanted = Signal()
    """Choose which proposals come on the ballot."""

    def __init__(self) -> None:
        super().__init__(heading=_("Choose the rule before the vote"))
        self._lines: tuple[ProposalLine, ...] = ()
        self.left_out: frozenset[UUID] = frozenset()
        self.setFixedWidth(WIDTH)
        self.title = LineField(_("Name of the vote"), placeholder=_("for example: vote on the panel day"))
        self._rules = QButtonGroup(self)
        self._explained = words("", "muted", wrap=True)
        self._mistake = words("", "error", wrap=True)
        self._count = words("", "muted", wrap=True)
        self._make_fields()
        self.draft = secondary(_("See the rule on paper…"), lambda: self._give(self.draft_wanted), "eye")
        self.fix = primary(_("Fix the rule…"), lambda: self._give(self.fix_wanted), "lock")
        self.pick = small(_("Choose proposals…"), self.pick_wanted.emit, "list-checks")
        foot = row(self._count, self.pick, self.draft, self.fix)
        foot.setStretch(0, 1)
        body = row(self._methods(), scrolled(holder(self._numbers())), gap=Space.L)
        body.setStretch(1, 1)
        self.add(
            words(
                _("Tell everybody the rule before they vote. Once you fix it here it cannot change."),
                "small",
                wrap=True,
            ),
            body,
            self._mistake,
            foot,
        )
        self.body.setStretch(1, 1)
        self._rules.button(0).setChecked(True)
        self._rules.idClicked.connect(lambda _id: self._show())
        self.how.changed.connect(lambda _how: self._show())
        self._show()

    @property
    def rule(self) -> BallotRule:
        """The rule chosen now."""
        return tuple(BallotRule)[self._rules.checkedId()]

    def choose(self, rule: BallotRule) -> None:
        """Choose `rule`."""
        self._rules.button(tuple(BallotRule).index(rule)).setChecked(True)
        self._show()

    def method(self) -> BallotMethod:
        """The method with its numbers.

        Raises:
            BurgertopError: a number or a question cannot be used.
        """
        paper = self._on_paper
        groups = tuple(map(_question, filter(str.strip, self.groups.value().splitlines()))) if paper else ()
        return BallotMethod(
            rule=self.rule,
            needed=self.needed.value() or 1,
            out_of=self.out_of.value() or 1,
            dots=self.dots.value() or 1,
            each=self.each.value() or 1,
            most=self.most.value() or 0,
            low=self.low.value() or 0,
            high=self.high.value() or 0,
            top=self.top.value() or 1,
            ordered=self.ordered.value(),
            seats=self.seats.value() or 1,
            quorum=(self.quorum.value() or 0) if paper else 0,
            electorate=self.electorate.value() or 0,
            seed=self.seed.value(),
            secret=self.secret.value(),
            paper=paper,
            slips=(self.slips.value() or 0) if paper else 0,
            groups=groups,
        )

    @property
    def on_ballot(self) -> tuple[ProposalLine, ...]:
        """The proposals that come on the ballot."""
        return tuple(line for line in self._lines if line.proposal.id not in self.left_out)

    def put(self, lines: tuple[ProposalLine, ...]) -> None:
        """Say how many of these proposals come on the ballot; one that is new comes on it too."""
        self._lines = lines
        self._tell()

    def leave_out(self, left_out: frozenset[UUID]) -> None:
        """Let these proposals not come on the ballot."""
        self.left_out = left_out
        self._tell()

    def _tell(self) -> None:
        total, count = len(self._lines), len(self.on_ballot)
        whole = ngettext(
            "{count} proposal comes on the ballot.", "{count} proposals come on the ballot.", total
        ).format(count=number(total))
        part = ngettext(
            "{count} of the {total} proposals comes on the ballot.",
            "{count} of the {total} proposals come on the ballot.",
            count,
        ).format(count=number(count), total=number(total))
        none = _("Make a proposal first; then there is something to vote on.")
        self._count.setText(none if not total else whole if count == total else part)
        self.pick.setEnabled(total > 1)
        self.fix.setEnabled(count > 0)
        self.draft.setEnabled(count > 0)

    @property
    def _on_paper(self) -> bool:
        return self.rule not in EACH or self.how.value()

    def _make_fields(self) -> None:
        self.how: ChoiceField[bool] = ChoiceField(
            _("How people vote"),
            ((False, _("by show of hands: only the totals are typed")), (True, _("on numbered slips"))),
        )
        self.needed = NumberField(_("For, at least"), low=1, high=1000)
        self.out_of = NumberField(_("of every … votes"), low=1, high=1000)
        self.dots = NumberField(_("Dots for each person"), low=1, high=MOST_DOTS)
        self.each = NumberField(_("At most on one proposal"), low=1, high=MOST_DOTS)
        self.most = NumberField(
            _("Proposals one may tick, at most"), optional=True, hint=_("Empty: as many as you like.")
        )
        self.low = NumberField(_("Lowest mark"), high=MOST_SCORE)
        self.high = NumberField(_("Highest mark"), low=1, high=MOST_SCORE)
        self.top = NumberField(_("Proposals each person names"), low=1, high=20)
        self.ordered = TickField(_("In order: the first weighs most"))
        self.seats = NumberField(_("Proposals that are chosen"), low=1, high=1000)
        self.seed = LineField(
            _("Number for equals"),
            hint=_("Thrown or drawn in public before the vote, for example with a die: 6 2 4 1."),
        )
        self.electorate = NumberField(_("People who may vote"), optional=True)
        self.quorum = NumberField(_("Slips needed for a result"), optional=True)
        self.slips = NumberField(
            _("Slips to number"),
            high=MOST_SLIPS,
            optional=True,
            hint=_("A few more than there are people. Empty: you have numbered papers of your own."),
        )
        self.secret = TickField(_("The vote is secret"))
        self.groups = TextField(
            _("Questions about the voter on the slip"),
            hint=_(
                "One a line, with its boxes. For example: Area: North, South. Leave it empty to ask nothing."
            ),
            lines=2,
        )
        starts = ((self.needed, 3), (self.out_of, 4), (self.dots, 5), (self.each, 5), (self.low, 0))
        for field, start in (*starts, (self.high, 10), (self.top, 3), (self.seats, 1)):
            field.put(start)
        self.how.put(value=False)
        self.secret.put(value=True)
        self.ordered.put(value=True)

    def _methods(self) -> QWidget:
        buttons = []
        for place, rule in enumerate(BallotRule):
            button = QRadioButton(method_name(rule))
            button.setAccessibleDescription(method_help(rule))
            self._rules.addButton(button, place)
            buttons.append(button)
        made = scrolled(holder(column(*buttons, None, gap=Space.S)))
        made.setFixedWidth(LEFT)
        return made

    def _numbers(self) -> QLayout:
        self._pairs = {
            "threshold": holder(row(self.needed, self.out_of, gap=Space.M)),
            "dots": holder(row(self.dots, self.each, gap=Space.M)),
            "scores": holder(row(self.low, self.high, gap=Space.M)),
            "people": holder(row(self.electorate, self.quorum, gap=Space.M)),
        }
        pairs = self._pairs
        return column(
            self._explained,
            self.title,
            self.how,
            pairs["threshold"],
            pairs["dots"],
            self.most,
            pairs["scores"],
            self.top,
            self.ordered,
            self.seats,
            self.seed,
            pairs["people"],
            self.slips,
            self.secret,
            self.groups,
            None,
            gap=Space.S,
            margins=(0, 0, Space.M, 0),
        )

    def _show(self) -> None:
        rule, paper = self.rule, self._on_paper
        self._explained.setText(method_help(rule))
        self._mistake.hide()
        shown = {
            self.how: rule in EACH,
            self._pairs["threshold"]: rule is BallotRule.THRESHOLD,
            self._pairs["dots"]: rule is BallotRule.DOTS,
            self.most: rule is BallotRule.APPROVAL,
            self._pairs["scores"]: rule is BallotRule.SCORE,
            self.top: rule is BallotRule.TOP,
            self.ordered: rule is BallotRule.TOP,
            self.seats: rule in ORDERING,
            self.seed: rule in ORDERING,
            self._pairs["people"]: paper,
            self.slips: paper,
            self.secret: paper,
            self.groups: paper,
        }
        for widget, visible in shown.items():
            widget.setVisible(visible)

    def _give(self, signal: SignalInstance) -> None:
        try:
            method = self.method()
        except BurgertopError as error:
            self._mistake.setText(sentence(error))
            self._mistake.show()
            return
        self._mistake.hide()
        signal.emit(self.title.value() or _("Vote"), method, self.on_ballot)


def _question(line: str) -> GroupQuestion:
    """A question out of a line such as "Area: North, South"."""
    name, _colon, boxes = line.partition(":")
    asked = GroupQuestion(name.strip(), tuple(box.strip() for box in boxes.split(",") if box.strip()))
    asked.refuse()
    return asked
