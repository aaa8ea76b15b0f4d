"""Writing proposals out: all their texts, who pulls them, and every earlier wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.outcomes import Proposal
from burgertop_app.domain.proposal_owners import OwnerReader
from burgertop_app.services import proposal_owners, proposal_wording
from burgertop_app.storage import people_store, plan_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.proposal_requests import ProposalWords
    from burgertop_app.domain.proposal_views import Owner, ProposalVersion
    from burgertop_app.services.context import Context


class ProposalWriting:
    """What an organiser does to work out proposals."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def edit(
        self, proposal_id: UUID, wanted: ProposalWords, reason: str = "", *, typing: bool = False
    ) -> Change:
        """Keep everything a proposal says; the earlier words stay readable.

        Args:
            proposal_id: the proposal.
            wanted: everything it says now.
            reason: why it changed.
            typing: the organiser is still at it: a wording of a moment ago is put right instead of kept
                beside this one, unless the vote was opened on it.

        Raises:
            InvalidInput: there is no title, or the cost cannot be.
        """
        with self._work.writing("proposals.reword") as store:
            proposal_wording.keep(store, proposal_id, wanted, reason, typing=typing)
        return changed(Topic.PROPOSALS, row=proposal_id)

    def reader(self, process_id: UUID) -> OwnerReader:
        """Reads who is meant by what is typed as owners of a proposal."""
        with self._work.reading() as store:
            people = people_store.names(store, process_id)
        return OwnerReader(people)

    def own(self, proposal_id: UUID, owners: Sequence[Owner]) -> Change:
        """Let exactly these pull a proposal; those who stop stay in the history."""
        with self._work.writing("proposals.own") as store:
            store.get(Proposal, proposal_id)
            proposal_owners.keep(store, proposal_id, owners)
        return changed(Topic.PROPOSALS, row=proposal_id)

    def versions(self, proposal_id: UUID) -> tuple[ProposalVersion, ...]:
        """Every wording the proposal has had, with all it said, the oldest first."""
        with self._work.reading() as store:
            return plan_store.versions(store, proposal_id)
