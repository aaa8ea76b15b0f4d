"""Who is written to about an advice: the college that must answer, and who gets a copy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from uuid import UUID


class AddresseeRole(StrEnum):
    """In which part somebody is written to; there is one college."""

    COLLEGE = "college"
    COUNCIL = "council"
    CLERK = "clerk"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Addressee(Entity):
    """An organisation that gets the letters of a process; `copy` says whether it gets copies.

    `attention` is for whom the letter is meant there, `address` the lines below the name on an envelope.
    """

    process_id: UUID
    role: AddresseeRole
    name: str
    attention: str = ""
    address: str = ""
    email: str = ""
    copy: bool = True

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidInput("addressee_name_empty")

    def check(self) -> None:
        """Look whether letters can go there.

        Raises:
            InvalidInput: the e-mail address cannot be.
        """
        address = self.email.strip()
        if address and (address.count("@") != 1 or address.startswith("@") or address.endswith("@")):
            raise InvalidInput("addressee_email", email=address)
        if any(character.isspace() for character in address):
            raise InvalidInput("addressee_email", email=address)

    @property
    def lines(self) -> tuple[str, ...]:
        """Name and address as they stand on an envelope."""
        attention = (self.attention.strip(),) if self.attention.strip() else ()
        return (self.name.strip(), *attention, *filter(None, map(str.strip, self.address.splitlines())))
