"""Votes over a citizens' budget as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from burgertop_app.domain.budget_views import BudgetView
from burgertop_app.domain.budget_votes import BudgetIntake, BudgetLine, BudgetPaper, BudgetVote, problem

if TYPE_CHECKING:
    from uuid import UUID

    from burgertop_app.storage.unit_of_work import Store


def standing(store: Store, process_id: UUID) -> BudgetVote | None:
    """The vote of this process that was not withdrawn, if there is one."""
    return store.first(BudgetVote, process_id=process_id, withdrawn_at=None)


def lines(store: Store, budget_id: UUID) -> tuple[BudgetLine, ...]:
    """The projects, in the order that decides between equals."""
    return store.find(BudgetLine, budget_id=budget_id, order_by="position")


def papers(store: Store, budget_id: UUID) -> tuple[BudgetPaper, ...]:
    """Every paper that was not withdrawn; of two alike of one voter, taken in on two laptops, one.

    Two that differ cannot come together: the hand-over is refused.
    """
    intakes = [one.id for one in store.find(BudgetIntake, budget_id=budget_id, withdrawn_at=None)]
    found = store.find(BudgetPaper, intake_id=intakes) if intakes else ()
    return tuple({paper.voter: paper for paper in reversed(found)}.values())[::-1]


def view(store: Store, budget: BudgetVote) -> BudgetView:
    """One vote with everything in it; there is something to count once papers came in."""
    projects, cast = lines(store, budget.id), papers(store, budget.id)
    return BudgetView(
        budget,
        projects,
        store.find(BudgetIntake, budget_id=budget.id),
        len(cast),
        problem(budget, projects, cast) if budget.frozen_at and cast else None,
    )
