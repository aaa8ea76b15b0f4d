"""Dragging somebody to another seat: origin and target ringed, a dashed line, and the change in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from burgertop_app.ui.seating.drawn import Hint
from burgertop_app.ui.seating.items import AimItem, HintItem, SeatItem

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtWidgets import QGraphicsScene

Telling = Callable[[UUID, UUID | None, UUID], Hint | None]
"""What a drop does, for the person, the other one (None: a free seat) and the place; None: nothing."""
GAP = 20.0


class Drag:
    """One drag at a time in `scene`."""

    def __init__(self, scene: QGraphicsScene, telling: Telling) -> None:
        self._telling = telling
        self._start: SeatItem | None = None
        self._target: SeatItem | None = None
        self._possible = False
        self.aim, self.hint = AimItem(), HintItem()
        scene.addItem(self.aim)
        scene.addItem(self.hint)

    @property
    def running(self) -> bool:
        """Whether somebody is dragged now."""
        return self._start is not None

    @property
    def possible(self) -> bool:
        """Whether dropping now does something."""
        return self._start is not None and self._target is not None and self._possible

    def move(
        self, start: SeatItem, target: SeatItem | None, at: QPointF, visible: QRectF, scale: float
    ) -> None:
        """Drag `start` to `at`, over `target`; the hint stays within `visible`."""
        if self._start is None:
            self._start = start
            start.ringed = start.table.marked = True
            start.table.update()
        if target is not self._target:
            self._aim_at(target)
        self.aim.aim(start.scenePos(), target.scenePos() if target is not None else at)
        if target is not None and self.hint.isVisible():
            self._put_hint(target, visible, scale)

    def drop(self) -> tuple[SeatItem, SeatItem] | None:
        """End; the seat that was dragged and the one it was dropped on, None when nothing comes of it."""
        start, target, possible = self._start, self._target, self._possible
        self.cancel()
        return (start, target) if start is not None and target is not None and possible else None

    def cancel(self) -> None:
        """End without a move."""
        if self._start is not None:
            self._start.ringed = self._start.table.marked = False
            self._start.table.update()
        self._aim_at(None)
        self._start = None
        self.aim.hide()

    def _aim_at(self, target: SeatItem | None) -> None:
        if self._target is not None:
            self._target.ringed = False
            self._target.update()
        self._target, self._possible = target, False
        self.hint.hide()
        if target is None or self._start is None or self._start.seat.person is None:
            return
        hint = self._telling(self._start.seat.person, target.seat.person, target.table.table.place)
        if hint is None:
            return
        self._possible = target.ringed = hint.possible
        target.update()
        self.hint.tell(hint)
        self.hint.show()

    def _put_hint(self, target: SeatItem, visible: QRectF, scale: float) -> None:
        """Below the table of the target, above it when there is no room; never over the target."""
        table = target.table
        reach = table.boundingRect().height() / 2 - 4
        wide, high = self.hint.wide / scale, self.hint.high / scale
        left = table.scenePos().x() - wide / 2
        left = min(max(left, visible.left() + 6), visible.right() - wide - 6)
        top = table.scenePos().y() + reach - GAP / 2
        if top + high > visible.bottom() - 4:
            top = table.scenePos().y() - reach - high + GAP / 2
        self.hint.setPos(left, max(top, visible.top() + 4))
