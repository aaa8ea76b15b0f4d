"""The card book: every card that counts, in the words of the form."""

from __future__ import annotations

import pytest

from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.requests import NewCard
from burgertop_app.services.printing.rendering import render


@pytest.fixture
def book(house, process):
    house.cards.add(
        process, NewCard(text="Meer groen", table_no=1, kind="recommendation", addressee="municipality")
    )
    gone = house.cards.add(process, NewCard(text="Dubbel", table_no=1, addressee="residents")).id
    house.cards.withdraw(gone, "dubbel")
    return house.printing.card_book(process)


def test_kind_and_addressee_are_words_of_the_form(book):
    (group,) = book.groups

    assert group.addressee == "gemeente"
    assert [card.kind for theme in group.themes for card in theme.cards] == ["aanbeveling"]


def test_the_book_becomes_a_pdf(book):
    assert render(book, UNHEARD).content.startswith(b"%PDF-")


def notes(book):
    return {card.number: card.note for group in book.groups for theme in group.themes for card in theme.cards}


def test_a_book_that_no_table_agreed_with_says_so_once(book):
    assert book.agreement == "De woorden op deze kaarten: tafel nog niet akkoord."
    assert notes(book) == {"1-01": ""}


def test_a_book_with_which_some_tables_agreed_says_so_at_each_card(house, process):
    agreed, _other, changed = (
        house.cards.add(process, NewCard(text=text, table_no=1)).id for text in ("Groen", "Bomen", "Gras")
    )
    house.card_signing.sign([agreed, changed])
    house.cards.reword(changed, "Struiken", "duidelijker")

    found = house.printing.card_book(process)

    assert found.agreement.endswith("tenzij er iets anders bij staat.")
    assert notes(found) == {
        "1-01": "",
        "1-02": "tafel nog niet akkoord",
        "1-03": "na akkoord veranderd",
    }


def test_a_merged_card_stands_once_in_the_book_with_where_it_came_from(house, process):
    cards = [house.cards.add(process, NewCard(text=text, table_no=1)).id for text in ("Groen", "Bomen")]
    house.card_merging.merge(cards, "Groen en bomen")

    (card,) = (
        card
        for group in house.printing.card_book(process).groups
        for theme in group.themes
        for card in theme.cards
    )

    assert (card.number, card.times, card.origin) == ("1-03", 2, "uit 1-01, 1-02")
