"""Lines that pages show: what was kept, put together for reading."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain.stages import StageCounts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from burgertop_app.domain.advice import AdviceState, Recommendation, RecommendationText
    from burgertop_app.domain.ballots import BallotRule, Count
    from burgertop_app.domain.form_parts import Text
    from burgertop_app.domain.outcomes import Card, Proposal, ProposalText, Standing
    from burgertop_app.domain.people import Consent, Contact, EventKind, NeedKind, Role, State
    from burgertop_app.domain.processes import Phase
    from burgertop_app.domain.responses import Disposition


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One row of the list of people; `needs` are kinds, never notes; `place` is that of a reserve."""

    participation_id: UUID
    number: str
    name: str
    role: Role
    state: State
    features: dict[str, str] = field(default_factory=dict)
    needs: tuple[NeedKind, ...] = ()
    channel: str = ""
    place: int | None = None


@dataclass(frozen=True)
class StoryLine:
    """One line of somebody's story."""

    kind: EventKind
    at: datetime
    note: str = ""


@dataclass(frozen=True)
class PersonStory:
    """Everything the drawer shows about one person; a facilitator brings `languages` and `skills`.

    `naming` holds every consent to stand in the advice by name, the oldest first.
    """

    line: PersonLine
    contact: Contact
    need_notes: tuple[tuple[NeedKind, str], ...]
    story: tuple[StoryLine, ...]
    languages: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    purpose: str = ""
    keep_until: date | None = None
    naming: tuple[Consent, ...] = ()


@dataclass(frozen=True)
class PeopleView:
    """What the page about people shows: everyone, the known values per feature, comparison and counts."""

    lines: tuple[PersonLine, ...] = ()
    features: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shares: tuple[GroupShare, ...] = ()
    reached: StageCounts = field(default_factory=StageCounts)


@dataclass(frozen=True)
class CardLine:
    """A card with the words it has now and where it stands."""

    card: Card
    text: str
    theme_id: UUID | None = None
    theme: str = ""
    proposals: tuple[int, ...] = ()
    versions: int = 1


@dataclass(frozen=True)
class ProposalLine:
    """A proposal with its words, its cards and its votes."""

    proposal: Proposal
    text: ProposalText
    card_ids: tuple[UUID, ...] = ()
    cards: tuple[str, ...] = ()
    count: Count | None = None
    rule: BallotRule | None = None
    recommendations: tuple[int, ...] = ()
    versions: int = 1
    on_ballot: bool = False


@dataclass(frozen=True)
class TieLine:
    """Where a card lay from `since` to `until` (None: still lies): a theme, or the number of a proposal."""

    name: str
    since: datetime
    until: datetime | None = None
    by: str = ""
    reason: str = ""


@dataclass(frozen=True)
class CardStory:
    """What was done with one card, the oldest first."""

    wordings: tuple[WordingLine, ...]
    themes: tuple[TieLine, ...] = ()
    proposals: tuple[TieLine, ...] = ()


@dataclass(frozen=True)
class WordingLine:
    """One earlier or present wording, with when and why."""

    version: int
    text: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True)
class RecommendationLine:
    """A recommendation with its words, proposals, cards and answer."""

    recommendation: Recommendation
    text: RecommendationText
    proposal_ids: tuple[UUID, ...] = ()
    proposals: tuple[int, ...] = ()
    cards: tuple[str, ...] = ()
    in_favour: int | None = None
    against: int | None = None
    disposition: Disposition | None = None
    rating: float | None = None


@dataclass(frozen=True)
class TermLine:
    """One advice on the start page: how long the college still has."""

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
class GroupShare:
    """One value of a feature: its part of the population, the pool, the panel and those present, 0..1."""

    feature: str
    value: str
    population: float | None
    pool: float
    panel: float | None
    present: float | None
    pool_count: int = 0
    panel_count: int = 0
    present_count: int = 0
    low: int = 0


@dataclass(frozen=True)
class Found:
    """Something the search found: its kind, words to show, and the page that shows it."""

    kind: str
    id: UUID
    text: str
    detail: str
    page: str
    process_id: UUID
