"""Dutch words: endings, compounds, typing errors and subjects."""

import pytest

from burgertop_app.domain.subjects import Subject
from burgertop_app.engines.themes.reading import WordBook
from burgertop_app.engines.themes.words import folded, stem, tokens

BOOK = WordBook(
    (
        Subject("verkeer", "Verkeer", ("verkeer", "straat", "fiets", "pad", "parkeren", "auto")),
        Subject("school", "Onderwijs", ("school", "plein", "leraar", "kind", "parkeren")),
    )
)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("straten", "straat"),
        ("huizen", "huis"),
        ("wijken", "wijk"),
        ("katten", "kat"),
        ("woningen", "woning"),
        ("bussen", "bus"),
    ],
)
def test_words_that_differ_by_an_ending_have_one_stem(word, other):
    assert stem(word) == stem(other)


@pytest.mark.parametrize(("word", "other"), [("straat", "staart"), ("plan", "plein")])
def test_different_words_keep_different_stems(word, other):
    assert stem(word) != stem(other)


def test_capitals_accents_and_shouting_make_no_difference():
    assert tokens("CAFÉ's zéééér duur!!!") == ["cafes", "zeer", "duur"]


@pytest.mark.parametrize("text", ["foto's", "foto\u2019s", "foto\u2018s", "foto\u02bcs"])
def test_every_apostrophe_is_left_out(text):
    assert tokens(text) == ["fotos"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("مزيد من الأشجار", ["مزيد", "من", "الاشجار"]),
        ("Більше дерев!", ["більше", "дерев"]),
        ("Søren", ["søren"]),
        ("\U0001d5ea\U0001d5f2\U0001d5f4", ["weg"]),
    ],
)
def test_words_are_read_in_any_script(text, words):
    assert [folded(word) for word in tokens(text)] == list(map(folded, words))


def test_a_participle_is_known_by_its_verb():
    assert BOOK.parts("geparkeerd") == BOOK.parts("parkeren")


def test_a_word_of_many_syllables_alike_is_read_without_depth():
    assert BOOK.parts("ge" * 5_000) == ()


def test_a_compound_is_read_with_its_parts():
    assert BOOK.parts("schoolplein") == (stem("school"), "plein")
    assert BOOK.parts("fietspaden") == (stem("fiets"), "pad")


def test_a_typing_error_of_one_letter_is_seen_through():
    assert BOOK.parts("verkeeer") == BOOK.parts("verkeer")
    assert BOOK.parts("verker") == BOOK.parts("verkeer")


def test_an_inflected_verb_is_known():
    assert BOOK.parts("geparkeerd") == BOOK.parts("parkeert") == BOOK.parts("parkeren")


def test_a_word_of_two_subjects_says_less_about_each():
    clear, double = BOOK.about("fiets"), BOOK.about("parkeren")

    assert clear.tolist() == [1.0, 0.0]
    assert 0 < double[0] == double[1] < 1


def test_an_unknown_word_is_about_nothing():
    assert not BOOK.about("xylofoon").any()
