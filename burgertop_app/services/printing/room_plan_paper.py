"""The plan of the room: the tables of each round with the people by name or by number."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from burgertop_app.domain.events import Event
from burgertop_app.domain.papers.room_plan import PlanRound, PlanTable, RoomPlanPaper
from burgertop_app.domain.papers.tables import PaperEvent
from burgertop_app.domain.processes import Process
from burgertop_app.i18n import speaking
from burgertop_app.services.printing import shared
from burgertop_app.services.printing.sittings import ends, sittings
from burgertop_app.storage.outcome_store import natural

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from burgertop_app.domain.views import PersonLine
    from burgertop_app.services.printing.sittings import Sitting
    from burgertop_app.storage.unit_of_work import Store


def room_plan(
    store: Store, event_id: UUID, made_at: datetime, today: date, *, by_number: bool
) -> RoomPlanPaper:
    """Every round with its tables; with `by_number` no name stands in the paper at all.

    Raises:
        NotPossible: there is no table plan yet.
    """
    event = store.get(Event, event_id)
    process = store.get(Process, event.process_id)
    with speaking(process.language):
        found = sittings(store, event)
        return RoomPlanPaper(
            masthead=shared.masthead(store, process, made_at),
            event=PaperEvent(name=event.title, on=event.on or today, place=event.place),
            rounds=tuple(
                _round(tuple(tables), by_number=by_number)
                for _no, tables in groupby(found, key=lambda sitting: sitting.turn.no)
            ),
            by_number=by_number,
        )


def _round(tables: tuple[Sitting, ...], *, by_number: bool) -> PlanRound:
    turn = tables[0].turn
    return PlanRound(
        no=turn.no,
        starts=turn.starts_at,
        ends=ends(turn),
        tables=tuple(
            PlanTable(
                table=str(sitting.table.no),
                topic=sitting.topic,
                facilitator=sitting.facilitator.name if sitting.facilitator and not by_number else "",
                people=tuple(
                    replace(sitting.printed(line), name="" if by_number else line.name)
                    for line in (sorted(sitting.people, key=_by_number) if by_number else sitting.people)
                ),
            )
            for sitting in tables
        ),
    )


def _by_number(line: PersonLine) -> tuple[tuple[int, str], ...]:
    return natural(line.number)
