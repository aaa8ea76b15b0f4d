"""The call list after a draw: who was reached, who says yes or no, and by when they must answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.call_views import GONE
from burgertop_app.domain.calling import CallAttempt, CallOutcome, ReplyBy
from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.people import Participation, State
from burgertop_app.services import standing as people_standing
from burgertop_app.services.leaving import Leaving, record_of_file
from burgertop_app.services.replacing_reading import call_list, standing
from burgertop_app.services.saving import save_table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from burgertop_app.domain.call_views import CallList
    from burgertop_app.services.context import Context
    from burgertop_app.services.exporting import Shown
    from burgertop_app.services.replacing_reading import Standing
    from burgertop_app.storage.unit_of_work import Store

_STATES = {CallOutcome.YES: State.CONFIRMED, CallOutcome.NO: State.DECLINED}


class Calling:
    """What an organiser does to hear from everyone in a panel."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._today = context.today

    def call_list(self, draw_id: UUID, *, names: bool = False) -> CallList:
        """The panel as it is now with its calls; `names` adds names, telephone and e-mail.

        Raises:
            NotPossible: the draw has no panel, was a rehearsal, or was withdrawn.
        """
        with self._work.reading() as store:
            return call_list(store, draw_id, names=names)

    def called(self, draw_id: UUID, participation_id: UUID, outcome: CallOutcome, note: str = "") -> Change:
        """Keep what came of a call; who says yes takes part, who says no leaves a seat open.

        Raises:
            InvalidInput: somebody says no and there is no reason.
            NotPossible: this person is not in the panel now, or said no before; or as `call_list`.
        """
        if outcome is CallOutcome.NO and not note.strip():
            raise InvalidInput("reason_empty")
        with self._work.writing("draw.call") as store:
            part = _member(store, draw_id, participation_id)
            if part.state in GONE:
                raise NotPossible("replace_no_member", number=part.number)
            attempt = store.add(
                CallAttempt(
                    id=store.new_id(),
                    draw_id=draw_id,
                    participation_id=participation_id,
                    at=store.now(),
                    outcome=outcome,
                    note=note.strip(),
                )
            )
            if outcome in _STATES and part.state is not _STATES[outcome]:
                people_standing.mark(store, [participation_id], _STATES[outcome], note)
        return changed(Topic.DRAWS, Topic.PEOPLE, row=attempt.id)

    def forget(self, attempt_id: UUID, before: State) -> Change:
        """Undo a call that was not a no; somebody who said yes then gets the state `before` back.

        Raises:
            Conflict: this person has a later answer.
            NotPossible: it was a no, which is taken back with a reason.
        """
        with self._work.writing("draw.call.undo") as store:
            attempt = store.get(CallAttempt, attempt_id)
            part = store.get(Participation, attempt.participation_id)
            if attempt.outcome is CallOutcome.NO:
                raise NotPossible("replace_answered", number=part.number)
            last = store.first(
                CallAttempt, order_by=("-at", "-id"), draw_id=attempt.draw_id, participation_id=part.id
            )
            if last is None or last.id != attempt_id:
                raise Conflict("replace_answered", number=part.number)
            store.remove(attempt)
            if attempt.outcome is CallOutcome.YES:
                people_standing.put_back(store, {part.id: before}, State.CONFIRMED)
        return changed(Topic.DRAWS, Topic.PEOPLE, row=part.id)

    def take_back(self, draw_id: UUID, participation_id: UUID, reason: str) -> Change:
        """Take a no back with a reason, as long as nobody else has the seat; both stay in the story.

        Raises:
            InvalidInput: there is no reason.
            NotPossible: this person did not say no, was erased, or the seat was given away.
        """
        if not reason.strip():
            raise InvalidInput("reason_empty")
        with self._work.writing("draw.take_back") as store:
            now = standing(store, draw_id)
            part = store.get(Participation, participation_id)
            if part.number in now.chain.left:
                raise NotPossible("replace_filled", number=part.number)
            if part.number not in now.gone or part.state is State.ERASED:
                raise NotPossible("replace_not_gone", number=part.number)
            people_standing.mark(store, [participation_id], State.DRAWN, reason)
        return changed(Topic.DRAWS, Topic.PEOPLE, row=participation_id)

    def keep_reply_by(self, draw_id: UUID, days: Mapping[UUID, date | None]) -> Change:
        """Keep the last day to answer of some members, by participation; None takes a day away.

        Raises:
            InvalidInput: a day is past.
            NotPossible: somebody is not in the panel now; or as `call_list`.
        """
        past = sorted(day for day in days.values() if day is not None and day < self._today())
        if past:
            raise InvalidInput("reply_by_past", day=past[0].isoformat())
        with self._work.writing("draw.reply_by") as store:
            now = standing(store, draw_id)
            for participation_id, day in days.items():
                refuse_outsider(now, store.get(Participation, participation_id))
                put_reply_by(store, draw_id, participation_id, day)
        return changed(Topic.DRAWS)

    def export(self, process_id: UUID, sheet: Shown, path: Path) -> Change:
        """Write the call list as shown to a file; the export is recorded, else the file goes again.

        Raises:
            InvalidInput: the file cannot be written there.
        """
        save_table(path, sheet.headings, sheet.rows)
        leaving = Leaving("call_list", path.name, len(sheet.rows), sheet.headings, "draw", process_id)
        kept = record_of_file(self._work, "draw.calls.export", leaving, path)
        return changed(Topic.SETTINGS, row=kept.id)


def refuse_outsider(now: Standing, part: Participation) -> None:
    """Refuse somebody who is not in the panel now.

    Raises:
        NotPossible: with the number.
    """
    if part.number not in now.chain.members or now.parts.get(part.number) != part:
        raise NotPossible("replace_no_member", number=part.number)


def put_reply_by(store: Store, draw_id: UUID, participation_id: UUID, day: date | None) -> None:
    """Keep the last day to answer of one member; None takes it away."""
    before = store.first(ReplyBy, draw_id=draw_id, participation_id=participation_id)
    if before is not None and day is not None:
        store.change(before, day=day)
    elif before is not None:
        store.remove(before)
    elif day is not None:
        store.add(ReplyBy(id=store.new_id(), draw_id=draw_id, participation_id=participation_id, day=day))


def _member(store: Store, draw_id: UUID, participation_id: UUID) -> Participation:
    part = store.get(Participation, participation_id)
    refuse_outsider(standing(store, draw_id), part)
    return part
