"""What participants do tomorrow: one intention of one person or one table, told on the day itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.outcomes import Standing

if TYPE_CHECKING:
    from uuid import UUID

LONGEST = 500


@dataclass(frozen=True, kw_only=True)
class Intention(Entity):
    """What somebody, or a table, does tomorrow, in their own words.

    `number` counts them within the process. `share` says whether the words may be shown without a name.
    Other words make a new one that names the one before it as `earlier_id`; the earlier one is withdrawn. The
    words of somebody who was erased are empty.
    """

    process_id: UUID
    number: int
    text: str
    event_id: UUID | None = None
    participation_id: UUID | None = None
    table_no: int | None = None
    share: bool = False
    earlier_id: UUID | None = None
    standing: Standing = Standing.ACTIVE
    withdrawn_reason: str = ""

    @property
    def counts(self) -> bool:
        """Whether it was not withdrawn or put in other words."""
        return self.standing is Standing.ACTIVE

    def check(self) -> None:
        """Look whether it can be kept.

        Raises:
            InvalidInput: there are no words, or too many.
        """
        refuse_words(self.text)


def refuse_words(text: str) -> None:
    """Refuse what is no intention.

    Raises:
        InvalidInput: there are no words, or too many.
    """
    if not text.strip():
        raise InvalidInput("intention_empty")
    if len(text) > LONGEST:
        raise InvalidInput("intention_long", count=len(text), most=LONGEST)
