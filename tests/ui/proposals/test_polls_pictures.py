"""Pictures of the views on budgets and opinions, to look at."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))
import polled
from screens import photograph, settle

from burgertop_app.domain.budget_views import BudgetForm
from burgertop_app.ui.budget.form import BudgetFields
from burgertop_app.ui.budget.problems import LeftOut, TakeIn
from burgertop_app.ui.proposals.page import BUDGET, OPINIONS, ProposalsPage

SIZE = (1232, 1500)


@pytest.fixture
def page(qtbot, desk, process):
    def shown(view):
        made = ProposalsPage(desk)
        qtbot.addWidget(made)
        made.resize(1232, 844)
        made.show_process(process)
        made.show()
        settle(qtbot, desk)
        made._choose(view)
        settle(qtbot, desk)
        return made

    return shown


def test_empty_views_are_photographed(page):
    pictures = photograph(page(BUDGET), "polls-budget-empty", size=(1232, 700))
    pictures += photograph(page(OPINIONS), "polls-opinions-empty", size=(1232, 700))

    assert all(path.stat().st_size > 10_000 for path in pictures)


def test_a_budget_before_and_after_the_vote_is_photographed(qtbot, desk, house, process, page):
    polled.proposals(house, process)
    made = house.budgets.begin(process, BudgetForm("Wijkbudget Noord", 50_000_00, support=5)).id
    pictures = photograph(page(BUDGET), "polls-budget-prepared", size=(1232, 760))
    house.budgets.open(made)
    polled.cast(house, made)
    shown = page(BUDGET)
    pictures += photograph(shown, "polls-budget", size=SIZE)
    pictures += photograph(shown, "polls-budget", 2.0, size=(1180, 720))

    assert all(path.stat().st_size > 10_000 for path in pictures)


def test_opinion_groups_are_photographed(qtbot, desk, house, process, page):
    polled.conversation(house, process)
    shown = page(OPINIONS)
    pictures = photograph(shown, "polls-opinions", size=(1232, 1300))
    pictures += photograph(shown, "polls-opinions", 2.0, size=(1180, 720))

    assert all(path.stat().st_size > 10_000 for path in pictures)


def test_the_form_and_what_comes_in_are_photographed(qtbot, dressed):
    form = BudgetFields(None, "Nieuwe stemming over geld", "Wijkbudget Noord", 50_000_00, ("1", "2", "3"))
    qtbot.addWidget(form)
    form.ceilings.put("Noord twintig")
    form._check()
    left = [LeftOut(one, "votes.csv", one + 5, f"Er is geen stelling met nummer {one}.") for one in range(4)]
    ask = TakeIn(None, "In de bestanden: 12 stellingen, 901 stemmen van 90 stemmers.", left)
    qtbot.addWidget(ask)

    pictures = photograph(form, "polls-budget-form", size=None)
    pictures += photograph(ask, "polls-take-in", size=None)

    assert all(path.stat().st_size > 5_000 for path in pictures)
