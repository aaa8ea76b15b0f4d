"""Invitations with what came back on them, and whether registration is open."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import String, cast, select

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.inviting import (
    Answer,
    Closing,
    Invitation,
    InvitationArea,
    InvitationRound,
    ResponseLine,
)
from burgertop_app.domain.people import Contact, Household, Participation, Person, Role, State
from burgertop_app.domain.people_import import Letter
from burgertop_app.domain.registration import DoubtLine
from burgertop_app.storage.mapping import translation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store

SAID_NO = (State.DECLINED, State.WITHDRAWN)
SAID_NOTHING = (State.INVITED, State.ERASED)


def closing(store: Store, process_id: UUID) -> Closing | None:
    """The closing that holds now; None while people may register."""
    return store.first(Closing, order_by="-closed_at", process_id=process_id, reopened_at=None)


def refuse_closed(store: Store, process_id: UUID) -> None:
    """Refuse a registration after the closing.

    Raises:
        NotPossible: registration is closed.
    """
    held = closing(store, process_id)
    if held is not None:
        raise NotPossible("registration_closed", day=held.closed_at.astimezone().date().isoformat())


def homes(store: Store, process_id: UUID) -> frozenset[str]:
    """The keys of the homes of everyone in the process."""
    part, person, home = (translation(kind).table for kind in (Participation, Person, Household))
    statement = (
        select(home.c.key)
        .join(person, person.c.household_id == home.c.id)
        .join(part, part.c.person_id == person.c.id)
        .where(part.c.process_id == process_id)
    )
    return frozenset(store.session.scalars(statement))


def codes(store: Store, process_id: UUID) -> set[str]:
    """The codes given out in the process."""
    table = translation(Invitation).table
    found = store.session.scalars(select(table.c.code).where(table.c.process_id == process_id))
    return {code for code in found if code}


def letters(store: Store, process_id: UUID) -> dict[str, Letter]:
    """What a sheet with replies is held against, by code."""
    how, part, contact = (
        translation(Invitation),
        translation(Participation).table,
        translation(Contact).table,
    )
    statement = (
        select(contact.c.name, *how.columns)
        .join(part, how.table.c.participation_id == part.c.id)
        .join(contact, contact.c.person_id == part.c.person_id)
        .where(how.table.c.process_id == process_id, how.table.c.code.is_not(None))
    )
    found = ((name, how.value(cells)) for name, *cells in store.session.execute(statement))
    return {
        invitation.code: Letter(name, invitation.known, invitation.answer is not Answer.NONE)
        for name, invitation in found
        if invitation.code
    }


def areas(store: Store, process_id: UUID) -> dict[UUID, InvitationArea]:
    """The areas of every round of the process."""
    rounds = [made.id for made in store.find(InvitationRound, process_id=process_id)]
    return {area.id: area for area in store.find(InvitationArea, round_id=rounds)} if rounds else {}


def response(store: Store, process_id: UUID) -> tuple[ResponseLine, ...]:
    """What came back per area, and per value of each feature that the list tells besides.

    Once people were cleared, the counts of the closing count: what they were made from is gone.
    """
    held = closing(store, process_id)
    if held is not None and held.cleared:
        return held.response
    known = areas(store, process_id)
    same = {made.area_feature for made in store.find(InvitationRound, process_id=process_id)}
    found: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0, 0, 0, 0.0])
    for area in sorted(known.values(), key=lambda area: (area.position, area.name)):
        found["", area.name] = [0, 0, 0, 0.0]
    for answer, invitation in _answered(store, process_id):
        area = known[invitation.area_id]
        told = (pair for pair in sorted(invitation.known.items()) if pair[0] not in same)
        for pair in (("", area.name), *told):
            line = found[pair]
            line[0] += 1
            line[1] += answer is Answer.YES
            line[2] += answer is Answer.NO
            line[3] += area.expected / 1000
    ordered = sorted(found.items(), key=lambda item: (item[0][0], item[0][1] if item[0][0] else ""))
    return tuple(
        ResponseLine(feature, value, int(letters), int(yes), int(no), hoped / letters if letters else 0.0)
        for (feature, value), (letters, yes, no, hoped) in ordered
    )


def effective(invitation: Invitation, state: State) -> Answer:
    """What counts as the answer: what came back, else what the state of the person shows."""
    if invitation.answer is not Answer.NONE or state in SAID_NOTHING:
        return invitation.answer
    return Answer.NO if state in SAID_NO else Answer.YES


def doubts(store: Store, process_id: UUID) -> tuple[DoubtLine, ...]:
    """Replies that differ from the list and wait for a decision, by number."""
    table = translation(Invitation).table
    waiting = store.where(Invitation, table.c.process_id == process_id, cast(table.c.doubts, String) != "{}")
    told = [invitation for invitation in waiting if invitation.doubts]
    parts = {part.id: part for part in _of(store, told)}
    names = {
        contact.person_id: contact.name
        for contact in store.find(Contact, person_id=[part.person_id for part in parts.values()])
    }
    return tuple(
        DoubtLine(
            invitation_id=invitation.id,
            participation_id=invitation.answered_by,
            number=parts[invitation.answered_by].number,
            name=names.get(parts[invitation.answered_by].person_id, ""),
            feature=feature,
            listed=invitation.known.get(feature, ""),
            replied=replied,
        )
        for invitation in told
        for feature, replied in invitation.doubts.items()
    )


def clearable(store: Store, process_id: UUID) -> tuple[Person, ...]:
    """Residents who were invited and did not answer, or said no on the letter; only in this process."""
    part, person = translation(Participation).table, translation(Person).table
    told_no = select(translation(Invitation).table.c.participation_id).where(
        translation(Invitation).table.c.process_id == process_id,
        translation(Invitation).table.c.answer == Answer.NO.value,
    )
    elsewhere = select(part.c.person_id).where(part.c.process_id != process_id)
    mine = select(part.c.person_id).where(
        part.c.process_id == process_id,
        part.c.role == Role.RESIDENT.value,
        (part.c.state == State.INVITED.value)
        | ((part.c.state == State.DECLINED.value) & part.c.id.in_(told_no)),
    )
    return store.where(Person, person.c.id.in_(mine), person.c.id.not_in(elsewhere))


def _answered(store: Store, process_id: UUID) -> Iterable[tuple[Answer, Invitation]]:
    how, part = translation(Invitation), translation(Participation).table
    statement = (
        select(part.c.state, *how.columns)
        .join(part, how.table.c.participation_id == part.c.id)
        .where(how.table.c.process_id == process_id)
    )
    for state, *cells in store.session.execute(statement):
        invitation = how.value(cells)
        yield effective(invitation, State(state)), invitation


def _of(store: Store, invitations: Iterable[Invitation]) -> tuple[Participation, ...]:
    ids = [invitation.answered_by for invitation in invitations]
    return store.find(Participation, id=ids) if ids else ()
