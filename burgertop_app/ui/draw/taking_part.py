"""The card "Wie doet mee": who can be drawn, who is kept in or out, and the rest between two panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from burgertop_app.domain.draw_marks import MOST_MONTHS, CoolDown
from burgertop_app.i18n import _
from burgertop_app.messages.taking_part import taking_part
from burgertop_app.ui.draw.outlook import finding_line
from burgertop_app.ui.kit.buttons import link
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.fields import ChoiceField
from burgertop_app.ui.kit.layout import column, holder, row, words
from burgertop_app.ui.kit.number_fields import NumberField
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.draw_views import DrawSetup
    from burgertop_app.messages.draw_outlook import Finding


class TakingPartCard(Card):
    """Sentences with the people behind them, and the fields of the guard against over-asking."""

    chosen = Signal(object)
    """The `CoolDown` that the organiser wants."""
    people_wanted = Signal(object)
    """The numbers of the people that a sentence is about; empty for the page itself."""

    def __init__(self) -> None:
        super().__init__(heading=_("Who takes part?"))
        self.months = NumberField(_("Months of rest"), low=0, high=MOST_MONTHS)
        self.bars = ChoiceField(
            _("Drawn elsewhere not long ago"),
            [(False, _("can be drawn")), (True, _("is not drawn"))],
        )
        self._lines = column(gap=Space.S)
        self._guard = row(self.months, self.bars, gap=Space.M)
        hint = _("On the page People you mark who is in the panel already, or cannot be drawn and why.")
        blind = _("The draw is blind: the calculation gets numbers and features, never names.")
        self._people = link(_("To People"), lambda: self.people_wanted.emit(()))
        self._hint = holder(column(words(hint, "muted", wrap=True), row(self._people, None), gap=2))
        self.add(holder(self._lines), 2, holder(self._guard), self._hint, words(blind, "muted", wrap=True))
        for field in (self.months, self.bars):
            field.saved.connect(self._on_saved)

    def put(self, setup: DrawSetup, *, fixed: bool) -> None:
        """Show who takes part now; `fixed` when a draw stands that this can no longer change."""
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for finding in taking_part(setup):
            self._lines.addWidget(self._line(finding))
        guard = setup.choices.cool_down
        self.months.put(guard.months)
        self.bars.put(guard.bars)
        for field in (self.months, self.bars):
            field.editor.setEnabled(not fixed)

    def _line(self, finding: Finding) -> QWidget:
        if not finding.numbers:
            return finding_line(finding)
        return finding_line(finding, link(_("Show"), lambda: self.people_wanted.emit(finding.numbers)))

    def _on_saved(self, _value: object) -> None:
        if self.months.valid:
            self.chosen.emit(CoolDown(self.months.value() or 0, bars=self.bars.value()))
