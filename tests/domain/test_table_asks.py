"""Who can lead which table, and who finds their language there."""

from __future__ import annotations

import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.table_asks import (
    LANGUAGE,
    SKILL,
    brought,
    divided,
    languages_from,
    leadable,
    serving,
    skills_from,
)
from burgertop_app.messages.table_asks import asked_words, asks_from, asks_said

PLAIN, TURKISH, BOTH = (), ("language:Turks",), ("wheelchair", "language:turks", "skill:techniek")


def test_a_table_is_led_by_who_brings_what_it_asks():
    brings = [brought((), ()), brought(("Turks ",), ()), brought(("TURKS",), ("Techniek",))]

    assert leadable((PLAIN, TURKISH, BOTH), brings) == [{0}, {0, 1}, {0, 1, 2}]


def test_what_no_facilitator_brings_is_asked_of_none():
    assert leadable((PLAIN, TURKISH), [brought(("Nederlands",), ())]) == [{0, 1}]


def test_without_anything_asked_facilitators_lead_in_order():
    everywhere = [frozenset(range(3))] * 4

    assert divided(range(3), everywhere) == {0: 0, 1: 1, 2: 2}


def test_a_table_that_few_can_lead_comes_first():
    able = [frozenset({0}), frozenset({0, 1}), frozenset({0})]

    assert divided(range(2), able) == {1: 1, 0: 0}


def test_when_there_are_too_few_facilitators_the_table_that_asks_has_one():
    assert divided(range(3), [frozenset({0, 1, 2})]) == {0: 0}
    assert divided(range(3), [frozenset({0, 1}), frozenset({0, 1, 2})]) == {2: 1, 0: 0}


def test_who_cannot_lead_their_table_changes_and_the_others_stay():
    able = [frozenset({0, 1, 3}), frozenset({0, 1, 2, 3}), frozenset({0, 1, 3}), frozenset({0, 1, 3})]

    found = divided(range(4), able, {0: 0, 1: 1, 2: 2, 3: 3})

    assert found == {0: 0, 1: 2, 2: 1, 3: 3}


def test_a_language_is_found_however_it_is_written():
    assert serving(("turks",), (PLAIN, TURKISH, BOTH)) == (1, 2)


@pytest.mark.parametrize(
    ("text", "named"),
    [("Turks", ("Turks",)), ("Turks, Arabisch of turks", ("turks", "Arabisch")), (" ; ", ())],
)
def test_languages_are_read_each_once(text, named):
    assert languages_from(text) == named


def test_a_skill_may_have_the_word_and_in_it():
    assert skills_from("lezen en schrijven, techniek") == ("lezen en schrijven", "techniek")


def test_what_tables_ask_is_read_as_it_is_written():
    asked = asks_from("Turks: 3, 5-6\nArabisch: 3\nTurks: 1", LANGUAGE, 9)

    assert asked == {"language:Turks": (1, 3, 5, 6), "language:Arabisch": (3,)}
    assert asks_said(asked, LANGUAGE) == "Turks: 1, 3, 5-6\nArabisch: 3"


@pytest.mark.parametrize("text", ["Turks", "Turks: 10", ": 3", "Turks: drie", "Turks, Frans: 3", "a: b: 3"])
def test_what_cannot_be_read_is_refused(text):
    with pytest.raises(InvalidInput):
        asks_from(text, SKILL, 9)


def test_a_need_is_said_in_the_language_of_the_reader():
    assert asked_words("language:Turks, wheelchair, eigen woord") == "Turks, rolstoel, eigen woord"
