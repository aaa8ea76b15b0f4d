"""What may stand on the big screen: numbers and chosen words, never a person."""

from __future__ import annotations

import pytest

from burgertop_app.domain.ballot_methods import BallotMethod
from burgertop_app.domain.ballots import BallotRule, Batch
from burgertop_app.domain.big_screen import ScreenExample, ScreenProject, ScreenProposal, ScreenTheme, parts
from burgertop_app.domain.budget_views import BudgetForm, PaperReading
from burgertop_app.domain.budgeting import BudgetRule
from burgertop_app.domain.card_history import Agreement
from burgertop_app.domain.intention_entry import NewIntention
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import NewCard, NewProcess, NewProposal, PersonForm, Votes
from burgertop_app.domain.voting import Slip
from burgertop_app.services.showing import count_shown
from tests.beginnings import beginning


@beginning
def cards(house, process):
    """Three cards in one theme and a loose one; their ids."""
    house.people.add(process, PersonForm(name="Fatma Demir", phone="06 12345678"))
    theme = house.cards.add_theme(process, "Wonen").id
    told = ("Een loket (2x)", "Fatma Demir vertelde over schimmel", "Deelnemer 12 wil een lift")
    ids = [house.cards.add(process, NewCard(text=text, theme_id=theme)).id for text in told]
    house.cards.add(process, NewCard(text="Los"))
    return ids


@pytest.fixture
def screen(house, process):
    return lambda: house.showing.screen(process)


def test_themes_count_cards_as_the_room_wrote_them(cards, screen):
    assert screen().themes == (ScreenTheme("Wonen", 4),)
    assert (screen().cards, screen().unsorted) == (5, 1)


def test_only_chosen_cards_are_examples_and_none_that_tells_who(house, process, cards, screen):
    house.showing.choose(process, cards)

    assert screen().themes == (ScreenTheme("Wonen", 4, (ScreenExample("Een loket"),)),)
    assert screen().left_out == 2


def test_an_example_tells_whether_its_table_agreed_with_these_words(house, process, cards, screen):
    house.showing.choose(process, cards[:1])
    house.card_signing.sign(cards[:1])
    agreed = screen().themes[0].examples

    house.cards.reword(cards[0], "Een balie", "duidelijker")

    assert agreed == (ScreenExample("Een loket", Agreement.AGREED),)
    assert screen().themes[0].examples == (ScreenExample("Een balie", Agreement.REWORDED),)


def test_other_choices_take_the_place_of_the_earlier(house, process, cards):
    house.showing.choose(process, cards[:2])

    house.showing.choose(process, cards[1:])

    assert set(house.showing.examples(process)) == set(cards[1:])


def test_a_withdrawn_card_is_not_shown(house, process, cards, screen):
    house.showing.choose(process, cards[:1])

    house.cards.withdraw(cards[0], "dubbel")

    assert screen().themes == (ScreenTheme("Wonen", 2),)


def test_a_name_in_a_title_is_struck(house, process, cards, screen):
    house.proposals.add(process, NewProposal(title="Doe wat Fatma Demir zegt"))

    assert screen().proposals == (ScreenProposal(1, "Doe wat … zegt"),)


def test_the_most_supported_stands_first_with_its_result(house, process, screen):
    ids = [house.proposals.add(process, NewProposal(title=title)).id for title in ("Nee", "Ja")]
    house.proposals.open_ballot(process, "Stemming", BallotRule.MAJORITY)
    counts = (Votes(in_favour=1, against=9), Votes(in_favour=8, against=1, blank=1))
    house.proposals.enter_votes(process, dict(zip(ids, counts, strict=True)))

    assert screen().proposals == (
        ScreenProposal(2, "Ja", 8, 1, 1, carried=True, rule=BallotRule.MAJORITY),
        ScreenProposal(1, "Nee", 1, 9, 0, carried=False, rule=BallotRule.MAJORITY),
    )


def test_dots_are_shown_as_dots_and_not_as_votes_for(house, process, screen):
    ids = [house.proposals.add(process, NewProposal(title=title)).id for title in ("Twee", "Een")]
    method = BallotMethod(rule=BallotRule.DOTS, seed="6 2 4", seats=1)
    ballot = house.voting.fix(process, "Stippen", method, ids).id
    house.voting.printed(ballot)
    for batch, by in ((Batch.FIRST, "Anna"), (Batch.SECOND, "Bilal")):
        house.vote_entering.enter(ballot, batch, Slip(number="1", marks={0: 1, 1: 2}), by)
    house.vote_counting.count(ballot)

    first, second = screen().proposals

    assert (first.title, first.score, first.best, first.carried) == ("Een", 2, 2, True)
    assert (second.title, second.score, second.best, second.carried) == ("Twee", 1, 2, False)


def test_only_intentions_that_may_be_shown_are_there(house):
    top = house.processes.start(NewProcess(form="burgertop", title="Top")).id
    house.intending.add(
        top,
        [
            NewIntention(text="Ik ruim op", share=True),
            NewIntention(text="Ik bel"),
            NewIntention(text="Ik help nummer 4", share=True),
        ],
    )

    assert house.showing.screen(top).intentions == ("Ik ruim op",)
    assert house.showing.screen(top).question == "Wat doe ik morgen?"


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, []), (1, [1]), (6, [6]), (7, [3, 4]), (13, [4, 4, 5]), (12, [6, 6])]
)
def test_parts_are_even_and_lose_nothing(count, sizes):
    found = list(parts(range(count), 6))

    assert [len(part) for part in found] == sizes
    assert [item for part in found for item in part] == list(range(count))


@pytest.fixture
def budget(house, process):
    """Three projects, one with somebody's name, and 30.000 euros by most votes; its id."""
    house.people.add(process, PersonForm(name="Fatma Demir", phone="06 12345678"))
    for title, cost in (("Bankjes", 10_000), ("Tuin van Fatma Demir", 20_000), ("Brug", 30_000)):
        house.proposals.add(process, NewProposal(title=title, cost=cost))
    return house.budgets.begin(process, BudgetForm("Wijkgeld", 35_000_00, BudgetRule.GREEDY)).id


def test_what_a_budget_pays_is_counted_for_the_screen_without_names(house, process, budget):
    house.budgets.open(budget)
    papers = (("1", ("2",)), ("2", ("1", "2")), ("3", ("2",)), ("4", ("1",)), ("5", ("3",)))
    house.budgets.take_in(budget, PaperReading("papieren.xlsx", "ab" * 32, papers))

    shown = count_shown(house.showing.purse(process), UNHEARD)

    assert shown.paid == (
        ScreenProject("2", "Tuin van …", 20_000_00),
        ScreenProject("1", "Bankjes", 10_000_00),
    )
    assert (shown.projects, shown.left, shown.voters, shown.served) == (3, 5_000_00, 5, 4)


def test_no_budget_is_shown_before_papers_came_in(house, process, budget):
    before = house.showing.purse(process)
    house.budgets.open(budget)

    assert (before, house.showing.purse(process)) == (None, None)
