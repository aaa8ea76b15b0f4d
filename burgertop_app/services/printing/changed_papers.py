"""What must be handed out again after people moved: changed route cards, and slips that tell a new table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.events import Event, Table
from burgertop_app.domain.papers.day_kit import KitKind, LateChangesPaper, LateSlip, SeatMove
from burgertop_app.i18n import speaking
from burgertop_app.services.printing.day_papers import door_list
from burgertop_app.services.printing.paper_parts import hashes, sheet_name
from burgertop_app.services.printing.sittings import by_family_name, opening, paper_event, printed
from burgertop_app.services.printing.table_papers import route_cards, table_sheets
from burgertop_app.storage import meeting_store, people_store, printed_papers, printed_plan, seating_store

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from burgertop_app.domain.papers.day_kit import DoorListPaper
    from burgertop_app.domain.papers.tables import RouteCardsPaper, TableSheetsPaper
    from burgertop_app.domain.views import PersonLine
    from burgertop_app.storage.unit_of_work import Store


def changed_cards(store: Store, event_id: UUID, made_at: datetime, today: date) -> RouteCardsPaper:
    """The route cards that say something else than those printed last, walk-ins too, marked as new.

    Raises:
        NotPossible: there is no plan, no card was printed yet, or every card is still right.
    """
    whole = route_cards(store, event_id, made_at, today)
    plan = printed_plan.printed_version(store, event_id)
    if plan is None:
        raise NotPossible("route_cards_not_printed")
    now = printed_plan.card_hashes(store, event_id, whole.cards)
    cards = tuple(
        replace(card, changed=card.person.number in plan.cards)
        for card in whole.cards
        if now[card.person.number] != plan.cards.get(card.person.number)
    )
    if not cards:
        raise NotPossible("route_cards_unchanged")
    return replace(whole, cards=cards)


def changed_sheets(store: Store, event_id: UUID, made_at: datetime, today: date) -> TableSheetsPaper:
    """The table sheets that say something else than those saved last; errors as `changed_door_list`."""
    whole = table_sheets(store, event_id, made_at, today)
    before, now = _before(store, event_id, KitKind.SHEETS), hashes(whole)
    sheets = tuple(
        replace(sheet, changed=sheet_name(sheet) in before)
        for sheet in whole.sheets
        if now[sheet_name(sheet)] != before.get(sheet_name(sheet))
    )
    if not sheets:
        raise NotPossible("papers_unchanged")
    return replace(whole, sheets=sheets)


def changed_door_list(store: Store, event_id: UUID, made_at: datetime, today: date) -> DoorListPaper:
    """The lines of the door list that are new or say something else than on the list saved last.

    Raises:
        NotPossible: there is no plan, none was saved yet, or everything is still right.
    """
    whole = door_list(store, event_id, made_at, today)
    before, now = _before(store, event_id, KitKind.DOOR_LIST), hashes(whole)
    lines = tuple(line for line in whole.lines if now[line.person.number] != before.get(line.person.number))
    if not lines:
        raise NotPossible("papers_unchanged")
    return replace(whole, lines=lines, changed=True)


def _before(store: Store, event_id: UUID, kind: KitKind) -> Mapping[str, str]:
    before = printed_papers.printed(store, event_id, kind.value)
    if not before:
        raise NotPossible("papers_not_printed")
    return before


def late_changes(store: Store, event_id: UUID, made_at: datetime, today: date) -> LateChangesPaper:
    """A slip for everybody who sits elsewhere than their printed card says.

    Raises:
        NotPossible: there is no plan, no card was printed yet, or nobody has moved since.
    """
    event, masthead, process = opening(store, event_id, made_at)
    moved = _moved(store, event_id)
    with speaking(process.language):
        slips = tuple(
            LateSlip(person=printed(line), moves=moved[line.participation_id])
            for line in sorted(_people(store, event_id, moved), key=by_family_name)
            if moved[line.participation_id]
        )
    if not slips:
        raise NotPossible("route_cards_unchanged")
    return LateChangesPaper(masthead=masthead, event=paper_event(event, today), slips=slips)


def _moved(store: Store, event_id: UUID) -> Mapping[UUID, tuple[SeatMove, ...]]:
    """Per participation whose way along the tables in use differs from the printed one: how.

    Nothing for a newcomer; somebody who is expected and lost every seat is among them.
    """
    plan = seating_store.latest(store, event_id)
    if plan is None:
        raise NotPossible("plan_missing")
    if printed_plan.printed_version(store, event_id) is None:
        raise NotPossible("route_cards_not_printed")
    before = printed_plan.printed_seats(store, event_id)
    now = printed_plan.seats_of_plan(store, plan, meeting_store.places(store, event_id))
    rounds = meeting_store.rounds(store, event_id)
    names = {table.id: str(table.no) for table in store.find(Table, event_id=event_id)}
    had = {one for ways in before.values() for one in ways}
    coming = {line.participation_id for line in meeting_store.expected(store, store.get(Event, event_id))}
    moved: dict[UUID, tuple[SeatMove, ...]] = {}
    for one in sorted({one for ways in now.values() for one in ways} | (had & coming)):
        told = []
        for turn in rounds:
            old, new = before.get(turn.id, {}).get(one), now.get(turn.id, {}).get(one)
            if old != new:
                move = SeatMove(
                    round_no=turn.no,
                    table=names[new] if new else "",
                    earlier=names[old] if old else "",
                )
                told.append(move)
        if told:
            moved[one] = tuple(told) if one in had else ()
    return moved


def _people(store: Store, event_id: UUID, moved: Mapping[UUID, object]) -> tuple[PersonLine, ...]:
    event = store.get(Event, event_id)
    lines = people_store.lines(store, event.process_id)
    return tuple(line for line in lines if line.participation_id in moved)
