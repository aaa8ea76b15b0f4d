"""Meetings that look at progress: when they are due, moving one, and what came of one that was held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.following import CommitmentNote
from burgertop_app.domain.form_rules import FollowedUp
from burgertop_app.domain.monitoring import Interval, schedule
from burgertop_app.domain.processes import Process
from burgertop_app.domain.responses import MonitorMeeting
from burgertop_app.exchange import recipes
from burgertop_app.storage import follow_store

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.follow_views import MeetingForm
    from burgertop_app.domain.holidays import Holidays
    from burgertop_app.domain.monitoring import MonitorSlot
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


class Monitoring:
    """What an organiser does with the meetings of the follow-up."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._today = context.today
        self._holidays = context.holidays

    def meetings(self, process_id: UUID) -> tuple[MonitorSlot, ...]:
        """Every meeting by date: held, missed, late and to come."""
        with self._work.reading() as store:
            return meetings(store, process_id, self._today(), self._holidays)

    def move(self, process_id: UUID, slot: MonitorSlot, on: date, reason: str) -> Change:
        """Plan a meeting on another day; the day of the schedule stays beside it.

        Raises:
            InvalidInput: there is no reason.
            NotPossible: it was held.
        """
        if not reason.strip():
            raise InvalidInput("meeting_reason_empty")
        with self._work.writing("monitor.move") as store:
            kept = _kept(store, process_id, slot)
            if kept is None:
                kept = store.add(
                    MonitorMeeting(
                        id=store.new_id(),
                        process_id=process_id,
                        on=on,
                        held=False,
                        number=slot.number,
                        planned_on=slot.planned_on,
                        moved_reason=reason.strip(),
                    )
                )
            elif kept.held:
                raise NotPossible("meeting_held")
            else:
                kept = store.change(kept, on=on, moved_reason=reason.strip())
        return changed(Topic.COMMITMENTS, row=kept.id)

    def hold(self, process_id: UUID, form: MeetingForm, meeting_id: UUID | None = None) -> Change:
        """Record that a meeting was held, with a dated note for every promise that was talked about.

        Args:
            process_id: the process.
            form: what came of it.
            meeting_id: the meeting when it was kept before, moved or held; None for a new one.

        Raises:
            InvalidInput: the day is in the future, or the count cannot be.
        """
        if form.on > self._today():
            raise InvalidInput("meeting_in_future", on=form.on.isoformat())
        with self._work.writing("monitor.hold") as store:
            said = {
                "on": form.on,
                "held": True,
                "present": form.present,
                "note": form.note.strip(),
                "decisions": form.decisions.strip(),
            }
            if meeting_id is None:
                kept = store.add(
                    MonitorMeeting(
                        id=store.new_id(),
                        process_id=process_id,
                        number=form.number,
                        planned_on=form.planned_on,
                        on=form.on,
                        present=form.present,
                        note=form.note.strip(),
                        decisions=form.decisions.strip(),
                    )
                )
            else:
                kept = store.change(store.get(MonitorMeeting, meeting_id), **said)
            _keep_notes(store, kept, form)
        return changed(Topic.COMMITMENTS, row=kept.id)

    def take_back(self, meeting_id: UUID) -> Change:
        """Take back a meeting that was recorded by mistake, with the notes made at it.

        Raises:
            NotPossible: a progress report counted a note of it.
        """
        with self._work.writing("monitor.undo") as store:
            kept = store.get(MonitorMeeting, meeting_id)
            reports = follow_store.reports(store, kept.process_id)
            for note in store.find(CommitmentNote, meeting_id=meeting_id):
                if any(str(note.id) in report.content for report in reports):
                    raise NotPossible("note_shared")
                store.remove(note)
            store.remove(kept)
        return changed(Topic.COMMITMENTS)

    def notes(self, meeting_id: UUID) -> tuple[CommitmentNote, ...]:
        """The notes on promises that were made at a meeting."""
        with self._work.reading() as store:
            return store.find(CommitmentNote, meeting_id=meeting_id)


def meetings(store: Store, process_id: UUID, today: date, holidays: Holidays) -> tuple[MonitorSlot, ...]:
    """The schedule of a process, by the rule of its form."""
    rule = recipes.from_snapshot(store.get(Process, process_id).recipe).rule(FollowedUp)
    rhythm = Interval(rule.first_months, rule.then_months) if rule else Interval()
    kept = store.find(MonitorMeeting, order_by="on", process_id=process_id)
    return schedule(follow_store.answered_on(store, process_id), rhythm, kept, today, holidays)


def _kept(store: Store, process_id: UUID, slot: MonitorSlot) -> MonitorMeeting | None:
    if slot.meeting is not None:
        return store.get(MonitorMeeting, slot.meeting.id)
    return store.first(MonitorMeeting, process_id=process_id, number=slot.number) if slot.number else None


def _keep_notes(store: Store, kept: MonitorMeeting, form: MeetingForm) -> None:
    """A note a promise; one that was written at this meeting before is put right."""
    before = {note.commitment_id: note for note in store.find(CommitmentNote, meeting_id=kept.id)}
    for commitment_id, text in form.notes:
        said = text.strip()
        if commitment_id in before and said:
            store.change(before[commitment_id], text=said, on=form.on)
        elif said:
            store.add(
                CommitmentNote(
                    id=store.new_id(),
                    commitment_id=commitment_id,
                    on=form.on,
                    text=said,
                    by=store.actor,
                    meeting_id=kept.id,
                )
            )
