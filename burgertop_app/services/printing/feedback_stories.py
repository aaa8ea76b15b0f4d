"""What became of every card, who sat where and who signed what: what feedback is made from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain.advice import Advice, AdviceState
from burgertop_app.domain.events import Event, PlanVersion
from burgertop_app.domain.feedback import digest
from burgertop_app.domain.outcomes import CardAuthor, Standing
from burgertop_app.domain.papers.feedback import CardStory, Outcome, Promise, SatAt
from burgertop_app.domain.responses import Commitment, Disposition
from burgertop_app.i18n import _, speaking
from burgertop_app.messages.votes import count_words
from burgertop_app.services import intending
from burgertop_app.services.printing import sittings as plans
from burgertop_app.storage import advice_store, card_history_store, outcome_store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.canonical import Json
    from burgertop_app.domain.outcome_views import CardLine, ProposalLine, RecommendationLine
    from burgertop_app.domain.outcomes import Card
    from burgertop_app.domain.processes import Process
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


@dataclass(frozen=True)
class End:
    """A recommendation in which cards ended: its id, what is told of it, and a digest of that."""

    id: UUID
    outcome: Outcome
    digest: str


@dataclass(frozen=True)
class Told:
    """One card: what is told of it, a digest of how far it came, and the recommendations it ended in.

    `origins` are the cards that it was merged or split out of.
    """

    line: CardLine
    story: CardStory
    digest: str
    ends: tuple[End, ...]
    origins: tuple[Card, ...] = ()

    @property
    def cards(self) -> tuple[Card, ...]:
        """The card and those that it came from."""
        return (self.line.card, *self.origins)

    @property
    def marks(self) -> dict[str, str]:
        """The digests of the card and its recommendations, by id."""
        return {self.line.card.id.hex: self.digest} | {end.id.hex: end.digest for end in self.ends}


@dataclass(frozen=True)
class Gathered:
    """Everything at one moment; `sittings` and `intentions` are by participation, `authors` by card."""

    advices: tuple[Advice, ...]
    told: tuple[Told, ...]
    sittings: Mapping[UUID, Sequence[Sitting]]
    authors: Mapping[UUID, frozenset[UUID]]
    intentions: Mapping[UUID, tuple[str, ...]] = field(default_factory=dict)

    def signed(self, participation_id: UUID, told: Told) -> bool:
        """Whether this participant let their name be tied to the card."""
        return any(participation_id in self.authors.get(card.id, frozenset()) for card in told.cards)

    def heard_by(self, participation_id: UUID) -> tuple[Told, ...]:
        """The cards that this participant signed or that were said at their table in their round."""
        sat = self.sittings.get(participation_id, ())
        return tuple(
            told
            for told in self.told
            if self.signed(participation_id, told)
            or any(sitting.heard(card) for sitting in sat for card in told.cards)
        )

    def marks_of(self, participation_id: UUID) -> dict[str, str]:
        """The digests of all that this participant hears."""
        return {each: mark for told in self.heard_by(participation_id) for each, mark in told.marks.items()}


def gathered(store: Store, process: Process, today: date) -> Gathered:
    """What feedback in this process is made from, in its language."""
    advices = tuple(
        advice
        for advice in store.find(Advice, process_id=process.id)
        if advice.state is not AdviceState.WITHDRAWN
    )
    with speaking(process.language):
        told = tuple(_told(store, process.id, advices))
        return Gathered(
            advices=advices,
            told=told,
            sittings=_sittings(store, process, today),
            authors=_authors(store, [card.id for each in told for card in each.cards]),
            intentions=intending.own(store, process.id),
        )


def _told(store: Store, process_id: UUID, advices: Sequence[Advice]) -> list[Told]:
    proposals = {line.proposal.number: line for line in outcome_store.proposal_lines(store, process_id)}
    ends = _ends(store, process_id, advices)
    lines = {line.card.id: line for line in outcome_store.card_lines(store, process_id)}
    origins = card_history_store.origins(store, process_id)
    return [
        _card(
            line,
            [proposals[number] for number in line.proposals],
            ends,
            [lines[card_id] for card_id in origins.get(line.card.id, ())],
        )
        for line in lines.values()
        if line.card.standing is Standing.ACTIVE
    ]


def _card(
    line: CardLine,
    proposals: Sequence[ProposalLine],
    ends: Mapping[UUID, Sequence[End]],
    origins: Sequence[CardLine],
) -> Told:
    found = tuple(dict.fromkeys(end for proposal in proposals for end in ends.get(proposal.proposal.id, ())))
    stopped = ""
    if not proposals:
        stopped = _("Read, but no proposal came out of it.")
    elif not found:
        stopped = _("A proposal came out of it, but that did not become a recommendation.")
    story = CardStory(
        number=line.card.label,
        text=line.text,
        theme=line.theme,
        proposals=tuple(map(_proposal, proposals)),
        outcomes=tuple(end.outcome for end in found),
        stopped=stopped,
        earlier=tuple((earlier.card.label, earlier.text) for earlier in origins),
    )
    way: list[Json] = [line.theme_id.hex if line.theme_id else ""]
    for proposal in proposals:
        way += [proposal.proposal.id.hex, count_words(proposal.count) if proposal.count else ""]
    way += [end.id.hex for end in found]
    return Told(line, story, digest(way), found, tuple(earlier.card for earlier in origins))


def _proposal(line: ProposalLine) -> str:
    if line.count is None:
        return line.text.title
    return _("{proposal} ({votes})").format(proposal=line.text.title, votes=count_words(line.count))


def _ends(store: Store, process_id: UUID, advices: Sequence[Advice]) -> dict[UUID, list[End]]:
    """What each proposal came to; every advice numbers its recommendations from 1."""
    found: dict[UUID, list[End]] = defaultdict(list)
    promises = _promises(store, process_id)
    for advice in advices:
        for line in advice_store.recommendation_lines(store, advice.id):
            if line.recommendation.withdrawn_reason:
                continue
            outcome = _outcome(line, advice.number, promises.get(line.recommendation.id, ()))
            end = End(line.recommendation.id, outcome, _mark(outcome))
            for proposal_id in line.proposal_ids:
                found[proposal_id].append(end)
    return found


def _promises(store: Store, process_id: UUID) -> dict[UUID, tuple[Promise, ...]]:
    """The promises that followed from any answer to each recommendation, the oldest first."""
    kept = [one for one in store.find(Commitment, process_id=process_id) if one.disposition_id]
    wanted = list(dict.fromkeys(one.disposition_id for one in kept))
    answers = {one.id: one.recommendation_id for one in store.find(Disposition, id=wanted)}
    found: dict[UUID, list[Promise]] = defaultdict(list)
    for one in kept:
        if one.disposition_id in answers:
            found[answers[one.disposition_id]].append(
                Promise(
                    text=one.text,
                    state=one.state,
                    owner=one.owner,
                    due_on=one.due_on,
                    progress=one.outcome or one.progress,
                )
            )
    return {recommendation: tuple(each) for recommendation, each in found.items()}


def _outcome(line: RecommendationLine, advice: int, promises: Sequence[Promise]) -> Outcome:
    said = line.disposition
    return Outcome(
        advice=advice,
        recommendation=line.recommendation.number,
        sentence=line.text.title,
        disposal=said.disposal if said else None,
        reason=said.reason if said else "",
        owner=said.owner if said else "",
        due_on=said.due_on if said else None,
        promises=tuple(promises),
    )


def _mark(outcome: Outcome) -> str:
    """A digest of the answer and what was done; a better word in the recommendation changes nothing."""
    said: list[Json] = [
        outcome.disposal.value if outcome.disposal else "",
        outcome.reason,
        outcome.owner,
        _day(outcome.due_on),
    ]
    for one in outcome.promises:
        said += [one.text, one.state.value, one.owner, _day(one.due_on), one.progress]
    return digest(said)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _sittings(store: Store, process: Process, today: date) -> dict[UUID, list[Sitting]]:
    found: dict[UUID, list[Sitting]] = defaultdict(list)
    for event in store.find(Event, process_id=process.id):
        if not store.count(PlanVersion, event_id=event.id):
            continue
        for sitting in plans.sittings(store, event):
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


def _authors(store: Store, card_ids: list[UUID]) -> dict[UUID, frozenset[UUID]]:
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for kept in store.find(CardAuthor, card_id=card_ids):
        found[kept.card_id].add(kept.participation_id)
    return {card: frozenset(people) for card, people in found.items()}
