"""Feedback to participants: how far it is, that it was sent, and how somebody wants to be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.feedback import FeedbackStanding
from burgertop_app.domain.people import Contact, EventKind, Participation, PersonEvent, State
from burgertop_app.domain.reaching import Way
from burgertop_app.domain.responses import Feedback
from burgertop_app.services import feedback_people
from burgertop_app.services.printing.feedback_overview import overview_paper

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.feedback import FeedbackRecipient, Sent
    from burgertop_app.domain.papers.feedback_overview import FeedbackOverviewPaper
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


class FeedingBack:
    """What an organiser does to tell participants what became of their cards."""

    def __init__(self, context: Context) -> None:
        self._work = context.work
        self._clock = context.clock
        self._today = context.today

    def standing(self, process_id: UUID) -> FeedbackStanding:
        """How many people know how it stands, and who does not."""
        with self._work.reading() as store:
            people = feedback_people.everyone(store, process_id, self._today())
        days = [person.told_on for person in people if person.told_on]
        return FeedbackStanding(
            people=len(people),
            never=sum(person.told_on is None for person in people),
            news=sum(person.told_on is not None and person.waits for person in people),
            unreachable=tuple(person.number for person in people if person.way is Way.NONE),
            last_on=max(days, default=None),
        )

    def people(self, process_id: UUID, *, again: bool = False) -> tuple[FeedbackRecipient, ...]:
        """Those for whom there is something new, or with `again` everyone who took part; by number."""
        with self._work.reading() as store:
            return feedback_people.who(store, process_id, self._today(), again=again)

    def sent(self, people: Sequence[FeedbackRecipient], how: Sent) -> Change:
        """Keep that these people were told what they hear by these values, which may be older than now.

        Somebody who was erased meanwhile is left out.
        """
        told = {person.participation_id: person.told for person in people}
        with self._work.writing("feedback.sent") as store:
            parts = [
                part for part in store.find(Participation, id=list(told)) if part.state is not State.ERASED
            ]
            store.add_all(
                Feedback(
                    id=store.new_id(),
                    participation_id=part.id,
                    on=self._today(),
                    how=how.value,
                    told=told[part.id],
                )
                for part in parts
            )
            store.add_all(
                PersonEvent(
                    id=store.new_id(), participation_id=part.id, kind=EventKind.FED_BACK, at=store.now()
                )
                for part in parts
            )
            for part in parts:
                if part.state is State.PRESENT:
                    store.change(part, state=State.FED_BACK)
        return changed(Topic.PEOPLE)

    def unsent(self, participation_ids: Sequence[UUID]) -> Change:
        """Undo the last `sent` of these people; what they were told before that counts again."""
        with self._work.writing("feedback.undo") as store:
            ids = list(dict.fromkeys(participation_ids))
            kept: dict[UUID, list[Feedback]] = {}
            for one in store.find(Feedback, participation_id=ids):
                kept.setdefault(one.participation_id, []).append(one)
            lines = _last_lines(store, list(kept))
            for part in store.find(Participation, id=list(kept)):
                store.remove(kept[part.id][-1])
                if part.id in lines:
                    store.remove(lines[part.id])
                if len(kept[part.id]) == 1 and part.state is State.FED_BACK:
                    store.change(part, state=State.PRESENT)
        return changed(Topic.PEOPLE)

    def prefer(self, ways: Mapping[UUID, str]) -> Change:
        """Keep how people want to be reached: the value of a `Way` by participation, or empty."""
        with self._work.writing("people.prefer") as store:
            for part in store.find(Participation, id=list(ways)):
                contact = store.first(Contact, person_id=part.person_id)
                if contact is not None and part.state is not State.ERASED:
                    store.change(contact, prefers=ways[part.id])
        return changed(Topic.PEOPLE)

    def overview(self, process_id: UUID) -> FeedbackOverviewPaper:
        """What became of all cards, for everyone: without a name, without a number of a person."""
        with self._work.reading() as store:
            return overview_paper(store, process_id, self._clock(), self._today())


def _last_lines(store: Store, participation_ids: Sequence[UUID]) -> dict[UUID, PersonEvent]:
    found = store.find(
        PersonEvent, order_by="at", participation_id=participation_ids, kind=EventKind.FED_BACK
    )
    return {line.participation_id: line for line in found}
