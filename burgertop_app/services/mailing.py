"""Who gets which letter, and that it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.draw_records import DrawRecord, DrawState
from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.people import IN_POOL, ON_PANEL, EventKind, Participation, PersonEvent, Role, State
from burgertop_app.services import feedback_people
from burgertop_app.services.recipients import recipients
from burgertop_app.storage import people_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.registration import Recipient
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store

SENT = {
    MailKind.INVITATION: EventKind.INVITATION_SENT,
    MailKind.REMINDER: EventKind.REMINDER_SENT,
    MailKind.CONFIRMATION: EventKind.CONFIRMATION_SENT,
    MailKind.DRAWN: EventKind.DRAWN_SENT,
    MailKind.RESERVE: EventKind.RESERVE_SENT,
    MailKind.NOT_DRAWN: EventKind.NOT_DRAWN_SENT,
    MailKind.THANKS: EventKind.THANKS_SENT,
    MailKind.FEEDBACK: EventKind.FED_BACK,
}
AUDIENCE: dict[MailKind, tuple[State, ...]] = {
    MailKind.INVITATION: (State.INVITED,),
    MailKind.REMINDER: (State.INVITED,),
    MailKind.CONFIRMATION: IN_POOL,
    MailKind.DRAWN: (State.DRAWN, State.CONFIRMED),
    MailKind.RESERVE: (State.RESERVE,),
    MailKind.NOT_DRAWN: (State.REGISTERED,),
    MailKind.THANKS: (State.PRESENT, State.FED_BACK),
    MailKind.FEEDBACK: ON_PANEL,
}
BY_CODE = (MailKind.INVITATION, MailKind.REMINDER)
"""Letters that ask for a reply: only who has a code and did not answer gets them."""


class Mailings:
    """What an organiser does to write to people."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._today = context.today

    def letters(self, process_id: UUID, kind: MailKind, *, again: bool = False) -> tuple[Recipient, ...]:
        """Who should get this letter, by number; who got it before is left out unless it is sent `again`.

        A letter about not being drawn goes to nobody before a real draw stands, and a reminder only to whom
        the invitation is noted as sent.
        """
        with self._work.reading() as store:
            if kind is MailKind.FEEDBACK:
                return feedback_people.who(store, process_id, self._today(), again=again)
            if kind is MailKind.NOT_DRAWN and not _drawn(store, process_id):
                return ()
            had = frozenset() if again else _had(store, process_id, kind)
            lines = [
                line
                for line in people_store.lines(store, process_id, Role.RESIDENT)
                if line.state in AUDIENCE[kind] and line.participation_id not in had
            ]
            if kind is MailKind.REMINDER:
                invited = _had(store, process_id, MailKind.INVITATION)
                lines = [line for line in lines if line.participation_id in invited]
            return recipients(store, process_id, lines, with_code=kind in BY_CODE)

    def waiting(self, process_id: UUID) -> dict[MailKind, int]:
        """How many people still have each letter coming."""
        return {kind: len(self.letters(process_id, kind)) for kind in MailKind}

    def sent(self, kind: MailKind, participation_ids: Sequence[UUID]) -> Change:
        """Write in the stories that the letter was sent; one line a day at most."""
        with self._work.writing("mailing.sent") as store:
            told = store.find(PersonEvent, participation_id=list(participation_ids), kind=SENT[kind])
            done = {event.participation_id for event in told if event.at.astimezone().date() == self._today()}
            store.add_all(
                PersonEvent(id=store.new_id(), participation_id=id_, kind=SENT[kind], at=store.now())
                for id_ in dict.fromkeys(participation_ids)
                if id_ not in done
            )
        return changed(Topic.PEOPLE)

    def unsent(self, kind: MailKind, participation_ids: Sequence[UUID]) -> Change:
        """Undo `sent`: the last line about this letter leaves the stories."""
        with self._work.writing("mailing.undo") as store:
            last: dict[UUID, PersonEvent] = {}
            for event in store.find(
                PersonEvent, order_by="at", participation_id=list(participation_ids), kind=SENT[kind]
            ):
                last[event.participation_id] = event
            for event in last.values():
                store.remove(event)
        return changed(Topic.PEOPLE)


def _had(store: Store, process_id: UUID, kind: MailKind) -> frozenset[UUID]:
    ids = [part.id for part in store.find(Participation, process_id=process_id, role=Role.RESIDENT)]
    told = store.find(PersonEvent, participation_id=ids, kind=SENT[kind]) if ids else ()
    return frozenset(event.participation_id for event in told)


def _drawn(store: Store, process_id: UUID) -> bool:
    return store.count(DrawRecord, process_id=process_id, state=DrawState.DRAWN, rehearsal=False) > 0
