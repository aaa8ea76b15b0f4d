"""What came out of a vote: per option, per group, and how many people took part."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  (a field)
from dataclasses import dataclass, field
from fractions import Fraction  # noqa: TC003  (a field)

Marks = tuple[int | None, ...]
"""One valid slip: a mark per option in the order of the ballot, None where it was left empty."""


@dataclass(frozen=True)
class Turnout:
    """How many papers there are; `electorate` 0 is not known, `quorum` 0 is none."""

    valid: int
    blank: int
    invalid: int
    electorate: int = 0
    quorum: int = 0

    @property
    def cast(self) -> int:
        """Every paper that was handed in."""
        return self.valid + self.blank + self.invalid

    @property
    def quorate(self) -> bool:
        """Whether enough papers were handed in."""
        return self.cast >= self.quorum


@dataclass(frozen=True)
class OptionOutcome:
    """What became of one option.

    Attributes:
        place: 1 is best; equals share a place. Options that are decided apart are in order of support.
        score: what the place follows from, exact: the share for, dots, slips, mean score, points, or how
            many options it is better than.
        tally: on how many valid slips each mark stands.
        empty: on how many valid slips it was left empty.
        chosen: carried or chosen; None where the method does not decide.
        by_lot: only the published seed decided whether it is chosen.
        median: the middle mark, for scores and temperatures; of two middle ones the lower.
    """

    place: int
    score: Fraction
    tally: Mapping[int, int]
    empty: int
    chosen: bool | None
    by_lot: bool = False
    median: int | None = None


@dataclass(frozen=True)
class Outcome:
    """The whole result; `options` in the order of the ballot.

    Attributes:
        order: the places of the options, the best first, equals in the order of the seed.
        lots: groups of equals that the seed had to decide between, in the order it gave.
        wins: Schulze: on how many slips the row comes before the column.
        paths: Schulze: the strength of the strongest path from the row to the column.
    """

    options: tuple[OptionOutcome, ...]
    turnout: Turnout
    order: tuple[int, ...]
    lots: tuple[tuple[int, ...], ...] = ()
    wins: tuple[tuple[int, ...], ...] = ()
    paths: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True)
class GroupShare:
    """The support of one group; per option a share from 0 to 1, None where it is not shown.

    `papers` is None for a group that is not shown at all.
    """

    name: str
    papers: int | None
    shares: tuple[Fraction | None, ...]


@dataclass(frozen=True)
class GroupResult:
    """The groups of one question on the slip, without those who left it empty."""

    question: str
    groups: tuple[GroupShare, ...]


@dataclass(frozen=True)
class Lowest:
    """The group with the least support for one option, of the groups that are shown."""

    question: str
    group: str
    share: Fraction


@dataclass(frozen=True)
class Support:
    """The support of everyone and of every group; `total` has None for an option nobody spoke about."""

    total: tuple[Fraction | None, ...]
    questions: tuple[GroupResult, ...] = ()
    lowest: tuple[Lowest | None, ...] = field(default=())
