"""What the page and the papers of the follow-up show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.following import (
        CommitmentNote,
        DueChange,
        Evidence,
        ProgressReport,
        StepChange,
    )
    from burgertop_app.domain.monitoring import MonitorSlot
    from burgertop_app.domain.processes import Pledge
    from burgertop_app.domain.responses import Commitment, CommitmentState, Disposal


@dataclass(frozen=True)
class Origin:
    """The recommendation that a promise came from, the college's word on it, and the cards behind it."""

    recommendation_id: UUID
    number: int
    sentence: str
    disposal: Disposal | None = None
    cards: tuple[tuple[UUID, str], ...] = ()


@dataclass(frozen=True)
class CommitmentLine:
    """A promise with everything that is known of it; lists run from old to new.

    `shared` when a progress report tells of it, so that it may no longer be taken away.
    """

    commitment: Commitment
    origin: Origin | None = None
    notes: tuple[CommitmentNote, ...] = ()
    steps: tuple[StepChange, ...] = ()
    moved: tuple[DueChange, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    shared: bool = False

    @property
    def id(self) -> UUID:
        """The id of the promise."""
        return self.commitment.id

    @property
    def proven(self) -> bool:
        """Whether something shows that it was kept."""
        return any(not one.withdrawn_reason for one in self.evidence)

    @property
    def bare(self) -> bool:
        """Whether nothing hangs on it yet, so that it may go as if it had never been."""
        return not (self.shared or self.notes or self.steps or self.moved or self.evidence)


@dataclass(frozen=True)
class PledgeLine:
    """What somebody promised beforehand, with what shows that it was kept."""

    pledge: Pledge
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class FollowUp:
    """Everything that the follow-up of one process shows.

    `plans` counts what recommendations say that residents do themselves and that is not followed yet.
    """

    lines: tuple[CommitmentLine, ...]
    pledges: tuple[PledgeLine, ...]
    meetings: tuple[MonitorSlot, ...]
    reports: tuple[ProgressReport, ...]
    answered_on: date | None = None
    plans: int = 0


@dataclass(frozen=True)
class Ending:
    """How a promise ended: `outcome` is what was achieved, or why it was dropped."""

    state: CommitmentState
    outcome: str
    unproven: bool = False


@dataclass(frozen=True)
class MeetingForm:
    """What is kept of a meeting that was held, or of one that is moved.

    `notes` are dated notes on promises, by the id of the promise.
    """

    number: int
    on: date
    planned_on: date | None = None
    present: int | None = None
    note: str = ""
    decisions: str = ""
    notes: tuple[tuple[UUID, str], ...] = ()
