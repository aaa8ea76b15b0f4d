"""The picture of the response: per area and per feature how many replied, against what was expected."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from burgertop_app.i18n import _, number, percent
from burgertop_app.ui.kit.bars import BarGroup, GroupBars
from burgertop_app.ui.kit.buttons import link
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.layout import clear, column, row, scrolled, words
from burgertop_app.ui.kit.patterns import POOL, POPULATION, Key, Legend
from burgertop_app.ui.kit.pictures import Figures, Pictured
from burgertop_app.ui.kit.tokens import Space
from burgertop_app.ui.people.listing import titled
from burgertop_app.ui.people.picture import NAME_WIDTH, ROOMY, ROW, TIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

    from burgertop_app.domain.inviting import ResponseLine
    from burgertop_app.domain.registration import RegistrationView

WORDS_WIDTH = 96


class ResponseCard(Card):
    """Bars for what was expected and what came, per area and per feature that the list tells.

    Args:
        turn: shows the other picture of the page in the place of this one.
    """

    def __init__(self, turn: Callable[[], object]) -> None:
        super().__init__()
        self._title = words("", "strong", wrap=True)
        self._bars = QWidget()
        self._row = QHBoxLayout(self._bars)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.XL)
        self._pictured = Pictured(scrolled(self._bars))
        self.turn = link(_("Compare with the municipality"), turn, "users")
        legend = Legend((Key(_("expected"), POPULATION), Key(_("takes part"), POOL)))
        top = row(self._title, legend, self.turn, self._pictured.switch, gap=Space.L)
        top.setStretchFactor(self._title, 1)
        self.add(top, self._pictured)
        self.body.setContentsMargins(Space.L, Space.S, Space.L, Space.XS)
        self.body.setSpacing(2)
        self._rows, self._tallest = ROOMY, 0
        self.hide()

    def make_room(self, *, roomy: bool) -> None:
        """Show five groups, or three on a low window; the rest scrolls."""
        self._rows = ROOMY if roomy else TIGHT
        self._set_height()

    def put(self, found: RegistrationView) -> None:
        """Show the response so far."""
        self._title.setText(_sentence(found.total))
        longest = max((max(line.rate, line.expected) for line in found.lines), default=1.0)
        clear(self._row)
        tallest = 0
        for feature, lines in groupby(found.lines, key=lambda line: line.feature):
            title = titled(feature) if feature else _("Area")
            bars = GroupBars((POPULATION, POOL), NAME_WIDTH, WORDS_WIDTH)
            bars.put([_group(line) for line in lines], longest)
            tallest = max(tallest, bars.sizeHint().height())
            self._row.addLayout(column(words(title, "strong"), bars, None, gap=2), 1)
        self._row.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._tallest = tallest
        self._set_height()
        self._pictured.describe(_figures(found))

    def _set_height(self) -> None:
        self._pictured.setFixedHeight(26 + min(self._tallest, self._rows * ROW))


def _sentence(total: ResponseLine) -> str:
    told = _("{yes} of {letters} invited people take part ({rate}; {expected} expected), {no} do not.")
    return told.format(
        yes=number(total.yes),
        letters=number(total.letters),
        rate=percent(total.rate, 1),
        expected=percent(total.expected, 1),
        no=number(total.no),
    )


def _group(line: ResponseLine) -> BarGroup:
    said = _("{yes} of {letters}").format(yes=number(line.yes), letters=number(line.letters))
    return BarGroup(line.value, (line.expected, line.rate), said)


def _figures(found: RegistrationView) -> Figures:
    headings = (
        _("Feature"),
        _("Group"),
        _("Invited"),
        _("Yes"),
        _("No"),
        _("No answer"),
        _("Response"),
        _("Expected"),
    )
    rows = tuple(
        (
            titled(line.feature) if line.feature else _("Area"),
            line.value,
            number(line.letters),
            number(line.yes),
            number(line.no),
            number(line.silent),
            percent(line.rate, 1),
            percent(line.expected, 1),
        )
        for line in found.lines
    )
    return Figures(_sentence(found.total), headings, rows)
