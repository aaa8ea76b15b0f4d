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
