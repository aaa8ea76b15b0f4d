"""What the book of proposals is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from burgertop_app.domain.papers.common import Masthead, PrintedCard, Support


@dataclass(frozen=True, kw_only=True)
class BookProposal:
    """One proposal with all it says; `texts` and `facts` are names and words in the order of reading.

    `owners` names organisations, and only how many people; `lineage` what it came from; `result` whether it
    was carried, in words; `agreement` whether the tables agreed with the words on its cards.
    """

    number: int
    title: str
    texts: tuple[tuple[str, str], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    lineage: str = ""
    support: Support | None = None
    result: str = ""
    agreement: str = ""
    cards: tuple[PrintedCard, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ProposalBookPaper:
    """Every proposal that counts; `name` is what the form calls them, `wish` tells how many only ask."""

    masthead: Masthead
    name: str
    proposals: tuple[BookProposal, ...]
    wish: str = ""
    voted: bool = False
