"""People: the list, the story of one person, adding, editing and states."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.people import (
    Contact,
    Participation,
    Person,
    Role,
    State,
)
from burgertop_app.domain.requests import Keeping, PersonForm
from burgertop_app.domain.views import PeopleView
from burgertop_app.services import comparing, standing
from burgertop_app.services.registering import (
    CONTACT,
    check,
    contact_of,
    describe,
    household,
    keeping_of,
    register,
)
from burgertop_app.storage import feature_store, invitation_store, people_store, stage_store, story_store
from burgertop_app.storage.outcome_store import natural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.views import GroupShare, PersonLine, PersonStory
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


class People:
    """What an organiser does with the people of a process."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._entropy = context.entropy
        self._today = context.today

    def lines(self, process_id: UUID, role: Role | None = None) -> tuple[PersonLine, ...]:
        """Everyone in the process, or everyone with one role, in order of number."""
        with self._work.reading() as store:
            return people_store.lines(store, process_id, role)

    def view(self, process_id: UUID) -> PeopleView:
        """Everyone in order of number, with the values of each feature and how the groups compare."""
        with self._work.reading() as store:
            everyone = people_store.lines(store, process_id)
            quotas = feature_store.quota_lines(store, process_id)
            shares = comparing.shares_of(store, process_id, everyone, quotas)
            reached = stage_store.counts(store, process_id)
        known = feature_store.features_of(everyone, quotas)
        return PeopleView(everyone, known, shares, reached)

    def features(self, process_id: UUID) -> Mapping[str, tuple[str, ...]]:
        """Every feature people declared, with its values in order of the alphabet."""
        with self._work.reading() as store:
            return feature_store.features(store, process_id)

    def story(self, participation_id: UUID) -> PersonStory:
        """Everything known of one person in this process."""
        with self._work.reading() as store:
            return story_store.story(store, participation_id)

    def shares(self, process_id: UUID) -> tuple[GroupShare, ...]:
        """Per group its part of the population, the pool, the panel and those present."""
        with self._work.reading() as store:
            return comparing.shares(store, process_id)

    def numbers(self, process_id: UUID) -> frozenset[str]:
        """Every number given out in the process."""
        with self._work.reading() as store:
            return frozenset(people_store.numbers(store, process_id))

    def still_kept(self, import_id: UUID) -> tuple[UUID, ...]:
        """The participations of an import whose data were not erased, in order of number."""
        with self._work.reading() as store:
            found = store.find(Participation, import_id=import_id)
        living = (part for part in found if part.state is not State.ERASED)
        return tuple(part.id for part in sorted(living, key=lambda part: natural(part.number)))

    def keeping(self, process_id: UUID) -> Keeping:
        """For what and until when people are kept unless said otherwise: as with those who came last."""
        with self._work.reading() as store:
            return self._keeping(store, process_id)

    def _keeping(self, store: Store, process_id: UUID) -> Keeping:
        return keeping_of(store, process_id, self._today())

    def add(self, process_id: UUID, form: PersonForm, keeping: Keeping | None = None) -> Change:
        """Register one person by hand; without `keeping` for the same purpose as those who came last.

        Raises:
            InvalidInput: there is no name, the number is taken or a BSN, the day is past, or a text holds a
                BSN.
            NotPossible: registration of residents is closed.
        """
        check(form)
        if keeping is not None and keeping.keep_until < self._today():
            raise InvalidInput("import_keep_until_past", day=keeping.keep_until.isoformat())
        with self._work.writing("people.add") as store:
            if form.role is Role.RESIDENT:
                invitation_store.refuse_closed(store, process_id)
            held = keeping or self._keeping(store, process_id)
            part = register(store, process_id, form, held, self._entropy, self._today())
            standing.tell(store, part.id, form.state, form.channel)
        return changed(Topic.PEOPLE, row=part.id)

    def edit(self, participation_id: UUID, form: PersonForm) -> Change:
        """Keep what was changed about one person; the number given at registration stays.

        Raises:
            InvalidInput: there is no name, or a text holds a BSN.
            NotPossible: this person was erased.
        """
        check(replace(form, number=""))
        with self._work.writing("people.edit") as store:
            part = store.get(Participation, participation_id)
            if part.state is State.ERASED:
                raise NotPossible("person_erased", number=part.number)
            contact = store.one(Contact, person_id=part.person_id)
            wanted = contact_of(contact, form)
            store.change(contact, **{name: getattr(wanted, name) for name in CONTACT})
            person = store.get(Person, part.person_id)
            store.change(person, household_id=household(store, form))
            if part.role is not form.role:
                part = store.change(part, role=form.role)
            describe(store, part, form, self._today())
        return changed(Topic.PEOPLE, row=participation_id)

    def mark(self, participation_ids: Sequence[UUID], state: State, note: str = "") -> Change:
        """Give people a state and write it in their stories; who has it already or was erased is left alone.

        Raises:
            NotPossible: a draw stands, and somebody who was not drawn would take part.
        """
        with self._work.writing("people.state") as store:
            standing.mark(store, participation_ids, state, note)
        return changed(Topic.PEOPLE)

    def put_back(self, before: Mapping[UUID, State], state: State) -> Change:
        """Undo `mark`: give back the states in `before`; the line about `state` leaves the stories."""
        with self._work.writing("people.state.undo") as store:
            standing.put_back(store, before, state)
        return changed(Topic.PEOPLE)


def form_of(story: PersonStory) -> PersonForm:
    """What is known of somebody, to be edited."""
    contact = {name: getattr(story.contact, name) for name in CONTACT}
    agreed = [kept.given_on for kept in story.naming if kept.withdrawn_on is None]
    return PersonForm(
        **contact,
        number=story.line.number,
        role=story.line.role,
        state=story.line.state,
        features=dict(story.line.features),
        needs=dict(story.need_notes),
        channel=story.line.channel,
        named_on=agreed[-1] if agreed else None,
    )
