"""Every advice that lies with the college, most urgent first, on a strip of twelve weeks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget
from typing_extensions import override

from burgertop_app.domain.terms import Urgency, urgency
from burgertop_app.i18n import _, day, mark, ngettext
from burgertop_app.messages.terms import remaining
from burgertop_app.messages.tracker import answered_words, beside_last_day, beside_standing, must_remind
from burgertop_app.ui.kit.cards import Card
from burgertop_app.ui.kit.chips import Chip
from burgertop_app.ui.kit.columns import Column
from burgertop_app.ui.kit.layout import words
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.terms import paint_strip, paint_strip_head, short_day, strip_weeks
from burgertop_app.ui.kit.tokens import Space, State

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QHeaderView

    from burgertop_app.domain.overview_views import TermLine

HIGH = 56
MOST = 5
STATES = {
    Urgency.LATE: State.LATE,
    Urgency.SOON: State.WARN,
    Urgency.RUNNING: State.ACCENT,
    Urgency.NOT_RUNNING: State.WAITING,
}
STRIP = 4
WANTED: tuple[tuple[Urgency | None, str], ...] = (
    (None, mark("All open advices")),
    (Urgency.LATE, mark("Late")),
    (Urgency.SOON, mark("Within a week")),
    (Urgency.RUNNING, mark("Later")),
    (Urgency.NOT_RUNNING, mark("Not received yet")),
)


class Advices(Card):
    """The open advices; `wanted` carries the line that was clicked or got Enter."""

    wanted = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        self._every: tuple[TermLine, ...] = ()
        self.filter = QComboBox()
        self.filter.setAccessibleName(_("Which advices"))
        for _wanted, said in WANTED:
            self.filter.addItem(_(said))
        super().__init__(
            heading=_("Open advices"),
            note=" ",
            actions=(self.filter,),
            flush=True,
        )
        self.table = RecordTable(
            _("Open advices"),
            _columns(today),
            key=lambda line: line.advice_id,
            counted=lambda count: ngettext("{count} open advice", "{count} open advices", count),
            menu=self._menu,
            look=TableLook(HIGH, foot=False),
        )
        self.table.setProperty("role", "plain")
        self._nothing = words(_("No advice lies with the college now."), "muted")
        self._nothing.setContentsMargins(Space.L, 0, Space.L, Space.L)
        self.add(self.table, self._nothing)
        self.filter.currentIndexChanged.connect(self._on_filter)
        self._weeks = _Weeks(self.table.view.horizontalHeader(), today)
        self.table.view.clicked.connect(self._on_clicked)
        self.table.opened.connect(self.wanted)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def put(self, lines: Sequence[TermLine]) -> None:
        """Show other advices, those that the filter wants."""
        self._every = tuple(lines)
        weeks = [monday.isocalendar().week for monday in strip_weeks(self._today())]
        said = _("Weeks {first} to {last}. The thick line is today, the dash at the right the last day.")
        self.note.setText(said.format(first=weeks[0], last=weeks[-1]))
        self.filter.setVisible(bool(lines))
        self._show_wanted()

    def _show_wanted(self) -> None:
        wanted, today = WANTED[self.filter.currentIndex()][0], self._today()
        lines = [line for line in self._every if wanted is None or urgency(line.due_on, today) is wanted]
        self.table.put(lines)
        self.table.setVisible(bool(lines))
        self.note.setVisible(bool(lines))
        self._nothing.setText(
            _("No advice stands like this now.") if self._every else _("No advice lies with the college now.")
        )
        self._nothing.setVisible(not lines)
        self.table.setFixedHeight(Space.HEADER + 3 + HIGH * min(len(lines), MOST))

    def _on_filter(self) -> None:
        self._show_wanted()

    def _menu(self, chosen: Sequence[TermLine]) -> list[tuple[str, str, partial[None]]]:
        return [(_("Open"), "mail-check", partial(self.wanted.emit, chosen[0]))] if chosen else []

    def _on_clicked(self) -> None:
        if self.table.current is not None:
            self.wanted.emit(self.table.current)


def standing(line: TermLine, today: date) -> Chip:
    """How an advice stands, in words and a state."""
    near = urgency(line.due_on, today)
    return Chip(remaining(line.due_on, today), STATES[near])


def last_day(line: TermLine) -> str:
    """The last day for the answer, or that there is no proof of receipt."""
    return day(line.due_on, "d MMMM") if line.due_on else _("no proof yet")


def _reminder(line: TermLine) -> Chip | None:
    """What to do about reminders; nothing before the term runs."""
    said = beside_standing(line)
    if not said:
        return None
    return Chip(said, State.WARN, "mail") if must_remind(line) else Chip(said, State.NEUTRAL, "mail")


def _reminder_day(line: TermLine) -> date | None:
    return line.reminder.on if line.reminder else None


def _columns(today: Callable[[], date]) -> tuple[Column[TermLine], ...]:
    def strip(painter: QPainter, at: QRect, line: TermLine) -> None:
        paint_strip(painter, at.adjusted(0, -1, 0, 1), today(), line.received_on, line.due_on)

    def said(line: TermLine) -> str:
        if line.received_on is None or line.due_on is None:
            return _("The term does not run yet.")
        return _("From {first} to {last}.").format(
            first=short_day(line.received_on, today()), last=short_day(line.due_on, today())
        )

    return (
        Column(
            "advice",
            _("Advice and process"),
            lambda line: line.title,
            second=lambda line: f"{line.process} · {answered_words(line)}",
            width=320,
            bold=True,
        ),
        Column(
            "due",
            _("Answer at the latest"),
            lambda line: line.due_on,
            text=last_day,
            second=beside_last_day,
            width=160,
        ),
        Column(
            "standing",
            _("How it stands"),
            lambda line: line.days_left,
            chip=lambda line: standing(line, today()),
            width=160,
        ),
        Column("reminder", _("Reminder"), _reminder_day, text=beside_standing, chip=_reminder, width=140),
        Column(
            "strip",
            "",
            lambda line: line.due_on,
            text=said,
            paint=strip,
            stretch=True,
        ),
    )


class _Weeks(QWidget):
    """The week numbers above the strip, over its part of the header."""

    def __init__(self, header: QHeaderView, today: Callable[[], date]) -> None:
        super().__init__(header)
        self._header = header
        self._today = today
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        header.installEventFilter(self)
        header.sectionResized.connect(self._place)
        header.sectionMoved.connect(self._place)
        header.geometriesChanged.connect(self._place)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_strip_head(painter, self.rect(), self._today())
        painter.end()

    def _place(self) -> None:
        left = self._header.sectionViewportPosition(STRIP) + 10
        wide = self._header.sectionSize(STRIP) - 20
        self.setGeometry(left, 0, max(wide, 0), self._header.height() - 1)
