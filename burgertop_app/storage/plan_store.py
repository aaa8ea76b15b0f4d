"""What hangs on proposals besides cards and votes: owners, predecessors and every wording."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from burgertop_app.domain.outcomes import Proposal, ProposalOwner, ProposalSuccession, ProposalText
from burgertop_app.domain.people import Participation
from burgertop_app.domain.proposal_views import Owner, ProposalVersion
from burgertop_app.storage.mapping import translation
from burgertop_app.storage.reading import under

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store


def owners(store: Store, process_id: UUID) -> Mapping[UUID, tuple[Owner, ...]]:
    """Who pulls each proposal now, in the order in which they began."""
    ties = [
        tie
        for tie in under(store, ProposalOwner, Proposal, "proposal_id", process_id, order="since")
        if tie.until is None
    ]
    ids = [tie.participation_id for tie in ties if tie.participation_id is not None]
    numbers = {part.id: part.number for part in store.find(Participation, id=ids)} if ids else {}
    found: dict[UUID, list[Owner]] = defaultdict(list)
    for tie in ties:
        number = numbers.get(tie.participation_id, "") if tie.participation_id is not None else ""
        found[tie.proposal_id].append(Owner(number, tie.words, tie.participation_id))
    return {proposal_id: tuple(each) for proposal_id, each in found.items()}


def successions(store: Store, process_id: UUID) -> tuple[ProposalSuccession, ...]:
    """Which proposal came out of which, the oldest first."""
    return under(store, ProposalSuccession, Proposal, "later_id", process_id)


def chain(
    found: Sequence[ProposalSuccession], numbers: Mapping[UUID, int]
) -> tuple[Mapping[UUID, tuple[int, ...]], Mapping[UUID, tuple[int, ...]]]:
    """The numbers of what each proposal came from, and of what it became."""
    earlier: dict[UUID, list[int]] = defaultdict(list)
    later: dict[UUID, list[int]] = defaultdict(list)
    for one in found:
        earlier[one.later_id].append(numbers[one.earlier_id])
        later[one.earlier_id].append(numbers[one.later_id])
    return (
        {key: tuple(sorted(each)) for key, each in earlier.items()},
        {key: tuple(sorted(each)) for key, each in later.items()},
    )


def versions(store: Store, proposal_id: UUID) -> tuple[ProposalVersion, ...]:
    """Every wording of one proposal with its moment, the oldest first."""
    kept = translation(ProposalText)
    statement = select(kept.table.c.created_at, *kept.columns)
    statement = statement.where(kept.table.c.proposal_id == proposal_id).order_by(kept.table.c.version)
    return tuple(ProposalVersion(kept.value(cells), at) for at, *cells in store.session.execute(statement))
