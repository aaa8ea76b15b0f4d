"""What came of a card: which later card it went on in, and whether its table agreed with the words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.outcomes import CardText, Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class CardSuccession(Link):
    """A card that came out of another by merging or splitting; the earlier one counts no longer."""

    earlier_id: UUID
    later_id: UUID


@dataclass(frozen=True, kw_only=True)
class CardSignOff(Link):
    """A wording was read back to the table, and the table agreed; it holds for that wording alone.

    Attributes:
        since: when it was marked.
        until: when it was taken back.
        by: who marked it.
        reason: why it was taken back.
        ended_by: who took it back.
    """

    text_id: UUID
    ended_by: str = ""


class Agreement(StrEnum):
    """Whether the table agreed with the words that a card has now."""

    NOT_YET = "not_yet"
    AGREED = "agreed"
    TYPING = "typing"
    """Agreed with an earlier wording; since then only typing errors were put right."""
    REWORDED = "reworded"
    """Agreed with an earlier wording; since then it has other words."""


@dataclass(frozen=True)
class Agreed:
    """How far the table agreed; `at` and `by` tell of the last time that it did."""

    how: Agreement = Agreement.NOT_YET
    at: datetime | None = None
    by: str = ""
    sign_off_id: UUID | None = None


NOT_YET = Agreed()


def agreed(wordings: Sequence[CardText], signed: Mapping[UUID, CardSignOff]) -> Agreed:
    """How far the table agreed with the last of `wordings` (by version); `signed` holds by wording."""
    only_typing = True
    for place, wording in enumerate(reversed(wordings)):
        mark = signed.get(wording.id)
        if mark is not None:
            later = Agreement.TYPING if only_typing else Agreement.REWORDED
            return Agreed(Agreement.AGREED if place == 0 else later, mark.since, mark.by, mark.id)
        only_typing = only_typing and wording.typing_error
    return NOT_YET


def together(cards: Iterable[tuple[int, frozenset[UUID]]]) -> int:
    """How often a card counts that takes the place of others, so that nothing counts twice.

    Args:
        cards: of each, how often it counts and the cards it came from (itself, when it came from none).

    Returns:
        The sum; parts of one split card count as that card did: the highest of them, once.
    """
    groups: list[tuple[int, set[UUID]]] = []
    for times, origins in cards:
        same = [group for group in groups if group[1] & origins]
        groups = [group for group in groups if not group[1] & origins]
        held = set(origins).union(*(group[1] for group in same))
        groups.append((max([times, *(group[0] for group in same)]), held))
    return sum(times for times, _origins in groups)
