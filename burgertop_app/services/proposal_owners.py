"""Keeping who pulls a proposal: those who stop stay in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.outcomes import ProposalOwner

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.proposal_views import Owner
    from burgertop_app.storage.unit_of_work import Store


def keep(store: Store, proposal_id: UUID, owners: Sequence[Owner]) -> None:
    """Let exactly these pull a proposal; those who stop stay in the history."""
    held = {_key(tie): tie for tie in store.find(ProposalOwner, proposal_id=proposal_id, until=None)}
    wanted = {(owner.participation_id, owner.words): owner for owner in owners}
    for key, tie in held.items():
        if key not in wanted:
            store.change(tie, until=store.now())
    for key, owner in wanted.items():
        if key not in held:
            store.add(
                ProposalOwner(
                    id=store.new_id(),
                    proposal_id=proposal_id,
                    participation_id=owner.participation_id,
                    words=owner.words,
                    since=store.now(),
                    by=store.actor,
                )
            )


def _key(tie: ProposalOwner) -> tuple[UUID | None, str]:
    return tie.participation_id, tie.words
