"""What the plan of the room is made from: per round its tables and who sits there, and nothing more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import time

    from burgertop_app.domain.papers.common import Masthead, PrintedPerson
    from burgertop_app.domain.papers.tables import PaperEvent


@dataclass(frozen=True, kw_only=True)
class PlanTable:
    """A table in one round, by number of the table."""

    table: str
    people: tuple[PrintedPerson, ...]
    topic: str = ""
    facilitator: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanRound:
    """The room in one round."""

    no: int
    tables: tuple[PlanTable, ...]
    starts: time | None = None
    ends: time | None = None


@dataclass(frozen=True, kw_only=True)
class RoomPlanPaper:
    """The plan of the room, a part for each round; `by_number` leaves names out."""

    masthead: Masthead
    event: PaperEvent
    rounds: tuple[PlanRound, ...]
    by_number: bool = False
