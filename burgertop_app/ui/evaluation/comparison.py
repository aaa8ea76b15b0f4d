"""This time beside an earlier time: bars with words, sayings and the steps that were agreed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from burgertop_app.i18n import _, ngettext, number
from burgertop_app.ui.evaluation.compared import Block, blocks, occasion_words
from burgertop_app.ui.kit.bars import GroupBars
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.fields import ChoiceField
from burgertop_app.ui.kit.icons import IconLabel
from burgertop_app.ui.kit.layout import clear, column, holder, row, scrolled, words
from burgertop_app.ui.kit.patterns import Fill, Key, Legend
from burgertop_app.ui.kit.pictures import Figures, Pictured
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QHBoxLayout

    from burgertop_app.domain.evaluations import Occasion
    from burgertop_app.domain.form_parts import Instrument

NAMES, WORDS = 290, 90
NOW, BEFORE = Fill.C1, Fill.C2


class Comparison(QWidget):
    """Shows one occasion, and beside it another that the organiser chooses."""

    def __init__(self) -> None:
        super().__init__()
        self._occasions: tuple[Occasion, ...] = ()
        self._form: Instrument | None = None
        self._language = "nl"
        self.now = ChoiceField[int](_("This time"), [])
        self.before = ChoiceField[int | None](_("Beside"), [], empty=_("nothing"))
        self.now.changed.connect(self._show)
        self.before.changed.connect(self._show)
        self._legend = row()
        self._body = column(gap=Space.M)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(Space.M)
        choice = row(self.now, self.before, gap=Space.M)
        choice.setStretch(0, 1)
        choice.setStretch(1, 1)
        outer.addWidget(Card(choice, holder(self._legend)))
        outer.addWidget(scrolled(holder(self._body)), 1)

    def put(self, form: Instrument, language: str, occasions: tuple[Occasion, ...]) -> None:
        """Show the latest occasion beside the one before; a choice that still stands is kept."""
        same = form == self._form and len(occasions) == len(self._occasions)
        self._form, self._language, self._occasions = form, language, occasions
        options = [(place, occasion_words(each)) for place, each in enumerate(occasions)]
        self.now.offer(options)
        self.before.offer(options)
        if not same:
            self.now.put(0)
            self.before.put(1 if len(occasions) > 1 else None)
        self.before.setVisible(len(occasions) > 1)
        self._show()

    def choose(self, occasion: Occasion) -> None:
        """Show this occasion."""
        self.now.put(self._occasions.index(occasion))
        self._show()

    def _show(self) -> None:
        clear(self._body)
        clear(self._legend)
        if self._form is None or not self._occasions:
            return
        now, before = self._occasions[self.now.value()], self._earlier()
        pair = [(now, NOW)] if before is None else [(now, NOW), (before, BEFORE)]
        legend = Legend()
        legend.put([Key(_counted(each), fill) for each, fill in pair])
        self._legend.addWidget(legend)
        self._legend.addStretch(1)
        found = blocks(self._form, self._language, now, before)
        for block in found:
            self._body.addWidget(_card(block, [occasion_words(each) for each, _fill in pair]))
        if not found:
            self._body.addWidget(words(_("Nothing is answered yet."), "muted"))
        self._body.addStretch(1)

    def _earlier(self) -> Occasion | None:
        place = self.before.value()
        return None if place is None or place == self.now.value() else self._occasions[place]


def _counted(occasion: Occasion) -> str:
    count = len(occasion.filled)
    said = ngettext("{count} filled in", "{count} filled in", count).format(count=number(count))
    return f"{occasion_words(occasion)} ({said})"


def _card(block: Block, named: list[str]) -> Card:
    card = Card(heading=block.heading)
    if block.groups:
        bars = GroupBars((NOW, BEFORE)[: len(named)], NAMES, WORDS)
        bars.put(block.groups, block.longest)
        picture = Pictured(bars)
        told = "; ".join(f"{group.name} {group.words}" for group in block.groups)
        picture.describe(
            Figures(": ".join(filter(None, (block.heading, told))), (_("Question"), *named), block.rows)
        )
        card.add(picture)
    card.add(*_listed("quote", _("Said"), (f"“{saying}”" for saying in block.sayings)))
    card.add(*_listed("footprints", _("Agreed steps"), block.steps))
    return card


def _listed(icon: str, title: str, lines: Iterable[str]) -> list[QHBoxLayout]:
    found = list(lines)
    if not found:
        return []
    made = [row(words(title, "field"))]
    for said in found:
        line = row(IconLabel(icon, "muted", 16), words(said, wrap=True))
        line.setStretch(1, 1)
        made.append(line)
    return made
