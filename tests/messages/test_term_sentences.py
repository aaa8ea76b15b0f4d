from dataclasses import replace
from datetime import date

import pytest

from burgertop_app.domain.holidays import DayOff, Holidays
from burgertop_app.domain.terms import Effect, Recess, Rule, Skipped, Start, Term, Unit, due
from burgertop_app.i18n import speaking
from burgertop_app.messages import terms

HOLIDAYS = Holidays(frozenset({date(2026, 5, 15)}), date(2023, 1, 1), date(2028, 12, 31))
SUMMER = Recess(date(2026, 7, 13), date(2026, 8, 23))


@pytest.fixture(autouse=True)
def dutch():
    with speaking("nl"):
        yield


@pytest.mark.parametrize(
    ("begun", "rule", "expected"),
    [
        (
            date(2026, 2, 20),
            Rule.ATW,
            (
                "zes weken na ontvangst op vrijdag 20 februari 2026 is Goede Vrijdag 3 april;"
                " de eerstvolgende werkdag is dinsdag 7 april"
            ),
        ),
        (
            date(2026, 4, 3),
            Rule.ATW,
            (
                "zes weken na ontvangst op vrijdag 3 april 2026 is vrijdag 15 mei, een vrije dag door een"
                " koninklijk besluit; de eerstvolgende werkdag is maandag 18 mei"
            ),
        ),
        (
            date(2026, 11, 20),
            Rule.ATW,
            (
                "zes weken na ontvangst op vrijdag 20 november 2026 is Nieuwjaarsdag 1 januari 2027;"
                " de eerstvolgende werkdag is maandag 4 januari 2027"
            ),
        ),
        (
            date(2026, 9, 1),
            Rule.ATW,
            "zes weken na ontvangst op dinsdag 1 september 2026 is dinsdag 13 oktober, een werkdag",
        ),
        (
            date(2026, 9, 5),
            Rule.ATW,
            (
                "zes weken na ontvangst op zaterdag 5 september 2026 is zaterdag 17 oktober;"
                " de eerstvolgende werkdag is maandag 19 oktober"
            ),
        ),
        (
            date(2026, 11, 13),
            Rule.CALENDAR,
            (
                "zes weken na ontvangst op vrijdag 13 november 2026 is vrijdag 25 december;"
                " volgens de afspraak blijft dat de laatste dag, ook als het een vrije dag is"
            ),
        ),
    ],
)
def test_the_reason_follows_the_rule_and_the_day(begun, rule, expected):
    assert terms.why(due(begun, Term(6, rule), HOLIDAYS)) == expected


def test_the_explanation_begins_with_the_last_day():
    assert terms.explanation(due(date(2026, 2, 20), Term(), HOLIDAYS)) == (
        "De laatste dag is dinsdag 7 april 2026: zes weken na ontvangst op vrijdag 20 februari 2026 is"
        " Goede Vrijdag 3 april; de eerstvolgende werkdag is dinsdag 7 april."
    )


def test_a_recess_that_suspends_is_named_with_its_days():
    found = due(date(2026, 7, 6), Term(20, recess=(SUMMER,)), HOLIDAYS)

    assert terms.why(found) == (
        "20 weken na ontvangst op maandag 6 juli 2026, zonder de dagen van het reces van 13 juli tot en met"
        " 23 augustus, is maandag 4 januari 2027, een werkdag"
    )


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Rule.ATW, "de eerstvolgende werkdag is maandag 24 augustus"),
        (Rule.CALENDAR, "de eerste dag na het reces is maandag 24 augustus"),
    ],
)
def test_a_term_that_ends_in_a_recess_says_where_it_moves(rule, expected):
    found = due(date(2026, 6, 8), Term(6, rule, (replace(SUMMER, effect=Effect.EXTENDS),)), HOLIDAYS)

    assert terms.why(found) == (
        "zes weken na ontvangst op maandag 8 juni 2026 is maandag 20 juli, in het reces van 13 juli tot en"
        f" met 23 augustus; {expected}"
    )


def test_a_month_that_an_earlier_advice_keeps_up_tells_both_days():
    term = Term(1, recess=(Recess(date(2026, 1, 31), date(2026, 2, 10)),), unit=Unit.MONTHS)

    assert terms.why(due(date(2026, 1, 30), term, HOLIDAYS)) == (
        "één maand na ontvangst op vrijdag 30 januari 2026, zonder de dagen van het reces van 31 januari tot"
        " en met 10 februari, is dinsdag 10 maart; een advies dat net voor het reces kwam, heeft tot woensdag"
        " 11 maart, een werkdag, en een advies dat later kwam nooit minder"
    )


def test_a_recess_right_after_a_day_off_is_named():
    recess = Recess(date(2026, 4, 7), date(2026, 4, 12), Effect.EXTENDS)

    assert terms.why(due(date(2026, 2, 20), Term(recess=(recess,)), HOLIDAYS)) == (
        "zes weken na ontvangst op vrijdag 20 februari 2026 is Goede Vrijdag 3 april; de eerstvolgende"
        " werkdag na het reces van 7 april tot en met 12 april is maandag 13 april"
    )


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (Term(30, unit=Unit.DAYS), "30 dagen na ontvangst op "),
        (Term(3, unit=Unit.MONTHS), "drie maanden na ontvangst op "),
        (Term(1), "één week na ontvangst op "),
        (Term(6, start=Start.OFFER), "zes weken na de aanbieding op "),
        (Term(6, start=Start.COUNCIL), "zes weken na de raadsvergadering van "),
    ],
)
def test_the_length_and_the_begin_are_said_in_words(term, expected):
    assert terms.why(due(date(2026, 9, 1), term, HOLIDAYS)).startswith(expected)


def test_every_rule_of_the_agreement_has_a_sentence():
    term = Term(recess=(SUMMER, Recess(date(2026, 12, 21), date(2027, 1, 3), Effect.EXTENDS)))

    assert terms.rules(term) == (
        "Is de laatste dag een vrije dag, dan telt de eerstvolgende werkdag.",
        "Het reces van 13 juli 2026 tot en met 23 augustus 2026 telt niet mee.",
        (
            "Eindigt de termijn in het reces van 21 december 2026 tot en met 3 januari 2027, dan schuift de"
            " laatste dag naar de eerste dag erna."
        ),
    )


def test_warning_comes_only_when_the_table_runs_out():
    inside = due(date(2026, 9, 1), Term(), HOLIDAYS)
    beyond = due(date(2029, 9, 3), Term(), HOLIDAYS)
    before = due(date(2022, 3, 1), Term(), HOLIDAYS)

    assert terms.warning(inside) == ""
    assert "loopt tot en met 31 december 2028; kijk in de Staatscourant" in terms.warning(beyond)
    assert "begint op 1 januari 2023" in terms.warning(before)


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
    assert terms.remaining(last, today=date(2026, 12, 10)) == words


@pytest.mark.parametrize("reason", [*DayOff, None])
def test_every_reason_for_a_day_off_has_words(reason):
    found = due(date(2026, 11, 13), Term(), HOLIDAYS)
    moved = replace(found, steps=(Skipped(found.raw, reason), *found.steps[1:]))

    assert "25 december" in terms.why(moved)
    assert terms.why(moved).endswith("; de eerstvolgende werkdag is maandag 28 december")
