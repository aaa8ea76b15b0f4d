"""How far people ever came: who left later was registered, drawn or present all the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.people import IN_POOL, ON_PANEL, WAS_THERE, EventKind, State

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

LEFT = (State.DECLINED, State.WITHDRAWN, State.ERASED)
"""States that hide how far somebody came: their story tells."""

CAME = frozenset({EventKind.PRESENT, EventKind.FED_BACK})
DRAWN = CAME | {EventKind.DRAWN, EventKind.CONFIRMED, EventKind.ABSENT}
REGISTERED = DRAWN | {EventKind.REGISTERED, EventKind.RESERVE, EventKind.WROTE}


@dataclass(frozen=True)
class Reached:
    """The stages that one person ever reached."""

    registered: bool = False
    drawn: bool = False
    present: bool = False


@dataclass(frozen=True)
class StageCounts:
    """How many residents were invited, ever registered, were ever drawn, and ever came."""

    invited: int = 0
    registered: int = 0
    drawn: int = 0
    present: int = 0


def by_state(state: State) -> Reached:
    """What the state of somebody who did not leave tells."""
    return Reached(state in IN_POOL, state in ON_PANEL, state in WAS_THERE)


def by_story(story: Iterable[tuple[EventKind, datetime]], undone: datetime | None = None) -> Reached:
    """What the story of somebody who left tells; a draw at or before `undone` was withdrawn."""
    lines = tuple(story)
    kinds = {kind for kind, _at in lines}
    drawn = any(kind in DRAWN and (undone is None or at > undone) for kind, at in lines)
    return Reached(not kinds.isdisjoint(REGISTERED), drawn, not kinds.isdisjoint(CAME))
