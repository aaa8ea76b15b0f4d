"""Codes for letters: one slip never makes another valid code; whatever else is typed gets a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.random import default_rng

from burgertop_app.domain.codes import ALPHABET, LENGTH, new_code, shown_code, tidy_code
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.messages.errors import sentence

codes = st.integers(0, 2**32).map(lambda seed: new_code(default_rng(seed).bytes, set()))


def test_alphabet_has_no_look_alikes_and_a_prime_number_of_signs():
    assert set("0O1IL").isdisjoint(ALPHABET)
    assert len(set(ALPHABET)) == len(ALPHABET) == 31


@given(codes)
def test_code_as_it_stands_in_the_letter_reads_back(code):
    assert tidy_code(f" {shown_code(code).lower()} ") == code


@given(codes, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_always_seen(code, place, sign):
    wrong = code[:place] + sign + code[place + 1 :]

    if wrong != code:
        with pytest.raises(InvalidInput, match="code_slip"):
            tidy_code(wrong)


@given(codes, st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_two_signs_that_changed_places_are_always_seen(code, one, other):
    signs = list(code)
    signs[one], signs[other] = signs[other], signs[one]

    if signs != list(code):
        with pytest.raises(InvalidInput, match="code_slip"):
            tidy_code("".join(signs))


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_code_or_refused_in_a_sentence(text):
    told = _told(text)

    assert told
    assert "{" not in told or "{" in text


def test_code_that_is_taken_is_not_given_again():
    first = new_code(default_rng(1).bytes, set())

    taken = {first}
    second = new_code(default_rng(1).bytes, taken)

    assert second != first
    assert taken == {first, second}


def test_every_sign_is_about_as_likely():
    """Chi-square over 31 signs; a false alarm has a chance below 1 in 10 000, and the seed is fixed."""
    chance = default_rng(7)
    taken: set[str] = set()
    signs = "".join(new_code(chance.bytes, taken)[: LENGTH - 1] for _ in range(2_000))
    expected = len(signs) / len(ALPHABET)

    chi_square = sum((signs.count(sign) - expected) ** 2 / expected for sign in ALPHABET)

    assert chi_square < 70


def _told(text):
    """The code in `text`, or the sentence that refuses it."""
    try:
        return tidy_code(text)
    except InvalidInput as error:
        return sentence(error)
