"""Who pulls a proposal, read from what an organiser types: numbers of people, and organisations in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.person_names import Names
from burgertop_app.domain.proposal_views import Owner

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

_BETWEEN = re.compile(r"[,;\n]")
_NUMBER = re.compile(r"(?:nr\.?|nummer|no\.?|#)?\s*(\w*\d\w*)", re.IGNORECASE)


class OwnerReader:
    """Reads who is meant.

    Args:
        people: participation, name and number of everyone in the process.
    """

    def __init__(self, people: Sequence[tuple[UUID, str, str]] = ()) -> None:
        self._people = {_bare(number): (number, known, name) for known, name, number in people if number}
        self._names = Names(name for _known, name, _number in people)

    def read(self, text: str) -> tuple[Owner, ...]:
        """The owners that `text` names, as "12, 40, Buurtvereniging De Brug"; each once.

        Raises:
            InvalidInput: nobody has this number, or a name of a participant stands there instead of it.
        """
        found: dict[str, Owner] = {}
        for part in (" ".join(part.split()) for part in _BETWEEN.split(text)):
            numbered = _NUMBER.fullmatch(part)
            if numbered is not None:
                if _bare(numbered[1]) not in self._people:
                    raise InvalidInput("proposal_owner_unknown", number=numbered[1])
                number, known, _name = self._people[_bare(numbered[1])]
                found[number] = Owner(number=number, participation_id=known)
            elif part:
                if self._names.finds(part):
                    raise InvalidInput("proposal_owner_named")
                found.setdefault(part.casefold(), Owner(words=part))
        return tuple(found.values())

    def name(self, number: str) -> str:
        """Who has this number, for the screen of the organiser; "" for nobody."""
        return self._people[_bare(number)][2] if _bare(number) in self._people else ""


def _bare(number: str) -> str:
    return number.casefold().lstrip("0")
