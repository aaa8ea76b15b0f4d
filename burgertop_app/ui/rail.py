"""The rail at the left: Start, and the pages of the open process or the workspaces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.i18n import _
from burgertop_app.ui.kit.fonts import font
from burgertop_app.ui.kit.icons import draw_icon
from burgertop_app.ui.kit.layout import clear, words
from burgertop_app.ui.kit.theme import tokens
from burgertop_app.ui.kit.tokens import Space, Type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

ICON = 18
LEFT = 18


@dataclass(frozen=True)
class Entry:
    """A line of the rail; `keys` is its shortcut, shown in the tooltip only."""

    key: str
    icon: str
    words: str
    keys: str = ""


@dataclass(frozen=True)
class Badge:
    """Something waits on a page; `late` makes it red."""

    count: int
    late: bool = False


class Rail(QFrame):
    """Rail of 220 px, or 56 when collapsed; then the icons have their words as tooltip."""

    wanted = Signal(str)
    collapsed_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAccessibleName(_("Pages"))
        self._buttons: dict[str, RailButton] = {}
        self.entries: tuple[Entry, ...] = ()
        self._collapsed = False
        self._selected = ""
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, Space.S)
        self._box.setSpacing(2)
        self.setFixedWidth(Space.RAIL)

    @property
    def collapsed(self) -> bool:
        """Whether only the icons are shown."""
        return self._collapsed

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the lines, from top to bottom."""
        return tuple(self._buttons)

    def show_entries(self, caption: str, entries: Sequence[Entry], below: Sequence[Entry] = ()) -> None:
        """Start on top, `entries` under `caption`, and `below` at the foot."""
        clear(self._box)
        self._buttons = {}
        self.entries = tuple(entries)
        self._box.addWidget(_Mark())
        self._add(Entry("start", "house", _("Start")))
        self._caption = words(caption, "caption")
        self._caption.setContentsMargins(LEFT, 12, 0, 8)
        self._box.addWidget(self._caption)
        for entry in entries:
            self._add(entry)
        self._box.addStretch(1)
        for entry in below:
            self._add(entry)
        self._add(Entry("collapse", "panel-left-close", _("Make narrower")))
        self.collapse(on=self._collapsed)
        self.select(self._selected)

    def select(self, key: str) -> None:
        """Mark the line with `key`."""
        self._selected = key
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def badge(self, badges: Mapping[str, Badge]) -> None:
        """Show what waits, per key."""
        for key, button in self._buttons.items():
            button.badge(badges.get(key))

    def collapse(self, *, on: bool) -> None:
        """Show icons alone, or with their words."""
        self._collapsed = on
        self.setFixedWidth(Space.RAIL_SMALL if on else Space.RAIL)
        self._caption.setVisible(not on)
        for button in self._buttons.values():
            button.collapse(on=on)

    def toggle(self) -> None:
        """From wide to narrow or back, by the organiser."""
        self.collapse(on=not self._collapsed)
        self.collapsed_changed.emit()

    def _add(self, entry: Entry) -> None:
        button = RailButton(entry, quiet=entry.key == "collapse")
        button.clicked.connect(self._clicker(entry.key))
        self._buttons[entry.key] = button
        self._box.addWidget(button)

    def _clicker(self, key: str) -> Callable[[], None]:
        def clicked() -> None:
            if key == "collapse":
                self.toggle()
                return
            self.select(self._selected)
            self.wanted.emit(key)

        return clicked


