"""Suggested themes: learnt from sorted cards and names, with reasons, the same each time."""

import sys
from pathlib import Path

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.kernel_ridge import KernelRidge

sys.path.insert(0, str(Path(__file__).parents[2] / "fixtures"))
from save_suggestions import saved, suggested

from burgertop_app.domain.errors import Cancelled
from burgertop_app.domain.suggesting import Heap, Words
from burgertop_app.engines.themes.features import rows, weighed
from burgertop_app.engines.themes.proposing import propose
from burgertop_app.engines.themes.reading import WordBook
from burgertop_app.engines.themes.suggesting import EASING, NAME_COUNTS, Learnt, suggest
from burgertop_app.exchange.subjects import read_subjects

BOOK = WordBook(read_subjects())
EMPTY = WordBook(())
THEMES = (Heap("v", "Verkeer"), Heap("g", "Groen"), Heap("z", "Zorg"), Heap("k", "Kunst"))
CARDS = (
    Words("1", "zebrapad bij de school", "v"),
    Words("2", "meer bomen in de straat", "g"),
    Words("3", "oversteken is gevaarlijk bij de school"),
    Words("4", "bomen snoeien"),
    Words("5", "xyzzy"),
)


def themes_of(found, card):
    return [one.theme for one in found[card]]


def test_a_card_gets_the_theme_of_cards_like_it_first():
    found = suggest(BOOK, CARDS, THEMES)

    assert themes_of(found, "3")[0] == "v"
    assert themes_of(found, "4")[0] == "g"


def test_at_most_three_different_themes_are_suggested():
    found = suggest(BOOK, CARDS, THEMES)

    assert {len(set(themes_of(found, card.key))) for card in CARDS} == {3}


def test_a_sorted_card_has_its_own_theme_first():
    found = suggest(BOOK, (*CARDS, Words("6", "bomen snoeien", "k")), THEMES)

    assert themes_of(found, "6")[0] == "k"


def test_the_reason_is_the_nearest_sorted_cards_of_the_theme():
    best = suggest(BOOK, CARDS, THEMES)["3"][0]

    assert best.near == ("1",)


def test_the_name_of_a_theme_is_enough_before_anything_is_sorted():
    unsorted_cards = [Words(card.key, card.text) for card in CARDS]

    best = suggest(BOOK, unsorted_cards, THEMES)["4"][0]

    assert (best.theme, best.near, best.named) == ("g", (), True)


def test_sorting_a_card_changes_what_is_suggested_for_others():
    cards = [Words("1", "lichtjes in de steeg"), Words("2", "lichtjes in de laan")]
    themes = (Heap("a", "Alfa"), Heap("b", "Beta"))

    before = themes_of(suggest(EMPTY, cards, themes), "2")
    after = themes_of(suggest(EMPTY, [Words("1", cards[0].text, "b"), cards[1]], themes), "2")

    assert (before[0], after[0]) == ("a", "b")


def test_where_words_say_nothing_the_largest_theme_comes_first():
    cards = [*CARDS, Words("7", "kaal boompje planten", "g")]

    assert themes_of(suggest(EMPTY, cards, THEMES), "5")[0] == "g"


def test_the_same_cards_give_the_same_suggestions():
    assert suggest(WordBook(read_subjects()), CARDS, THEMES) == suggest(BOOK, CARDS, THEMES)


def test_without_themes_nothing_is_suggested():
    assert suggest(BOOK, CARDS, ()) == {}


def test_cancel_goes_through():
    class Impatient:
        def checkpoint(self, _phase, _fraction=None):
            raise Cancelled

    with pytest.raises(Cancelled):
        suggest(BOOK, CARDS, THEMES, Impatient())


def test_a_text_without_letters_is_like_nothing():
    made = rows(BOOK, ["!!!", "bomen", "bomen"])
    alike = (made @ made.T).toarray()

    assert alike[0].tolist() == [0.0, 0.0, 0.0]
    assert np.isclose(alike[1, 2], 2.5)


def test_first_themes_are_subjects_that_enough_cards_share():
    texts = ["meer bomen", "bomen planten", "gras en struiken", "huisarts", "xyzzy", "boom kappen"]
    cards = [Words(str(at), text) for at, text in enumerate(texts)]

    found = propose(BOOK, cards, ())

    assert [(one.title, set(one.cards)) for one in found] == [("Groen en bomen", {"0", "1", "2", "5"})]


def test_first_themes_leave_out_what_a_theme_covers():
    cards = [Words(str(at), "meer bomen") for at in range(5)]

    assert propose(BOOK, cards, (Heap("g", "Groen en bomen"),)) == ()


def test_first_themes_fall_back_on_a_word_that_cards_share():
    cards = [Words(str(at), f"zorro {at}a") for at in range(4)]

    assert [one.title for one in propose(EMPTY, cards, ())] == ["Zorro"]


@pytest.mark.parametrize("book", [BOOK, EMPTY])
@pytest.mark.parametrize("cards", [(), (Words("1", "meer bomen", "g"),)])
def test_first_themes_are_none_when_no_card_waits_for_one(book, cards):
    assert propose(book, cards, THEMES) == ()


HOSTILE = (
    "",
    "!!!",
    "\U0001f600" * 50,
    "12 34",
    "\x00",
    "\ud800",
    "a b " * 25_000,
    "ge" * 50_000,
    "_" * 1_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_stops_the_suggestions(text):
    cards = [*CARDS, *(Words(key, text) for key in "abc"), Words("d", text, "z")]

    found = suggest(BOOK, cards, (*THEMES, Heap("e", text)))

    assert [len(found[key]) for key in "abc"] == [3, 3, 3]
    assert found["a"] == found["b"]
    assert propose(BOOK, cards, (Heap("e", text),)) == propose(BOOK, cards, (Heap("e", text),))


def test_a_card_in_arabic_is_like_another_in_arabic():
    cards = [Words("1", "مزيد من الأشجار", "g"), Words("2", "الأشجار في الشارع")]

    best = suggest(BOOK, cards, THEMES)["2"][0]

    assert (best.theme, best.near) == ("g", ("1",))


def test_the_weights_of_words_are_those_of_scikit_learn():
    counts = np.array([[3, 1, 0], [0, 2, 0], [0, 1, 5]])
    expected = TfidfTransformer(sublinear_tf=True).fit_transform(counts).toarray()

    assert np.allclose(weighed(csr_matrix(counts.astype(float))).toarray(), expected)


def test_the_scores_are_those_of_kernel_ridge_in_scikit_learn():
    made = rows(BOOK, [*(card.text for card in CARDS), *(theme.text for theme in THEMES)])
    known = made[[0, 1, 5, 6, 7, 8]].toarray()
    wanted = np.eye(4)[[0, 1, 0, 1, 2, 3]]
    oracle = KernelRidge(alpha=EASING).fit(known, wanted, sample_weight=[1, 1, *[NAME_COUNTS] * 4])

    scores = made @ Learnt(made, CARDS, THEMES)._weights

    assert np.allclose(scores, oracle.predict(made.toarray()))


def test_the_labelled_cards_keep_the_suggestions_and_doubles_that_were_saved():
    assert suggested() == saved()


def test_texts_without_any_word_are_read_too():
    assert suggest(BOOK, [Words("1", "!!"), Words("2", "")], [Heap("t", "?")]).keys() == {"1", "2"}
