from datetime import date
from uuid import UUID

import pytest

from burgertop_app.domain.evaluations import Filled, later, occasions, sayings, tally
from burgertop_app.domain.items import Answer, Instrument

SOME = UUID(int=1)


def filled(on, title="", **scores):
    instrument = Instrument(id=SOME, process_id=SOME, code="card", title=title, on=on)
    answers = {
        question: Answer(id=SOME, instrument_id=SOME, question=question, score=score)
        for question, score in scores.items()
    }
    return Filled(instrument, answers)


def test_cards_of_one_day_are_one_occasion_and_the_latest_comes_first():
    days = (date(2025, 9, 1), date(2026, 9, 1), date(2026, 9, 1))

    found = occasions(filled(on) for on in days)

    assert [(each.on, len(each.filled)) for each in found] == [(days[1], 2), (days[0], 1)]


def test_two_meetings_of_one_day_stay_apart_by_title():
    found = occasions([filled(date(2026, 9, 1), "Ochtend"), filled(date(2026, 9, 1), "Avond")])

    assert {each.title for each in found} == {"Ochtend", "Avond"}


def test_an_average_leaves_out_who_gave_no_mark():
    (day,) = occasions([filled(date(2026, 9, 1), heard=4), filled(date(2026, 9, 1), heard=None)])

    assert day.average(["heard"]) == 4
    assert day.average(["again"]) is None


def test_words_are_counted_whatever_their_capitals():
    assert tally(["Hoop", "hoop.", "moe", "Hoop "]) == (("Hoop", 3), ("moe", 1))


def test_long_answers_are_not_counted_but_listed():
    told = ["hoop", "Ik ga morgen mijn buren bellen"]

    assert tally(told) == (("hoop", 1),)
    assert sayings(told) == ("Ik ga morgen mijn buren bellen",)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 3, 2), 12, date(2027, 3, 2)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 5), 1, date(2027, 1, 5)),
    ],
)
def test_so_many_months_later_is_the_same_day_or_the_last(day, months, expected):
    assert later(day, months) == expected
