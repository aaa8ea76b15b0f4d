"""Two laptops that choose otherwise over one thing: a difference again, and no choice gives way."""

from __future__ import annotations

import pytest

from burgertop_app.domain.outcomes import Standing
from burgertop_app.domain.requests import NewCard
from burgertop_app.messages.handovers import saying_words
from tests.laptops import Team, alike, process_of


@pytest.fixture
def team(tmp_path, laid_out):
    found = Team(tmp_path, laid_out)
    yield found
    found.close()


@pytest.fixture
def office(team):
    """A laptop with three cards and two themes."""
    laptop = team.first()
    for said in ("Loket", "Groen", "Bus"):
        laptop.house.cards.add(process_of(laptop), NewCard(text=said, table_no=1))
    for title in ("Straat", "Dorp"):
        laptop.house.cards.add_theme(process_of(laptop), title)
    return laptop


@pytest.fixture
def hall(team, office):
    return team.copy(office, "ZAAL")


def cards(laptop):
    return [line.card.id for line in laptop.house.cards.lines(process_of(laptop))]


def counted(laptop):
    """The cards that count, by their words, with how often."""
    lines = laptop.house.cards.lines(process_of(laptop))
    return {line.text: line.card.times for line in lines if line.card.standing is Standing.ACTIVE}


def later(office, hall):
    hall.now = office.now.replace(hour=office.now.hour + 1)


def merged_twice(office, hall):
    a, b, c = cards(office)
    office.house.card_merging.merge([a, b], "A en B")
    later(office, hall)
    hall.house.card_merging.merge([a, c], "A en C")
    alike(office, hall)


def label(laptop, text):
    return next(line.card.label for line in laptop.house.cards.lines(process_of(laptop)) if line.text == text)


def said(laptop):
    (found,) = laptop.house.handing_over.differences()
    return [saying_words(found, each) for each in found.sayings]


def choose(laptop, words):
    (found,) = laptop.house.handing_over.differences()
    laptop.house.handing_over.settle({found.key: said(laptop).index(words)})


def none_left(*laptops):
    return [laptop.house.handing_over.differences() for laptop in laptops] == [()] * len(laptops)


def test_two_other_choices_over_a_double_merge_are_shown_and_the_card_counts_once(office, hall):
    merged_twice(office, hall)
    in_b, in_c = label(office, "A en B"), label(office, "A en C")
    choose(office, in_b)
    later(office, hall)
    choose(hall, in_c)
    alike(office, hall)

    assert said(office) == said(hall) == [in_c, in_b]
    assert counted(hall) == {"A en B": 1, "A en C": 2}


def test_a_choice_between_two_other_choices_over_a_double_merge_ends_it(office, hall):
    merged_twice(office, hall)
    in_b, in_c = label(office, "A en B"), label(office, "A en C")
    choose(office, in_c)
    later(office, hall)
    choose(hall, in_b)
    alike(office, hall)
    assert counted(office) == {"A en B": 2, "A en C": 1}

    choose(office, in_c)
    alike(office, hall)

    assert counted(hall) == {"A en B": 1, "A en C": 2}
    assert none_left(office, hall)


def test_the_same_choice_on_both_over_a_double_merge_is_no_difference(office, hall):
    merged_twice(office, hall)
    in_b = label(office, "A en B")
    for laptop in (office, hall):
        choose(laptop, in_b)
    alike(office, hall)

    assert counted(hall) == {"A en B": 2, "A en C": 1}
    assert none_left(office, hall)


def test_a_card_that_lost_one_counts_without_it_where_it_went_on_too(office, hall):
    office.house.cards.add(process_of(office), NewCard(text="Fiets", table_no=1))
    hall.read(office.hand())
    a, b, c, d = cards(office)
    hall.house.card_merging.merge([a, c], "A en C")
    made = next(each for each in cards(hall) if each not in (a, b, c, d))
    hall.house.card_merging.merge([made, d], "A en C en D")
    later(hall, office)
    office.house.card_merging.merge([a, b], "A en B")
    alike(office, hall)

    assert counted(office) == {"A en B": 2, "A en C en D": 2}


def same_and_apart(office, hall):
    one, other, _third = cards(office)
    office.house.sorting.same(one, other)
    hall.house.sorting.not_same(other, one)
    alike(office, hall)


@pytest.mark.parametrize("again", ["Ja", "Nee"])
def test_two_other_choices_over_the_same_and_not_the_same_are_shown_and_ended(office, hall, again):
    same_and_apart(office, hall)
    choose(office, "Ja")
    choose(hall, "Nee")
    alike(office, hall)
    assert said(office) == said(hall) == ["Ja", "Nee"]

    choose(hall, again)
    alike(office, hall)

    together = [bool(line.together) for line in office.house.cards.lines(process_of(office))]
    assert together == [again == "Ja", again == "Ja", False]
    assert none_left(office, hall)


def test_two_other_decisions_where_both_stand_are_shown(office, hall):
    same_and_apart(office, hall)
    one, other, _third = cards(office)
    office.house.sorting.same(one, other)
    hall.house.sorting.not_same(one, other)
    alike(office, hall)

    assert said(office) == said(hall) == ["Ja", "Nee"]


def test_two_other_choices_over_a_theme_are_shown_and_ended(office, hall):
    card = cards(office)[0]
    street, village = office.house.cards.themes(process_of(office))
    office.house.cards.move([card], street.id)
    later(office, hall)
    hall.house.cards.move([card], village.id)
    alike(office, hall)
    choose(office, street.title)
    later(office, hall)
    choose(hall, village.title)
    alike(office, hall)
    assert said(office) == said(hall) == [village.title, street.title]

    choose(office, street.title)
    alike(office, hall)

    lines = hall.house.cards.lines(process_of(hall))
    assert next(line.theme_id for line in lines if line.card.id == card) == street.id
    assert none_left(office, hall)
