"""The room drawn: tables with their seats; drag somebody to another seat, or use the arrow keys."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.ui.kit.theme import theme
from burgertop_app.ui.seating import placing
from burgertop_app.ui.seating.carrying import Carry
from burgertop_app.ui.seating.drag import Drag
from burgertop_app.ui.seating.items import SeatItem, TableItem
from burgertop_app.ui.seating.zooming import Zoom

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from burgertop_app.ui.seating.drag import Telling
    from burgertop_app.ui.seating.drawn import TableDrawn

EDGE = 10
REACH = 22.0
"""How near the middle of a seat one must click, at 100 %."""
ASKS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Menu}
ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class RoomView(QGraphicsView):
    """Tables in the room. Menus are asked for with a signal that carries a place on the screen.

    Args:
        telling: what dropping somebody on a seat would do; None when it cannot be done.
    """

    swapped = Signal(object, object)
    """Two people change seats."""
    moved = Signal(object, object)
    """A person takes a free seat of that place."""
    seat_menu = Signal(object, object)
    free_menu = Signal(object, object)
    table_menu = Signal(object, object)
    table_opened = Signal(object)
    lock_wanted = Signal(object)
    told = Signal(str)
    """What holding somebody here comes to, in words; "" when nobody is held."""

    def __init__(self, telling: Telling) -> None:
        super().__init__()
        self._room = QGraphicsScene(self)
        self.setScene(self._room)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(QSize(360, 260))
        self._tables: list[TableItem] = []
        self._seats: list[SeatItem] = []
        self._cursor: SeatItem | TableItem | None = None
        self._pressed: tuple[SeatItem, QPoint] | None = None
        self._shown: tuple[TableDrawn, ...] = ()
        self._typed = ""
        self._size = QSize()
        self._zoom = Zoom()
        self.drag = Drag(self._room, telling)
        self.carry = Carry(self.drag)
        theme().changed.connect(self._repaint)

    def put(self, tables: Sequence[TableDrawn]) -> None:
        """Show other tables; the keyboard stays at the same person."""
        kept = self._cursor_key()
        self.carry.cancel()
        for item in self._tables:
            self._room.removeItem(item)
        self._shown = tuple(tables)
        self._tables, self._seats, self._cursor = [], [], None
        most = max((len(table.seats) for table in tables), default=0)
        ring = placing.ring_for(most)
        for table in tables:
            self._add(table, ring)
        self._arrange()
        self._restore(kept)

    @property
    def tables(self) -> tuple[TableDrawn, ...]:
        """What is shown."""
        return self._shown

    def seat_of(self, person: object) -> SeatItem | None:
        """The seat of the person with that id."""
        return next((item for item in self._seats if item.seat.person == person), None)

    def table_at(self, place: UUID) -> TableItem | None:
        """The table of a place."""
        return next((item for item in self._tables if item.table.place == place), None)

    def centre_of(self, item: SeatItem | TableItem) -> QPoint:
        """Where an item is in the viewport."""
        return self.mapFromScene(item.scenePos())

    def choose(self, item: SeatItem | TableItem | None) -> None:
        """Put the keyboard there, and say what it is."""
        for old in (self._cursor, item):
            if old is not None:
                old.chosen = old is item
                old.update()
        self._cursor = item
        if item is None:
            return
        self.ensureVisible(item, 20, 20)
        said = item.seat.said if isinstance(item, SeatItem) else item.table.said
        if self.carry.running:
            said = self.carry.over(item, self._seats, self._visible(), self.transform().m11())
        self._say(said)

    def zoom(self, steps: int) -> None:
        """So many steps larger, or smaller when negative."""
        self._zoom.step(steps)
        self._arrange()
        if self._cursor is not None:
            self.ensureVisible(self._cursor, 20, 20)

    def fit(self) -> None:
        """Show the whole room at once; the usual size where that is so already."""
        self._zoom.fit()
        self._arrange()

    def _repaint(self) -> None:
        """Paint all anew: items keep their picture until they are told."""
        for item in self._room.items():
            item.update()

    def _say(self, said: str) -> None:
        self.told.emit(said if self.carry.running else "")
        self.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A scroll bar that comes or goes resizes the floor too, and leaves all where it stands.
        if self.maximumViewportSize() != self._size:
            self._arrange()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.carry.cancel()
        item = self._at(event.position().toPoint())
        self.choose(item)
        taken = isinstance(item, SeatItem) and item.seat.person is not None and not item.seat.locked
        if event.button() == Qt.MouseButton.LeftButton and isinstance(item, SeatItem) and taken:
            self._pressed = item, event.position().toPoint()
        event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is None:
            over = self._at(at)
            takes = isinstance(over, SeatItem) and over.seat.person is not None and not over.seat.locked
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if takes else Qt.CursorShape.ArrowCursor)
            super().mouseMoveEvent(event)
            return
        start, pressed_at = self._pressed
        if not self.drag.running and (at - pressed_at).manhattanLength() < 8:
            return
        over = self._at(at)
        target = over if isinstance(over, SeatItem) and over is not start else None
        self.drag.move(start, target, self.mapToScene(at), self._visible(), self.transform().m11())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        found = self.drag.drop()
        if found is None:
            super().mouseReleaseEvent(event)
        else:
            self._seat(*found)

    def _seat(self, start: SeatItem, target: SeatItem) -> None:
        if target.seat.person is None:
            self.moved.emit(start.seat.person, target.table.table.place)
        else:
            self.swapped.emit(start.seat.person, target.seat.person)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self._at(event.position().toPoint())
        if isinstance(item, TableItem):
            self.table_opened.emit(item.table.place)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self._at(event.pos())
        self.choose(item)
        self._ask(item)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        digit = event.text() if event.text().isdecimal() else ""
        self._typed = self._typed + digit if digit else ""
        if key == Qt.Key.Key_Escape and self.drag.running:
            self._let_go()
        elif key in ARROWS:
            self._step(ARROWS[key])
        elif key in ASKS:
            self._on_asked()
        elif key == Qt.Key.Key_M:
            self._pick_up()
        elif digit:
            self._to_table(self._typed)
        elif key == Qt.Key.Key_L and isinstance(self._cursor, SeatItem) and self._cursor.seat.person:
            self.lock_wanted.emit(self._cursor.seat.person)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._cursor is None and self._seats:
            self.choose(self._seats[0])

    def _add(self, table: TableDrawn, ring: float) -> None:
        item = TableItem(table, ring)
        self._room.addItem(item)
        self._tables.append(item)
        offsets = placing.seat_offsets(len(table.seats), ring)
        for seat, (across, down) in zip(table.seats, offsets, strict=True):
            made = SeatItem(seat, item)
            made.setPos(across, down)
            self._seats.append(made)

    def _arrange(self) -> None:
        self._size = self.maximumViewportSize()
        if not self._shown:
            return
        found, width = self._laid_out()
        for item, (across, down) in zip(self._tables, found.middles, strict=True):
            item.setPos(across, down)
        scale = found.scale * self._zoom.factor
        self.resetTransform()
        self.scale(scale, scale)
        wide = self._zoom.factor > 1
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if wide else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(policy)
        edge = EDGE / found.scale
        self._room.setSceneRect(QRectF(-edge, -edge, width / found.scale + 2 * edge, found.height + 2 * edge))

    def _laid_out(self) -> tuple[placing.Layout, float]:
        """Where all stands, and the width it takes; the same whether or not a scroll bar shows now."""
        has, most = self.maximumViewportSize(), max(len(table.seats) for table in self._shown)
        width, height = max(has.width() - 2 * EDGE, 100), max(has.height() - 2 * EDGE, 100)
        found = placing.lay_out(len(self._shown), most, width, height, whole=self._zoom.whole)
        if found.height * found.scale > height + 1:
            width -= self.verticalScrollBar().sizeHint().width()
            found = placing.lay_out(len(self._shown), most, width, height)
        return found, width

    def _at(self, at: QPoint) -> SeatItem | TableItem | None:
        """The nearest seat within reach, else the table top below the pointer."""
        point = self.mapToScene(at)
        near = [(_distance(item.scenePos(), point), item) for item in self._seats]
        distance, seat = min(near, key=lambda pair: pair[0], default=(math.inf, None))
        if seat is not None and distance <= REACH:
            return seat
        for item in self._tables:
            if _distance(item.scenePos(), point) <= item.radius:
                return item
        return None

    def _step(self, way: QPointF) -> None:
        """Go to the nearest seat or table that lies that way."""
        if self._cursor is None:
            self.choose(self._seats[0] if self._seats else None)
            return
        here = self._cursor.scenePos()
        best: tuple[float, SeatItem | TableItem] | None = None
        items: list[SeatItem | TableItem] = [*self._seats, *self._tables]
        for item in items:
            aside = item.scenePos() - here
            ahead = aside.x() * way.x() + aside.y() * way.y()
            if item is self._cursor or ahead <= 1:
                continue
            off = abs(aside.x() * way.y()) + abs(aside.y() * way.x())
            cost = ahead + 2.2 * off
            if best is None or cost < best[0]:
                best = cost, item
        if best is not None:
            self.choose(best[1])

    def _pick_up(self) -> None:
        """Hold who sits at the keyboard's place, to be moved with the arrow keys or a table number."""
        item = self._cursor
        if self.carry.take(item) and isinstance(item, SeatItem):
            self.drag.move(item, None, item.scenePos(), self._visible(), self.transform().m11())
            self._say(
                _("{who}: picked up. Arrow keys or a table number, then Enter; Esc lets go.").format(
                    who=item.seat.said
                )
            )
        elif isinstance(item, SeatItem) and item.seat.locked:
            self._say(_("{who}: unlock the seat first.").format(who=item.seat.said))

    def _let_go(self) -> None:
        self._pressed = None
        self.carry.cancel()
        self.drag.cancel()
        if self._cursor is not None:
            self.choose(self._cursor)

    def _on_asked(self) -> None:
        if not self.carry.running:
            self._ask(self._cursor)
            return
        found = self.carry.drop()
        if found is not None:
            self.told.emit("")
            self._seat(*found)

    def _to_table(self, typed: str) -> None:
        """Go to the table with the number that is typed; a figure that leads nowhere begins a new one."""
        numbers = {str(item.table.no): item for item in self._tables}
        if typed not in numbers:
            typed = self._typed = typed[-1]
        if typed in numbers:
            self.choose(numbers[typed])

    def _ask(self, item: SeatItem | TableItem | None) -> None:
        if item is None:
            return
        at = self.viewport().mapToGlobal(self.centre_of(item) + QPoint(12, 12))
        if isinstance(item, TableItem):
            self.table_menu.emit(item.table.place, at)
        elif item.seat.person is None:
            self.free_menu.emit(item.table.table.place, at)
        else:
            self.seat_menu.emit(item.seat.person, at)

    def _visible(self) -> QRectF:
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def _cursor_key(self) -> object:
        if isinstance(self._cursor, SeatItem):
            return self._cursor.seat.person
        return self._cursor.table.place if self._cursor is not None else None

    def _restore(self, kept: object) -> None:
        if kept is None:
            return
        for item in self._seats:
            if item.seat.person == kept:
                self.choose(item)
        for table in self._tables:
            if table.table.place == kept:
                self.choose(table)


def _distance(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())
