"""Which projects a citizens' budget pays: what is asked, by which rule, and what comes out.

Amounts are whole numbers of one unit, for example eurocents; what must be divided is an exact fraction.
Projects and ballots count from 0.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

MOST_AMOUNT = 10**15
MOST_POINTS = 10**9


class BudgetRule(StrEnum):
    """How votes become a list of projects."""

    GREEDY = "greedy"
    EQUAL_SHARES = "mes"


class Completion(StrEnum):
    """What happens with money that equal shares leave over.

    `ADD1U` raises every voter's share, one euro at a time, as long as the projects fit the budget, and then
    goes on as `GREEDY`: most votes first, what fits.
    """

    NONE = "none"
    ADD1U = "add1u"
    GREEDY = "greedy"


class NotFunded(StrEnum):
    """Why a project gets no money."""

    SUPPORT = "support"
    TOO_DEAR = "too_dear"
    CEILING = "ceiling"
    APART = "apart"
    BUDGET = "budget"


@dataclass(frozen=True)
class BudgetProject:
    """Something that money can be given to; `area` may be empty."""

    code: str
    cost: int
    name: str = ""
    area: str = ""


@dataclass(frozen=True)
class BudgetLimits:
    """What holds besides the budget.

    `ceilings` is the most that may go to an area, `apart` has the projects of which at most one is paid,
    `support` is the fewest ballots a project must be on.
    """

    ceilings: Mapping[str, int] = field(default_factory=dict)
    apart: tuple[frozenset[int], ...] = ()
    support: int = 0


@dataclass(frozen=True)
class BudgetProblem:
    """Projects, and per ballot which of them it is for, with points for each where the ballots give these.

    `points` has per ballot a whole number from 0 on for each of its choices; it is empty when a ballot is
    for a project or not. Points say how much a project is worth to a voter; without them that is its cost.
    `order` lists every project once: where two are equal in votes and cost, the first one goes first.
    `unit` is how much of the amounts makes one euro.

    Raises:
        InvalidInput: there is no money, a cost is none, a code or choice occurs twice, a choice, a ceiling,
            an order or a pair names something that is not there, or points do not fit the choices.
    """

    budget: int
    projects: tuple[BudgetProject, ...]
    ballots: tuple[tuple[int, ...], ...]
    limits: BudgetLimits = BudgetLimits()
    order: tuple[int, ...] = ()
    unit: int = 1
    points: tuple[tuple[int, ...], ...] = ()

    def __post_init__(self) -> None:
        if not 0 < self.budget <= MOST_AMOUNT:
            raise InvalidInput("budget_amount")
        self._refuse_projects()
        self._refuse_limits()
        places = range(len(self.projects))
        for number, choices in enumerate(self.ballots, 1):
            if len(set(choices)) != len(choices):
                raise InvalidInput("budget_choice_twice", ballot=number)
            if any(one not in places for one in choices):
                raise InvalidInput("budget_choice_unknown", ballot=number)
        self._refuse_points()
        if self.order and sorted(self.order) != list(places):
            raise InvalidInput("budget_order")

    def _refuse_projects(self) -> None:
        for project in self.projects:
            if not 0 < project.cost <= MOST_AMOUNT:
                raise InvalidInput("budget_cost", project=project.code)
        double = [code for code, times in Counter(one.code for one in self.projects).items() if times > 1]
        if double:
            raise InvalidInput("budget_project_twice", project=double[0])

    def _refuse_limits(self) -> None:
        areas = {project.area for project in self.projects}
        for area, most in self.limits.ceilings.items():
            if area not in areas:
                raise InvalidInput("budget_area_unknown", area=area)
            if most < 0:
                raise InvalidInput("budget_ceiling", area=area)
        for group in self.limits.apart:
            if len(group) < 2 or not all(0 <= one < len(self.projects) for one in group):
                raise InvalidInput("budget_apart")

    def _refuse_points(self) -> None:
        if self.points and len(self.points) != len(self.ballots):
            raise InvalidInput("budget_points", ballot=min(len(self.points), len(self.ballots)) + 1)
        for number, (choices, given) in enumerate(zip(self.ballots, self.points, strict=False), 1):
            if len(given) != len(choices) or any(not 0 <= one <= MOST_POINTS for one in given):
                raise InvalidInput("budget_points", ballot=number)

    def supporters(self) -> tuple[tuple[int, ...], ...]:
        """Per project the ballots it is on."""
        found: list[list[int]] = [[] for _project in self.projects]
        for number, choices in enumerate(self.ballots):
            for one in choices:
                found[one].append(number)
        return tuple(map(tuple, found))

    def backing(self) -> tuple[Backing, ...]:
        """Per project the ballots that help it, with the points of each; 0 points help nothing."""
        if not self.points:
            return tuple(Backing(one, (1,) * len(one), len(one)) for one in self.supporters())
        voters: list[list[int]] = [[] for _project in self.projects]
        points: list[list[int]] = [[] for _project in self.projects]
        for number, (choices, given) in enumerate(zip(self.ballots, self.points, strict=True)):
            for one, some in zip(choices, given, strict=True):
                if some:
                    voters[one].append(number)
                    points[one].append(some)
        return tuple(
            Backing(tuple(some), tuple(given), sum(given)) for some, given in zip(voters, points, strict=True)
        )

    def scores(self) -> tuple[int, ...]:
        """Per project its points, or without points its votes."""
        if self.points:
            return tuple(one.total for one in self.backing())
        return tuple(map(len, self.supporters()))

    def turns(self) -> tuple[int, ...]:
        """Per project its place where two are equal in votes and cost."""
        order = self.order or range(len(self.projects))
        place = {project: at for at, project in enumerate(order)}
        return tuple(place[one] for one in range(len(self.projects)))


@dataclass(frozen=True)
class Backing:
    """The ballots that help a project, the points of each (1 where ballots give none), and these together."""

    voters: tuple[int, ...]
    points: tuple[int, ...]
    total: int

    @property
    def alike(self) -> bool:
        """Whether every ballot gives one point."""
        return self.total == len(self.voters)


@dataclass(frozen=True)
class Funded:
    """A project that is paid, in the order in which that was decided.

    `each` is the most that one of its voters pays from their share; None where the rule gives no shares.
    """

    project: int
    each: Fraction | None = None


@dataclass(frozen=True)
class BudgetOutcome:
    """What is paid and why the rest is not.

    `share` is what each voter could spend in the count that stands; None where the rule gives no shares.
    """

    funded: tuple[Funded, ...]
    refused: Mapping[int, NotFunded]
    spent: int
    share: Fraction | None = None

    @property
    def winners(self) -> frozenset[int]:
        """The projects that are paid."""
        return frozenset(one.project for one in self.funded)


@dataclass(frozen=True)
class Represented:
    """How much of the result is each voter's own.

    `ballots` has per number of paid projects on a ballot how many ballots have so many; `worth` is the mean
    amount of paid projects on a ballot, and `areas` the amount that goes to each area.
    """

    ballots: Mapping[int, int]
    worth: Fraction
    areas: Mapping[str, int]

    @property
    def nothing(self) -> int:
        """Ballots with a choice of which nothing is paid, and blank ones."""
        return self.ballots.get(0, 0)
