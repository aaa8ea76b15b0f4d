"""What pages and papers show of proposals besides their words: who pulls them, and what they only ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.outcomes import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from burgertop_app.domain.outcome_views import ProposalLine
    from burgertop_app.domain.outcomes import ProposalText


@dataclass(frozen=True)
class Owner:
    """Who pulls a proposal: `number` of somebody who takes part, or `words` for an organisation."""

    number: str = ""
    words: str = ""
    participation_id: UUID | None = None

    @property
    def said(self) -> str:
        """The number or the words, as they are typed."""
        return self.number or self.words


@dataclass(frozen=True)
class ProposalVersion:
    """One wording, with everything it said, and the moment it was first kept."""

    text: ProposalText
    at: datetime


@dataclass(frozen=True)
class WishList:
    """How many proposals count, how many of them ask something, and how many do nothing but ask."""

    total: int
    asking: int
    only_asking: int

    @property
    def share(self) -> float | None:
        """The part of all proposals that only asks, from 0 to 1; None while there are no proposals."""
        return self.only_asking / self.total if self.total else None


def wish_list(lines: Iterable[ProposalLine]) -> WishList:
    """What the proposals that count ask and do."""
    kinds = [line.proposal.kind for line in lines if line.proposal.standing is Standing.ACTIVE]
    return WishList(
        total=len(kinds),
        asking=sum(kind.asks for kind in kinds),
        only_asking=sum(not kind.does for kind in kinds),
    )
