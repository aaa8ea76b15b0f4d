"""A column that asks whether a name may stand in the advice."""

from __future__ import annotations

from datetime import date

import pytest

from burgertop_app.domain.importing import value
from burgertop_app.domain.people_import import Field, Rules
from burgertop_app.domain.sheets import table
from burgertop_app.exchange.people_columns import suggest, suggested_uses
from burgertop_app.exchange.people_sheet import analyse, apply
from burgertop_app.messages.importing import problem_words

RULES = Rules(today=date(2026, 6, 1))


def sheet(title, cell):
    return table("mensen.csv", [["naam", title], ["Ana Vos", cell]])


def planned(cell):
    read = sheet("naam in advies", cell)
    columns = suggest(read)
    return analyse(read, columns, RULES), columns


def consent(cell, choices=None):
    """On which day the only person agreed."""
    plan, columns = planned(cell)
    ((person,), _summary) = apply(plan, columns, RULES, choices or {})
    return person.named_on


@pytest.mark.parametrize(
    "title",
    [
        "Naam in advies",
        "Mag uw naam in het advies?",
        "Toestemming naam",
        "Naamsvermelding",
        "Akkoord met naam in advies",
        "Name in advice",
    ],
)
def test_header_about_naming_somebody_is_a_consent(title):
    assert [use.field for use in suggested_uses(sheet(title, "ja"))] == [Field.NAME, Field.CONSENT]


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("ja", date(2026, 6, 1)),
        ("X", date(2026, 6, 1)),
        ("nee", None),
        ("", None),
        ("1-5-2026", date(2026, 5, 1)),
    ],
)
def test_clear_yes_or_a_day_is_a_consent(cell, day):
    assert consent(cell) == day


@pytest.mark.parametrize("cell", ["misschien", "alleen voornaam", "1-7-2026", "31-2-2026"])
def test_without_a_clear_yes_a_name_stays_out_unless_the_organiser_types_one(cell):
    (problem,) = planned(cell)[0].problems

    assert problem_words(problem)
    assert consent(cell) is None
    assert consent(cell, {problem.key: value("ja")}) == date(2026, 6, 1)
