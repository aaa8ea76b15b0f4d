"""Merging proposals into one and splitting one into several, with their cards, owners and history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.changes import Change, Topic, changed
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.outcomes import (
    CardProposal,
    Proposal,
    ProposalOwner,
    ProposalRecommendation,
    ProposalSuccession,
    ProposalText,
    Standing,
)
from burgertop_app.domain.proposal_joining import merged, part_of
from burgertop_app.services import proposal_owners, proposal_wording
from burgertop_app.services.proposals import link
from burgertop_app.storage import outcome_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.domain.outcome_views import ProposalLine
    from burgertop_app.domain.proposal_requests import ProposalWords, SplitPart
    from burgertop_app.services.context import Context
    from burgertop_app.storage.unit_of_work import Store


class ProposalJoining:
    """What an organiser does when proposals belong together, or one says two things."""

    def __init__(self, context: Context) -> None:
        self._work = context.work

    def merge(self, proposal_ids: Sequence[UUID], title: str, reason: str = "") -> Change:
        """Make one proposal of several; it begins with all they said, and they stay readable.

        Raises:
            InvalidInput: there are fewer than two, or there is no title.
            NotPossible: one of them does not count, or people vote on it.
        """
        ids = tuple(dict.fromkeys(proposal_ids))
        if len(ids) < 2:
            raise InvalidInput("merge_two")
        with self._work.writing("proposals.merge") as store:
            lines = _lines(store, ids)
            made = _begin(store, lines, merged(lines, title))
            link(store, made, [card for line in lines for card in line.card_ids])
            _end(store, lines, reason)
        return changed(Topic.PROPOSALS, Topic.CARDS, Topic.ADVICE, row=made)

    def split(self, proposal_id: UUID, parts: Sequence[SplitPart], reason: str = "") -> Change:
        """Make several proposals of one; each begins with its words, and it stays readable.

        The change names the first of them.

        Raises:
            InvalidInput: there are fewer than two parts, one has no title, or a card goes along with none.
            NotPossible: the proposal does not count, or people vote on it.
        """
        if len(parts) < 2:
            raise InvalidInput("split_two")
        with self._work.writing("proposals.split") as store:
            (line,) = _lines(store, (proposal_id,))
            _check_cards(line, parts)
            made = []
            for part in parts:
                made.append(_begin(store, (line,), part_of(line, part.title)))
                link(store, made[-1], part.card_ids)
            _end(store, (line,), reason)
        return changed(Topic.PROPOSALS, Topic.CARDS, Topic.ADVICE, row=made[0])

    def undo(self, proposal_ids: Sequence[UUID], reason: str) -> Change:
        """Let these proposals count again, with those they were merged with, as if nothing had been done.

        What was made of them goes; where somebody changed it meanwhile it stays readable as withdrawn, with
        `reason`.

        Raises:
            NotPossible: something else was made of the result meanwhile, or people vote on it.
        """
        with self._work.writing("proposals.unjoin") as store:
            named = store.find(ProposalSuccession, earlier_id=list(proposal_ids))
            ties = store.find(ProposalSuccession, later_id=[tie.later_id for tie in named])
            for later in dict.fromkeys(tie.later_id for tie in ties):
                _check_untouched(store, later)
            for later in dict.fromkeys(tie.later_id for tie in ties):
                at = outcome_store.said_at(store, store.one(ProposalText, proposal_id=later, version=1))
                for earlier in (tie.earlier_id for tie in ties if tie.later_id == later):
                    _revive(store, earlier, at)
                for tie in ties:
                    if tie.later_id == later:
                        store.remove(tie)
                _drop(store, later, reason)
        return changed(Topic.PROPOSALS, Topic.CARDS, Topic.ADVICE)


def _lines(store: Store, proposal_ids: Sequence[UUID]) -> tuple[ProposalLine, ...]:
    process_id = store.get(Proposal, proposal_ids[0]).process_id
    found = {line.proposal.id: line for line in outcome_store.proposal_lines(store, process_id)}
    lines = tuple(found[proposal_id] for proposal_id in proposal_ids)
    for line in lines:
        if line.proposal.standing is not Standing.ACTIVE:
            raise NotPossible("proposal_not_counting", number=line.proposal.number)
        if line.on_ballot:
            raise NotPossible("proposal_is_voted_on", number=line.proposal.number)
    return lines


def _check_cards(line: ProposalLine, parts: Sequence[SplitPart]) -> None:
    given = {card for part in parts for card in part.card_ids}
    if given - set(line.card_ids):
        raise InvalidInput("split_card_strange")
    left = [label for card, label in zip(line.card_ids, line.cards, strict=True) if card not in given]
    if left:
        raise InvalidInput("split_cards_left", cards=", ".join(left))


def _begin(store: Store, lines: Sequence[ProposalLine], words: ProposalWords) -> UUID:
    """Keep a new proposal that follows these, with their owners and recommendations."""
    process_id = lines[0].proposal.process_id
    numbers = [known.number for known in store.find(Proposal, process_id=process_id)]
    cells = proposal_wording.cleaned(words)
    made = store.add(
        Proposal(
            id=store.new_id(),
            process_id=process_id,
            number=max(numbers) + 1,
            **{name: cells[name] for name in proposal_wording.ABOUT},
        )
    ).id
    proposal_wording.first(store, made, words)
    for line in lines:
        store.add(ProposalSuccession(id=store.new_id(), earlier_id=line.proposal.id, later_id=made))
    proposal_owners.keep(store, made, [owner for line in lines for owner in line.owners])
    ids = [line.proposal.id for line in lines]
    held = store.find(ProposalRecommendation, proposal_id=ids, until=None)
    for recommendation in dict.fromkeys(tie.recommendation_id for tie in held):
        _advise(store, made, recommendation)
    return made


def _advise(store: Store, proposal_id: UUID, recommendation_id: UUID) -> None:
    store.add(
        ProposalRecommendation(
            id=store.new_id(),
            proposal_id=proposal_id,
            recommendation_id=recommendation_id,
            since=store.now(),
            by=store.actor,
        )
    )


def _end(store: Store, lines: Sequence[ProposalLine], reason: str) -> None:
    """Let proposals count no longer; their ties end now."""
    for line in lines:
        for kind in (CardProposal, ProposalRecommendation):
            for tie in store.find(kind, proposal_id=line.proposal.id, until=None):
                store.change(tie, until=store.now(), reason=reason or tie.reason)
        store.change(
            store.get(Proposal, line.proposal.id),
            standing=Standing.WITHDRAWN,
            withdrawn_reason=reason.strip(),
        )


def _check_untouched(store: Store, proposal_id: UUID) -> None:
    proposal = store.get(Proposal, proposal_id)
    if store.count(ProposalSuccession, earlier_id=proposal_id):
        raise NotPossible("proposal_went_on", number=proposal.number)
    lines = outcome_store.proposal_lines(store, proposal.process_id)
    if any(line.on_ballot for line in lines if line.proposal.id == proposal_id):
        raise NotPossible("proposal_is_voted_on", number=proposal.number)


def _revive(store: Store, proposal_id: UUID, ended_at: object) -> None:
    """Let a proposal count again with the ties that ended at that moment."""
    proposal = store.get(Proposal, proposal_id)
    if proposal.standing is Standing.ACTIVE:
        return
    store.change(proposal, standing=Standing.ACTIVE, withdrawn_reason="")
    link(
        store,
        proposal_id,
        [tie.card_id for tie in store.find(CardProposal, proposal_id=proposal_id) if tie.until == ended_at],
    )
    for tie in store.find(ProposalRecommendation, proposal_id=proposal_id):
        if tie.until == ended_at:
            _advise(store, proposal_id, tie.recommendation_id)


def _drop(store: Store, proposal_id: UUID, reason: str) -> None:
    """Take away what was made, or let it stay readable where somebody worked on it."""
    texts = store.find(ProposalText, proposal_id=proposal_id)
    touched = len(texts) > 1 or outcome_store.was_on_ballot(store, proposal_id)
    for kind in (CardProposal, ProposalRecommendation, ProposalOwner):
        for tie in store.find(kind, proposal_id=proposal_id):
            if not touched:
                store.remove(tie)
            elif tie.until is None and kind is not ProposalOwner:
                store.change(tie, until=store.now(), reason=reason)
    proposal = store.get(Proposal, proposal_id)
    if touched:
        store.change(proposal, standing=Standing.WITHDRAWN, withdrawn_reason=reason)
        return
    for text in texts:
        store.remove(text)
    store.remove(proposal)
