"""The papers on the tables: sheets per table, route cards per person, the script of the facilitators."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from burgertop_app.domain.papers.tables import (
    FacilitatorRoute,
    FacilitatorScriptPaper,
    RouteCard,
    RouteCardsPaper,
    Stop,
    TableSheet,
    TableSheetsPaper,
)
from burgertop_app.i18n import speaking
from burgertop_app.messages.table_script import table_rules
from burgertop_app.services.printing.round_script import round_scripts
from burgertop_app.services.printing.sittings import (
    by_family_name,
    ends,
    opening,
    paper_event,
    printed,
    sittings,
)
from burgertop_app.storage import printed_plan, seating_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from burgertop_app.domain.views import PersonLine
    from burgertop_app.services.printing.sittings import Sitting
    from burgertop_app.storage.unit_of_work import Store

MOST_STUBS, FEWEST_STUBS = 6, 3
ROOMY = 8
"""Up to so many names leave room for all stubs."""


def table_sheets(store: Store, event_id: UUID, made_at: datetime, today: date) -> TableSheetsPaper:
    """A sheet per table and round."""
    event, masthead, process = opening(store, event_id, made_at)
    with speaking(process.language):
        found = sittings(store, event)
        stubs = stubs_of(found)
        return TableSheetsPaper(
            masthead=masthead,
            event=paper_event(event, today),
            sheets=tuple(
                TableSheet(
                    table=str(sitting.table.no),
                    round_no=sitting.turn.no,
                    topic=sitting.topic,
                    people=tuple(map(sitting.printed, sitting.people)),
                    facilitator=sitting.facilitator.name if sitting.facilitator else "",
                    room=sitting.table.room,
                    starts=sitting.turn.starts_at,
                    ends=ends(sitting.turn),
                    questions=sitting.turn.questions,
                    leader_no=sitting.facilitator.number if sitting.facilitator else "",
                    first_card=(sitting.turn.no - 1) * stubs + 1,
                    stubs=stubs,
                )
                for sitting in found
            ),
            event_id=event_id,
        )


def stubs_of(found: Sequence[Sitting]) -> int:
    """How many cards each table sheet of a plan has."""
    return stubs_for(max((len(sitting.people) for sitting in found), default=0))


def stubs_for(people: int) -> int:
    """How many cards fit on a sheet of one page with so many names; alike in all rounds, for the numbers."""
    return max(FEWEST_STUBS, MOST_STUBS - max(0, -(-(people - ROOMY) // 2)))


def route_cards(store: Store, event_id: UUID, made_at: datetime, today: date) -> RouteCardsPaper:
    """A card per person with the way along the tables, by family name."""
    event, masthead, process = opening(store, event_id, made_at)
    found = sittings(store, event)
    ways, people = _ways(found)
    watching = found[0].watching if found else frozenset()
    plan = seating_store.latest(store, event_id)
    with speaking(process.language):
        return RouteCardsPaper(
            masthead=masthead,
            event=paper_event(event, today),
            cards=tuple(
                RouteCard(
                    person=printed(person, watches=person.participation_id in watching),
                    stops=tuple(ways[person.participation_id]),
                )
                for person in sorted(people.values(), key=by_family_name)
            ),
            plan_id=plan.id if plan else None,
            seats_hash=printed_plan.fingerprint(store, plan.id) if plan else "",
        )


def facilitator_script(
    store: Store, event_id: UUID, made_at: datetime, today: date
) -> FacilitatorScriptPaper:
    """For each facilitator the way along the tables and how every round goes, by family name."""
    event, masthead, process = opening(store, event_id, made_at)
    led: dict[UUID, list[Stop]] = defaultdict(list)
    leaders: dict[UUID, PersonLine] = {}
    found = sittings(store, event)
    for sitting in found:
        if sitting.facilitator:
            leaders[sitting.facilitator.participation_id] = sitting.facilitator
            led[sitting.facilitator.participation_id].append(sitting.stop)
    with speaking(process.language):
        return FacilitatorScriptPaper(
            masthead=masthead,
            event=paper_event(event, today),
            routes=tuple(
                FacilitatorRoute(name=leader.name, stops=tuple(led[leader.participation_id]))
                for leader in sorted(leaders.values(), key=by_family_name)
            ),
            rounds=round_scripts(found, stubs_of(found)),
            rules=table_rules(),
        )


def _ways(found: Sequence[Sitting]) -> tuple[dict[UUID, list[Stop]], dict[UUID, PersonLine]]:
    """Everybody's way along the tables, and who everybody is."""
    ways: dict[UUID, list[Stop]] = defaultdict(list)
    people: dict[UUID, PersonLine] = {}
    for sitting in found:
        for person in sitting.people:
            people[person.participation_id] = person
            ways[person.participation_id].append(sitting.stop)
    return ways, people
