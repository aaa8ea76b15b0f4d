"""Small things drawn straight on the page: pictures, lines to write on, blanks, and sheet starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable
from typing_extensions import override

from burgertop_app.reports.pdf import drawing, fonts
from burgertop_app.reports.pdf.style import EDGE, MUTED, TEXT

if TYPE_CHECKING:
    from burgertop_app.reports.pdf.run import Run
    from burgertop_app.reports.pdf.structure import Edges, Element
    from burgertop_app.reports.pieces import Fields, Figure, Writing

LINE_GAP = 21.0
TICK = 15.0
"""The side of a box to tick, in points: 5.3 mm, so that a cross by hand stays inside it."""


class FigureDrawn(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """A picture, content of an element whose text says what it shows."""

    def __init__(self, figure: Figure, element: Element) -> None:
        super().__init__()
        self.figure, self.element = figure, element
        self.spaceBefore, self.spaceAfter = (0, 2) if figure.tight else (4, 12)

    @override
    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width, self.height = room, drawing.height(self.figure.picture, room)
        return self.width, self.height

    @override
    def draw(self) -> None:
        """Draw the picture."""
        self.element.attributes = {"Placement": "Block", "BBox": self.canv.box(self.width, self.height)}
        with self.canv.picturing(self.element):
            self.canv.saveState()
            drawing.draw(self.figure.picture, self.canv, self.width)
            self.canv.restoreState()


class WritingDrawn(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """Lines to write on by hand."""

    def __init__(self, writing: Writing, element: Element) -> None:
        super().__init__()
        self.writing, self.element = writing, element
        self.spaceBefore, self.spaceAfter = 0, 4

    @override
    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """As wide as there is room, 21 points a line."""
        self.width, self.height = room, self.writing.lines * LINE_GAP
        return self.width, self.height

    @override
    def draw(self) -> None:
        """Draw the label and the lines."""
        label = self.writing.label
        indent = 50.0 if label else 0.0
        if label:
            with self.canv.telling(self.element, drawing.differs(label)):
                drawing.words(self.canv, label, (0, self.height - 16), indent - 6, size=10, font=fonts.BOLD)
        with self.canv.decoration():
            self.canv.setStrokeColor(EDGE)
            self.canv.setLineWidth(0.4)
            for line in range(self.writing.lines):
                y = self.height - (line + 1) * LINE_GAP + 3
                self.canv.line(indent, y, self.width, y)


class FieldsDrawn(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """Blanks side by side, each with its label below the line."""

    def __init__(self, fields: Fields, elements: tuple[Element, ...]) -> None:
        super().__init__()
        self.fields, self.elements = fields, elements
        self.spaceBefore, self.spaceAfter = 2, 6

    @override
    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width, self.height = room, self.fields.height + 12
        return self.width, self.height

    @override
    def draw(self) -> None:
        """Draw the lines and their labels."""
        wide = self.width / len(self.fields.labels)
        for place, (label, element) in enumerate(zip(self.fields.labels, self.elements, strict=True)):
            x = place * wide
            with self.canv.decoration():
                self.canv.setStrokeColor(EDGE)
                self.canv.setLineWidth(0.6)
                self.canv.line(x, 13, x + wide - 12, 13)
            with self.canv.telling(element, drawing.differs(label)):
                drawing.words(self.canv, label, (x, 3), wide - 14, size=8, colour=MUTED)


class TickDrawn(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """An empty box to tick; its words stand beside it."""

    @override
    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """As wide as it is high."""
        return TICK, TICK

    @override
    def draw(self) -> None:
        """Draw the edge."""
        with self.canv.decoration():
            self.canv.setStrokeColor(TEXT)
            self.canv.setLineWidth(0.9)
            self.canv.rect(0, 0, TICK, TICK)


class SheetMark(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """Nothing to see: tells the run that a sheet starts here."""

    def __init__(self, run: Run, running: str, edges: Edges) -> None:
        super().__init__()
        self.run, self.running, self.edges = run, running, edges

    @override
    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """Takes no room."""
        return 0, 0

    @override
    def draw(self) -> None:
        """Count anew."""
        self.run.sheet_started(self.running, self.edges)
