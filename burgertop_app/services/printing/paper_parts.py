"""What table sheets and door lists say part by part, to know later which part says something else."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from burgertop_app.domain.papers.day_kit import DoorListPaper, KitKind
from burgertop_app.domain.papers.tables import TableSheetsPaper

if TYPE_CHECKING:
    from collections.abc import Mapping

    from burgertop_app.domain.papers.common import PrintedPerson
    from burgertop_app.domain.papers.day_kit import DoorLine
    from burgertop_app.domain.papers.tables import PaperEvent, TableSheet


def kind_of(paper: object) -> str:
    """The kind of a paper of which the parts are known again; "" of any other paper."""
    if isinstance(paper, TableSheetsPaper):
        return KitKind.SHEETS.value
    return KitKind.DOOR_LIST.value if isinstance(paper, DoorListPaper) else ""


def hashes(paper: TableSheetsPaper | DoorListPaper) -> Mapping[str, str]:
    """Per sheet or line of the paper a hash of what it says; people go by number, so no name is in it."""
    if isinstance(paper, TableSheetsPaper):
        return {sheet_name(sheet): _hash(_sheet(paper.event, sheet)) for sheet in paper.sheets}
    return {line.person.number: _hash(_line(line, paper.rounds)) for line in paper.lines}


def sheet_name(sheet: TableSheet) -> str:
    """What a sheet is known by: table and round."""
    return f"{sheet.table}/{sheet.round_no}"


def _sheet(event: PaperEvent, sheet: TableSheet) -> tuple[object, ...]:
    return (
        (event.name, event.on, event.place),
        (sheet.topic, sheet.room, sheet.starts, sheet.ends, sheet.questions, sheet.leader_no),
        tuple(map(_person, sheet.people)),
        (sheet.first_card, sheet.stubs),
    )


def _line(line: DoorLine, rounds: tuple[int, ...]) -> tuple[object, ...]:
    return (_person(line.person), tuple(zip(rounds, line.tables, strict=True)))


def _person(person: PrintedPerson) -> tuple[str, str]:
    return person.number, person.role


def _hash(said: tuple[object, ...]) -> str:
    return hashlib.sha256(repr(said).encode()).hexdigest()
