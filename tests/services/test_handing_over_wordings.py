"""Put in other words on two laptops: both wordings stay, and somebody chooses which one stands."""

from __future__ import annotations

import pytest

from burgertop_app.domain.requests import NewCard, NewProposal
from burgertop_app.messages.handovers import difference_words, incoming_lines, saying_words
from tests.laptops import Team, alike, process_of


@pytest.fixture
def team(tmp_path, laid_out):
    found = Team(tmp_path, laid_out)
    yield found
    found.close()


@pytest.fixture
def office(team):
    """A laptop with one card and one proposal."""
    laptop = team.first()
    laptop.house.cards.add(process_of(laptop), NewCard(text="Meer bomen", table_no=3))
    laptop.house.proposals.add(process_of(laptop), NewProposal(title="Plant bomen", text="Langs de weg"))
    return laptop


@pytest.fixture
def hall(team, office):
    return team.copy(office, "ZAAL")


def card(laptop):
    return laptop.house.cards.lines(process_of(laptop))[0]


def words(laptop):
    rows = sorted(laptop.rows("card_text"), key=lambda row: row["version"])
    return [row["text"] for row in rows]


def reword(office, hall):
    """The hall is later."""
    office.house.cards.reword(card(office).card.id, "Van kantoor")
    hall.now = office.now.replace(hour=12)
    hall.house.cards.reword(card(hall).card.id, "Van de zaal")


def only(laptop):
    (found,) = laptop.house.handing_over.differences()
    return found


def choose(laptop, said):
    found = only(laptop)
    at = next(place for place, each in enumerate(found.sayings) if each.called.startswith(said))
    laptop.house.handing_over.settle({found.key: at})


def test_the_preview_shows_both_wordings_of_a_card_with_who_said_them(office, hall):
    reword(office, hall)

    seen = office.house.handing_over.preview(hall.hand())

    (found,) = seen.differences
    assert difference_words(found) == ("kaart: 3-01", "Woorden")
    assert [(saying_words(found, said), said.laptop, said.who, said.here) for said in found.sayings] == [
        ("Van de zaal", "ZAAL", "Wie-ZAAL", False),
        ("Van kantoor", "KANTOOR", "Wie-KANTOOR", True),
    ]
    assert found.stands == 0
    assert "1 nieuwe verwoording van een kaart" in incoming_lines(seen)


def test_both_laptops_show_the_same_wording_as_the_one_that_stands(office, hall):
    reword(office, hall)
    alike(office, hall)

    assert card(office).text == card(hall).text == "Van de zaal"
    for laptop in (office, hall):
        found = only(laptop)
        assert found.sayings[found.stands].called == "Van de zaal"


def test_the_earlier_wording_that_is_chosen_stands_everywhere_and_both_stay(office, hall):
    reword(office, hall)
    alike(office, hall)

    choose(office, "Van kantoor")
    alike(office, hall)

    assert words(hall) == ["Meer bomen", "Van kantoor", "Van de zaal", "Van kantoor"]
    assert card(hall).text == "Van kantoor"
    assert office.house.handing_over.differences() == hall.house.handing_over.differences() == ()


def test_the_wording_that_stands_is_chosen_without_one_more(office, hall):
    reword(office, hall)
    file = hall.hand()
    found = office.house.handing_over.preview(file).differences[0]

    office.read(file, choices={found.key: found.stands})
    alike(office, hall)

    assert words(hall) == ["Meer bomen", "Van kantoor", "Van de zaal"]
    assert office.house.handing_over.differences() == hall.house.handing_over.differences() == ()


def test_two_other_choices_are_a_difference_again_and_a_rewording_ends_it(office, hall):
    reword(office, hall)
    alike(office, hall)
    choose(office, "Van kantoor")
    choose(hall, "Van de zaal")
    alike(office, hall)
    said = {each.called for each in only(hall).sayings}

    hall.house.cards.reword(card(hall).card.id, "Van ons allebei")
    alike(office, hall)

    assert said == {"Van kantoor", "Van de zaal"}
    assert card(office).text == "Van ons allebei"
    assert office.house.handing_over.differences() == ()


def test_the_same_words_on_both_are_no_difference(office, hall):
    for laptop in (office, hall):
        laptop.house.cards.reword(card(laptop).card.id, "Van ons allebei")
    alike(office, hall)

    assert office.house.handing_over.differences() == ()


def test_words_that_the_other_had_read_are_no_difference(office, hall):
    office.house.cards.reword(card(office).card.id, "Van kantoor")
    hall.read(office.hand())
    hall.house.cards.reword(card(hall).card.id, "Van de zaal")
    alike(office, hall)

    assert office.house.handing_over.differences() == ()


def test_a_card_typed_on_both_and_reworded_on_one_is_no_difference(office, hall):
    for laptop in (office, hall):
        laptop.house.cards.add(process_of(laptop), NewCard(text="Bankje", table_no=3, label="3-19"))
    made = next(line for line in hall.house.cards.lines(process_of(hall)) if line.card.label == "3-19")
    hall.house.cards.reword(made.card.id, "Een bankje")
    alike(office, hall)

    assert office.house.handing_over.differences() == ()


def test_what_the_table_agreed_with_is_agreed_when_it_is_chosen(office, hall):
    reword(office, hall)
    office.house.card_signing.sign([card(office).card.id])
    alike(office, hall)
    choose(hall, "Van kantoor")
    alike(office, hall)

    assert card(office).text == "Van kantoor"
    assert card(office).agreed.how == "agreed"


def test_proposals_in_other_words_are_shown_and_chosen(office, hall):
    for laptop in (office, hall):
        (line,) = laptop.house.proposals.lines(process_of(laptop))
        laptop.house.proposals.reword(line.proposal.id, title=f"Zegt {laptop.name}", text="Meer")
    alike(office, hall)
    found = only(hall)
    choose(hall, "Zegt KANTOOR")
    alike(office, hall)

    assert difference_words(found) == ("voorstel: 1", "Woorden")
    assert {each.called for each in found.sayings} == {"Zegt KANTOOR\nMeer", "Zegt ZAAL\nMeer"}
    (line,) = office.house.proposals.lines(process_of(office))
    assert (line.text.title, len(office.rows("proposal_text"))) == ("Zegt KANTOOR", 4)
    assert office.house.handing_over.differences() == ()
