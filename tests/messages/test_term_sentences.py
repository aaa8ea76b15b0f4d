from datetime import date

import pytest

from burgertop_app.domain.holidays import DayOff, Holidays
from burgertop_app.domain.terms import Recess, Rule, Skipped, Term, due
from burgertop_app.i18n import speaking
from burgertop_app.messages import terms

HOLIDAYS = Holidays(frozenset({date(2026, 5, 15)}), date(2023, 1, 1), date(2028, 12, 31))


def test_explanation_tells_how_the_day_came_about():
    found = due(date(2026, 11, 13), Term(6), HOLIDAYS)

    with speaking("nl"):
        assert terms.explanation(found) == (
            "Het college kreeg het advies op vrijdag 13 november 2026. "
            "Zes weken later is vrijdag 25 december. Dat is Eerste Kerstdag. "
            "Daarom telt de eerste werkdag erna: maandag 28 december 2026."
        )


@pytest.mark.parametrize(
    ("received", "rule", "expected"),
    [
        (
            date(2026, 2, 20),
            Rule.ATW,
            [
                "Zes weken later is vrijdag 3 april.",
                "Dat is Goede Vrijdag.",
                "Maandag 6 april is Tweede Paasdag.",
                "Daarom telt de eerste werkdag erna: dinsdag 7 april 2026.",
            ],
        ),
        (
            date(2026, 4, 3),
            Rule.ATW,
            [
                "Zes weken later is vrijdag 15 mei.",
                "Dat is een vrije dag door een koninklijk besluit.",
                "Daarom telt de eerste werkdag erna: maandag 18 mei 2026.",
            ],
        ),
        (
            date(2026, 11, 20),
            Rule.ATW,
            [
                "Zes weken later is vrijdag 1 januari 2027.",
                "Dat is Nieuwjaarsdag.",
                "Daarom telt de eerste werkdag erna: maandag 4 januari 2027.",
            ],
        ),
        (
            date(2026, 9, 1),
            Rule.ATW,
            [
                "Zes weken later is dinsdag 13 oktober.",
                "Dat is een werkdag. Dit is dus de laatste dag voor het antwoord.",
            ],
        ),
        (
            date(2026, 11, 13),
            Rule.CALENDAR,
            [
                "Zes weken later is vrijdag 25 december.",
                "Volgens de afspraak is dat de laatste dag, ook als het een vrije dag is.",
            ],
        ),
    ],
)
def test_sentences_follow_the_rule_and_the_reason(received, rule, expected):
    found = due(received, Term(6, rule), HOLIDAYS)

    with speaking("nl"):
        assert list(terms.sentences(found)[1:]) == expected


def test_explanation_names_the_recess_that_does_not_count():
    recess = Recess(date(2026, 7, 13), date(2026, 8, 23))

    found = due(date(2026, 7, 6), Term(20, recess=(recess,)), HOLIDAYS)

    with speaking("nl"):
        assert terms.explanation(found) == (
            "Het college kreeg het advies op maandag 6 juli 2026. "
            "Het reces van 13 juli 2026 tot en met 23 augustus 2026 telt niet mee. "
            "20 weken later is maandag 4 januari 2027. "
            "Dat is een werkdag. Dit is dus de laatste dag voor het antwoord."
        )


def test_warning_comes_only_when_the_table_runs_out():
    inside = due(date(2026, 9, 1), Term(), HOLIDAYS)
    beyond = due(date(2029, 9, 3), Term(), HOLIDAYS)

    with speaking("nl"):
        assert terms.warning(inside) == ""
        assert "tot en met 31 december 2028" in terms.warning(beyond)


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (date(2026, 12, 28), "nog 18 dagen"),
        (date(2026, 12, 11), "nog 1 dag"),
        (date(2026, 12, 10), "vandaag"),
        (date(2026, 12, 9), "1 dag te laat"),
        (date(2026, 12, 4), "6 dagen te laat"),
        (None, "termijn loopt niet"),
    ],
)
def test_days_left_are_said_in_words(last, words):
    with speaking("nl"):
        assert terms.remaining(last, today=date(2026, 12, 10)) == words


@pytest.mark.parametrize("reason", [*DayOff, None])
def test_every_reason_for_a_day_off_has_a_sentence(reason):
    found = due(date(2026, 11, 13), Term(), HOLIDAYS)
    moved = type(found)(
        found.received, found.term, found.raw, found.day, (Skipped(found.raw, reason), *found.steps[1:])
    )

    with speaking("nl"):
        assert len(terms.sentences(moved)) == 4
