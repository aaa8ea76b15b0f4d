"""What is written when a reply comes back on a letter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.inviting import Answer, Invitation, InvitationArea, InvitationRound
from burgertop_app.domain.people import (
    IN_POOL,
    Contact,
    Declared,
    EventKind,
    Household,
    ImportBatch,
    Participation,
    Person,
    PersonEvent,
    Role,
    State,
)
from burgertop_app.domain.people_import import NewPerson
from burgertop_app.domain.registration import ReplyBefore
from burgertop_app.services.newcomers import Newcomers
from burgertop_app.services.registering import describe, free_number
from burgertop_app.services.reply_undoing import before

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.registration import ReplyForm
    from burgertop_app.storage.unit_of_work import Store

PAST_DRAW = frozenset(IN_POOL) - {State.REGISTERED}
SOURCE = "reply"


class _Taken(NamedTuple):
    """What was written of a reply: lines in the story, what differs from the list, and who is new."""

    events: tuple[UUID, ...]
    doubts: Mapping[str, str] = MappingProxyType({})
    created: UUID | None = None


@dataclass(frozen=True)
class Replies:
    """Keeps replies within one transaction.

    `batch` is the import that brought them; None for a reply that was typed.
    """

    store: Store
    entropy: Callable[[int], bytes]
    today: date
    batch: ImportBatch | None = None

    def keep(self, invitation: Invitation, reply: ReplyForm) -> ReplyBefore:
        """Keep a reply; what comes back is enough to take it back.

        Raises:
            Conflict: `reply_twice`, there is a reply and this one does not replace it.
            NotPossible: the person was erased, or was drawn on the earlier reply.
            InvalidInput: nobody's name is known.
        """
        part = self.store.get(Participation, invitation.participation_id)
        self._refuse(part, invitation, reply)
        parts = [before(self.store, part)]
        if invitation.other_id is not None:
            parts.append(before(self.store, self.store.get(Participation, invitation.other_id)))
        events = [self._step_back(invitation)] if invitation.other_id else []
        if invitation.answer is not Answer.NONE:
            events.append(self._tell(part.id, EventKind.REPLIED_AGAIN))
        if reply.declines:
            taken = _Taken((self._decline(part, reply),))
        else:
            taken = self._take_part(part, invitation, reply)
        self.store.change(
            invitation,
            answer=Answer.NO if reply.declines else Answer.YES,
            answered_at=self.store.now(),
            other_id=taken.created,
            doubts=dict(taken.doubts),
        )
        return ReplyBefore(
            invitation.id,
            invitation.answer,
            invitation.answered_at,
            invitation.other_id,
            invitation.doubts,
            tuple(parts),
            taken.created,
            (*events, *taken.events),
        )

    def _take_part(self, part: Participation, invitation: Invitation, reply: ReplyForm) -> _Taken:
        """Somebody joins the draw: the invited person, or somebody else at the same home."""
        doubts = _doubts(invitation, reply, _area_feature(self.store, invitation))
        features = self._features(part, invitation, reply) | dict.fromkeys(doubts, "")
        told = replace(reply, features=features)
        if not reply.other:
            return _Taken((self._register(part, told),), doubts)
        created = self._somebody_else(part, told)
        event = self._tell(part.id, EventKind.REPLIED_FOR)
        self._state(part, State.INVITED)
        return _Taken((event,), doubts, created)

    def _features(self, part: Participation, invitation: Invitation, reply: ReplyForm) -> dict[str, str]:
        """What the reply tells; an earlier reply that it replaces gives way to what the list tells."""
        said = {name: value for name, value in reply.features.items() if value}
        if invitation.answer is Answer.NONE or reply.other:
            return said
        declared = self.store.find(Declared, participation_id=part.id)
        return {one.feature: invitation.known.get(one.feature, "") for one in declared} | said

    def _refuse(self, part: Participation, invitation: Invitation, reply: ReplyForm) -> None:
        if part.state is State.ERASED:
            raise NotPossible("reply_erased", number=part.number)
        if invitation.answer is not Answer.NONE and not reply.replaces:
            raise Conflict("reply_twice", number=part.number)
        now = self.store.get(Participation, invitation.answered_by)
        if now.state in PAST_DRAW:
            raise NotPossible("reply_drawn", number=now.number)

    def _register(self, part: Participation, reply: ReplyForm) -> UUID:
        contact = self.store.one(Contact, person_id=part.person_id)
        told = {name: getattr(reply, name).strip() for name in ("name", "email", "phone")}
        if not (told["name"] or contact.name):
            raise InvalidInput("person_name_empty")
        self.store.change(contact, **{name: said for name, said in told.items() if said})
        describe(self.store, part, reply, self.today, SOURCE)
        self._state(part, State.REGISTERED)
        return self._tell(part.id, EventKind.REGISTERED, reply.channel)

    def _decline(self, part: Participation, reply: ReplyForm) -> UUID:
        """Only the answer is kept: nothing else is needed of who does not take part."""
        self._state(part, State.DECLINED)
        return self._tell(part.id, EventKind.DECLINED, reply.channel)

    def _somebody_else(self, part: Participation, reply: ReplyForm) -> UUID:
        """Somebody at the same home takes part in the place of the invited person."""
        if not reply.name.strip():
            raise InvalidInput("person_name_empty")
        home = self.store.get(Person, part.person_id).household_id
        contact = self.store.one(Contact, person_id=part.person_id)
        given = NewPerson(
            row=0,
            household=self.store.get(Household, home).key if home else "",
            name=reply.name.strip(),
            address=contact.address,
            postcode=contact.postcode,
            place=contact.place,
            email=reply.email.strip(),
            phone=reply.phone.strip(),
            features=reply.features,
            needs=reply.needs,
            channel=reply.channel,
            named_on=reply.named_on,
        )
        batch = self.batch or self.store.get(ImportBatch, part.import_id or part.id)
        everyone = Newcomers(self.entropy, self.store, batch, Role.RESIDENT, State.REGISTERED)
        made = self.store.add_all(everyone.of([given], iter([free_number(self.store, part.process_id)])))
        return next(each.id for each in made if isinstance(each, Participation))

    def _step_back(self, invitation: Invitation) -> UUID:
        """Whoever replied earlier in the place of the invited person no longer takes part."""
        other = self.store.get(Participation, invitation.answered_by)
        self.store.change(other, state=State.WITHDRAWN)
        return self._tell(other.id, EventKind.WITHDRAWN)

    def _state(self, part: Participation, state: State) -> None:
        import_id = part.import_id
        if self.batch is not None and state is State.REGISTERED:
            import_id = self.batch.id
        self.store.change(part, state=state, import_id=import_id)

    def _tell(self, participation_id: UUID, kind: EventKind, note: str = "") -> UUID:
        line = PersonEvent(
            id=self.store.new_id(),
            participation_id=participation_id,
            kind=kind,
            at=self.store.now(),
            note=note.strip(),
        )
        return self.store.add(line).id


def _doubts(invitation: Invitation, reply: ReplyForm, area_feature: str) -> dict[str, str]:
    """What the reply says otherwise than the list; of somebody else only the area can differ."""
    return {
        name: reply.features[name]
        for name, listed in invitation.known.items()
        if (not reply.other or name == area_feature)
        and name not in reply.settled
        and reply.features.get(name, "") not in ("", listed)
    }


def _area_feature(store: Store, invitation: Invitation) -> str:
    area = store.get(InvitationArea, invitation.area_id)
    return store.get(InvitationRound, area.round_id).area_feature
