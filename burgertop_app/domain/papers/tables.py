"""What the papers on the tables are made from: table sheets, route cards, the facilitators' script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID

    from burgertop_app.domain.papers.common import Masthead, PrintedPerson


@dataclass(frozen=True, kw_only=True)
class PaperEvent:
    """Where and when people meet."""

    name: str
    on: date
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class ScriptStep:
    """One step of a round: when, what, and what the facilitator says."""

    start: time | None
    what: str
    say: str = ""
    minutes: int = 0


@dataclass(frozen=True, kw_only=True)
class TableSheet:
    """One table in one round; the cards are numbered `table`-`first_card` and on.

    `changed` marks a sheet that replaces an earlier print; `leader_no` is the number of the facilitator.
    """

    table: str
    round_no: int
    topic: str
    people: tuple[PrintedPerson, ...]
    facilitator: str = ""
    room: str = ""
    starts: time | None = None
    ends: time | None = None
    questions: tuple[str, ...] = ()
    steps: tuple[ScriptStep, ...] = ()
    first_card: int = 1
    stubs: int = 6
    changed: bool = False
    leader_no: str = ""


@dataclass(frozen=True, kw_only=True)
class TableSheetsPaper:
    """All table sheets of one event, in the order they are printed; `event_id` tells of which."""

    masthead: Masthead
    event: PaperEvent
    sheets: tuple[TableSheet, ...]
    event_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Stop:
    """Where one person sits in one round; an empty `table` is a free round."""

    round_no: int
    table: str
    topic: str = ""
    room: str = ""
    starts: time | None = None
    ends: time | None = None


@dataclass(frozen=True, kw_only=True)
class RouteCard:
    """One person's way along the tables; `changed` marks a card that replaces an earlier print."""

    person: PrintedPerson
    stops: tuple[Stop, ...]
    changed: bool = False


@dataclass(frozen=True, kw_only=True)
class RouteCardsPaper:
    """Route cards of one event, several to a page.

    `plan_id` and `seats_hash` tell of which plan, and how people sat in it: saving the cards makes that the
    printed plan.
    """

    masthead: Masthead
    event: PaperEvent
    cards: tuple[RouteCard, ...]
    plan_id: UUID | None = None
    seats_hash: str = ""


@dataclass(frozen=True, kw_only=True)
class RoundScript:
    """One round of the script: what it is about, and step by step how it goes."""

    round_no: int
    topic: str
    steps: tuple[ScriptStep, ...]
    starts: time | None = None
    ends: time | None = None
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FacilitatorRoute:
    """A facilitator and the tables per round."""

    name: str
    stops: tuple[Stop, ...]
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class FacilitatorScriptPaper:
    """Who leads which table, and the script of the day; with `rounds` everybody gets a sheet of their own."""

    masthead: Masthead
    event: PaperEvent
    routes: tuple[FacilitatorRoute, ...]
    steps: tuple[ScriptStep, ...] = ()
    rules: tuple[str, ...] = ()
    rounds: tuple[RoundScript, ...] = ()
