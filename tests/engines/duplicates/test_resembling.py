"""Cards that seem to say the same."""

import pytest

from burgertop_app.domain.suggesting import Words
from burgertop_app.engines.duplicates.resembling import best_earlier, resembling
from burgertop_app.engines.themes.reading import WordBook
from burgertop_app.exchange.subjects import read_subjects

BOOK = WordBook(read_subjects())


def pairs(*texts):
    cards = [Words(at, text) for at, text in enumerate(texts)]
    return [(pair.card, pair.other) for pair in resembling(BOOK, cards)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Groen", "groen!!"),
        ("de bus moet blijven", "Bus moet blijven"),
        ("hondepoep overal", "Overal hondenpoep"),
        ("stoep ligt scheef en is stuk", "stoep ligt scheef en is kapot"),
        ("zwembad niet sluiten", "sluit het zwembad niet!"),
        ("modder op de weg", "er ligt modder op de weg"),
        ("winkel dicht bij huis", "een winkel bij huis"),
        ("vrijwilligersfeest organiseren", "elk jaar een feest voor vrijwilligers"),
        ("مزيد من الأشجار", "مزيد من الأشجار!"),
    ],
)
def test_other_spelling_and_order_are_seen_through(one, other):
    assert pairs(one, other) == [(1, 0)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nieuwe bestrating in de Beatrixlaan", "Nieuwe bestrating in de Julianalaan"),
        ("Gratis reizen voor 65 plussers", "Gratis reizen voor scholieren"),
        ("meer drempels", "minder drempels"),
        ("zebrapad bij de molen", "zebrapad bij de molen weg"),
        ("markt op het plein", "geen markt op het plein"),
        ("streekmarkt elke maand", "streekmarkt elke maand is te vaak"),
        ("drempels in de Hoofdstraat bij de brug", "drempels in de Kerkstraat bij de brug"),
        ("maximaal 30 km per uur op de dijk", "maximaal 60 km per uur op de dijk"),
        ("Groen", "Verkeer"),
        ("!!!", "???"),
    ],
)
def test_near_misses_are_not_doubles(one, other):
    assert pairs(one, other) == []


def test_many_equal_cards_are_each_paired_with_the_first():
    assert pairs("Groen", "groen", "GROEN!") == [(1, 0), (2, 0)]


def test_the_earlier_card_that_is_most_alike_is_named():
    cards = [
        Words("a", "bus moet blijven rijden"),
        Words("b", "bus moet blijven"),
        Words("c", "Bus moet blijven!"),
    ]

    assert best_earlier(resembling(BOOK, cards))["c"] == "b"


def test_the_same_cards_give_the_same_pairs():
    texts = [f"kaart over {word} nummer {at}" for at, word in enumerate(["bomen", "boom", "bus"] * 5)]

    assert pairs(*texts) == pairs(*texts)


@pytest.mark.parametrize(
    "text", ["", "\U0001f600" * 50, "a b " * 25_000, "ge" * 50_000, "\x00", "\ud800", "12 34"]
)
def test_no_text_stops_the_search(text):
    found = pairs("bomen", text, text, f"{text} fiets")

    assert found == pairs("bomen", text, text, f"{text} fiets")


def test_without_cards_there_are_no_pairs():
    assert pairs() == []
