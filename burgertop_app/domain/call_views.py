"""The call list and the replacement assistant as they are shown: numbers first, names when asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain.calling import CallOutcome
from burgertop_app.domain.people import State

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.calling import CallAttempt
    from burgertop_app.domain.draws import Pool
    from burgertop_app.domain.drop_out import DropOut
    from burgertop_app.domain.quotas import Quotas
    from burgertop_app.domain.replacing import Chain, Miss, Step

GONE = (State.DECLINED, State.WITHDRAWN, State.ERASED)
"""States in which a panel member leaves a seat open."""

ANSWERED = (State.CONFIRMED, State.PRESENT, State.ABSENT, State.FED_BACK)
"""States of panel members who said yes."""


@dataclass(frozen=True)
class CallLine:
    """One panel member on the call list.

    Attributes:
        joined: the number of the replacement with which this person came; 0 for who was drawn.
        reserve: the place on the reserve list that this person had; 0 without one.
        attempts: every call, the first one first.
        name, phone, email: empty unless somebody asked for names.
    """

    participation_id: UUID
    number: str
    state: State
    joined: int = 0
    reserve: int = 0
    attempts: tuple[CallAttempt, ...] = ()
    reply_by: date | None = None
    name: str = ""
    phone: str = ""
    email: str = ""

    @property
    def gone(self) -> bool:
        """Whether this person's seat is open."""
        return self.state in GONE

    @property
    def waiting(self) -> bool:
        """Whether this person must still answer."""
        return not self.gone and self.state not in ANSWERED

    @property
    def last(self) -> CallAttempt | None:
        """The last call."""
        return self.attempts[-1] if self.attempts else None

    @property
    def vain(self) -> int:
        """How often nobody answered."""
        return sum(attempt.outcome is CallOutcome.NO_ANSWER for attempt in self.attempts)

    def late(self, today: date) -> bool:
        """Whether this person had to answer before `today` and did not."""
        return self.waiting and self.reply_by is not None and self.reply_by < today


@dataclass(frozen=True)
class CallList:
    """Everyone in the panel of a real draw as it is now, those with an open seat included, by number.

    Attributes:
        open_seats: seats without anybody who takes part, also those no one could be found for.
        misses: the quotas that those who take part do not meet now.
        places: the place of every reserve, by number.
        drop_out: the rates that the reserve list counted on.
    """

    draw_id: UUID
    seats: int
    lines: tuple[CallLine, ...]
    steps: tuple[Step, ...] = ()
    open_seats: int = 0
    misses: tuple[Miss, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict)
    drop_out: DropOut | None = None

    @property
    def yes(self) -> int:
        """How many said yes."""
        return sum(line.state in ANSWERED for line in self.lines)

    @property
    def waiting(self) -> int:
        """How many must still answer."""
        return sum(line.waiting for line in self.lines)


@dataclass(frozen=True)
class Situation:
    """Everything that a replacement follows from, at one moment.

    `left` are the numbers of those whose seat came open since the last replacement, `barred` those who cannot
    be asked besides, `kept_out` those who could not be drawn at all.
    """

    draw_id: UUID
    pool: Pool
    quotas: Quotas
    chain: Chain
    left: tuple[str, ...]
    barred: tuple[str, ...]
    kept_out: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Effect:
    """A quota that a replacement touches: people before somebody left, while seats are open, and after."""

    feature: str
    value: str
    low: int
    high: int
    before: int
    now: int
    after: int


@dataclass(frozen=True)
class Proposal:
    """Who would join, and what that does to the quotas; `joined` may be fewer than `seats`."""

    situation: Situation
    seats: int
    joined: tuple[str, ...]
    effects: tuple[Effect, ...]
    misses: tuple[Miss, ...]

    @property
    def still_open(self) -> int:
        """Seats that nobody can be found for."""
        return self.seats - len(self.joined)
