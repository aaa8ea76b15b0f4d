"""What is known of a promise over time: notes, steps, days that moved, evidence, and reports about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.responses import Step  # noqa: TC001  (read at run time from the type hints)

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class CommitmentNote(Entity):
    """A dated note on a promise; `meeting_id` when it was made at a meeting, `by` who wrote it down."""

    commitment_id: UUID
    on: date
    text: str
    by: str = ""
    meeting_id: UUID | None = None

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise InvalidInput("note_empty")


@dataclass(frozen=True, kw_only=True)
class StepChange(Entity):
    """A promise went from one step of plan-do-check-act to another."""

    commitment_id: UUID
    was: Step
    now: Step
    on: date
    by: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class DueChange(Entity):
    """The day on which a promise would be kept was moved, and why."""

    commitment_id: UUID
    was_on: date
    now_on: date | None
    reason: str
    on: date
    by: str = ""

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise InvalidInput("due_reason_empty")


@dataclass(frozen=True, kw_only=True)
class Evidence(Entity):
    """What shows that a promise, or a pledge made beforehand, was kept: a file or a link.

    It is never taken away; `withdrawn_reason` says why it does not count any more.
    """

    description: str
    on: date
    commitment_id: UUID | None = None
    pledge_id: UUID | None = None
    attachment_id: UUID | None = None
    link: str = ""
    withdrawn_reason: str = ""

    def __post_init__(self) -> None:
        if not self.description.strip():
            raise InvalidInput("evidence_description_empty")


@dataclass(frozen=True, kw_only=True)
class ProgressReport(Entity):
    """A progress report as it was made and shared: numbered, with its document and what it knew.

    Attributes:
        content: canonical JSON of how everything stood, to tell later what changed since.
        sha256: of `content`.
        attachment_id: the document itself.
    """

    process_id: UUID
    number: int
    made_at: datetime
    content: str
    sha256: str
    attachment_id: UUID | None = None
    withdrawn_reason: str = ""
