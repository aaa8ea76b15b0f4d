"""What is kept of people who come in with an import: themselves, their part in the process, their story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.draw_protocol import SALT_BYTES
from burgertop_app.domain.events import Facilitator
from burgertop_app.domain.people import (
    Channel,
    Contact,
    Declared,
    EventKind,
    Household,
    ImportBatch,
    Need,
    Participation,
    Person,
    PersonEvent,
    Role,
    State,
)
from burgertop_app.services.registering import consent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from uuid import UUID

    from burgertop_app.domain.entities import Entity
    from burgertop_app.domain.people_import import NewPerson
    from burgertop_app.storage.unit_of_work import Store


class Newcomers:
    """Makes what is kept of people of one import, with one household per home."""

    def __init__(
        self,
        entropy: Callable[[int], bytes],
        store: Store,
        batch: ImportBatch,
        role: Role,
        state: State,
    ) -> None:
        self._entropy = entropy
        self._store = store
        self._batch = batch
        self._role = role
        self._state = state
        self._households = {kept.key: kept.id for kept in store.find(Household)}

    def of(self, people: Sequence[NewPerson], numbers: Iterator[str]) -> Iterator[Entity]:
        """Everything of `people`; who has no number gets the next of `numbers`."""
        for given in people:
            home = self._household(given.household)
            if home is not None:
                yield home
            person = Person(id=self._store.new_id(), household_id=self._households.get(given.household))
            part = self._participation(person, given.number or next(numbers))
            yield person
            yield part
            yield from _details(self._store, person, part, given)

    def _household(self, key: str) -> Household | None:
        """A household that is not yet kept, if `key` is of one."""
        if not key or key in self._households:
            return None
        home = Household(id=self._store.new_id(), key=key)
        self._households[key] = home.id
        return home

    def _participation(self, person: Person, number: str) -> Participation:
        return Participation(
            id=self._store.new_id(),
            process_id=self._batch.process_id,
            person_id=person.id,
            number=number,
            role=self._role,
            state=self._state,
            salt=self._entropy(SALT_BYTES).hex(),
            import_id=self._batch.id,
        )


def _details(store: Store, person: Person, part: Participation, given: NewPerson) -> Iterator[Entity]:
    yield Contact(
        id=store.new_id(),
        person_id=person.id,
        name=given.name,
        address=given.address,
        postcode=given.postcode,
        place=given.place,
        email=given.email,
        phone=given.phone,
    )
    for feature, value in given.features.items():
        if value:
            yield Declared(
                id=store.new_id(), participation_id=part.id, feature=feature, value=value, source="import"
            )
    for kind, note in given.needs.items():
        yield Need(id=store.new_id(), participation_id=part.id, kind=kind, note=note)
    if given.named_on is not None:
        yield consent(store, part.id, given.named_on)
    if given.channel:
        yield Channel(id=store.new_id(), participation_id=part.id, name=given.channel)
    if part.role is Role.FACILITATOR:
        yield Facilitator(
            id=store.new_id(), participation_id=part.id, languages=given.languages, skills=given.skills
        )
    told = EventKind(part.state.value) if part.state.value in set(EventKind) else EventKind.REGISTERED
    yield PersonEvent(
        id=store.new_id(), participation_id=part.id, kind=told, at=store.now(), note=given.channel
    )


def free_numbers(store: Store, process_id: UUID, people: Iterable[NewPerson]) -> Iterator[str]:
    """As many numbers as `people` lack, none of them in use."""
    wanting = sum(not person.number for person in people)
    taken = {part.number for part in store.find(Participation, process_id=process_id)}
    taken |= {person.number for person in people}
    given = 0
    while given < wanting:
        for number in map(str, store.next_numbers(f"person {process_id}", wanting - given)):
            if number not in taken:
                given += 1
                yield number
