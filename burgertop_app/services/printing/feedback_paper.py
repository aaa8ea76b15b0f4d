"""The feedback sheets: for each participant what became of the cards of their tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.feedback import changes
from burgertop_app.domain.papers.common import PrintedPerson
from burgertop_app.domain.papers.feedback import FeedbackPaper, FeedbackSheet
from burgertop_app.domain.people import ON_PANEL, Participation, Role
from burgertop_app.domain.processes import Process
from burgertop_app.domain.responses import Feedback
from burgertop_app.i18n import _, speaking
from burgertop_app.services.printing import shared
from burgertop_app.services.printing.feedback_stories import gathered
from burgertop_app.storage import advice_store, people_store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from burgertop_app.domain.advice import Advice
    from burgertop_app.domain.papers.feedback import CardStory, Outcome
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.services.printing.feedback_stories import End, Gathered, Told
    from burgertop_app.storage.unit_of_work import Store


def feedback_paper(
    store: Store, process_id: UUID, made_at: datetime, today: date, only: Sequence[UUID] = ()
) -> FeedbackPaper:
    """The sheets of everyone on the panel, or of `only` these participations in their order, by number.

    What somebody did not hear the time before is marked as new.
    """
    process = store.get(Process, process_id)
    everything = gathered(store, process, today)
    earlier = last_told(store, process_id)
    people = [
        line
        for line in people_store.lines(store, process_id, Role.RESIDENT)
        if line.state in ON_PANEL and (not only or line.participation_id in only)
    ]
    with speaking(process.language):
        return FeedbackPaper(
            masthead=shared.masthead(store, process, made_at),
            advice_title=everything.advices[0].title if everything.advices else process.title,
            sheets=tuple(sheet(line, everything, earlier.get(line.participation_id)) for line in people),
            next_step=next_step(store, everything.advices),
            contact=process.contact,
        )


def last_told(store: Store, process_id: UUID) -> dict[UUID, Feedback]:
    """What each participant heard last, by participation."""
    ids = [part.id for part in store.find(Participation, process_id=process_id, role=Role.RESIDENT)]
    return {told.participation_id: told for told in store.find(Feedback, participation_id=ids)}


def sheet(person: PersonLine, everything: Gathered, earlier: Feedback | None) -> FeedbackSheet:
    """The sheet of one participant; what is other than in `earlier` is marked."""
    heard = everything.heard_by(person.participation_id)
    agreement, notes = shared.agreement([told.line for told in heard])
    since = earlier.on if earlier else None
    before: Mapping[str, str] = earlier.told if earlier else {}
    return FeedbackSheet(
        person=PrintedPerson(number=person.number, name=person.name),
        tables=tuple(sitting.at for sitting in everything.sittings.get(person.participation_id, ())),
        cards=tuple(
            replace(
                _card(told, before, since, own=everything.signed(person.participation_id, told)),
                note=notes[told.line.card.id],
            )
            for told in heard
        ),
        since=since,
        agreement=agreement,
        intentions=everything.intentions.get(person.participation_id, ()),
    )


def _card(told: Told, before: Mapping[str, str], since: date | None, *, own: bool) -> CardStory:
    new = changes(told.marks, before) if since else frozenset()
    return replace(
        told.story,
        own=own,
        outcomes=tuple(_marked(end, since if end.id.hex in new else None) for end in told.ends),
        new_since=since if told.line.card.id.hex in new else None,
    )


def _marked(end: End, since: date | None) -> Outcome:
    return replace(end.outcome, new_since=since)


def next_step(store: Store, advices: Sequence[Advice]) -> str:
    """What still follows, in a sentence; in the language now spoken."""
    if not advices:
        return _("The advice is being written. You will get it as soon as it is ready.")
    if any(not advice_store.all_answered(store, advice.id) for advice in advices):
        return _("The college has not answered every recommendation yet. We keep asking until it has.")
    return _("We follow what the college promised and tell you how it goes.")
