"""What a pasted list becomes: columns by heading or by what is in them, and nothing lost."""

from __future__ import annotations

import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.requests import NewCard
from burgertop_app.services.card_pasting import checked

STAYS = NewCard(text="", table_no=3, round_no=2, kind="tip", addressee="residents")


@pytest.fixture
def look(house, process):
    return lambda text: house.card_pasting.look(process, text, STAYS)


def test_lines_get_what_stays_put_and_their_count(look):
    (first, second) = look("Meer groen (2x)\nBankjes ||||")

    assert (first.text, first.times, first.table_no, first.kind) == ("Meer groen", 2, 3, "tip")
    assert (second.text, second.times, second.addressee) == ("Bankjes", 4, "residents")


def test_columns_with_a_heading_are_known_by_it(look):
    (card,) = look("Nr\tTafel\tTekst\tVoor\tThema\n9-01\t7\tMeer groen\tgemeente\tGroen")

    assert (card.label, card.table_no, card.text, card.addressee, card.theme) == (
        "9-01",
        7,
        "Meer groen",
        "municipality",
        "Groen",
    )


def test_columns_without_a_heading_are_known_by_what_is_in_them(look):
    cards = look("4-01\tMeer groen in de straat\tvraag\t2x\n4-02\tBankjes bij het water\ttip\t3x")

    assert [(card.label, card.text, card.kind, card.times) for card in cards] == [
        ("4-01", "Meer groen in de straat", "question", 2),
        ("4-02", "Bankjes bij het water", "tip", 3),
    ]


def test_what_is_in_no_known_column_goes_behind_the_words(look):
    (card,) = look("Tekst\tSoort\tOpmerking\nMeer groen\tgedicht\tmet tekening")

    assert (card.text, card.kind) == ("Meer groen · met tekening · gedicht", "tip")


def test_a_table_round_or_count_that_is_none_goes_behind_the_words(look):
    (card,) = look("Tafel\tRonde\tTekst\tAantal\nde blauwe\tmiddag\tMeer groen\tveel")

    assert (card.text, card.table_no, card.round_no, card.times) == (
        "Meer groen · de blauwe · middag · veel",
        3,
        2,
        1,
    )


@pytest.mark.parametrize(
    ("column", "text", "times"),
    [("", "Meer groen", 2), ("1", "Meer groen", 2), ("2", "Meer groen", 2), ("5", "Meer groen (2x)", 5)],
)
def test_a_count_in_the_words_is_held_against_the_column(look, column, text, times):
    (card,) = look(f"Tekst\tAantal\tTafel\nMeer groen (2x)\t{column}\t4")

    assert (card.text, card.times) == (text, times)


def test_a_list_with_a_citizen_service_number_is_not_kept():
    with pytest.raises(InvalidInput) as refused:
        checked([NewCard(text="Meer groen"), NewCard(text="Mijn BSN is 111222333")])

    assert (refused.value.code, refused.value.params) == ("paste_bsn", {"line": 2})


def test_a_list_with_a_letter_in_it_is_not_kept():
    with pytest.raises(InvalidInput) as refused:
        checked([NewCard(text="a" * 50_000)])

    assert refused.value.code == "paste_card_long"
