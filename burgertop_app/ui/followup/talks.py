"""What an organiser does with the meetings about promises: agenda, another day, minutes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from burgertop_app.domain.monitoring import Turn, next_slot
from burgertop_app.i18n import _
from burgertop_app.ui.followup import documents
from burgertop_app.ui.kit.buttons import small

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from burgertop_app.domain.following import CommitmentNote
    from burgertop_app.domain.monitoring import MonitorSlot
    from burgertop_app.ui.followup.page import FollowupPage
    from burgertop_app.ui.kit.tables import Entry


class Talks:
    """Acts on the meeting that is chosen, else on the next one."""

    def __init__(self, page: FollowupPage) -> None:
        self._page = page
        self._monitoring = page.desk.services.monitoring

    def buttons(self) -> tuple[QWidget, ...]:
        """What stands above the table."""
        return (
            small(_("Agenda…"), self.agenda, "file-text"),
            small(_("Move…"), self.move, "calendar"),
            small(_("Enter the minutes…"), self.minutes, "keyboard"),
            small(_("A meeting outside the schedule…"), self.extra, "plus"),
        )

    def menu(self, chosen: list[MonitorSlot]) -> list[Entry]:
        """The context menu of a meeting."""
        if not chosen:
            return []
        slot = chosen[0]
        entries: list[Entry] = [(_("Enter the minutes…"), "keyboard", self.minutes)]
        if slot.turn is not Turn.HELD:
            entries.append((_("Move…"), "calendar", self.move))
            entries.append((_("Agenda…"), "file-text", self.agenda))
        elif slot.meeting is not None:
            entries.append((_("Take back"), "undo-2", partial(self._take_back, slot.meeting.id)))
        return entries

    def agenda(self) -> None:
        """The agenda of the meeting to come."""
        slot, follow = self._slot(), self._page.follow
        if slot is not None and slot.turn is Turn.HELD and follow is not None:
            slot = next_slot(follow.meetings)
        if self._page.process is not None:
            documents.agenda(self._page, self._page.process, slot)

    def move(self) -> None:
        """Plan it on another day."""
        slot = self._slot()
        if slot is not None and slot.turn is not Turn.HELD:
            self._page.side.move(slot)

    def minutes(self, _slot: object = None) -> None:
        """Enter what came of it, or put that right."""
        slot, follow = self._slot(), self._page.follow
        if slot is None or follow is None:
            return
        if slot.meeting is None:
            self._page.side.minutes(slot, follow.lines)
            return
        meeting, monitoring = slot.meeting.id, self._monitoring

        def read(notes: tuple[CommitmentNote, ...]) -> None:
            self._page.side.minutes(slot, follow.lines, notes)

        self._page.ask(lambda: monitoring.notes(meeting), read)

    def extra(self) -> None:
        """A meeting that the schedule does not know."""
        if self._page.follow is not None:
            self._page.side.minutes(None, self._page.follow.lines)

    def _slot(self) -> MonitorSlot | None:
        if self._page.meetings.table.current is not None:
            return self._page.meetings.table.current
        return next_slot(self._page.follow.meetings) if self._page.follow else None

    def _take_back(self, meeting_id: UUID) -> None:
        monitoring = self._monitoring
        question = _("The minutes and the notes made at this meeting go.")
        if self._page.desk.dialogs.ask(self._page, _("Take the meeting back?"), question, _("Take back")):
            self._page.ask(lambda: monitoring.take_back(meeting_id))
