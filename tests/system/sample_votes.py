"""A vote on slips, a budget and opinions for the sample, so that their papers can be made from it."""

from __future__ import annotations

from burgertop_app.domain.ballot_methods import BallotMethod, BallotRule
from burgertop_app.domain.ballots import Batch
from burgertop_app.domain.budget_views import BudgetForm
from burgertop_app.domain.budgeting import BudgetRule
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.voting import Slip
from burgertop_app.services import opinions
from burgertop_app.services.budgets import count_all

FORM = BudgetForm("Wijkgeld", 500_000_00, BudgetRule.GREEDY)


def voted_papers(house, process, folder):
    """The papers of a vote, a budget and opinions, by name; keeps what they need."""
    return {
        **_slips(house, process),
        "budget": _budget(house, process, folder),
        "polled": _polled(house, process, folder),
    }


def _slips(house, process):
    ballot = house.voting.fix(process, "Stemdag", BallotMethod(rule=BallotRule.APPROVAL, seed="6 2 4")).id
    house.voting.printed(ballot)
    for batch, by in ((Batch.FIRST, "Anna"), (Batch.SECOND, "Bilal")):
        for number in ("1", "2"):
            house.vote_entering.enter(ballot, batch, Slip(number=number, marks={0: 1}), by)
    house.vote_counting.count(ballot)
    return {
        "vote_rule": house.printing.vote_rule(ballot),
        "vote_result": house.printing.vote_result(ballot),
    }


def _budget(house, process, folder):
    budget = house.budgets.begin(process, FORM).id
    house.budgets.open(budget)
    code = house.budgets.view(process).lines[0].code
    papers = folder / "briefjes.csv"
    papers.write_text(f"stemmer;{code}\n1;x\n2;x\n", encoding="utf-8")
    house.budgets.take_in(budget, house.budgets.look(budget, papers, UNHEARD))
    return house.budget_papers.paper(budget, count_all(house.budgets.view(process).problem, UNHEARD))


def _polled(house, process, folder):
    poll = house.opinions.begin(process, "Wat vindt u?").id
    house.opinions.add_statement(poll, "De bus moet vaker rijden.")
    number = house.opinions.view(poll).statements[0].number
    papers = folder / "meningen.csv"
    papers.write_text(f"stemmer;{number}\n1;eens\n2;oneens\n", encoding="utf-8")
    house.opinions.take_in(poll, house.opinions.look(poll, [papers], UNHEARD))
    ground = house.opinions.prepare(poll)
    house.opinions.keep(ground, opinions.calculate(ground, UNHEARD))
    return house.opinion_files.paper(poll)
