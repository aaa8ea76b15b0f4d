"""What may stand on the big screen: numbers and chosen words, never a person."""

from __future__ import annotations

import pytest

from burgertop_app.domain.ballots import BallotRule
from burgertop_app.domain.big_screen import ScreenExample, ScreenProposal, ScreenTheme, parts
from burgertop_app.domain.card_history import Agreement
from burgertop_app.domain.intention_entry import NewIntention
from burgertop_app.domain.requests import NewCard, NewProcess, NewProposal, PersonForm, Votes
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
        ScreenProposal(2, "Ja", 8, 1, 1, carried=True),
        ScreenProposal(1, "Nee", 1, 9, 0, carried=False),
    )


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
