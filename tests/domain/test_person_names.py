"""The one rule that tells when a text names somebody."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.person_names import SHORTEST, Names, struck

BERG = "Fatma van der Berg"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (BERG, "Fatma van der Berg"),
        (BERG, "fatma VAN DER BERG"),
        (BERG, "F. van der Berg"),
        (BERG, "F van der Berg"),
        (BERG, "Fatma v.d. Berg"),
        (BERG, "Fatma v/d Berg"),
        (BERG, "F. vd Berg"),
        (BERG, "Van der Berg, Fatma"),
        (BERG, "Berg, Fatma van der"),
        (BERG, "Berg, F. van der"),
        (BERG, "Fatma\n  van\u00a0der   Berg"),
        (BERG, "**Fatma** van _der_ Berg"),
        ("Fatma Demir", "Fatma **Demir**"),
        ("Fatma Demir", "Fatma_Demir"),
        ("Fatma Demir", "Fat\u00adma De\u200bmir"),
        ("Fatma Demir", "Fatma Demirs"),
        ("Demir, Fatma", "Fatma Demir"),
        ("Berg, F. van der", "F. van der Berg"),
        ("Fatma Zehra Demir", "F.Z. Demir"),
        ("Fatma Zehra Demir", "F. Demir"),
        ("Anne-Marie d'Hondt", "Anne Marie d’Hondt"),
        ("Anne-Marie Smit-Jansen", "ANNE–MARIE SMIT JANSEN"),
        ("Zoë Müller", "Zoe Muller"),
        ("Zoë Müller", unicodedata.normalize("NFD", "ZOË MÜLLER")),
        ("I\u015f\u0131l \u0130nan", "\u0131\u015f\u0131l inan"),
        ("I\u015f\u0131l \u0130nan", "ISIL INAN"),
        ("Ingrid Weiß", "INGRID WEISS"),
        ("Søren Łukasz", "Soren Lukasz"),
        ("Ed de Wit", "ed de wit"),
        ("f. demir", "f. demir"),
        ("Li Wu", "Li Wu"),
        (BERG, "Van der Berg Fatma"),
        (BERG, "Van der Berg (Fatma)"),
        (BERG, "Berg (F. van der)"),
        ("Fatma Demir", "Demir Fatma"),
        ("Fatma Demir", "DEMIR\u00a0 Fatma"),
        ("Fatma Demir", "**Demir** Fatma"),
        ("Fatma Demir", "Demir_Fatma"),
        ("Fatma Demir", "Demir (Fatma)"),
        ("Fatma Demir", "Demir (F.)"),
        ("Fatma Zehra Demir", "Demir Fatma Zehra"),
        ("Bakker", "Bakker"),
        ("De Boer", "de Boer"),
        ("O'Neill", "O’Neill"),
        ("J. (Jan) [A-Z]+.* Smit", "J. (Jan) [A-Z]+.* Smit"),
        ("محمد علي", "محمد علي"),
        ("王 小明明", "王 小明明"),
    ],
)
def test_a_whole_name_is_found_in_each_way_to_write_it(name, said):
    names = Names([name], alone=True)

    assert names.without(f"Gisteren zei {said} dat het mag.", "…") == "Gisteren zei … dat het mag."
    assert names.whose(said) == {name}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (BERG, "Fatma en Van der Berg"),
        (BERG, "mevrouw Van der Berg"),
        (BERG, "de Fatma van der Bergstraat"),
        (BERG, "G. van der Berg"),
        ("Fatma Demir", "Fatma. Demir was er niet."),
        ("Fatma Demir", "Aanwezig: Fatma, Demir en Ali"),
        ("Fatma Demir", "Fatma: Demir"),
        ("Fatma Demir", "Ali Demir\nFatma Yilmaz"),
        ("Fatma Demir", "Demir – Fatma"),
        ("Fatma Demir", "een demir fatma"),
        ("Fatma Demir", "Demir. Fatma was er ook."),
        ("Willem Koning", "Koning Willem"),
        ("F. Demir", "Demir F en G"),
        ("Fatma Demir", "f. demir"),
        ("Fatma Demir", "Fatma … Demir"),
        ("Bakker", "de bakker op de hoek"),
        ("Bakker", "BAKKER"),
        ("Bakker", "Bakkers"),
        ("De Boer", "de boer op het land"),
        ("bakker", "de bakker"),
        ("Jan", "Jan"),
        ("A", "A"),
        ("Li E", "Li E"),
        ("", "Fatma"),
        ("...", "..."),
        ("van der", "van der"),
    ],
)
def test_what_is_no_whole_name_stays(name, said):
    names = Names([name], alone=True)

    assert names.without(said, "…") == said
    assert not names.finds(said)


def test_names_of_one_word_are_only_found_where_that_is_asked():
    assert Names(["Bakker"], alone=True).finds("Vraag het Bakker.")
    assert not Names(["Bakker"]).finds("Vraag het Bakker.")


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Dat zei Fatma **Demir** gisteren.", "Dat zei … gisteren."),
        ("Dat zei **Fatma** Demir gisteren.", "Dat zei … gisteren."),
        ("Dat **zei Fatma Demir** gisteren.", "Dat **zei …** gisteren."),
        ("Fatma *Demir**Fatma* Demir", "……"),
    ],
)
def test_no_half_emphasis_stays_behind(said, left):
    assert Names(["Fatma Demir"]).without(said, "…") == left


@pytest.mark.parametrize(("name", "sought"), [("Jan", False), ("Jans", True), ("", False), ("Bo Li", True)])
def test_it_tells_whether_there_is_anything_to_look_for(name, sought):
    assert Names([name], alone=True).sought is sought


def test_everybody_who_may_be_meant_is_told():
    both = Names(["Fatma Demir", "Fikret Demir"])

    assert both.whose("F. Demir") == {"Fatma Demir", "Fikret Demir"}
    assert both.whose("Fatma Demir") == {"Fatma Demir"}


def test_the_longest_name_goes():
    assert Names(["Jan de Vries", "Jan de Vries Smit"]).without("Jan de Vries Smit zei", "…") == "… zei"


LETTERS = st.characters(categories=("Lu", "Ll"), max_codepoint=0x24F, exclude_characters="\u013f\u0140\u0149")
WORD = st.text(LETTERS, min_size=2, max_size=12).filter(lambda word: word[0].isalpha())
NAME = st.lists(WORD, min_size=2, max_size=4).map(" ".join)
TEXT = st.text(max_size=200)


@given(NAME, TEXT, TEXT)
def test_a_name_never_stays_and_the_rest_always_does(name, before, after):
    text = f"{before} : {name} : {after}"
    names = Names([name])

    if names.sought:
        left = names.without(text, "…")
        assert not names.finds(left)
        assert left == struck(text, names.spans(text), "…")


@given(NAME, st.sampled_from(["NFC", "NFD"]), st.booleans())
def test_how_accents_are_kept_makes_no_difference(name, form, upper):
    names, said = Names([name]), unicodedata.normalize(form, name)

    assert names.finds(said.upper() if upper else said) or not names.sought


@given(st.lists(st.text(max_size=30), max_size=5), TEXT)
def test_no_name_and_no_text_upsets_it(several, text):
    names = Names(several, alone=True)
    spans = names.spans(text)

    assert list(spans) == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= later for (_start, end), (later, _end) in itertools.pairwise(spans))
    assert not names.finds(names.without(text, "…"))


@given(st.text(LETTERS, max_size=SHORTEST - 1))
def test_a_name_that_is_too_short_is_never_found(name):
    assert not Names([name], alone=True).finds(f"hier staat {name} dus")


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Mail naar fatma.demir@example.nl.", "Mail naar …@example.nl."),
        ("Bij Fatma. Demir zei niets.", "Bij Fatma. Demir zei niets."),
    ],
)
def test_an_email_address_that_is_a_name_goes_but_no_end_of_a_sentence(said, left):
    assert Names(["Fatma Demir"]).without(said, "…") == left
