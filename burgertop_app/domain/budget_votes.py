"""A vote over a citizens' budget as it is kept: money, projects, the rule fixed beforehand, and papers."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003  (read at run time from the type hints)
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from burgertop_app.domain import canonical
from burgertop_app.domain.budgeting import (
    MOST_AMOUNT,
    BudgetLimits,
    BudgetProblem,
    BudgetProject,
    BudgetRule,
    Completion,
)
from burgertop_app.domain.entities import Entity
from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

CENTS = 100


@dataclass(frozen=True, kw_only=True)
class BudgetVote(Entity):
    """The money and the rule; from `frozen_at` on nothing of it can change. Amounts are in cents.

    Attributes:
        cents: how much there is to divide.
        rule: how is counted, with `completion` for what equal shares leave over.
        support: the fewest papers a project must be on.
        ceilings: the most that may go to an area.
        apart: codes of projects of which at most one is paid.
        sha256: the mark of all that was fixed, with the projects; "" before that.
    """

    process_id: UUID
    title: str
    cents: int
    rule: BudgetRule = BudgetRule.EQUAL_SHARES
    completion: Completion = Completion.ADD1U
    support: int = 0
    ceilings: Mapping[str, int] = field(default_factory=dict)
    apart: tuple[tuple[str, ...], ...] = ()
    sha256: str = ""
    frozen_at: datetime | None = None
    withdrawn_at: datetime | None = None
    withdrawn_reason: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise InvalidInput("budget_title_empty")
        if not 0 < self.cents <= MOST_AMOUNT:
            raise InvalidInput("budget_amount")


@dataclass(frozen=True, kw_only=True)
class BudgetLine(Entity):
    """One project that can be voted for; `position` decides between equals, by lot when the vote opens."""

    budget_id: UUID
    code: str
    name: str
    cents: int
    area: str = ""
    proposal_id: UUID | None = None
    position: int = 0

    def __post_init__(self) -> None:
        if not self.code.strip() or "," in self.code or ";" in self.code:
            raise InvalidInput("budget_code", project=self.code)
        if not 0 < self.cents <= MOST_AMOUNT:
            raise InvalidInput("budget_cost", project=self.code)


@dataclass(frozen=True, kw_only=True)
class BudgetIntake(Entity):
    """Papers that came in together, from a file or a vote; withdrawn with a reason they no longer count."""

    budget_id: UUID
    source: str
    sha256: str
    papers: int
    taken_at: datetime | None = None
    withdrawn_at: datetime | None = None
    withdrawn_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class BudgetPaper(Entity):
    """One paper: its number, never a person, and the codes of the projects it is for."""

    intake_id: UUID
    voter: str
    choices: tuple[str, ...] = ()


def problem(budget: BudgetVote, lines: Sequence[BudgetLine], papers: Sequence[BudgetPaper]) -> BudgetProblem:
    """What is to be counted, amounts in cents; projects in the order that decides between equals.

    Raises:
        InvalidInput: something in it does not fit, see `BudgetProblem`.
    """
    ordered = sorted(lines, key=lambda line: line.position)
    places = {line.code: place for place, line in enumerate(ordered)}
    return BudgetProblem(
        budget.cents,
        tuple(BudgetProject(line.code, line.cents, line.name, line.area) for line in ordered),
        tuple(tuple(places[code] for code in paper.choices) for paper in papers),
        BudgetLimits(
            dict(budget.ceilings),
            tuple(frozenset(places[code] for code in group) for group in budget.apart),
            budget.support,
        ),
        unit=CENTS,
    )


def mark_of(budget: BudgetVote, lines: Sequence[BudgetLine]) -> str:
    """The mark of all that is fixed: it changes when anything of it does."""
    ordered = sorted(lines, key=lambda line: line.position)
    return canonical.sha256(
        {
            "title": budget.title,
            "cents": budget.cents,
            "rule": budget.rule.value,
            "completion": budget.completion.value,
            "support": budget.support,
            "ceilings": dict(sorted(budget.ceilings.items())),
            "apart": [list(group) for group in budget.apart],
            "projects": [[line.code, line.name, line.cents, line.area] for line in ordered],
        }
    )
