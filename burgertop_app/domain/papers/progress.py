"""What the progress report, the agenda about progress and the letters to owners are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from burgertop_app.domain.papers.common import Masthead
    from burgertop_app.domain.processes import PledgeState
    from burgertop_app.domain.responses import CommitmentState, Disposal, Step


@dataclass(frozen=True, kw_only=True)
class MovedDay:
    """A day that was moved, and why."""

    was_on: date
    now_on: date | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class ProgressItem:
    """A promise as it stands.

    Attributes:
        standing: how it stands in words, with the days when it is late.
        late: days after its last day; 0 when it is not late.
        changes: what changed since the last time, in a few words each.
        notes: dated notes, the newest first.
        evidence: what shows that it was done, with a link where there is one.
        questions: what to ask about it.
    """

    text: str
    state: CommitmentState
    step: Step
    standing: str
    owner: str = ""
    due_on: date | None = None
    late: int = 0
    budget: int | None = None
    outcome: str = ""
    withdrawn: str = ""
    source: str = ""
    changes: tuple[str, ...] = ()
    notes: tuple[tuple[date, str], ...] = ()
    moved: tuple[MovedDay, ...] = ()
    evidence: tuple[tuple[str, str], ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ProgressGroup:
    """A recommendation with the college's word on it and what was promised."""

    number: int
    sentence: str
    disposal: Disposal | None
    items: tuple[ProgressItem, ...]


@dataclass(frozen=True, kw_only=True)
class PledgeItem:
    """What somebody promised beforehand, and whether it was kept."""

    by: str
    text: str
    state: PledgeState
    on: date | None = None
    note: str = ""
    evidence: tuple[tuple[str, str], ...] = ()
    changed: bool = False


@dataclass(frozen=True, kw_only=True)
class HeldMeeting:
    """A meeting about progress that was held."""

    on: date
    present: int | None
    note: str
    decisions: str


@dataclass(frozen=True, kw_only=True)
class ProgressPaper:
    """The progress report; number 0 and no hash while it is a draft. `since` is the day of the one before."""

    masthead: Masthead
    number: int
    on: date
    groups: tuple[ProgressGroup, ...]
    others: tuple[ProgressItem, ...]
    plans: tuple[ProgressItem, ...]
    pledges: tuple[PledgeItem, ...]
    meetings: tuple[HeldMeeting, ...] = ()
    next_meeting: date | None = None
    since: date | None = None
    draft: bool = True
    content_hash: str = ""

    @property
    def items(self) -> tuple[ProgressItem, ...]:
        """Every promise of the college, without the residents' own plans."""
        return (*(item for group in self.groups for item in group.items), *self.others)


@dataclass(frozen=True, kw_only=True)
class AgendaPaper:
    """The agenda of a meeting about progress; what presses most comes first. `since` is the last meeting."""

    masthead: Masthead
    number: int
    on: date
    items: tuple[ProgressItem, ...]
    plans: tuple[ProgressItem, ...]
    ended: tuple[ProgressItem, ...]
    pledges: tuple[PledgeItem, ...]
    since: date | None = None
    decisions: str = ""


@dataclass(frozen=True, kw_only=True)
class OwnerLetter:
    """What one owner promised; `contact` is who is addressed there."""

    owner: str
    contact: str
    items: tuple[ProgressItem, ...]


@dataclass(frozen=True, kw_only=True)
class OwnerLettersPaper:
    """A letter to every owner of a promise that has not ended, with what they promised."""

    masthead: Masthead
    on: date
    place: str
    sender: tuple[str, ...]
    letters: tuple[OwnerLetter, ...]
    next_meeting: date | None = None
    reply_to: str = ""
