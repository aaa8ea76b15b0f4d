"""What is written when one person is added or edited by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from burgertop_app.domain.addresses import address_key
from burgertop_app.domain.bsn import passes, refuse_bsn_text
from burgertop_app.domain.draw_protocol import SALT_BYTES
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.people import (
    NAME_IN_ADVICE,
    Channel,
    Consent,
    Contact,
    Declared,
    Household,
    ImportBatch,
    Need,
    Participation,
    Person,
)
from burgertop_app.domain.processes import Process
from burgertop_app.domain.requests import Keeping
from burgertop_app.i18n import _
from burgertop_app.storage import people_store, story_store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.people import NeedKind
    from burgertop_app.domain.requests import PersonForm
    from burgertop_app.storage.unit_of_work import Store

BSN_LENGTHS = (8, 9)
KEPT = timedelta(days=365)
"""How long data are kept unless the organiser says otherwise."""
CONTACT = ("name", "address", "postcode", "place", "email", "phone")


def register(
    store: Store,
    process_id: UUID,
    form: PersonForm,
    keeping: Keeping,
    entropy: Callable[[int], bytes],
    today: date,
) -> Participation:
    """Keep somebody new with everything that `form` says, except the line about it in their story.

    Raises:
        InvalidInput: the number is taken, or the consent is of a day that has yet to come.
    """
    number = form.number.strip() or free_number(store, process_id)
    if taken(store, process_id, number):
        raise InvalidInput("person_number_taken", number=number)
    person = store.add(Person(id=store.new_id(), household_id=household(store, form)))
    store.add(contact_of(Contact(id=store.new_id(), person_id=person.id), form))
    part = store.add(
        Participation(
            id=store.new_id(),
            process_id=process_id,
            person_id=person.id,
            number=number,
            role=form.role,
            state=form.state,
            salt=entropy(SALT_BYTES).hex(),
            import_id=by_hand(store, process_id, keeping).id,
        )
    )
    describe(store, part, form, today)
    return part


def keeping_of(store: Store, process_id: UUID, today: date) -> Keeping:
    """For what and until when people are kept unless said otherwise: as with those who came last."""
    for batch in store.find(ImportBatch, order_by="-at", process_id=process_id):
        if batch.keep_until >= today:
            return Keeping(batch.purpose, batch.keep_until)
    return Keeping(store.get(Process, process_id).title, today + KEPT)


def describe(store: Store, part: Participation, form: PersonForm, today: date, source: str = "hand") -> None:
    """Keep features, needs, channel and consent as `form` has them; an empty value is taken away.

    `source` tells where features that change come from.

    Raises:
        InvalidInput: the consent was given on a day that has yet to come.
    """
    _agree(store, part.id, form.named_on, today)
    _declare(store, part.id, form.features, today, source)
    _need(store, part.id, form.needs)
    channel = store.first(Channel, participation_id=part.id)
    if channel is not None and form.channel:
        store.change(channel, name=form.channel)
    elif channel is not None:
        store.remove(channel)
    elif form.channel:
        store.add(Channel(id=store.new_id(), participation_id=part.id, name=form.channel))


def _agree(store: Store, participation_id: UUID, named_on: date | None, today: date) -> None:
    """Keep the consent to be named; one that is withdrawn stays, with the day.

    A consent of the same day that was withdrawn today comes back: the withdrawal was a slip or is undone.
    """
    if named_on is not None and named_on > today:
        raise InvalidInput("consent_in_future", day=named_on.isoformat())
    kept = story_store.namings(store, participation_id)
    held = next((consent for consent in kept if consent.withdrawn_on is None), None)
    slip = next((one for one in kept if (one.given_on, one.withdrawn_on) == (named_on, today)), None)
    if held is not None and named_on is None:
        store.change(held, withdrawn_on=today)
    elif held is not None and named_on is not None:
        store.change(held, given_on=named_on)
    elif slip is not None:
        store.change(slip, withdrawn_on=None)
    elif named_on is not None:
        store.add(consent(store, participation_id, named_on))


def consent(store: Store, participation_id: UUID, named_on: date) -> Consent:
    """A new consent to stand in the advice by name."""
    return Consent(
        id=store.new_id(), participation_id=participation_id, purpose=NAME_IN_ADVICE, given_on=named_on
    )


def _declare(
    store: Store, participation_id: UUID, features: Mapping[str, str], today: date, source: str
) -> None:
    kept = {
        declared.feature: declared for declared in store.find(Declared, participation_id=participation_id)
    }
    for feature, value in features.items():
        if feature not in kept and value:
            new = Declared(id=store.new_id(), participation_id=participation_id, feature=feature, value=value)
            store.add(replace(new, source=source, declared_on=today))
        elif feature in kept and not value:
            store.remove(kept[feature])
        elif feature in kept and kept[feature].value != value:
            store.change(kept[feature], value=value, source=source, declared_on=today)


def _need(store: Store, participation_id: UUID, needs: Mapping[NeedKind, str]) -> None:
    kept = {need.kind: need for need in store.find(Need, participation_id=participation_id)}
    for kind, need in kept.items():
        if kind in needs:
            store.change(need, note=needs[kind])
        else:
            store.remove(need)
    for kind, note in needs.items():
        if kind not in kept:
            store.add(Need(id=store.new_id(), participation_id=participation_id, kind=kind, note=note))


def free_number(store: Store, process_id: UUID) -> str:
    """The next number that nobody in the process has."""
    while True:
        number = str(store.next_number(f"person {process_id}"))
        if store.first(Participation, process_id=process_id, number=number) is None:
            return number


def taken(store: Store, process_id: UUID, number: str) -> bool:
    """Whether somebody in the process has this number; "a-1" and "A-1" are one number, as in an import."""
    plain = number.casefold()
    return any(plain == known.casefold() for known in people_store.numbers(store, process_id))


def contact_of(contact: Contact, form: PersonForm) -> Contact:
    """`contact` with what `form` says."""
    return replace(contact, **{name: getattr(form, name).strip() for name in CONTACT})


def household(store: Store, form: PersonForm) -> UUID | None:
    """The household at the address of `form`, made when it is new; None without an address."""
    key = address_key(form.address, form.postcode, form.place)
    if not key:
        return None
    known = store.first(Household, key=key)
    return (known or store.add(Household(id=store.new_id(), key=key))).id


def check(form: PersonForm) -> None:
    """Check what can be checked without the workspace.

    Raises:
        InvalidInput: there is no name, the number is a BSN, or a text holds one.
    """
    if not form.name.strip():
        raise InvalidInput("person_name_empty")
    number = form.number.strip()
    if number.isdigit() and len(number) in BSN_LENGTHS and passes(number):
        raise InvalidInput("person_number_bsn")
    texts = (form.name, form.address, form.phone, form.channel, *form.needs.values(), *form.features.values())
    refuse_bsn_text("\n".join(texts), _("this person"))


def by_hand(store: Store, process_id: UUID, keeping: Keeping) -> ImportBatch:
    """The heap of people added by hand for this purpose and until this day, one person larger."""
    heap = store.first(
        ImportBatch,
        process_id=process_id,
        file_name="",
        purpose=keeping.purpose.strip(),
        keep_until=keeping.keep_until,
    )
    if heap is not None:
        return store.change(heap, people=heap.people + 1)
    return store.add(
        ImportBatch(
            id=store.new_id(),
            process_id=process_id,
            purpose=keeping.purpose.strip(),
            keep_until=keeping.keep_until,
            file_name="",
            file_sha256="",
            people=1,
            at=store.now(),
        )
    )
