"""What people are mixed by, in the set-up of a meeting: features, what counts more, and values apart."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from burgertop_app.i18n import _
from burgertop_app.messages.tables import feature_words
from burgertop_app.messages.unlike import mixing_words, weight_words
from burgertop_app.ui.kit.buttons import icon_button, small
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.fields import TickField
from burgertop_app.ui.kit.layout import clear, row, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.events import Event
    from burgertop_app.domain.seating_views import Room
    from burgertop_app.ui.seating.found import TablesFound


class MixCard(Card):
    """The features with a tick each, and below them what is divided otherwise."""

    spread_changed = Signal()
    other_wanted = Signal()
    weight_gone = Signal(str)
    """The feature that counts like the others again."""
    rule_gone = Signal(object)
    """A `ValueMixing`."""
    alone_changed = Signal(bool)
    """Whether earlier meetings are left out."""

    def __init__(self) -> None:
        super().__init__(heading=_("Everybody mixed by"))
        self._ticks: dict[str, TickField] = {}
        self._features, self._others = QVBoxLayout(), QVBoxLayout()
        self._others.setSpacing(Space.XS)
        self.other = small(_("Divide something else…"), self.other_wanted.emit, "plus")
        self.earlier = TickField(_("Count earlier meetings too"))
        self.earlier.setToolTip(_("Who sat together on an earlier day then meets somebody new."))
        self.earlier.saved.connect(lambda: self.alone_changed.emit(not self.earlier.value()))
        self.body.addWidget(words(_("Every table gets its share of each group."), "muted", wrap=True))
        self.body.addLayout(self._features)
        self.body.addLayout(self._others)
        self.body.addLayout(row(self.other, None))
        self.body.addWidget(self.earlier)

    @property
    def spread(self) -> tuple[str, ...]:
        """The features that are ticked, in order."""
        return tuple(name for name, tick in self._ticks.items() if tick.value())

    def put(self, found: TablesFound, room: Room, spread: tuple[str, ...]) -> None:
        """Show what is kept."""
        self._put_features(found, spread)
        self._put_others(room.event)
        self.other.setEnabled(bool(spread))
        on = room.event.on
        before = on is not None and any(one.on is not None and one.on < on for one in found.events)
        self.earlier.setVisible(before)
        self.earlier.put(not room.event.alone)

    def _put_features(self, found: TablesFound, spread: tuple[str, ...]) -> None:
        if tuple(self._ticks) != tuple(found.features):
            clear(self._features)
            self._ticks = {}
            for name, values in found.features.items():
                tick = TickField(feature_words(name))
                tick.setToolTip(", ".join(values))
                tick.saved.connect(self.spread_changed)
                self._ticks[name] = tick
                self._features.addWidget(tick)
            if not found.features:
                said = _("Nothing is known of these people to mix them by.")
                self._features.addWidget(words(said, "caption", wrap=True))
        for name, tick in self._ticks.items():
            tick.put(name in spread)

    def _put_others(self, event: Event) -> None:
        clear(self._others)
        for feature, weight in event.weights.items():
            self._add(weight_words(feature, weight), partial(self.weight_gone.emit, feature))
        for rule in event.mixing:
            self._add(mixing_words(rule), partial(self.rule_gone.emit, rule))

    def _add(self, said: str, gone: Callable[[], object]) -> None:
        away = icon_button("trash-2", _("Take away"), gone)
        line = row(words(said, "small", wrap=True), away, gap=Space.S)
        line.setStretch(0, 1)
        self._others.addLayout(line)
