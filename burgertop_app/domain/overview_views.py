"""Lines that the start page, the overview and the search show: terms, next steps and the thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.advice import AdviceState
    from burgertop_app.domain.form_parts import Text
    from burgertop_app.domain.outcomes import Standing
    from burgertop_app.domain.processes import Phase
    from burgertop_app.domain.reminding import Planned


@dataclass(frozen=True)
class TermLine:
    """One advice on the start page: how long the college still has.

    `due_on` is the last day as it now stands, `agreed_on` the one that was agreed; they differ when the
    college postponed. `begun_on` is the day of the event that started the term. `reminder` is what must go
    out now, or comes next.
    """

    process_id: UUID
    advice_id: UUID
    title: str
    process: str
    state: AdviceState
    received_on: date | None = None
    due_on: date | None = None
    days_left: int | None = None
    answered: int = 0
    recommendations: int = 0
    agreed_on: date | None = None
    begun_on: date | None = None
    offered_on: date | None = None
    reminder: Planned | None = None

    @property
    def postponed(self) -> bool:
        """Whether the college moved the last day."""
        return self.due_on != self.agreed_on


@dataclass(frozen=True)
class ProcessLine:
    """One process on the start page."""

    process_id: UUID
    title: str
    topic: str
    form: str
    phase: Phase
    people: int
    next_step: NextStep | None = None
    form_name: Text | None = None


@dataclass(frozen=True)
class NextStep:
    """Something to do: a code that `messages.steps` puts into words, the page where, and by when.

    `row` is the advice or commitment that it is about, for the page to show.
    """

    code: str
    page: str
    count: int = 0
    due_on: date | None = None
    late: bool = False
    subject: str = ""
    row: UUID | None = None


@dataclass(frozen=True)
class ThreadNumbers:
    """The row of numbers on the overview."""

    invited: int = 0
    registered: int = 0
    drawn: int = 0
    reserves: int = 0
    present: int = 0
    absent: int = 0
    cards: int = 0
    themes: int = 0
    proposals: int = 0
    voted: int = 0
    advices: int = 0
    recommendations: int = 0
    answered: int = 0
    commitments: int = 0
    late: int = 0
    received_on: date | None = None
    days_left: int | None = None


@dataclass(frozen=True)
class ThreadStep:
    """One link of the thread: what it is, its words, and where it can be seen.

    Attributes:
        kind: card, theme, proposal, recommendation, answer or commitment.
        label: number of a card, proposal or recommendation, disposal of an answer, owner of a commitment.
        text: its words; of an answer the reason.
        note: table and round of a card as "3/2", owner of an answer, state of a commitment, why withdrawn.
        standing: None for what cannot be withdrawn.
        due_on: last day of an answer or commitment.
        figures: cards in a theme, votes for and against a proposal, cards under a recommendation.
    """

    kind: str
    id: UUID
    label: str
    text: str
    note: str = ""
    standing: Standing | None = None
    due_on: date | None = None
    figures: tuple[int, ...] = ()


@dataclass(frozen=True)
class ThreadPath:
    """One way along the thread, from a card to whatever became of it, in order."""

    steps: tuple[ThreadStep, ...]


@dataclass(frozen=True)
class Found:
    """Something the search found: its kind, words to show, and the page that shows it."""

    kind: str
    id: UUID
    text: str
    detail: str
    page: str
    process_id: UUID
