"""Everyone's chance as dots from low to high, with the line where all would be equal."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from burgertop_app.i18n import _, ngettext, number, percent
from burgertop_app.messages.draw_methods import proof_sentences
from burgertop_app.ui.draw.dots import AXIS, DotPlot
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.layout import column, holder, row, words
from burgertop_app.ui.kit.pictures import Figures, Pictured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from burgertop_app.domain.draw_views import DrawView


class ChanceCard(Card):
    """The chances of a calculated lottery."""

    def __init__(self) -> None:
        super().__init__(heading=_("Chance per person"))
        self._said = words("", "muted", wrap=True)
        self._plot = DotPlot()
        ends = row(words(_("lowest chance"), "caption"), None, words(_("highest chance"), "caption"))
        ends.setContentsMargins(AXIS, 0, 6, 0)
        self.picture = Pictured(holder(column(self._plot, ends, gap=0)))
        self._below = words("", "small", wrap=True)
        self.add(self._said, self.picture, self._below)

    def put(self, view: DrawView) -> None:
        """Show the chances of a draw."""
        record = view.record
        people, equal = len(view.published), record.seats / max(record.people, 1)
        said = _("In percent, {people} people in a row from low to high. Dashed: equal for all.")
        self._said.setText(said.format(people=number(people)))
        self._plot.put(view.published, equal)
        lowest = min((chance for chance in view.exact if chance), default=0.0)
        told = _(
            "The lowest chance is {lowest}, the highest {highest}. With equal chances it would be {equal}."
        )
        sentence = told.format(
            lowest=percent(lowest, 1),
            highest=percent(max(view.exact, default=0.0), 1),
            equal=percent(equal, 1),
        )
        proven = proof_sentences(record.method, float(record.min_probability), float(record.upper_bound))
        self._below.setText(" ".join((sentence, *proven[1:])))
        rows = tuple((percent(chance, 1), _people(count)) for chance, count in _heaps(view.published))
        self.picture.describe(Figures(sentence, (_("Chance"), _("People")), rows))


def _heaps(chances: Sequence[float]) -> list[tuple[float, int]]:
    rounded = sorted(round(chance, 3) for chance in chances)
    return [(chance, len(list(heap))) for chance, heap in groupby(rounded)]


def _people(count: int) -> str:
    return ngettext("{count} person", "{count} people", count).format(count=number(count))
