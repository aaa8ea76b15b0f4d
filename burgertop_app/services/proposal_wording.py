"""Keeping what a proposal says: a new wording beside the earlier ones, or a fresh one put right."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from burgertop_app.domain.money import checked_cost
from burgertop_app.domain.outcomes import Proposal, ProposalText
from burgertop_app.domain.proposal_requests import ProposalWords
from burgertop_app.services import rewording
from burgertop_app.storage import outcome_store

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store

NAMES = tuple(each.name for each in fields(ProposalWords))
ABOUT = ("kind", "cost", "area")
"""What stands on the proposal as well as on its wording."""


def latest(store: Store, proposal_id: UUID) -> ProposalText:
    """The words that a proposal has now."""
    return store.find(ProposalText, order_by="version", proposal_id=proposal_id)[-1]


def said(store: Store, proposal_id: UUID) -> ProposalWords:
    """Everything that a proposal says now."""
    proposal, text = store.get(Proposal, proposal_id), latest(store, proposal_id)
    return ProposalWords(
        **{name: getattr(proposal if name in ABOUT else text, name) for name in NAMES},
    )


def keep(store: Store, proposal_id: UUID, wanted: ProposalWords, reason: str, *, typing: bool) -> None:
    """Keep what a proposal says now.

    Args:
        store: where.
        proposal_id: which one.
        wanted: everything it says; nothing happens where that is what it says already.
        reason: why.
        typing: the organiser is still at it, so that a fresh wording is put right.
    """
    cells = cleaned(wanted)
    earlier, proposal = latest(store, proposal_id), store.get(Proposal, proposal_id)
    if typing and _still_typed(store, earlier):
        store.change(earlier, **cells, reason=reason or earlier.reason)
    elif cells != {name: getattr(said(store, proposal_id), name) for name in NAMES}:
        store.add(
            ProposalText(
                id=store.new_id(),
                proposal_id=proposal_id,
                version=earlier.version + 1,
                reason=reason,
                **cells,
            )
        )
    store.change(proposal, **{name: cells[name] for name in ABOUT})


def first(store: Store, proposal_id: UUID, wanted: ProposalWords) -> None:
    """Keep the first words of a proposal."""
    store.add(ProposalText(id=store.new_id(), proposal_id=proposal_id, version=1, **cleaned(wanted)))


def cleaned(wanted: ProposalWords) -> dict[str, Any]:
    """The words as they are kept: what stands in the texts also tells who must act.

    Raises:
        InvalidInput: the cost cannot be.
    """
    cells = {name: getattr(wanted, name) for name in NAMES}
    return cells | {
        "title": wanted.title.strip(),
        "area": " ".join(wanted.area.split()),
        "kind": wanted.kind.with_texts(wanted.ourselves, wanted.asked),
        "cost": checked_cost(wanted.cost),
        "fields": {code: text for code, text in wanted.fields.items() if text},
    }


def _still_typed(store: Store, text: ProposalText) -> bool:
    """Whether `text` may be put right: made a moment ago, and not what people voted on."""
    proposal = store.get(Proposal, text.proposal_id)
    ballot = outcome_store.standing_ballot(store, proposal.process_id)
    frozen_at = ballot.frozen_at if ballot is not None else None
    voted_on = frozen_at is not None and frozen_at >= outcome_store.said_at(store, text)
    return rewording.fresh(store, text) and not voted_on
