"""What a second laptop counts and what the first one is told of it."""

from __future__ import annotations

import re

import pytest

from burgertop_app.domain.requests import NewCard, PersonForm
from burgertop_app.messages.handovers import incoming_lines
from tests.laptops import Team, process_of


@pytest.fixture
def team(tmp_path, laid_out):
    found = Team(tmp_path, laid_out)
    yield found
    found.close()


@pytest.fixture
def office(team):
    """A laptop with two cards of table 3."""
    laptop = team.first()
    card(laptop, "Eerste van kantoor")
    card(laptop, "Tweede van kantoor")
    return laptop


@pytest.fixture
def hall(team, office):
    return team.copy(office, "ZAAL")


def card(laptop, text):
    laptop.house.cards.add(process_of(laptop), NewCard(text=text, table_no=3))


def cards(laptop):
    return [line.card.label for line in laptop.house.cards.lines(process_of(laptop))]


def test_cards_counted_on_a_second_laptop_have_short_labels_of_their_own(office, hall):
    card(hall, "Eerste van de zaal")
    card(hall, "Tweede van de zaal")
    card(office, "Derde van kantoor")
    office.read(hall.hand())
    card(office, "Vierde van kantoor")

    labels = sorted(cards(office))
    assert labels[:4] == ["3-01", "3-02", "3-03", "3-04"]
    assert [re.fullmatch(r"3-[A-HJ-NP-Z]{1,2}(\d\d)", label)[1] for label in labels[4:]] == ["01", "02"]


def test_what_a_hand_over_does_not_bring_is_not_told(office, hall):
    card(hall, "Van de zaal")

    assert incoming_lines(office.house.handing_over.preview(hall.hand())) == ("1 nieuwe kaart",)


def test_new_people_of_the_other_laptop_are_told_as_people(office, hall):
    hall.house.people.add(process_of(hall), PersonForm(name="Nog Iemand", phone="0612345678"))

    assert "1 nieuwe persoon" in incoming_lines(office.house.handing_over.preview(hall.hand()))