class RailButton(QToolButton):
    """One line: icon, words, perhaps a count; a bar at the left and bold words when it is the page of now."""

    def __init__(self, entry: Entry, *, quiet: bool = False) -> None:
        super().__init__()
        self._entry = entry
        self._quiet = quiet
        self._badge: Badge | None = None
        self._collapsed = False
        self.setCheckable(not quiet)
        self.setFixedHeight(36)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def badge(self, badge: Badge | None) -> None:
        """Show a count, or none."""
        self._badge = badge
        self._name()
        self.update()

    def collapse(self, *, on: bool) -> None:
        """Icon alone, or with words."""
        self._collapsed = on
        self._name()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(Space.RAIL, 36)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(8, 0, self.width() - 16, self.height()).adjusted(0.5, 0.5, -0.5, -0.5)
        chosen = self.isChecked()
        if chosen:
            painter.setPen(QPen(QColor(look.line), 1))
            painter.setBrush(QColor(look.surface))
            painter.drawRoundedRect(box, 6, 6)
            painter.fillRect(QRectF(8, 8, 3, self.height() - 16), QColor(look.accent))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.line))
            painter.drawRoundedRect(box, 6, 6)
        tint = "accent" if chosen else "muted" if self._quiet else "text"
        left = (self.width() - ICON) // 2 if self._collapsed else LEFT
        draw_icon(painter, self._entry.icon, tint, QRect(QPoint(left, 9), QSize(ICON, ICON)))
        if not self._collapsed:
            painter.setPen(QColor(getattr(look, tint)))
            room = QRect(LEFT + ICON + 11, 0, self._right() - LEFT - ICON - 11, self.height())
            painter.setFont(font(Type.SMALL if self._quiet else Type.BASE, bold=chosen))
            if painter.fontMetrics().horizontalAdvance(self._entry.words) > room.width():
                painter.setFont(font(Type.SMALL, bold=chosen))
            if painter.fontMetrics().horizontalAdvance(self._entry.words) > room.width():
                painter.setFont(font(Type.SMALL))
            short = painter.fontMetrics().elidedText(
                self._entry.words, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, short)
        if self._badge is not None:
            self._paint_badge(painter, self._badge)
        painter.end()

    def _right(self) -> int:
        """Where the words must end."""
        return self.width() - (18 + _badge_width(self._badge) + 4 if self._badge else 13)

    def _paint_badge(self, painter: QPainter, badge: Badge) -> None:
        look = tokens()
        painter.setFont(font(Type.CAPTION, bold=badge.late))
        said = str(badge.count)
        wide = _badge_width(badge)
        right = self.width() - (6 if self._collapsed else 18)
        top = 2 if self._collapsed else 8
        spot = QRectF(right - wide, top, wide, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.late if badge.late else look.line))
        painter.drawRoundedRect(spot, 10, 10)
        painter.setPen(QColor(look.surface if badge.late else look.text))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, said)

    def _name(self) -> None:
        said = self._entry.words
        if self._badge is not None:
            late = _("{page}, {count} late") if self._badge.late else _("{page}, {count} waiting")
            said = late.format(page=said, count=self._badge.count)
        self.setAccessibleName(said)
        keys = f" ({self._entry.keys})" if self._entry.keys else ""
        self.setToolTip(said + keys)


def _badge_width(badge: Badge) -> int:
    measure = QFontMetrics(font(Type.CAPTION, bold=badge.late))
    return max(20, measure.horizontalAdvance(str(badge.count)) + 12)


class _Mark(QWidget):
    """Our mark and name on top of the rail."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(56)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_icon(painter, "burgertop", "accent", QRect(QPoint(15, 14), QSize(28, 28)))
        if self.width() > Space.RAIL_SMALL:
            painter.setFont(font(Type.BASE, bold=True))
            painter.setPen(QColor(tokens().text))
            painter.drawText(QRect(52, 0, 150, 56), Qt.AlignmentFlag.AlignVCenter, "Burgertop")
        painter.end()


def entries_of(pages: Iterable[tuple[str, str, str]]) -> tuple[Entry, ...]:
    """Lines for pages as (key, icon, words); the first nine get Ctrl+1 to Ctrl+9."""
    return tuple(
        Entry(key, icon, said, f"Ctrl+{number}" if number < 10 else "")
        for number, (key, icon, said) in enumerate(pages, 1)
    )
