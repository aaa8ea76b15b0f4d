"""What stands on the big screen: themes, results and intentions, without anybody's name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from burgertop_app.domain.card_history import Agreement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from burgertop_app.domain.ballot_methods import BallotRule
    from burgertop_app.domain.budgeting import BudgetProblem, BudgetRule, Completion

T = TypeVar("T")


@dataclass(frozen=True)
class ScreenExample:
    """The words of a card that was chosen as an example, and how far its table agreed with them."""

    text: str
    agreed: Agreement = Agreement.NOT_YET


@dataclass(frozen=True)
class ScreenTheme:
    """A theme: how many cards lie in it, counting "(2x)", and the examples that were chosen."""

    title: str
    cards: int
    examples: tuple[ScreenExample, ...] = ()


@dataclass(frozen=True)
class ScreenProposal:
    """A proposal with its votes; `carried` is None while there is no result.

    Of a method with places `score` tells what it got and `best` what the first one got; `carried` is then
    whether it was chosen, and for and against say nothing.
    """

    number: int
    title: str
    in_favour: int = 0
    against: int = 0
    blank: int = 0
    carried: bool | None = None
    cost: int | None = None
    rule: BallotRule | None = None
    score: Fraction | None = None
    best: Fraction | None = None

    @property
    def counted(self) -> bool:
        """Whether there are votes."""
        return bool(self.in_favour + self.against + self.blank)


@dataclass(frozen=True)
class ScreenProject:
    """A project that a budget pays; `cost` in the unit of the budget."""

    code: str
    title: str
    cost: int
    area: str = ""


@dataclass(frozen=True)
class ScreenPurse:
    """A vote over a budget to be counted for the screen by the rule that was fixed.

    `labels` are the projects as they may be shown, without their votes, in the order of `problem`.
    """

    rule: BudgetRule
    completion: Completion
    problem: BudgetProblem
    labels: tuple[ScreenProject, ...]


@dataclass(frozen=True)
class ScreenBudget:
    """What a budget pays, in the order in which that was decided; amounts count `unit` to the euro.

    `served` is how many of the `voters` see at least one project of their own choice.
    """

    rule: BudgetRule
    paid: tuple[ScreenProject, ...]
    projects: int
    money: int
    left: int
    voters: int
    served: int
    unit: int


@dataclass(frozen=True)
class BigScreen:
    """Everything that may be shown. `left_out` counts texts in which somebody may be known."""

    title: str = ""
    cards: int = 0
    unsorted: int = 0
    themes: tuple[ScreenTheme, ...] = ()
    proposals: tuple[ScreenProposal, ...] = ()
    question: str = ""
    intentions: tuple[str, ...] = ()
    left_out: int = 0
    budget: ScreenBudget | None = None


def parts(items: Sequence[T], most: int) -> Iterator[Sequence[T]]:
    """`items` in parts of at most `most`, as even as they go, so that no screen holds a single one."""
    count = -(-len(items) // most)
    for place in range(count):
        yield items[place * len(items) // count : (place + 1) * len(items) // count]
