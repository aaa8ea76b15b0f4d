"""The plan of the room for the wall: a sheet per round, every table with who sits there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from burgertop_app.i18n import _, speaking
from burgertop_app.messages.tables import initials
from burgertop_app.reports.document import Document
from burgertop_app.reports.parts import hours, running
from burgertop_app.reports.pictures import RoomMap, RoundTable
from burgertop_app.reports.pieces import Figure, Grid, Heading, NewPage, Paragraph, Role, Sheet, Span
from burgertop_app.reports.tables import where

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from burgertop_app.domain.papers.common import PrintedPerson
    from burgertop_app.domain.papers.room_plan import PlanRound, PlanTable, RoomPlanPaper
    from burgertop_app.reports.pieces import Piece, Words

_WIDE = 10
"""From so many tables on a room is wider than deep, and so is its page."""

_UPRIGHT, _ON_ITS_SIDE = (4, 5), (6, 3)
"""Tables beside each other, and rows that fit on a page."""

_LETTERS = 4


def room_plan_document(paper: RoomPlanPaper) -> Document:
    """The tables from above and who sits at which, each round on a sheet of its own."""
    with speaking(paper.masthead.language):
        return Document(
            title=_("Room plan: {event}").format(event=paper.event.name),
            author=paper.masthead.organisation,
            language=paper.masthead.language,
            made_at=paper.masthead.made_at,
            running=running(paper.masthead),
            foot=where(paper.event),
            parts=tuple(piece for turn in paper.rounds for piece in _round(paper, turn)),
            look=paper.masthead.look,
            wide=_wide(paper),
        )


def _round(paper: RoomPlanPaper, turn: PlanRound) -> Iterator[Piece]:
    title = _("Round {no}").format(no=turn.no)
    yield Sheet(f"{paper.event.name} · {title}")
    yield Heading(1, title)
    if turn.starts is not None:
        yield Paragraph(hours(turn.starts, turn.ends), Role.LABEL)
    across, rows = _ON_ITS_SIDE if _wide(paper) else _UPRIGHT
    pictures = -(-len(turn.tables) // (across * rows)) or 1
    each = across * -(-len(turn.tables) // (pictures * across)) or 1
    for start in range(0, len(turn.tables), each):
        yield _drawn(paper, turn.tables[start : start + each], across)
    yield NewPage()
    yield Grid(
        (_("Table"), _("Topic and facilitator"), _("Who sits there")),
        tuple(_table(paper, table) for table in turn.tables),
        (10, 24, 66),
        row_headers=True,
    )


def _wide(paper: RoomPlanPaper) -> bool:
    return max((len(turn.tables) for turn in paper.rounds), default=0) >= _WIDE


def _drawn(paper: RoomPlanPaper, tables: Sequence[PlanTable], across: int) -> Figure:
    """Some tables from above, with two letters or a number on each seat."""
    said = _("Round tables from above, {first} to {last}. Who sits where stands in the table below.").format(
        first=tables[0].table, last=tables[-1].table
    )
    drawn = tuple(
        RoundTable(table.table, tuple(_seat(paper, person) for person in table.people)) for table in tables
    )
    return Figure(RoomMap(drawn, across), said)


def _seat(paper: RoomPlanPaper, person: PrintedPerson) -> str:
    short = person.number[-_LETTERS:]
    return short if paper.by_number else initials(person.name) or short


def _table(paper: RoomPlanPaper, table: PlanTable) -> tuple[Words, ...]:
    people = [
        replace(person, name=person.number).said if paper.by_number or not person.name else person.said
        for person in table.people
    ]
    below = "\n".join(part for part in (table.topic, table.facilitator) if part)
    return (Span(table.table, bold=True),), below, " · ".join(people) or _("nobody")
