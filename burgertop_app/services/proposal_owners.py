"""Who pulls a proposal, read from what an organiser typed: numbers of people, and organisations in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.outcomes import ProposalOwner
from burgertop_app.domain.person_names import Names
from burgertop_app.domain.proposal_views import Owner
from burgertop_app.storage import people_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store

_BETWEEN = re.compile(r"[,;\n]")
_NUMBER = re.compile(r"(?:nr\.?|nummer|no\.?|#)?\s*(\w*\d\w*)", re.IGNORECASE)


def read(store: Store, process_id: UUID, text: str) -> tuple[Owner, ...]:
    """The owners that `text` names, as "12, 40, Buurtvereniging De Brug".

    Raises:
        InvalidInput: nobody has this number, or a name of a participant stands there instead of the number.
    """
    people = people_store.names(store, process_id)
    by_number = {number.lstrip("0"): (number, known) for known, _name, number in people}
    names = Names(name for _known, name, _number in people)
    found: dict[str, Owner] = {}
    for part in (" ".join(part.split()) for part in _BETWEEN.split(text)):
        numbered = _NUMBER.fullmatch(part)
        if numbered is not None:
            if numbered[1].lstrip("0") not in by_number:
                raise InvalidInput("proposal_owner_unknown", number=numbered[1])
            number, known = by_number[numbered[1].lstrip("0")]
            found[number] = Owner(number=number, participation_id=known)
        elif part:
            if names.finds(part):
                raise InvalidInput("proposal_owner_named")
            found[part.casefold()] = Owner(words=part)
    return tuple(found.values())


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
