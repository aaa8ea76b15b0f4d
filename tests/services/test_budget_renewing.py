"""Proposals that change while a vote over money is being prepared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from burgertop_app.domain.budget_views import BudgetForm
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.requests import NewProposal


@pytest.fixture
def budget(house, process):
    """A vote in preparation over four projects; a fifth proposal has no cost."""
    for title, cost in (
        ("Speeltuin", 20_000),
        ("Bomen", 10_000),
        ("Fietspad", 20_000),
        ("Buurthuis", 10_000),
    ):
        house.proposals.add(process, NewProposal(title=title, cost=cost))
    house.proposals.add(process, NewProposal(title="Zonder bedrag"))
    return house.budgets.begin(process, BudgetForm("Wijkgeld", 40_000_00)).id


def test_proposals_that_changed_since_are_taken_over_while_nothing_is_fixed(house, process, budget):
    first, second = house.proposals.lines(process)[:2]
    house.proposals.withdraw(first.proposal.id, "te duur")
    house.proposals.describe(replace(second.proposal, cost=999))
    house.proposals.describe(replace(house.proposals.lines(process)[4].proposal, cost=1_500))
    house.proposals.add(process, NewProposal(title="Nieuw", cost=500))
    before = house.budgets.view(process).changed

    house.budgets.renew(budget)
    view = house.budgets.view(process)

    assert (before, view.changed) == (("1", "2", "5", "6"), ())
    assert [(line.code, line.cents) for line in view.lines] == [
        ("2", 99_900),
        ("3", 2_000_000),
        ("4", 1_000_000),
        ("5", 150_000),
        ("6", 50_000),
    ]
    house.budgets.open(budget)
    with pytest.raises(NotPossible) as error:
        house.budgets.renew(budget)
    assert error.value.code == "budget_fixed"
