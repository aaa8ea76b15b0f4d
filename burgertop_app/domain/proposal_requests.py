"""What an organiser asks for about proposals: other words, and parts of one that is split."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from burgertop_app.domain.outcomes import ProposalKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from burgertop_app.domain.outcome_views import ProposalLine


@dataclass(frozen=True, kw_only=True)
class ProposalWords:
    """Everything that one wording of a proposal says; the fields as in `Proposal` and `ProposalText`."""

    title: str
    text: str = ""
    why: str = ""
    ourselves: str = ""
    asked: str = ""
    addressee: str = ""
    minority: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    kind: ProposalKind = ProposalKind.ASKED
    cost: int | None = None
    area: str = ""

    @classmethod
    def of(cls, line: ProposalLine) -> ProposalWords:
        """What a proposal says now."""
        about = {"kind", "cost", "area"}
        return cls(
            **{
                each.name: getattr(line.proposal if each.name in about else line.text, each.name)
                for each in fields(cls)
            }
        )


@dataclass(frozen=True)
class SplitPart:
    """One of the proposals that a proposal becomes: its sentence, and the cards that go along."""

    title: str
    card_ids: tuple[UUID, ...] = ()
