"""What an organiser asks for, as values that a page or a command fills in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain.outcomes import ProposalKind
from burgertop_app.domain.people import Role, State
from burgertop_app.domain.responses import CouncilNeed

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from burgertop_app.domain.people import NeedKind
    from burgertop_app.domain.responses import Disposal


@dataclass(frozen=True, kw_only=True)
class NewProcess:
    """A process to start, of the form with code `form`."""

    form: str
    title: str
    topic: str = ""
    municipality: str = ""
    seats: int | None = None


@dataclass(frozen=True, kw_only=True)
class PersonForm:
    """What is known of somebody who is added or edited by hand; an empty number means the next free one.

    `named_on` is the day on which somebody agreed to stand in the advice by name; None without consent.
    """

    number: str = ""
    name: str = ""
    address: str = ""
    postcode: str = ""
    place: str = ""
    email: str = ""
    phone: str = ""
    role: Role = Role.RESIDENT
    state: State = State.REGISTERED
    features: dict[str, str] = field(default_factory=dict)
    needs: dict[NeedKind, str] = field(default_factory=dict)
    channel: str = ""
    named_on: date | None = None


@dataclass(frozen=True)
class Keeping:
    """What people's data are for, and the day on which they must be gone."""

    purpose: str
    keep_until: date


@dataclass(frozen=True, kw_only=True)
class NewCard:
    """A card to enter; "(2x)" at the end of the text counts it twice, unless `times` says how often.

    Without `event_id` it comes from the last meeting that was held.
    """

    text: str
    event_id: UUID | None = None
    table_no: int | None = None
    round_no: int | None = None
    kind: str = ""
    addressee: str = ""
    label: str = ""
    theme_id: UUID | None = None
    theme: str = ""
    times: int | None = None
    authors: tuple[UUID, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CardPart:
    """One of the cards that a card is split into; without `kind` it has that of the whole."""

    text: str
    times: int = 1
    kind: str = ""


@dataclass(frozen=True, kw_only=True)
class NewProposal:
    """A proposal to make, resting on cards."""

    title: str
    text: str = ""
    kind: ProposalKind = ProposalKind.ASKED
    cost: int | None = None
    area: str = ""
    card_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Votes:
    """Votes as counted for one proposal."""

    in_favour: int
    against: int
    blank: int = 0


@dataclass(frozen=True, kw_only=True)
class RecommendationForm:
    """The words of a recommendation and the proposals it rests on."""

    title: str
    reason: str = ""
    minority: str = ""
    ourselves: str = ""
    note: str = ""
    costs: str = ""
    roles: str = ""
    proposal_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DispositionForm:
    """The college's word on one recommendation; `budget` in its own words, such as "€ 12.500 per jaar"."""

    disposal: Disposal
    reason: str = ""
    owner: str = ""
    due_on: date | None = None
    budget: str = ""
    council: CouncilNeed = CouncilNeed.UNKNOWN
    policy: str = ""
