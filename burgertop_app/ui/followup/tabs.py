"""The other parts of the follow-up: meetings, what was promised beforehand, and reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from burgertop_app.domain.monitoring import next_slot
from burgertop_app.i18n import _, day, ngettext
from burgertop_app.ui.followup.lights import meeting_columns, pledge_columns, report_columns
from burgertop_app.ui.kit.layout import column, row, words
from burgertop_app.ui.kit.tables import RecordTable, TableLook
from burgertop_app.ui.kit.tokens import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtGui import QResizeEvent

    from burgertop_app.domain.follow_views import FollowUp, PledgeLine
    from burgertop_app.domain.following import ProgressReport
    from burgertop_app.domain.monitoring import MonitorSlot
    from burgertop_app.ui.kit.columns import Column
    from burgertop_app.ui.kit.tables import Entry

T = TypeVar("T")
LEAST_SAID = 320
"""With less room than this beside the buttons, the sentence stands above them."""


class Tab(QWidget, Generic[T]):
    """A sentence, buttons and a table."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[T]],
        key: Callable[[T], Hashable],
        menu: Callable[[list[T]], Sequence[Entry]],
        buttons: Sequence[QWidget],
    ) -> None:
        super().__init__()
        self.said = words("", "small", wrap=True)
        self.table: RecordTable[T] = RecordTable(
            name, columns, key, menu=menu, look=TableLook(Space.ROW_FIELDS, foot=False)
        )
        self._buttons = row(*buttons, None, gap=Space.S)
        self._line = row(gap=Space.S)
        self._line.addWidget(self.said, 1)
        self._line.addLayout(self._buttons)
        whole = column(self._line, self.table, gap=Space.M)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() - self._buttons.sizeHint().width() < LEAST_SAID
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(down if narrow else across)


def meetings(
    menu: Callable[[list[MonitorSlot]], Sequence[Entry]], buttons: Sequence[QWidget]
) -> Tab[MonitorSlot]:
    """The meetings by date."""
    return Tab(
        _("Meetings about the promises"),
        meeting_columns(),
        lambda slot: slot.meeting.id if slot.meeting else slot.number,
        menu,
        buttons,
    )


def pledges(menu: Callable[[list[PledgeLine]], Sequence[Entry]]) -> Tab[PledgeLine]:
    """What was promised beforehand."""
    return Tab(_("What was promised beforehand"), pledge_columns(), lambda line: line.pledge.id, menu, ())


def reports(
    menu: Callable[[list[ProgressReport]], Sequence[Entry]], buttons: Sequence[QWidget]
) -> Tab[ProgressReport]:
    """The reports that were made."""
    return Tab(_("Progress reports"), report_columns(), lambda report: report.id, menu, buttons)


def meetings_sentence(follow: FollowUp) -> str:
    """When the next meeting is, or why none is planned."""
    coming = next_slot(follow.meetings)
    if follow.answered_on is None:
        return _("The meetings are planned as soon as the college has answered.")
    if coming is None:
        return ""
    return _("Counted from the answer of {answered}. The next meeting is on {date}.").format(
        answered=day(follow.answered_on), date=day(coming.on)
    )


def pledges_sentence(follow: FollowUp) -> str:
    """How many pledges there are; they are written on the page Plan."""
    count = len(follow.pledges)
    if not count:
        return _(
            "Nothing was promised beforehand. What the council or the college promises stands in the plan."
        )
    return ngettext(
        "{count} promise was made before the start. Press Enter on a line to say whether it was kept.",
        "{count} promises were made before the start. Press Enter on a line to say whether it was kept.",
        count,
    ).format(count=count)


def reports_sentence(follow: FollowUp) -> str:
    """How many reports were made."""
    count = len(follow.reports)
    if not count:
        return _("No report was made yet. A fixed report has a number; the next one says what changed since.")
    return ngettext(
        "{count} report was made. The next one says what changed since.",
        "{count} reports were made. The next one says what changed since the last.",
        count,
    ).format(count=count)
