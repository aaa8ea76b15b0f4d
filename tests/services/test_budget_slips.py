"""Slips of a counted vote as papers of a vote over a budget: what counts there, and nothing else."""

from __future__ import annotations

import pytest

from burgertop_app.domain.ballot_methods import BallotMethod, BallotRule
from burgertop_app.domain.ballots import Batch, VoteState
from burgertop_app.domain.budget_views import BudgetForm, PaperProblem, PaperReading, PaperTrouble
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.requests import NewProposal
from burgertop_app.domain.voting import Slip


@pytest.fixture
def proposals(house, process):
    """Four projects with a cost."""
    return [
        house.proposals.add(process, NewProposal(title=title, cost=10_000)).id
        for title in ("Speeltuin", "Bomen", "Fietspad", "Buurthuis")
    ]


@pytest.fixture
def budget(house, process, proposals):
    return house.budgets.begin(process, BudgetForm("Wijkgeld", 40_000_00)).id


@pytest.fixture
def slips(house, process, proposals):
    """A vote over the same proposals: number, places of what is marked, entered by Anna and by Bilal."""

    def entered(*typed, rule=BallotRule.APPROVAL, count=True):
        method = BallotMethod(rule=rule, seed="6 2 4")
        ballot = house.voting.fix(process, "Stemdag", method, proposals).id
        house.voting.printed(ballot)
        for batch, by, at in ((Batch.FIRST, "Anna", 0), (Batch.SECOND, "Bilal", -1)):
            for number, *marked in typed:
                slip = Slip(number=number, marks=dict.fromkeys(marked[at], 1))
                house.vote_entering.enter(ballot, batch, slip, by)
        if count:
            house.vote_counting.count(ballot)
        return ballot

    return entered


def test_slips_of_a_vote_over_the_same_proposals_are_taken_over(house, process, budget, slips):
    ballot = slips(("7", (0,), (1,)), ("8", (2, 3)), ("9", ()), count=False)
    house.vote_entering.settle(ballot, Slip(number="7", marks={1: 1}, reason="Kruisje bij 2"), "Cees")
    house.vote_counting.count(ballot)

    reading = house.budgets.look_at_ballot(budget, house.budgets.ballots(process)[0].id)

    assert dict(reading.papers) == {"7": ("2",), "8": ("3", "4"), "9": ()}


def test_slips_that_differ_or_were_not_counted_are_not_taken_over(house, budget, slips):
    ballot = slips(("7", (0,), (1,)), ("8", (2,)), count=False)
    with pytest.raises(NotPossible) as differs:
        house.budgets.look_at_ballot(budget, ballot)
    house.vote_entering.settle(ballot, Slip(number="7", marks={1: 1}, reason="Kruisje bij 2"), "Cees")

    with pytest.raises(NotPossible) as uncounted:
        house.budgets.look_at_ballot(budget, ballot)

    assert (differs.value.code, differs.value.params["count"]) == ("vote_differences", 1)
    assert uncounted.value.code == "budget_ballot_open"


def test_invalid_and_missing_slips_and_entries_taken_back_are_no_papers(house, budget, slips):
    ballot = slips(("7", (0,)), ("8", (1,)), ("9", (2,)), count=False)
    for number, state in (("8", VoteState.INVALID), ("9", VoteState.ABSENT)):
        house.vote_entering.settle(ballot, Slip(number=number, state=state, reason="Gezien"), "Cees")
    for vote in house.voting.desk(ballot).votes:
        if vote.number == "7":
            house.vote_entering.take_back(vote.id, "Verkeerd briefje")
    house.vote_entering.enter(ballot, Batch.FIRST, Slip(number="10", marks={3: 1}), "Anna")
    house.vote_entering.enter(ballot, Batch.SECOND, Slip(number="10", marks={3: 1}), "Bilal")
    house.vote_counting.count(ballot)

    assert dict(house.budgets.look_at_ballot(budget, ballot).papers) == {"10": ("4",)}


def test_a_vote_that_is_still_open_does_not_go_before_one_that_was_counted(house, process, budget, slips):
    counted = slips(("7", (0,)))
    slips(("8", (1,)), count=False)

    assert house.budgets.ballots(process)[0].id == counted


def test_slips_with_dots_or_of_a_withdrawn_vote_are_not_taken_over(house, budget, slips):
    dots = slips(("7", (0,)), rule=BallotRule.DOTS)
    gone = slips(("8", (1,)))
    house.proposals.withdraw_ballot(gone, "Verkeerde lijst")

    for ballot, kind, code in (
        (dots, InvalidInput, "budget_ballot_rule"),
        (gone, NotPossible, "budget_ballot_withdrawn"),
    ):
        with pytest.raises(kind) as error:
            house.budgets.look_at_ballot(budget, ballot)
        assert error.value.code == code


def test_a_slip_under_a_number_that_came_in_before_is_listed(house, budget, slips):
    ballot = slips(("7", (0,)), ("8", (1,)))
    house.budgets.open(budget)
    house.budgets.take_in(budget, PaperReading("briefjes.csv", "ab" * 32, (("8", ("1",)),)))

    reading = house.budgets.look_at_ballot(budget, ballot)

    assert dict(reading.papers) == {"7": ("1",)}
    assert reading.problems == (PaperProblem(2, PaperTrouble.BEFORE, "8"),)
