"""Pages of cards to cut out: a grid over the whole page, with cutting marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import Flowable, KeepInFrame
from typing_extensions import override

from burgertop_app.reports.pdf.layout import flows
from burgertop_app.reports.pdf.style import EDGE, PAGE

if TYPE_CHECKING:
    from burgertop_app.reports.pdf.run import Run
    from burgertop_app.reports.pieces import CutCards, Piece

_MARGIN_X = 22.0
_MARGIN_Y = 19.0


class CutPage(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """One page of cards; a card with too much to say is printed smaller, never cut off."""

    def __init__(self, cards: list[list[Any]], columns: int, rows: int) -> None:
        super().__init__()
        self.cards, self.columns, self.rows = cards, columns, rows

    @override
    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """The whole page."""
        return PAGE[0], PAGE[1] - 0.1

    @override
    def draw(self) -> None:
        """Draw the marks and every card in its place."""
        wide, high = PAGE[0] / self.columns, PAGE[1] / self.rows
        self._marks(wide, high)
        room = (wide - 2 * _MARGIN_X, high - 2 * _MARGIN_Y)
        for place, content in enumerate(self.cards):
            row, column = divmod(place, self.columns)
            card = KeepInFrame(*room, content=content, mode="shrink", vAlign="TOP")
            used = card.wrapOn(self.canv, *room)[1]
            top = PAGE[1] - row * high - _MARGIN_Y
            card.drawOn(self.canv, column * wide + _MARGIN_X, top - used)

    def _marks(self, wide: float, high: float) -> None:
        with self.canv.decoration():
            self._lines(wide, high)

    def _lines(self, wide: float, high: float) -> None:
        self.canv.saveState()
        self.canv.setStrokeColor(EDGE)
        self.canv.setLineWidth(0.4)
        self.canv.setDash(1.5, 4)
        for column in range(1, self.columns):
            self.canv.line(column * wide, 0, column * wide, PAGE[1])
        for row in range(1, self.rows):
            self.canv.line(0, row * high, PAGE[0], row * high)
        self.canv.restoreState()


def cut_pages(piece: CutCards, run: Run) -> list[CutPage]:
    """One flowable for each page of cards."""
    room = PAGE[0] / piece.columns - 2 * _MARGIN_X
    each = piece.columns * piece.rows
    cards = [_card(card, run, room) for card in piece.cards]
    return [
        CutPage(cards[first : first + each], piece.columns, piece.rows)
        for first in range(0, len(cards), each)
    ]


def _card(card: tuple[Piece, ...], run: Run, room: float) -> list[Any]:
    with run.tree.within(run.tree.current.add("Sect")):
        return flows(card, run, room)
