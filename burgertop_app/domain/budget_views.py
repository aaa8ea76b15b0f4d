"""Votes over a citizens' budget as the window and the papers show them, and what is asked of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from burgertop_app.domain.budget_votes import CENTS
from burgertop_app.domain.budgeting import MOST_AMOUNT, BudgetRule, Completion
from burgertop_app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from burgertop_app.domain.budget_votes import BudgetIntake, BudgetLine, BudgetPaper, BudgetVote
    from burgertop_app.domain.budgeting import BudgetOutcome, BudgetProblem, Represented

AMOUNT = re.compile(r"(?:€\s*)?(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d{2}|-))?")
WAYS = (
    (BudgetRule.GREEDY, None),
    (BudgetRule.EQUAL_SHARES, Completion.NONE),
    (BudgetRule.EQUAL_SHARES, Completion.ADD1U),
    (BudgetRule.EQUAL_SHARES, Completion.GREEDY),
)
"""Every way to count, as they stand side by side."""


@dataclass(frozen=True)
class BudgetForm:
    """What an organiser fills in before the vote; amounts in cents."""

    title: str
    cents: int
    rule: BudgetRule = BudgetRule.EQUAL_SHARES
    completion: Completion = Completion.ADD1U
    support: int = 0
    ceilings: Mapping[str, int] = field(default_factory=dict)
    apart: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class BudgetView:
    """One vote over a budget with everything in it; projects in the order that decides between equals."""

    budget: BudgetVote
    lines: tuple[BudgetLine, ...] = ()
    intakes: tuple[BudgetIntake, ...] = ()
    papers: int = 0
    problem: BudgetProblem | None = None
    changed: tuple[str, ...] = ()
    """Codes of proposals that are other than in this vote: new, changed or gone; none once it is fixed."""

    @property
    def fixed(self) -> bool:
        """Whether the rule can no longer change."""
        return self.budget.frozen_at is not None


@dataclass(frozen=True)
class BudgetColumn:
    """What one way of counting gives."""

    rule: BudgetRule
    completion: Completion | None
    outcome: BudgetOutcome
    represented: Represented

    def stands(self, budget: BudgetVote) -> bool:
        """Whether this is the way that was fixed before the vote."""
        return self.rule is budget.rule and self.completion in (None, budget.completion)


class PaperTrouble(StrEnum):
    """What is wrong with a paper in a sheet."""

    VOTER = "budget_paper_voter"
    TWICE = "budget_paper_twice"
    BEFORE = "budget_paper_before"
    PROJECT = "budget_paper_project"
    MARK = "budget_paper_mark"


@dataclass(frozen=True)
class PaperProblem:
    """A row that cannot be used, or one cell of it."""

    row: int
    trouble: PaperTrouble
    value: str = ""


@dataclass(frozen=True)
class PaperReading:
    """The papers in a file; what cannot be used is listed by row.

    `unused` rows at the end of a sheet hold a number and no mark: they are no papers.
    """

    source: str
    sha256: str
    papers: tuple[tuple[str, tuple[str, ...]], ...]
    problems: tuple[PaperProblem, ...] = ()
    unused: int = 0

    @property
    def blank(self) -> int:
        """Papers that are for no project."""
        return sum(not choices for _voter, choices in self.papers)


def cents(text: str) -> int:
    """An amount as people type it, in cents: 12500, 12.500 or 12.500,50.

    Raises:
        InvalidInput: it is no amount above zero.
    """
    found = AMOUNT.fullmatch(text.strip())
    if found is None:
        raise InvalidInput("budget_amount_text", value=text.strip()[:40])
    whole = re.sub(r"[. ]", "", found[1])
    part = found[2] if found[2] and found[2] != "-" else "00"
    amount = int(Decimal(f"{whole}.{part}") * CENTS)
    if not 0 < amount <= MOST_AMOUNT:
        raise InvalidInput("budget_amount_text", value=text.strip()[:40])
    return amount


def ceilings(text: str) -> dict[str, int]:
    """The most that may go to each area, from lines such as "North: 20.000".

    Raises:
        InvalidInput: a line says something else.
    """
    found: dict[str, int] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        area, mark, amount = line.rpartition(":")
        if not mark or not area.strip() or area.strip() in found:
            raise InvalidInput("budget_ceiling_text", value=line[:40])
        try:
            found[area.strip()] = cents(amount)
        except InvalidInput as error:
            raise InvalidInput("budget_ceiling_text", value=line[:40]) from error
    return found


def apart(text: str, codes: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Projects that do not go together, from lines such as "3, 7".

    Raises:
        InvalidInput: a line names fewer than two projects that are there.
    """
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        group = tuple(dict.fromkeys(code.strip() for code in line.split(",") if code.strip()))
        if len(group) < 2 or not set(group) <= set(codes):
            raise InvalidInput("budget_apart_text", value=line[:40])
        found.append(group)
    return tuple(found)


def paper_ids(papers: Sequence[BudgetPaper]) -> set[str]:
    """The numbers of papers."""
    return {paper.voter for paper in papers}


def chosen_of(ids: Mapping[UUID, str], choices: Mapping[str, str]) -> tuple[str, ...]:
    """The projects that a slip of a vote is for: every option with a mark above zero, by its id as text."""
    return tuple(
        code for option, code in ids.items() if choices.get(str(option), "") in ("1", "yes", "for", "approve")
    )
