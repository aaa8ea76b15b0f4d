"""What is kept of drawn letters: people, their part in the process, their code, and the areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.codes import new_code
from burgertop_app.domain.guesses import likely
from burgertop_app.domain.inviting import Invitation, InvitationArea, InvitationRound
from burgertop_app.domain.people import ImportBatch, Participation, Role, State
from burgertop_app.domain.people_import import NewPerson, Rules
from burgertop_app.exchange.people_ages import is_about_age
from burgertop_app.exchange.people_values import feature_reader
from burgertop_app.services.newcomers import Newcomers
from burgertop_app.storage import invitation_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.address_list import InviteRequest, ListEntry
    from burgertop_app.domain.entities import Entity
    from burgertop_app.domain.registration import Asked
    from burgertop_app.storage.unit_of_work import Store


class Writer:
    """Makes what is kept of drawn entries."""

    def __init__(
        self,
        entropy: Callable[[int], bytes],
        store: Store,
        batch: ImportBatch,
        asked: Asked,
        request: InviteRequest,
    ) -> None:
        self._entropy = entropy
        self._store = store
        self._asked = asked
        self._feature = request.area_feature
        self._everyone = Newcomers(entropy, store, batch, Role.RESIDENT, State.INVITED)
        self._codes = invitation_store.codes(store, batch.process_id)
        self._numbers = map(str, store.next_numbers(f"person {batch.process_id}", len(request.drawn.entries)))
        self._values: dict[tuple[str, str], str] = {}

    def of(self, entries: Sequence[ListEntry], areas: Mapping[str, InvitationArea]) -> Iterator[Entity]:
        """People, their participation and their invitations."""
        for entry in entries:
            known = self._known(entry)
            given = NewPerson(
                row=entry.row,
                household=entry.home,
                name=entry.name,
                address=entry.address,
                postcode=entry.postcode,
                place=entry.place,
                features=known,
            )
            for made in self._everyone.of([given], self._numbers):
                yield made
                if isinstance(made, Participation):
                    yield self._invitation(made, areas[entry.area], known)

    def _invitation(self, part: Participation, area: InvitationArea, known: Mapping[str, str]) -> Invitation:
        return Invitation(
            id=self._store.new_id(),
            process_id=part.process_id,
            area_id=area.id,
            participation_id=part.id,
            code=new_code(self._entropy, self._codes),
            known=known,
        )

    def _known(self, entry: ListEntry) -> dict[str, str]:
        """What the list tells, as values of the features that are asked; of a birth only the age group."""
        told = {self._feature: self._value(self._feature, entry.area)} if self._feature else {}
        for feature, values in self._asked.features.items():
            if values and entry.born and is_about_age(feature):
                told[feature] = self._value(feature, entry.born)
        return {feature: value for feature, value in told.items() if value}

    def _value(self, feature: str, said: str) -> str:
        if (feature, said) not in self._values:
            self._values[feature, said] = self._read(feature, said)
        return self._values[feature, said]

    def _read(self, feature: str, said: str) -> str:
        known = self._asked.features.get(feature, ())
        if feature == self._feature:
            return (likely(said, known) or said) if known else said
        rules = Rules(today=self._asked.today, minimum_age=0)
        reading = feature_reader(feature, known, rules)(said)
        return reading.text if reading.finding is None else ""


def batch_of(store: Store, process_id: UUID, request: InviteRequest) -> ImportBatch:
    """The import that the drawn people belong to, with purpose and last day."""
    return ImportBatch(
        id=store.new_id(),
        process_id=process_id,
        purpose=request.keeping.purpose.strip(),
        keep_until=request.keeping.keep_until,
        file_name=request.listed.file,
        file_sha256=request.listed.file_sha256,
        people=len(request.drawn.entries),
        at=store.now(),
    )


def round_of(store: Store, process_id: UUID, request: InviteRequest, batch: ImportBatch) -> InvitationRound:
    """The draw of invitations itself."""
    return InvitationRound(
        id=store.new_id(),
        process_id=process_id,
        import_id=batch.id,
        number=store.count(InvitationRound, process_id=process_id) + 1,
        letters=len(request.drawn.entries),
        rows=request.listed.rows,
        area_feature=request.area_feature,
        list_sha256=request.drawn.list_sha256,
        seed_sha256=request.drawn.seed_sha256,
        made_at=store.now(),
    )


def areas_of(store: Store, made: InvitationRound, request: InviteRequest) -> dict[str, InvitationArea]:
    """The import that the drawn people belong to, with purpose and last day."""
    return {
        area.name: InvitationArea(
            id=store.new_id(),
            round_id=made.id,
            name=area.name,
            people=area.people,
            homes=area.homes,
            expected=area.expected,
            letters=request.drawn.letters[area.name],
            position=place,
        )
        for place, area in enumerate(request.plan)
    }
