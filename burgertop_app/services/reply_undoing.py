"""How somebody stood before a reply, and making it so again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.inviting import Invitation
from burgertop_app.domain.people import Contact, Declared, Participation, Person, PersonEvent
from burgertop_app.domain.registration import PartBefore
from burgertop_app.services.people import form_of
from burgertop_app.services.registering import CONTACT, describe
from burgertop_app.storage import removal, story_store

if TYPE_CHECKING:
    from datetime import date

    from burgertop_app.domain.registration import ReplyBefore
    from burgertop_app.storage.unit_of_work import Store


def before(store: Store, part: Participation) -> PartBefore:
    """A participation as it stands now."""
    declared = store.find(Declared, participation_id=part.id)
    return PartBefore(
        participation_id=part.id,
        state=part.state,
        import_id=part.import_id,
        contact=store.one(Contact, person_id=part.person_id),
        declared=tuple((one.feature, one.value, one.source, one.declared_on) for one in declared),
        form=form_of(story_store.story(store, part.id)),
    )


def take_back(store: Store, known: ReplyBefore, today: date) -> None:
    """Make everything as it stood before a reply.

    Raises:
        NotPossible: `people_in_use`, something rests on who replied in the place of the invited person.
    """
    invitation = store.get(Invitation, known.invitation_id)
    store.change(
        invitation,
        answer=known.answer,
        answered_at=known.answered_at,
        other_id=known.other_id,
        doubts=known.doubts,
    )
    if known.created is not None:
        part = store.get(Participation, known.created)
        removal.remove(store, store.get(Person, part.person_id))
    for event in store.find(PersonEvent, id=list(known.events)):
        store.remove(event)
    for each in known.parts:
        _restore(store, each, today)


def _restore(store: Store, known: PartBefore, today: date) -> None:
    part = store.get(Participation, known.participation_id)
    contact = store.one(Contact, person_id=part.person_id)
    store.change(contact, **{name: getattr(known.contact, name) for name in CONTACT})
    describe(store, part, replace(known.form, features={}), today)
    for one in store.find(Declared, participation_id=part.id):
        store.remove(one)
    store.add_all(
        Declared(
            id=store.new_id(),
            participation_id=part.id,
            feature=feature,
            value=value,
            source=source,
            declared_on=on,
        )
        for feature, value, source, on in known.declared
    )
    store.change(part, state=known.state, import_id=known.import_id)
