"""What the loose papers of a meeting are made from: badges, signs, door list, cards, slips."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.domain.papers.common import Masthead, PrintedPerson
    from burgertop_app.domain.papers.tables import PaperEvent


class KitKind(StrEnum):
    """The papers of a meeting, in the order in which they are needed."""

    DOOR_LIST = "door_list"
    ROUTE_CARDS = "route_cards"
    BADGES = "badges"
    SIGNS = "signs"
    SHEETS = "sheets"
    SCRIPT = "script"
    BLANK_CARDS = "blank_cards"
    VOTING_SLIPS = "voting_slips"
    LATE_CHANGES = "late_changes"


@dataclass(frozen=True, kw_only=True)
class NameBadge:
    """Somebody's badge; `role` is said of those who lead or listen, `table` is that of the first round."""

    person: PrintedPerson
    role: str = ""
    table: str = ""


@dataclass(frozen=True, kw_only=True)
class NameBadgesPaper:
    """Badges, eight to a page; `first_round` is the number of the round whose table they name."""

    masthead: Masthead
    event: PaperEvent
    badges: tuple[NameBadge, ...]
    first_round: int = 1


@dataclass(frozen=True, kw_only=True)
class TableSign:
    """The sign on one table; `note` is the room, and the topic when it is the same all day."""

    table: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class TableSignsPaper:
    """Signs to fold in the middle, a page each."""

    masthead: Masthead
    event: PaperEvent
    signs: tuple[TableSign, ...]


@dataclass(frozen=True, kw_only=True)
class DoorLine:
    """One person on the list at the door, with a table for each round; "" for a round without one."""

    person: PrintedPerson
    tables: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class DoorListPaper:
    """Everybody by family name, with a box to tick; `rounds` are the numbers of the rounds.

    With `changed` it has only the lines that are new or say something else than on the list that was saved
    last; `event_id` tells of which meeting.
    """

    masthead: Masthead
    event: PaperEvent
    rounds: tuple[int, ...]
    lines: tuple[DoorLine, ...]
    changed: bool = False
    event_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class BlankCardsPaper:
    """Empty cards, six to a page, numbered on from those on the table sheets.

    `tables` has for each table its number and the numbers of its cards; `kinds` are ticked on a card.
    """

    masthead: Masthead
    event: PaperEvent
    tables: tuple[tuple[str, tuple[int, ...]], ...]
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class VotingSlipsPaper:
    """Slips to vote on paper, each with a number that belongs to the paper and to nobody.

    `options` are what is voted on; without any there are `blanks` lines to fill in. `rule` says how is
    counted, when that is fixed.

    For a vote whose method was fixed `numbers` are those of the slips, `how` is what the voter does, `boxes`
    are what is ticked for each option, none where a number is written; `reasons` asks for the reason of an
    objection, and `questions` are what may be ticked about the voter.
    """

    masthead: Masthead
    title: str
    slips: int
    options: tuple[tuple[str, str], ...] = ()
    rule: str = ""
    blanks: int = 5
    numbers: tuple[str, ...] = ()
    how: str = ""
    boxes: tuple[str, ...] | None = None
    reasons: bool = False
    questions: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, kw_only=True)
class SeatMove:
    """One seat that changed; an empty `table` means that there is none any more."""

    round_no: int
    table: str
    earlier: str = ""


@dataclass(frozen=True, kw_only=True)
class LateSlip:
    """Somebody whose seats changed after the route cards were printed."""

    person: PrintedPerson
    moves: tuple[SeatMove, ...]


@dataclass(frozen=True, kw_only=True)
class LateChangesPaper:
    """Slips to hand out, eight to a page."""

    masthead: Masthead
    event: PaperEvent
    slips: tuple[LateSlip, ...]
