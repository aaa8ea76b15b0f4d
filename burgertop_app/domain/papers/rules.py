"""What the rules of the game and the card book are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from burgertop_app.domain.papers.advice import PaperMandate
    from burgertop_app.domain.papers.common import CardGroup, Masthead


@dataclass(frozen=True, kw_only=True)
class Dial:
    """A dial between two words; `position` runs from 1 (`left`) to 5 (`right`)."""

    name: str
    left: str
    right: str
    position: int

    def __post_init__(self) -> None:
        if not 1 <= self.position <= 5:
            raise InvalidInput("paper_dial_position", name=self.name, position=self.position)


@dataclass(frozen=True, kw_only=True)
class Promise:
    """What somebody pledges beforehand."""

    who: str
    what: str


@dataclass(frozen=True, kw_only=True)
class RulesPaper:
    """The rules of the game on one page."""

    masthead: Masthead
    assignment: str
    mandate: PaperMandate | None = None
    decisions: tuple[str, ...] = ()
    dials: tuple[Dial, ...] = ()
    promises: tuple[Promise, ...] = ()
    contact: str = ""


@dataclass(frozen=True, kw_only=True)
class CardBookPaper:
    """Every card of a process by addressee and theme; `source` tells where the cards were written.

    `agreement` tells whether the tables agreed with the words on the cards.
    """

    masthead: Masthead
    groups: tuple[CardGroup, ...]
    source: str = ""
    agreement: str = ""
