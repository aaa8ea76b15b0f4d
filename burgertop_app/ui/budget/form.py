"""What is filled in before a vote over a budget: the money, the rule, and what holds besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.budget_views import BudgetForm, apart, ceilings, cents
from burgertop_app.domain.budgeting import BudgetRule, Completion
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.i18n import _, number
from burgertop_app.messages.budget_votes import COMPLETIONS, RULE_SENTENCES, RULES
from burgertop_app.messages.errors import sentence
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TextField
from burgertop_app.ui.kit.layout import column, holder, scrolled, words
from burgertop_app.ui.kit.number_fields import NumberField
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.budget_votes import BudgetVote

CENT = 100
WIDE, HIGH = 620, 720


class BudgetFields(Panel):
    """Asks for the money and the rule; says what is wrong with an amount or a line beside the button."""

    def __init__(
        self, parent: QWidget | None, title: str, name: str, amount: int | None, codes: Sequence[str]
    ) -> None:
        self._codes = codes
        self.name = LineField(
            _("Name of the vote"), placeholder=_("for example: budget of the neighbourhood")
        )
        self.amount = LineField(_("Money to divide, in euros"), placeholder="20.000")
        self.rule: ChoiceField[BudgetRule] = ChoiceField(
            _("How is counted"), [(rule, _(said)) for rule, said in RULES.items()]
        )
        self.explained = words("", "muted", wrap=True)
        self.rest: ChoiceField[Completion] = ChoiceField(
            _("Money left over"), [(rest, _(said)) for rest, said in COMPLETIONS.items()]
        )
        self.support = NumberField(_("Fewest votes that a project needs"), optional=True)
        self.ceilings = TextField(_("Most per area, one on each line (North: 20.000)"), lines=2)
        self.apart = TextField(_("Projects that do not go together, by number (3, 7)"), lines=2)
        self.mistake = words("", "error", wrap=True)
        fields = column(
            *(self.name, self.amount, self.rule, self.explained, self.rest),
            *(self.support, self.ceilings, self.apart, None),
            margins=(0, 0, Space.S, 0),
        )
        body = column(scrolled(holder(fields)), self.mistake)
        body.setStretch(0, 1)
        super().__init__(parent, title, body, _("Keep"))
        self.rule.put(BudgetRule.EQUAL_SHARES)
        self.rest.put(Completion.ADD1U)
        self.name.put(name)
        if amount is not None:
            self.amount.put(number(amount / CENT, 0 if amount % CENT == 0 else 2))
        for field in (self.name, self.amount, self.rule, self.rest, self.support, self.ceilings, self.apart):
            field.changed.connect(self._check)
        self._check()
        self.widen(WIDE, HIGH)

    def put(self, budget: BudgetVote) -> None:
        """Show what was filled in before."""
        self.rule.put(budget.rule)
        self.rest.put(budget.completion)
        self.support.put(budget.support or None)
        self.ceilings.put(
            "\n".join(f"{area}: {number(most // CENT)}" for area, most in budget.ceilings.items())
        )
        self.apart.put("\n".join(", ".join(group) for group in budget.apart))
        self._check()

    @property
    def given(self) -> BudgetForm:
        """What was filled in.

        Raises:
            InvalidInput: an amount or a line says something else.
        """
        return BudgetForm(
            title=self.name.value(),
            cents=cents(self.amount.value()),
            rule=self.rule.value(),
            completion=self.rest.value(),
            support=self.support.value() or 0,
            ceilings=ceilings(self.ceilings.value()),
            apart=apart(self.apart.value(), self._codes),
        )

    def _check(self) -> None:
        equal = self.rule.value() is BudgetRule.EQUAL_SHARES
        self.explained.setText(_(RULE_SENTENCES[self.rule.value()]))
        self.rest.setVisible(equal)
        bare = not self.name.value() or not self.amount.value()
        self.mistake.setText("" if bare else self._wrong())
        self.mistake.setVisible(bool(self.mistake.text()))
        self.yes.setEnabled(not bare and not self.mistake.text())

    def _wrong(self) -> str:
        try:
            _given = self.given
        except InvalidInput as error:
            return sentence(error)
        return ""
