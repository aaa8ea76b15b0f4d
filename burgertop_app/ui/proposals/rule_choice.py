"""Choosing the rule of the vote, before anybody votes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from burgertop_app.domain.ballots import BallotRule
from burgertop_app.i18n import _, ngettext, number
from burgertop_app.messages.votes import rule_sentence
from burgertop_app.messages.words import word
from burgertop_app.ui.kit.buttons import primary
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.fields import LineField
from burgertop_app.ui.kit.layout import row, words
from burgertop_app.ui.kit.tokens import Space

WIDTH = 600
BY_HAND = (BallotRule.MAJORITY, BallotRule.TWO_THIRDS, BallotRule.CONSENT)


class RuleChoice(Card):
    """Three rules with what they mean, and a button that fixes one for good."""

    fix_wanted = Signal(str, object)
    """The name of the vote and the `BallotRule`."""

    def __init__(self) -> None:
        super().__init__(heading=_("Choose the rule before the vote"))
        self.setFixedWidth(WIDTH)
        self.title = LineField(_("Name of the vote"), placeholder=_("for example: vote on the panel day"))
        self._rules = QButtonGroup(self)
        self.add(
            words(
                _("Tell everybody the rule before they vote. Once you fix it here it cannot change."),
                "small",
                wrap=True,
            ),
            Space.S,
            self.title,
            Space.S,
        )
        for place, rule in enumerate(BY_HAND):
            button = QRadioButton(_capital(word(rule)))
            self._rules.addButton(button, place)
            explained = words(rule_sentence(rule), "muted", wrap=True)
            explained.setContentsMargins(24, 0, 0, Space.S)
            self.add(button, explained)
        self._rules.button(0).setChecked(True)
        self._count = words("", "muted", wrap=True)
        self.fix = primary(_("Fix the rule…"), self._on_fix, "lock")
        foot = row(self._count, self.fix)
        foot.setStretch(0, 1)
        self.add(foot)

    @property
    def rule(self) -> BallotRule:
        """The rule chosen now."""
        return BY_HAND[self._rules.checkedId()]

    def choose(self, rule: BallotRule) -> None:
        """Choose `rule`."""
        self._rules.button(BY_HAND.index(rule)).setChecked(True)

    def put(self, proposals: int) -> None:
        """Say how many proposals come on the ballot."""
        said = ngettext(
            "{count} proposal comes on the ballot.", "{count} proposals come on the ballot.", proposals
        )
        none = _("Make a proposal first; then there is something to vote on.")
        self._count.setText(said.format(count=number(proposals)) if proposals else none)
        self.fix.setEnabled(proposals > 0)

    def _on_fix(self) -> None:
        self.fix_wanted.emit(self.title.value() or _("Vote"), self.rule)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
