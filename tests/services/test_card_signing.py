"""What a table agreed with belongs to those words, and is taken back with a reason."""

from __future__ import annotations

import pytest

from burgertop_app.domain.card_history import Agreement
from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.requests import NewCard


@pytest.fixture
def card(house, process):
    return house.cards.add(process, NewCard(text="Meer groen", table_no=3)).id


@pytest.fixture
def agreed(house, process):
    def found(card_id):
        return next(line for line in house.cards.lines(process) if line.card.id == card_id).agreed

    return found


def test_a_new_card_was_not_agreed_by_its_table(card, agreed):
    assert agreed(card).how is Agreement.NOT_YET


def test_a_mark_says_who_made_it_and_when(house, card, agreed, clock):
    clock.on(hours=2)

    house.card_signing.sign([card])

    assert (agreed(card).how, agreed(card).by, agreed(card).at) == (Agreement.AGREED, "Anna", clock.now)


def test_other_words_are_not_agreed(house, card, agreed, clock):
    house.card_signing.sign([card])
    clock.on(minutes=1)

    house.cards.reword(card, "Meer bomen", "duidelijker")

    assert agreed(card).how is Agreement.REWORDED


def test_typing_errors_put_right_after_agreement_say_so(house, card, agreed, clock):
    house.card_signing.sign([card])
    clock.on(minutes=1)

    house.cards.reword(card, "Meer gróén", typing_error=True)

    assert agreed(card).how is Agreement.TYPING
    assert house.cards.wordings(card)[1].typing_error


def test_agreed_words_do_not_change_without_a_reason(house, card):
    house.card_signing.sign([card])

    with pytest.raises(InvalidInput, match="card_agreed_reason"):
        house.cards.reword(card, "Meer bomen")

    assert [said.text for said in house.cards.wordings(card)] == ["Meer groen"]


def test_typing_on_never_changes_words_that_were_agreed(house, card):
    house.cards.reword(card, "Meer bomen", typing=True)
    house.card_signing.sign([card])

    house.cards.reword(card, "Meer struiken", "toch niet", typing=True)

    assert [said.text for said in house.cards.wordings(card)] == ["Meer groen", "Meer bomen", "Meer struiken"]


def test_agreement_taken_back_stays_readable_with_the_reason(house, card, agreed, clock):
    _change, marks = house.card_signing.sign([card])
    clock.on(minutes=5)

    house.card_signing.take_back(marks, "tafel 3 kwam erop terug")

    (told,) = house.cards.story(card).sign_offs
    assert agreed(card).how is Agreement.NOT_YET
    assert (told.version, told.by, told.until, told.reason) == (
        1,
        "Anna",
        clock.now,
        "tafel 3 kwam erop terug",
    )


def test_agreement_is_not_taken_back_without_a_reason(house, card, agreed):
    _change, marks = house.card_signing.sign([card])

    with pytest.raises(InvalidInput, match="reason_empty"):
        house.card_signing.take_back(marks, "  ")

    assert agreed(card).how is Agreement.AGREED


def test_marking_and_taking_back_can_be_undone(house, card, agreed):
    _change, marks = house.card_signing.sign([card])
    house.card_signing.take_back(marks, "vergissing")

    house.card_signing.renew(marks)
    again = agreed(card).how
    house.card_signing.erase(marks)

    assert (again, agreed(card).how) == (Agreement.AGREED, Agreement.NOT_YET)


def test_cards_that_do_not_count_are_not_marked(house, card, agreed):
    house.cards.withdraw(card, "dubbel")

    with pytest.raises(NotPossible, match="card_not_counting"):
        house.card_signing.sign([card])

    assert agreed(card).how is Agreement.NOT_YET


def test_agreed_cards_are_marked_once(house, process, card, agreed):
    _change, first = house.card_signing.sign([card])
    other = house.cards.add(process, NewCard(text="Meer bomen", table_no=3)).id

    _change, second = house.card_signing.sign([card, other])

    assert (len(first), len(second)) == (1, 1)
    with pytest.raises(NotPossible, match="cards_agreed_already"):
        house.card_signing.sign([card, other])


def test_the_last_rewording_can_be_undone_and_the_agreement_holds_again(house, card, agreed):
    house.card_signing.sign([card])
    house.cards.reword(card, "Meer bomen", "duidelijker")

    house.cards.take_back_wording(card)

    assert agreed(card).how is Agreement.AGREED


def test_a_wording_that_was_agreed_is_not_taken_back(house, card):
    house.cards.reword(card, "Meer bomen", "duidelijker")
    house.card_signing.sign([card])

    with pytest.raises(NotPossible, match="card_in_use"):
        house.cards.take_back_wording(card)


def test_who_typed_a_card_and_its_later_words_is_kept(house, process, card):
    house.cards.reword(card, "Meer bomen", "duidelijker")

    (line,) = house.cards.lines(process)
    assert line.typed_by == "Anna"
    assert [said.by for said in house.cards.wordings(card)] == ["Anna", "Anna"]
