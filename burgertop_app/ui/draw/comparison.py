"""Methods of drawing next to each other: everyone's chance as dots, and the figures in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout

from burgertop_app.i18n import _, number, percent
from burgertop_app.messages.draw_methods import short_method
from burgertop_app.ui.draw.dots import AXIS, DotPlot, Key
from burgertop_app.ui.kit.buttons import secondary
from burgertop_app.ui.kit.layout import column, holder, row, words
from burgertop_app.ui.kit.pictures import Figures, Pictured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.draw_comparison import MethodChances

WIDE = 720


class ComparisonView(QDialog):
    """What methods give on the same people and quotas; no panel can be seen."""

    def __init__(self, parent: QWidget | None, found: Sequence[MethodChances], seats: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Methods compared"))
        self.setFixedWidth(WIDE)
        people = len(found[0].chances)
        said = _("In percent, {people} people in a row from low to high. Dashed: equal for all.")
        plot = DotPlot()
        plot.put_all([each.chances for each in found], seats / max(people, 1))
        ends = row(words(_("lowest chance"), "caption"), None, words(_("highest chance"), "caption"))
        ends.setContentsMargins(AXIS, 0, 6, 0)
        keys = row(*(Key(place, short_method(each.method)) for place, each in enumerate(found)), None)
        self.picture = Pictured(holder(column(plot, ends, gap=0)))
        self.picture.describe(figures(found))
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(words(_("Methods compared"), "heading"))
        box.addWidget(words(said.format(people=number(people)), "muted", wrap=True))
        box.addLayout(keys)
        box.addWidget(self.picture)
        box.addLayout(column(*(words(sentence(each), "small", wrap=True) for each in found), gap=4))
        box.addWidget(words(_("Nobody has seen a panel: only chances were calculated."), "muted", wrap=True))
        box.addStretch(1)
        box.addLayout(row(None, secondary(_("Close"), self.accept)))
        box.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.resize(WIDE, box.totalHeightForWidth(WIDE))


def sentence(found: MethodChances) -> str:
    """The figures of one method."""
    told = _("{method}: lowest chance {lowest}, highest {highest}, inequality (gini) {gini}.")
    if found.without:
        told = _(
            "{method}: lowest chance {lowest}, highest {highest}, inequality (gini) {gini}; "
            "{without} without a chance."
        )
    return told.format(
        method=short_method(found.method),
        lowest=percent(found.lowest, 1),
        highest=percent(found.highest, 1),
        gini=number(found.gini, 3),
        without=number(found.without),
    )


def figures(found: Sequence[MethodChances]) -> Figures:
    """The same as a table."""
    rows = tuple(
        (
            short_method(each.method),
            percent(each.lowest, 1),
            percent(each.highest, 1),
            number(each.gini, 3),
            number(each.without),
        )
        for each in found
    )
    headings = (_("Method"), _("Lowest"), _("Highest"), _("Gini"), _("Without a chance"))
    return Figures(" ".join(map(sentence, found)), headings, rows)
