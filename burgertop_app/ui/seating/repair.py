"""The repair of a printed plan: how calm, and the three numbers of each choice before one decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider, QWidget

from burgertop_app.i18n import _, mark, ngettext, number
from burgertop_app.ui.kit.dialogs import Panel
from burgertop_app.ui.kit.layout import column, row, words
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLabel

    from burgertop_app.domain.seating_views import SeatingInput, SeatingResult

CHOICES = (
    (mark("Nobody moves"), mark("Newcomers get a free seat; everybody else stays where the card says.")),
    (mark("Few people move"), mark("Only where it helps most.")),
    (mark("Calm"), mark("Unfair tables are mended with few people moved. Usually the best choice.")),
    (mark("Best mix"), mark("More people move, so that every table is mixed well.")),
)
USUAL = 2
WIDE = 520


class RepairForm(Panel):
    """A slider from "nobody moves" to "best mix", with what each place of it means in persons."""

    def __init__(self, parent: QWidget, found: Sequence[tuple[SeatingInput, SeatingResult]]) -> None:
        self._found = found
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(found) - 1)
        self.slider.setPageStep(1)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setTickInterval(1)
        self.slider.setAccessibleName(_("How calm the repair is"))
        self._choice, self._meaning = words("", "strong"), words("", "muted", wrap=True)
        self._numbers = {name: words("", "figure") for name in ("moved", "excess", "repeats")}
        self._labels = {name: words("", "caption", wrap=True) for name in self._numbers}
        ends = row(words(_("Nobody moves"), "caption"), None, words(_("Best mix"), "caption"))
        cards = row(*(self._card(name) for name in self._numbers), gap=Space.L)
        body = column(
            words(
                _("People stayed away or came without a seat. How many printed seats may change?"),
                wrap=True,
            ),
            self.slider,
            ends,
            self._choice,
            self._meaning,
            cards,
            gap=Space.S,
        )
        super().__init__(parent, _("Repair the table plan"), body, _("Take this plan"))
        self.setMinimumWidth(WIDE)
        self.slider.valueChanged.connect(self._show)
        self.slider.setValue(min(USUAL, len(found) - 1))
        self._show()

    @property
    def chosen(self) -> tuple[SeatingInput, SeatingResult]:
        """The repair that the slider is on."""
        return self._found[self.slider.value()]

    def said(self, name: str) -> tuple[str, str]:
        """The number and what it counts, of "moved", "excess" or "repeats"."""
        return self._numbers[name].text(), self._labels[name].text()

    def _card(self, name: str) -> QWidget:
        card = QWidget()
        card.setLayout(column(self._numbers[name], self._labels[name], None, gap=0))
        return card

    def _show(self) -> None:
        given, result = self.chosen
        choice, meaning = CHOICES[self.slider.value()]
        self._choice.setText(_(choice))
        self._meaning.setText(_(meaning))
        self.slider.setAccessibleDescription(f"{_(choice)}. {_(meaning)}")
        figures = result.figures
        seats = sum(table >= 0 for row_ in _printed(given) for table in row_)
        told = {
            "moved": (
                figures.moved,
                ngettext("printed seat changes", "printed seats change", figures.moved)
                + " "
                + _("of {count}").format(count=number(seats)),
            ),
            "excess": (figures.excess, ngettext("unfair seat", "unfair seats", figures.excess)),
            "repeats": (
                figures.repeats,
                ngettext("time meeting again", "times meeting again", figures.repeats),
            ),
        }
        for name, (count, label) in told.items():
            self._numbers[name].setText(number(count))
            self._labels[name].setText(label)
            _named(self._numbers[name], count, label)


def _named(label: QLabel, count: int, said: str) -> None:
    label.setAccessibleName(f"{number(count)} {said}")


def _printed(given: SeatingInput) -> Sequence[Sequence[int]]:
    printed = given.problem.rules.printed
    return printed.tables if printed is not None else ()
