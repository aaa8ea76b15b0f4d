"""Moving somebody with the keyboard: pick up, go to another seat, hear what that does, drop or let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.i18n import _
from burgertop_app.ui.seating.items import SeatItem, TableItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRectF

    from burgertop_app.ui.seating.drag import Drag


class Carry:
    """Somebody who was picked up; `drag` shows it, as with the mouse."""

    def __init__(self, drag: Drag) -> None:
        self._drag = drag
        self._start: SeatItem | None = None

    @property
    def running(self) -> bool:
        """Whether somebody was picked up."""
        return self._start is not None

    def take(self, item: SeatItem | TableItem | None) -> bool:
        """Pick up who sits there; not who is locked."""
        if not isinstance(item, SeatItem) or item.seat.person is None or item.seat.locked:
            return False
        self._start = item
        return True

    def over(
        self, item: SeatItem | TableItem, seats: Sequence[SeatItem], visible: QRectF, scale: float
    ) -> str:
        """Hold them over a seat, or over a free seat of a table; gives what dropping does, in words."""
        start = self._start
        if start is None:
            return ""
        target = item if isinstance(item, SeatItem) else _free(item, seats)
        if target is None:
            return _("There is no free seat at table {table}. Choose somebody to change with.").format(
                table=item.table.no if isinstance(item, TableItem) else ""
            )
        self._drag.move(start, None if target is start else target, target.scenePos(), visible, scale)
        return self._drag.hint.said if self._drag.hint.isVisible() else target.seat.said

    def drop(self) -> tuple[SeatItem, SeatItem] | None:
        """Let them sit down there; None, and they are still held, where that cannot be."""
        if not self._drag.possible:
            return None
        self._start = None
        return self._drag.drop()

    def cancel(self) -> None:
        """Let go without a move."""
        self._start = None
        self._drag.cancel()


def _free(table: TableItem, seats: Sequence[SeatItem]) -> SeatItem | None:
    return next((seat for seat in seats if seat.table is table and seat.seat.person is None), None)
