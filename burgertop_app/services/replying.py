"""Replies on letters: looking up a code, entering what came back, deciding where it differs from the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.codes import shown_code, tidy_code
from burgertop_app.domain.errors import NotFound
from burgertop_app.domain.inviting import Answer, Invitation, InvitationArea
from burgertop_app.domain.people import Channel, Contact, Declared, EventKind, Participation, PersonEvent
from burgertop_app.domain.registration import Asked, EarlierReply, Invited, ReplyForm
from burgertop_app.services import reply_keeping, reply_undoing
from burgertop_app.services.registration_rules import asked_of
from burgertop_app.services.reply_reading import checked, read_born, read_feature, read_needs
from burgertop_app.storage import invitation_store

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from burgertop_app.domain.registration import ReplyBefore
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


__all__ = ["Recorded", "Replying", "checked", "read_born", "read_feature", "read_needs"]


@dataclass(frozen=True)
class Recorded:
    """A reply that was kept, what it takes to take it back, and the features that wait for a decision."""

    change: Change
    before: ReplyBefore
    doubts: Mapping[str, str]


class Replying:
    """What an organiser does with replies."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._entropy = context.entropy
        self._today = context.today

    def asked(self, process_id: UUID) -> Asked:
        """What a reply is asked in this process."""
        with self._work.reading() as store:
            return asked_of(store, process_id, self._today())

    def look_up(self, process_id: UUID, code: str) -> Invited:
        """What a code tells, and what came back on it before.

        Raises:
            InvalidInput: it is no code.
            NotFound: nobody in the process has it.
            NotPossible: registration is closed.
        """
        with self._work.reading() as store:
            invitation_store.refuse_closed(store, process_id)
            return _invited(store, _by_code(store, process_id, code))

    def record(self, process_id: UUID, reply: ReplyForm) -> Recorded:
        """Keep a reply that was typed.

        Raises:
            InvalidInput: it is no code, a value cannot be, somebody is too young, or the name is missing.
            NotFound: nobody has the code.
            Conflict: `reply_twice`, there is a reply already.
            NotPossible: registration is closed, somebody else may not reply here, or the person was drawn.
        """
        with self._work.writing("reply.record") as store:
            invitation_store.refuse_closed(store, process_id)
            asked = asked_of(store, process_id, self._today())
            invitation = _by_code(store, process_id, reply.code)
            told = reply if reply.declines else checked(asked, reply, _name(store, invitation))
            before = reply_keeping.Replies(store, self._entropy, self._today()).keep(invitation, told)
            doubts = store.get(Invitation, invitation.id).doubts
        return Recorded(changed(Topic.PEOPLE, row=invitation.answered_by), before, doubts)

    def take_back(self, before: ReplyBefore) -> Change:
        """Undo a reply.

        Raises:
            NotPossible: something rests on it by now, or registration is closed.
        """
        with self._work.writing("reply.undo") as store:
            invitation = store.get(Invitation, before.invitation_id)
            invitation_store.refuse_closed(store, invitation.process_id)
            reply_undoing.take_back(store, before, self._today())
        return changed(Topic.PEOPLE)

    def keep_first(self, invitation_id: UUID) -> Change:
        """A second reply on one letter came and the first one stays; the story says so."""
        with self._work.writing("reply.keep_first") as store:
            invitation = store.get(Invitation, invitation_id)
            _tell(store, invitation.answered_by, EventKind.REPLIED_AGAIN)
        return changed(Topic.PEOPLE)

    def decide(self, invitation_id: UUID, feature: str, *, listed: bool) -> Change:
        """Take the value of the list, or that of the reply.

        Raises:
            NotFound: there is nothing to decide about this feature.
        """
        with self._work.writing("reply.decide") as store:
            invitation = store.get(Invitation, invitation_id)
            if feature not in invitation.doubts:
                raise NotFound("reply_decided")
            value = invitation.known[feature] if listed else invitation.doubts[feature]
            rest = {name: said for name, said in invitation.doubts.items() if name != feature}
            store.change(invitation, doubts=rest)
            self._declare(store, invitation.answered_by, feature, value, "list" if listed else "reply")
            _tell(store, invitation.answered_by, EventKind.DECIDED, feature)
        return changed(Topic.PEOPLE)

    def undecide(self, invitation_id: UUID, feature: str, replied: str) -> Change:
        """Undo `decide`: the reply differs from the list again."""
        with self._work.writing("reply.undecide") as store:
            invitation = store.get(Invitation, invitation_id)
            store.change(invitation, doubts={**invitation.doubts, feature: replied})
            for kept in store.find(Declared, participation_id=invitation.answered_by, feature=feature):
                store.remove(kept)
            told = store.first(
                PersonEvent,
                order_by="-at",
                participation_id=invitation.answered_by,
                kind=EventKind.DECIDED,
                note=feature,
            )
            if told is not None:
                store.remove(told)
        return changed(Topic.PEOPLE)

    def _declare(self, store: Store, participation_id: UUID, feature: str, value: str, source: str) -> None:
        for kept in store.find(Declared, participation_id=participation_id, feature=feature):
            store.remove(kept)
        store.add(
            Declared(
                id=store.new_id(),
                participation_id=participation_id,
                feature=feature,
                value=value,
                source=source,
                declared_on=self._today(),
            )
        )


def _by_code(store: Store, process_id: UUID, text: str) -> Invitation:
    code = tidy_code(text)
    found = store.first(Invitation, process_id=process_id, code=code)
    if found is None:
        raise NotFound("code_unknown", shown=shown_code(code))
    return found


def _name(store: Store, invitation: Invitation) -> str:
    part = store.get(Participation, invitation.participation_id)
    return store.one(Contact, person_id=part.person_id).name


def _invited(store: Store, invitation: Invitation) -> Invited:
    part = store.get(Participation, invitation.participation_id)
    return Invited(
        invitation_id=invitation.id,
        participation_id=part.id,
        number=part.number,
        code=invitation.code or "",
        area=store.get(InvitationArea, invitation.area_id).name,
        name=_name(store, invitation),
        known=invitation.known,
        earlier=_earlier(store, invitation),
    )


def _earlier(store: Store, invitation: Invitation) -> EarlierReply | None:
    if invitation.answer is Answer.NONE:
        return None
    part = store.get(Participation, invitation.answered_by)
    contact = store.one(Contact, person_id=part.person_id)
    channel = store.first(Channel, participation_id=part.id)
    told = {kept.feature: kept.value for kept in store.find(Declared, participation_id=part.id)}
    return EarlierReply(
        answer=invitation.answer,
        at=invitation.answered_at,
        name=contact.name,
        features={} if invitation.answer is Answer.NO else told | {**invitation.doubts},
        channel=channel.name if channel else "",
        other=invitation.other_id is not None,
    )


def _tell(store: Store, participation_id: UUID, kind: EventKind, note: str = "") -> None:
    store.add(
        PersonEvent(
            id=store.new_id(), participation_id=participation_id, kind=kind, at=store.now(), note=note
        )
    )
