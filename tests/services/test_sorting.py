"""Help with sorting: what is suggested, and what people decide about cards that look alike."""

from __future__ import annotations

import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.requests import NewCard


@pytest.fixture
def add(house, process):
    def added(text, **how):
        return house.cards.add(process, NewCard(text=text, **{"table_no": 3, **how})).id

    return added


@pytest.fixture
def line(house, process):
    def found(card_id):
        return next(line for line in house.cards.lines(process) if line.card.id == card_id)

    return found


@pytest.fixture
def pair(add):
    return add("Meer bomen in de straat (2x)"), add("meer bomen in de straat!")


def test_a_card_without_a_theme_gets_suggestions_with_the_card_it_resembles(house, process, add):
    groen = house.cards.add_theme(process, "Groen").id
    house.cards.add_theme(process, "Verkeer")
    known, loose = add("bomen planten"), add("minder bomen kappen")
    house.cards.move([known], groen)

    hints = house.sorting.hints(process)

    assert list(hints.themes) == [loose]
    assert hints.themes[loose][0].theme == groen
    assert hints.themes[loose][0].near == (known,)


def test_suggestions_follow_what_was_sorted_meanwhile(house, process, add):
    house.cards.add_theme(process, "Alfa")
    beta = house.cards.add_theme(process, "Beta").id
    known, loose = add("pannakooi bij de kerk"), add("pannakooi in de wijk")
    house.sorting.hints(process)

    house.cards.move([known], beta)

    assert house.sorting.hints(process).themes[loose][0].theme == beta


def test_nothing_is_applied_by_itself(house, process, add, line):
    house.cards.add_theme(process, "Groen")
    card = add("meer groen")

    house.sorting.hints(process)

    assert line(card).theme_id is None


def test_a_withdrawn_card_gets_and_gives_no_suggestion(house, process, pair):
    house.cards.withdraw(pair[0], "Onleesbaar.")

    assert house.sorting.hints(process).doubles == {}


def test_cards_that_look_alike_point_at_each_other(house, process, pair):
    assert house.sorting.hints(process).doubles == {pair[0]: pair[1], pair[1]: pair[0]}


def test_cards_that_say_the_same_count_together_and_keep_their_words(house, pair, line):
    house.sorting.same(*pair)

    assert [line(card).together for card in pair] == [3, 3]
    assert [line(card).same for card in pair] == [("3-02",), ("3-01",)]
    assert [line(card).text for card in pair] == ["Meer bomen in de straat", "meer bomen in de straat!"]
    assert [line(card).card.times for card in pair] == [2, 1]


def test_a_withdrawn_card_no_longer_counts_in_its_heap(house, pair, add, line):
    third = add("Bomen in de straat")
    house.sorting.same(*pair)
    house.sorting.same(third, pair[0])
    house.cards.withdraw(pair[1], "Dubbel.")

    assert (line(third).together, line(third).same) == (3, ("3-01",))


def test_a_decision_is_not_suggested_again_whatever_it_was(house, process, pair):
    house.sorting.not_same(*pair)
    apart = house.sorting.hints(process).doubles
    house.sorting.same(*pair)

    assert apart == house.sorting.hints(process).doubles == {}


def test_what_differs_from_a_card_differs_from_all_that_say_the_same(house, process, pair, add):
    third = add("Meer bomen in de straat")
    house.sorting.same(*pair)
    house.sorting.not_same(third, pair[0])

    assert house.sorting.hints(process).doubles == {}


def test_a_decision_taken_back_is_suggested_again(house, process, pair, line):
    house.sorting.same(*pair)
    house.sorting.undecide(*pair)

    assert line(pair[0]).together == 0
    assert house.sorting.hints(process).doubles[pair[0]] == pair[1]


def test_deciding_the_same_twice_keeps_one_decision(house, pair, line):
    house.sorting.same(*pair)
    house.sorting.same(pair[1], pair[0])
    house.sorting.undecide(*pair)

    assert line(pair[0]).same == ()


def test_a_card_can_leave_a_heap_that_stays_together(house, add, line):
    middle, one, other = add("bus"), add("de bus"), add("bus!")
    house.sorting.same(one, middle)
    house.sorting.same(other, middle)

    house.sorting.leave(middle)

    assert line(middle).same == ()
    assert line(one).same == ("3-03",)


def test_a_card_cannot_say_the_same_as_itself(house, pair):
    with pytest.raises(InvalidInput) as refused:
        house.sorting.same(pair[0], pair[0])

    assert refused.value.code == "cards_not_a_pair"


def test_a_card_that_was_told_apart_can_still_be_taken_back(house, process, pair):
    house.sorting.not_same(pair[1], pair[0])

    house.cards.take_back(pair[0])

    assert [line.card.id for line in house.cards.lines(process)] == [pair[1]]


def test_themes_to_begin_with_are_not_kept(house, process, add):
    cards = {add(text) for text in ("meer bomen", "bomen planten", "struiken in het park")}

    found = house.sorting.first_themes(process)

    assert [(one.title, set(one.cards)) for one in found] == [("Groen en bomen", cards)]
    assert house.cards.themes(process) == ()
