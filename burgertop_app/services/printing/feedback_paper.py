"""The feedback sheets: for each participant what became of the cards of their tables."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice, AdviceState
from burgertop_app.domain.events import Event, PlanVersion
from burgertop_app.domain.outcomes import CardAuthor, Standing
from burgertop_app.domain.papers.common import PrintedPerson
from burgertop_app.domain.papers.feedback import CardStory, FeedbackPaper, FeedbackSheet, Outcome, SatAt
from burgertop_app.domain.people import ON_PANEL, Role
from burgertop_app.domain.processes import Process
from burgertop_app.i18n import _, speaking
from burgertop_app.services.printing import shared, table_papers
from burgertop_app.storage import advice_store, outcome_store, people_store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from burgertop_app.domain.outcome_views import CardLine, ProposalLine, RecommendationLine
    from burgertop_app.domain.outcomes import Card
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.storage.unit_of_work import Store


@dataclass(frozen=True)
class Sitting:
    """Somebody at a table in a round of a meeting."""

    event_id: UUID
    table: int
    round_no: int
    at: SatAt

    def heard(self, card: Card) -> bool:
        """Whether a card was said here; one without a meeting or a round fits any."""
        return (
            card.table_no == self.table
            and card.event_id in (None, self.event_id)
            and card.round_no in (None, self.round_no)
        )


Told = tuple["CardLine", CardStory]


def feedback_paper(
    store: Store, process_id: UUID, made_at: datetime, today: date, only: Sequence[UUID] = ()
) -> FeedbackPaper:
    """The sheets of everyone on the panel, or of `only` these participations, by number."""
    process = store.get(Process, process_id)
    advices = [
        advice
        for advice in store.find(Advice, process_id=process_id)
        if advice.state is not AdviceState.WITHDRAWN
    ]
    with speaking(process.language):
        stories = _stories(store, process_id, advices)
        sittings = _sittings(store, process, today)
        authors = _authors(store, [line.card.id for line, _story_ in stories])
        people = [
            line
            for line in people_store.lines(store, process_id, Role.RESIDENT)
            if line.state in ON_PANEL and (not only or line.participation_id in only)
        ]
        return FeedbackPaper(
            masthead=shared.masthead(process, made_at),
            advice_title=advices[0].title if advices else process.title,
            sheets=tuple(_sheet(person, sittings, stories, authors) for person in people),
            next_step=_next_step(store, advices),
            contact=process.contact,
        )


def _sheet(
    person: PersonLine,
    sittings: Mapping[UUID, list[Sitting]],
    stories: Sequence[Told],
    authors: Mapping[UUID, set[UUID]],
) -> FeedbackSheet:
    sat = sittings.get(person.participation_id, [])
    return FeedbackSheet(
        person=PrintedPerson(number=person.number, name=person.name),
        tables=tuple(sitting.at for sitting in sat),
        cards=tuple(
            replace(story, own=own)
            for line, story in stories
            for own in (person.participation_id in authors.get(line.card.id, set()),)
            if own or any(sitting.heard(line.card) for sitting in sat)
        ),
    )


def _stories(store: Store, process_id: UUID, advices: Sequence[Advice]) -> list[Told]:
    proposals = {line.proposal.number: line for line in outcome_store.proposal_lines(store, process_id)}
    ends = _ends(store, advices)
    return [
        (line, _story(line, [proposals[number] for number in line.proposals], ends))
        for line in outcome_store.card_lines(store, process_id)
        if line.card.standing is Standing.ACTIVE
    ]


def _ends(store: Store, advices: Sequence[Advice]) -> dict[UUID, list[Outcome]]:
    """What each proposal came to; every advice numbers its recommendations from 1."""
    found: dict[UUID, list[Outcome]] = defaultdict(list)
    for advice in advices:
        for line in advice_store.recommendation_lines(store, advice.id):
            if not line.recommendation.withdrawn_reason:
                for proposal_id in line.proposal_ids:
                    found[proposal_id].append(_outcome(line, advice.number))
    return found


def _story(
    line: CardLine, proposals: list[ProposalLine], ends: Mapping[UUID, Sequence[Outcome]]
) -> CardStory:
    outcomes = dict.fromkeys(end for proposal in proposals for end in ends.get(proposal.proposal.id, ()))
    stopped = ""
    if not proposals:
        stopped = _("Read, but no proposal came out of it.")
    elif not outcomes:
        stopped = _("A proposal came out of it, but that did not become a recommendation.")
    return CardStory(
        number=line.card.label,
        text=line.text,
        theme=line.theme,
        proposals=tuple(proposal.text.title for proposal in proposals),
        outcomes=tuple(outcomes),
        stopped=stopped,
    )


def _outcome(line: RecommendationLine, advice: int) -> Outcome:
    said = line.disposition
    return Outcome(
        advice=advice,
        recommendation=line.recommendation.number,
        sentence=line.text.title,
        disposal=said.disposal if said else None,
        reason=said.reason if said else "",
        owner=said.owner if said else "",
        due_on=said.due_on if said else None,
    )


def _sittings(store: Store, process: Process, today: date) -> dict[UUID, list[Sitting]]:
    found: dict[UUID, list[Sitting]] = defaultdict(list)
    for event in store.find(Event, process_id=process.id):
        if not store.count(PlanVersion, event_id=event.id):
            continue
        for sitting in table_papers.sittings(store, event):
            table, turn = sitting.table.no, sitting.turn.no
            at = SatAt(
                event=event.title,
                on=event.on or today,
                round_no=turn,
                table=str(table),
                topic=sitting.topic,
                starts=sitting.turn.starts_at,
            )
            for person in sitting.people:
                found[person.participation_id].append(Sitting(event.id, table, turn, at))
    return found


def _authors(store: Store, card_ids: list[UUID]) -> dict[UUID, set[UUID]]:
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for kept in store.find(CardAuthor, card_id=card_ids):
        found[kept.card_id].add(kept.participation_id)
    return found


def _next_step(store: Store, advices: Sequence[Advice]) -> str:
    if not advices:
        return _("The advice is being written. You will get it as soon as it is ready.")
    if any(not advice_store.all_answered(store, advice.id) for advice in advices):
        return _("The college has not answered every recommendation yet. We keep asking until it has.")
    return _("We follow what the college promised and tell you how it goes.")
