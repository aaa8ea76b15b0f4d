"""Everything known of one person in a process, for the drawer and for editing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.draw_marks import DrawMark, Mark
from burgertop_app.domain.events import Facilitator
from burgertop_app.domain.people import (
    NAME_IN_ADVICE,
    Channel,
    Consent,
    Contact,
    Declared,
    ImportBatch,
    Need,
    Participation,
    PersonEvent,
)
from burgertop_app.domain.views import PersonLine, PersonStory, StoryLine

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store


def story(store: Store, participation_id: UUID) -> PersonStory:
    """Everything known of one person in a process."""
    part = store.get(Participation, participation_id)
    contact = store.first(Contact, person_id=part.person_id) or Contact(
        id=part.person_id, person_id=part.person_id
    )
    declared = store.find(Declared, participation_id=participation_id)
    needs = store.find(Need, participation_id=participation_id)
    channel = store.first(Channel, participation_id=participation_id)
    marked = store.first(DrawMark, participation_id=participation_id)
    brings = store.first(Facilitator, participation_id=participation_id)
    batch = store.get(ImportBatch, part.import_id) if part.import_id else None
    events = store.find(PersonEvent, order_by="at", participation_id=participation_id)
    return PersonStory(
        line=PersonLine(
            participation_id=part.id,
            number=part.number,
            name=contact.name,
            role=part.role,
            state=part.state,
            features={kept.feature: kept.value for kept in declared},
            needs=tuple(need.kind for need in needs),
            channel=channel.name if channel else "",
            mark=Mark(marked.kind, marked.reason) if marked else None,
        ),
        contact=contact,
        need_notes=tuple((need.kind, need.note) for need in needs),
        story=tuple(StoryLine(event.kind, event.at, event.note) for event in events),
        languages=brings.languages if brings else (),
        skills=brings.skills if brings else (),
        purpose=batch.purpose if batch else "",
        keep_until=batch.keep_until if batch else None,
        naming=namings(store, participation_id),
    )


def namings(store: Store, participation_id: UUID) -> tuple[Consent, ...]:
    """Every consent somebody gave to stand in the advice by name, the oldest first."""
    return store.find(Consent, order_by="given_on", participation_id=participation_id, purpose=NAME_IN_ADVICE)
