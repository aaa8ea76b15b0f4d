"""The loose papers of a meeting: door list, badges, signs, blank cards and voting slips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.ballots import Option
from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.papers.day_kit import (
    BlankCardsPaper,
    DoorLine,
    DoorListPaper,
    NameBadge,
    NameBadgesPaper,
    TableSign,
    TableSignsPaper,
    VotingSlipsPaper,
)
from burgertop_app.domain.people import Role
from burgertop_app.exchange import recipes
from burgertop_app.i18n import _, speaking
from burgertop_app.messages.cards import card_words
from burgertop_app.messages.words import word
from burgertop_app.services.printing.sittings import (
    by_family_name,
    opening,
    paper_event,
    printed,
    sittings,
)
from burgertop_app.services.printing.table_papers import stubs_of
from burgertop_app.services.printing.vote_papers import slips_of
from burgertop_app.storage import meeting_store, outcome_store, people_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from burgertop_app.domain.views import PersonLine
    from burgertop_app.services.printing.sittings import Sitting
    from burgertop_app.storage.unit_of_work import Store

CARDS_ON_A_PAGE = 6


def door_list(store: Store, event_id: UUID, made_at: datetime, today: date) -> DoorListPaper:
    """Everybody with a seat, by family name, with the table in each round."""
    event, masthead, process = opening(store, event_id, made_at)
    found = sittings(store, event)
    rounds = tuple(sorted({sitting.turn.no for sitting in found}))
    tables = {
        (person.participation_id, sitting.turn.no): str(sitting.table.no)
        for sitting in found
        for person in sitting.people
    }
    with speaking(process.language):
        return DoorListPaper(
            masthead=masthead,
            event=paper_event(event, today),
            rounds=rounds,
            lines=tuple(
                DoorLine(
                    person=printed(person, watches=person.participation_id in _watching(found)),
                    tables=tuple(tables.get((person.participation_id, no), "") for no in rounds),
                )
                for person in _seated(found)
            ),
            event_id=event_id,
        )


def name_badges(store: Store, event_id: UUID, made_at: datetime, today: date) -> NameBadgesPaper:
    """A badge for everybody with a seat, for facilitators and for observers, by family name."""
    event, masthead, process = opening(store, event_id, made_at)
    found = sittings(store, event)
    first = min((sitting.turn.no for sitting in found), default=1)
    opened = [sitting for sitting in found if sitting.turn.no == first]
    tables = {
        person.participation_id: str(sitting.table.no)
        for sitting in opened
        for person in (*sitting.people, *((sitting.facilitator,) if sitting.facilitator else ()))
    }
    observers = people_store.lines(store, process.id, Role.OBSERVER)
    leaders = [sitting.facilitator for sitting in found if sitting.facilitator]
    others = [line for line in observers if line.state not in meeting_store.LEFT]
    everybody = {line.participation_id: line for line in (*_seated(found), *leaders, *others)}
    with speaking(process.language):
        return NameBadgesPaper(
            masthead=masthead,
            event=paper_event(event, today),
            badges=tuple(
                NameBadge(
                    person=printed(line),
                    role=_role(line, _watching(found)),
                    table=tables.get(line.participation_id, ""),
                )
                for line in sorted(everybody.values(), key=by_family_name)
            ),
            first_round=first,
        )


def table_signs(store: Store, event_id: UUID, made_at: datetime, today: date) -> TableSignsPaper:
    """A sign for each table with its room, and with its topic where that is the same in every round."""
    event, masthead, process = opening(store, event_id, made_at)
    topics: dict[int, set[str]] = {}
    rooms: dict[int, str] = {}
    for sitting in sittings(store, event):
        topics.setdefault(sitting.table.no, set()).add(sitting.topic)
        rooms[sitting.table.no] = sitting.table.room
    with speaking(process.language):
        return TableSignsPaper(
            masthead=masthead,
            event=paper_event(event, today),
            signs=tuple(
                TableSign(
                    table=str(no),
                    note=" · ".join(
                        filter(None, (rooms[no], next(iter(topics[no])) if len(topics[no]) == 1 else ""))
                    ),
                )
                for no in sorted(rooms)
            ),
        )


def blank_cards(store: Store, event_id: UUID, made_at: datetime, today: date) -> BlankCardsPaper:
    """A page of empty cards for each table, numbered on from those on its sheets."""
    event, masthead, process = opening(store, event_id, made_at)
    found = sittings(store, event)
    first = stubs_of(found) * max((sitting.turn.no for sitting in found), default=0) + 1
    numbers = tuple(range(first, first + CARDS_ON_A_PAGE))
    with speaking(process.language):
        said = card_words(recipes.from_snapshot(process.recipe))
        return BlankCardsPaper(
            masthead=masthead,
            event=paper_event(event, today),
            tables=tuple((str(no), numbers) for no in sorted({sitting.table.no for sitting in found})),
            kinds=tuple(name for _code, name in said.kinds),
        )


def voting_slips(store: Store, event_id: UUID, made_at: datetime) -> VotingSlipsPaper:
    """A slip for every resident with a seat who takes part: what is on the ballot, else the proposals.

    Without either there are lines to write on. Who only watches has no vote.
    """
    event, masthead, process = opening(store, event_id, made_at)
    found = sittings(store, event)
    voters = sum(
        line.role is Role.RESIDENT and line.participation_id not in _watching(found)
        for line in _seated(found)
    )
    ballot = outcome_store.standing_ballot(store, process.id)
    lines = [
        line
        for line in outcome_store.proposal_lines(store, process.id)
        if line.proposal.standing is Standing.ACTIVE
    ]
    numbers = {line.proposal.id: str(line.proposal.number) for line in lines}
    with speaking(process.language):
        if ballot is None:
            return VotingSlipsPaper(
                masthead=masthead,
                title=_("Vote at {event}").format(event=event.title),
                slips=voters,
                options=tuple((numbers[line.proposal.id], line.text.title) for line in lines),
            )
        if ballot.on_paper:
            return slips_of(store, ballot, process, made_at, voters)
        return VotingSlipsPaper(
            masthead=masthead,
            title=ballot.title,
            slips=voters,
            options=tuple(
                (numbers.get(option.proposal_id, "") if option.proposal_id else "", option.label)
                for option in store.find(Option, order_by="position", ballot_id=ballot.id)
            ),
            rule=_("A proposal is adopted with: {rule}.").format(rule=word(ballot.rule)),
        )


def _role(line: PersonLine, watching: frozenset[UUID]) -> str:
    """What somebody is who leads or watches."""
    if line.participation_id in watching:
        return word(Role.OBSERVER)
    return "" if line.role is Role.RESIDENT else word(line.role)


def _watching(found: Sequence[Sitting]) -> frozenset[UUID]:
    return found[0].watching if found else frozenset()


def _seated(found: Sequence[Sitting]) -> list[PersonLine]:
    """Everybody with a seat, once, by family name."""
    people = {person.participation_id: person for sitting in found for person in sitting.people}
    return sorted(people.values(), key=by_family_name)
