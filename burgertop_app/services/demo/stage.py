"""Where the demo plays: the services, the sample, the folder, and a clock that each step sets."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from pathlib import Path

    from burgertop_app.exchange.sample_folder import Sample
    from burgertop_app.services.house import Services

MORNING = time(9, 0, tzinfo=UTC)


@dataclass
class StageClock:
    """Stands at nine in the morning of the day that a step plays on."""

    now: datetime

    def __call__(self) -> datetime:
        """The moment."""
        return self.now

    def on(self, day: date) -> None:
        """Go to the morning of `day`."""
        self.now = datetime.combine(day, MORNING)

    def later(self, *, hours: int = 0, minutes: int = 0) -> None:
        """Go on within the day."""
        self.now += timedelta(hours=hours, minutes=minutes)


@dataclass(frozen=True)
class OwnPool:
    """People, quotas and seats of one's own instead of the sample's."""

    people: Path
    quotas: Path
    seats: int


@dataclass
class Stage:
    """What the steps of the demo share.

    `people` and `quotas` are the sheets in use, `seats` the panel's; `header` names the column with numbers.
    """

    house: Services
    sample: Sample
    clock: StageClock
    out: Path
    people: Path
    quotas: Path
    seats: int
    own: bool
    process: UUID = field(default_factory=lambda: UUID(int=0))
    event: UUID = field(default_factory=lambda: UUID(int=0))
    draw: UUID = field(default_factory=lambda: UUID(int=0))
    advice: UUID = field(default_factory=lambda: UUID(int=0))
    survey: UUID = field(default_factory=lambda: UUID(int=0))
    header: str = "nummer"
    proposals: dict[int, UUID] = field(default_factory=dict)
    recommendations: dict[int, UUID] = field(default_factory=dict)
    dispositions: dict[int, UUID] = field(default_factory=dict)
    promises: dict[int, UUID] = field(default_factory=dict)
    panel: tuple[UUID, ...] = ()
    present: int = 0
    replies: int = 0
