"""What a proposal says that was made out of others: everything they said, and nothing twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.outcomes import ProposalKind
from burgertop_app.domain.proposal_requests import ProposalWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from burgertop_app.domain.outcome_views import ProposalLine

TEXTS = ("text", "why", "ourselves", "asked", "minority")


def merged(lines: Sequence[ProposalLine], title: str) -> ProposalWords:
    """The words with which one proposal begins that is made out of `lines`.

    Texts come below each other. The cost is the sum, or unknown where one is unknown. An addressee stays
    where all have the same one.
    """
    addressees = {line.text.addressee for line in lines}
    costs = [line.proposal.cost for line in lines if line.proposal.cost is not None]
    codes = dict.fromkeys(code for line in lines for code in line.text.fields)
    return ProposalWords(
        title=title,
        **{name: _together(getattr(line.text, name) for line in lines) for name in TEXTS},
        addressee=addressees.pop() if len(addressees) == 1 else "",
        fields={code: _one(line.text.fields.get(code, "") for line in lines) for code in codes},
        kind=_kind(lines),
        cost=sum(costs) if len(costs) == len(lines) else None,
        area=", ".join(dict.fromkeys(line.proposal.area for line in lines if line.proposal.area)),
    )


def part_of(line: ProposalLine, title: str) -> ProposalWords:
    """The words with which a part of `line` begins: all but the cost, which nobody knows for a part."""
    said = ProposalWords.of(line)
    return ProposalWords(**{**vars(said), "title": title, "cost": None})


def _together(texts: Iterable[str]) -> str:
    return "\n\n".join(dict.fromkeys(text.strip() for text in texts if text.strip()))


def _one(texts: Iterable[str]) -> str:
    """The text that all have; several would not fit in a field, so then it begins empty."""
    said = {text for text in texts if text}
    return said.pop() if len(said) == 1 else ""


def _kind(lines: Iterable[ProposalLine]) -> ProposalKind:
    kinds = {line.proposal.kind for line in lines}
    return kinds.pop() if len(kinds) == 1 else ProposalKind.BOTH
