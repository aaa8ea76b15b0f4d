"""Pages to cut or to fold: a grid of cards over the whole page, and signs whose halves say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import Flowable, KeepInFrame
from typing_extensions import override

from burgertop_app.reports.pdf.layout import flows
from burgertop_app.reports.pdf.style import EDGE, PAGE, TEXT

if TYPE_CHECKING:
    from burgertop_app.reports.pdf.run import Run
    from burgertop_app.reports.pieces import CutCards, Piece, Tents

_MARGIN_X = 22.0
_MARGIN_Y = 19.0
_TENT_X, _TENT_Y = 46.0, 40.0
_FOLD = 34.0
"""How long the mark of the fold is at each edge of the page."""


class CutPage(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """One page of cards; a card with too much to say is printed smaller, never cut off."""

    def __init__(self, cards: list[list[Any]], piece: CutCards) -> None:
        super().__init__()
        self.cards, self.columns, self.rows, self.middle = cards, piece.columns, piece.rows, piece.middle

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
            top = PAGE[1] - row * high - _MARGIN_Y - (max(room[1] - used, 0) / 2 if self.middle else 0)
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
    return [CutPage(cards[first : first + each], piece) for first in range(0, len(cards), each)]


class FoldPage(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """One page to fold in the middle; the upper half, upside down, repeats the lower and is decoration."""

    def __init__(self, content: list[Any]) -> None:
        super().__init__()
        self.content = content

    @override
    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """The whole page."""
        return PAGE[0], PAGE[1] - 0.1

    @override
    def draw(self) -> None:
        """Draw the mark of the fold and both halves."""
        with self.canv.decoration():
            self._fold()
        self._half()
        with self.canv.decoration():
            self.canv.saveState()
            self.canv.translate(*PAGE)
            self.canv.rotate(180)
            self._half()
            self.canv.restoreState()

    def _half(self) -> None:
        room = (PAGE[0] - 2 * _TENT_X, PAGE[1] / 2 - 2 * _TENT_Y)
        half = KeepInFrame(*room, content=list(self.content), mode="shrink", vAlign="TOP")
        used = half.wrapOn(self.canv, *room)[1]
        half.drawOn(self.canv, _TENT_X, PAGE[1] / 2 - _TENT_Y - max(room[1] - used, 0) / 2 - used)

    def _fold(self) -> None:
        self.canv.saveState()
        self.canv.setStrokeColor(TEXT)
        self.canv.setLineWidth(0.6)
        self.canv.setDash(4, 4)
        for start in (0, PAGE[0] - _FOLD):
            self.canv.line(start, PAGE[1] / 2, start + _FOLD, PAGE[1] / 2)
        self.canv.restoreState()


def fold_pages(piece: Tents, run: Run) -> list[FoldPage]:
    """One flowable for each page to fold."""
    return [FoldPage(_card(side, run, PAGE[0] - 2 * _TENT_X)) for side in piece.sides]


def _card(card: tuple[Piece, ...], run: Run, room: float) -> list[Any]:
    with run.tree.within(run.tree.current.add("Sect")):
        return flows(card, run, room)
