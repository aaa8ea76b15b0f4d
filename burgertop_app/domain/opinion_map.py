"""Opinion groups as they were found: dots, groups, and what each group says of each statement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LEAST_IN_GROUP = 10
"""A group of fewer people is never shown."""
LEAST_PEOPLE = 2 * LEAST_IN_GROUP
LEAST_STATEMENTS = 5
LEAST_VOTES_EACH = 7
"""So many votes, or all of them, somebody must have given to get a dot."""
MOST_GROUPS = 5
CLEAR, FAIR = 0.7, 0.5
"""From so much on, groups are clear, or fairly clear (Kaufman and Rousseeuw 1990)."""


class NoGroups(StrEnum):
    """Why no groups are shown."""

    FEW_PEOPLE = "few_people"
    FEW_STATEMENTS = "few_statements"
    ALIKE = "alike"
    SMALL = "small"
    CHANCE = "chance"


@dataclass(frozen=True)
class Said:
    """How many agree, disagree and pass."""

    agree: int = 0
    disagree: int = 0
    passed: int = 0

    @property
    def seen(self) -> int:
        """Who said anything at all."""
        return self.agree + self.disagree + self.passed

    @property
    def likely(self) -> float:
        """The part that agrees, drawn to a half where few said anything: (agree + 1) / (seen + 2)."""
        return (self.agree + 1) / (self.seen + 2)

    @property
    def unlikely(self) -> float:
        """The same of who disagrees."""
        return (self.disagree + 1) / (self.seen + 2)


@dataclass(frozen=True)
class Dot:
    """Where somebody stands: who votes alike stands close together. The axes have no name.

    `voter` is an anonymous number; `group` counts from 0, None when there are no groups.
    """

    voter: int
    x: float
    y: float
    group: int | None = None


@dataclass(frozen=True)
class StatementResult:
    """What is said of one statement.

    `agreed` and `rejected` are the products over the groups of the part that agrees or disagrees: high only
    when every group does. `apart` is the greatest difference between two groups in the part that agrees;
    without groups it is how evenly agreeing and disagreeing are divided.
    """

    number: int
    everyone: Said
    groups: tuple[Said, ...]
    agreed: float
    rejected: float
    apart: float


@dataclass(frozen=True)
class Typical:
    """A statement that sets a group apart from the others.

    `times` is how much more likely this group is than the others to agree (`agrees`) or disagree, both drawn
    to a half where few voted; `share` is the part that does of those in the group who voted on it.
    """

    number: int
    agrees: bool
    share: float
    times: float


@dataclass(frozen=True)
class OpinionMap:
    """Everything that was found.

    Attributes:
        dots: who gave enough votes, in order of voter number; empty when nothing may be drawn.
        sizes: people per group, the largest first; empty when there are no groups.
        statements: what is said of each statement by those with a dot, in order of number.
        typical: per group what sets it apart.
        agreed: statements that surely more than half of who has a dot agrees with, clearest first.
        rejected: the same for disagreeing.
        voters: everybody who voted.
        left_out: who gave too few votes to get a dot.
        why: why there are no groups; None when there are.
        sharpness: how clear the groups are, from -1 to 1 (silhouette); None without groups.
        shown: the part of all difference between people that two dimensions show, 0..1.
        by_chance: the most that two dimensions show of shuffled votes; None when that was not tried.
        smaller: whether a division with a group of fewer than ten would have been sharper.
    """

    dots: tuple[Dot, ...] = ()
    sizes: tuple[int, ...] = ()
    statements: tuple[StatementResult, ...] = ()
    typical: tuple[tuple[Typical, ...], ...] = ()
    agreed: tuple[int, ...] = ()
    rejected: tuple[int, ...] = ()
    voters: int = 0
    left_out: int = 0
    why: NoGroups | None = None
    sharpness: float | None = None
    by_chance: float | None = None
    shown: float = 0.0
    smaller: bool = False

    def statement(self, number: int) -> StatementResult | None:
        """What is said of the statement with that number."""
        return next((one for one in self.statements if one.number == number), None)


def group_name(place: int) -> str:
    """The letter of a group: 0 is A."""
    return chr(ord("A") + place)
