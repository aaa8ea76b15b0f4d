"""People as letters need them: where to write to, and what may stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.inviting import Invitation
from burgertop_app.domain.people import Contact, Participation
from burgertop_app.domain.registration import Recipient
from burgertop_app.storage import feature_store, invitation_store, people_store
from burgertop_app.storage.outcome_store import natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.views import PersonLine
    from burgertop_app.storage.unit_of_work import Store


def recipients(
    store: Store, process_id: UUID, lines: Sequence[PersonLine], *, with_code: bool = False
) -> tuple[Recipient, ...]:
    """Who these lines are, by number; `with_code` leaves out who has no code to answer with."""
    parts = {part.id: part for part in store.find(Participation, process_id=process_id)}
    contacts = {contact.person_id: contact for contact in people_store.contacts(store, process_id)}
    areas = invitation_store.areas(store, process_id)
    letters = {one.participation_id: one for one in store.find(Invitation, process_id=process_id)}
    used = tuple(dict.fromkeys(line.feature for line in feature_store.quota_lines(store, process_id)))
    found = []
    for line in lines:
        invitation = letters.get(line.participation_id)
        if with_code and (invitation is None or not invitation.code or invitation.other_id):
            continue
        part = parts[line.participation_id]
        contact = contacts.get(part.person_id) or Contact(id=part.person_id, person_id=part.person_id)
        found.append(
            Recipient(
                participation_id=part.id,
                number=part.number,
                name=contact.name,
                address=contact.address,
                postcode=contact.postcode,
                town=contact.place,
                email=contact.email,
                code=(invitation.code or "") if invitation else "",
                area=areas[invitation.area_id].name if invitation else "",
                features=_used(line.features, used),
                salt=part.salt,
                place=line.place,
                prefers=contact.prefers,
            )
        )
    return tuple(sorted(found, key=lambda one: natural(one.number)))


def _used(told: Mapping[str, str], used: Iterable[str]) -> dict[str, str]:
    """The features as the draw uses them; all of them before there are quotas."""
    chosen = [feature for feature in used if feature in told]
    return {feature: told[feature] for feature in chosen} if chosen else dict(told)
