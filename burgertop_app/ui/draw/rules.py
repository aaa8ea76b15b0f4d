"""The card with the rules of the draw: seats, reserves, method, addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from burgertop_app.domain.draws import METHODS
from burgertop_app.i18n import _
from burgertop_app.messages.draw_methods import method_words, short_method
from burgertop_app.messages.draw_outlook import homes_words
from burgertop_app.ui.kit.buttons import link
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.fields import ChoiceField, LineField, TickField
from burgertop_app.ui.kit.layout import row, words
from burgertop_app.ui.kit.number_fields import NumberField
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from burgertop_app.domain.draw_views import DrawSetup


class RulesCard(Card):
    """Fields that keep themselves; `chosen` gives seats, reserves and the rule on addresses."""

    chosen = Signal(int, int, bool)
    method_chosen = Signal(str)
    compare_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(heading=_("Way of drawing"))
        self.seats = NumberField(_("Members"), low=1, high=5000)
        self.reserves = NumberField(_("Reserves"), low=0, high=5000)
        self.method = ChoiceField(_("Method"), [(code, short_method(code)) for code in METHODS])
        self.households = TickField(_("At most one member per address"))
        self.homes = words("", "muted", wrap=True)
        self.explained = words("", "muted", wrap=True)
        self.compare = link(_("Compare methods…"), self.compare_wanted.emit, "chart-scatter")
        self.source = LineField(
            _("Source of the figures on residents"), placeholder=_("for example CBS 2025")
        )
        self.add(
            self.method,
            self.explained,
            row(self.compare, None),
            row(self.seats, self.reserves, gap=Space.M),
            self.households,
            self.homes,
        )
        self.add(self.source)
        self.method.saved.connect(self._on_method)
        for kept in (self.seats, self.reserves, self.households):
            kept.saved.connect(self._on_saved)

    def put(self, setup: DrawSetup, *, fixed: bool) -> None:
        """Show what was chosen; `fixed` when a draw stands that these can no longer change."""
        self.seats.put(setup.seats)
        self.reserves.put(setup.choices.reserves)
        self.households.put(setup.choices.households)
        self.homes.setText(homes_words(setup.homes))
        self.method.put(setup.choices.method)
        self.explained.setText(method_words(setup.choices.method).explained)
        self.compare.setVisible(not fixed)
        self.source.put(setup.quota_set.source if setup.quota_set else "")
        for field in (self.seats, self.method, self.households, self.source):
            field.editor.setEnabled(not fixed)

    def _on_method(self) -> None:
        self.explained.setText(method_words(self.method.value()).explained)
        self.method_chosen.emit(self.method.value())

    def _on_saved(self) -> None:
        if self.seats.valid and self.reserves.valid:
            self.chosen.emit(self.seats.value() or 1, self.reserves.value() or 0, self.households.value())
