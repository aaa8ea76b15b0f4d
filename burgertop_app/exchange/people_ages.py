"""Reading an age, a year of birth or a date of birth as the age group it falls in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from burgertop_app.domain.guesses import OLDEST, age_on, day_of, flat, group_of
from burgertop_app.domain.importing import EMPTY, SKIP_ROW, Choice, Finding, value
from burgertop_app.exchange.readings import Reading

if TYPE_CHECKING:
    from datetime import date

    from burgertop_app.domain.guesses import AgeGroup
    from burgertop_app.domain.people_import import Rules

_NAMES = re.compile(r"leeftijd|geboorte|birth|^age|agegroup|^geb(datum|jaar)")
_FIGURES = re.compile(r"(\d{1,4})(?:\s*(?:jaar|jr\.?|years?))?", re.IGNORECASE)
_HALF_YEAR = 6


def is_about_age(feature: str) -> bool:
    """Whether a feature is about age, by its name."""
    return _NAMES.search(flat(feature)) is not None


def read_age(
    cell: str, groups: tuple[AgeGroup, ...], choices: tuple[Choice, ...], rules: Rules
) -> Reading | None:
    """The group that the age in `cell` falls in; None when there is no age in it.

    A year of birth leaves two ages open; where they fall in two groups, the likelier is proposed.
    """
    try:
        ages = ages_of(cell, rules.today)
    except ValueError:
        return Reading("", Finding("no_such_date", choices))
    return None if ages is None else _grouped(ages, groups, choices, rules)


def read_loose_age(cell: str, rules: Rules) -> Reading:
    """The cell as it is, when no groups are known; too young an age is still found."""
    try:
        ages = ages_of(cell, rules.today)
    except ValueError:
        return Reading("", Finding("no_such_date", (EMPTY, SKIP_ROW), free=True))
    if ages is not None and max(ages) < rules.minimum_age:
        params = (("age", rules.minimum_age),)
        return Reading("", Finding("too_young", (EMPTY, SKIP_ROW), params=params, free=True))
    return Reading(cell)


def ages_of(cell: str, today: date) -> tuple[int, ...] | None:
    """The ages that a cell allows, likeliest first: one for an age or a date of birth, two for a year.

    Raises:
        ValueError: a date that does not exist or has yet to come.
    """
    born = day_of(cell, today)
    if born is not None:
        age = age_on(today, born)
        return (age,) if age <= OLDEST else None
    figures = _FIGURES.fullmatch(cell)
    return None if figures is None else _of_number(int(figures[1]), today)


def _of_number(number: int, today: date) -> tuple[int, ...] | None:
    if number <= OLDEST:
        return (number,)
    turned = today.year - number
    if not 0 <= turned <= OLDEST:
        return None
    both = (turned, turned - 1) if today.month > _HALF_YEAR else (turned - 1, turned)
    return tuple(age for age in both if age >= 0)


def _grouped(
    ages: tuple[int, ...], groups: tuple[AgeGroup, ...], choices: tuple[Choice, ...], rules: Rules
) -> Reading:
    if max(ages) < rules.minimum_age:
        return Reading("", Finding("too_young", choices, params=(("age", rules.minimum_age),)))
    found = list(dict.fromkeys(name for age in ages if (name := group_of(age, groups)) is not None))
    if len(found) == 1:
        return Reading(found[0], converted=True)
    if found:
        return Reading("", Finding("birth_year_between", choices, value(found[0])))
    return Reading("", Finding("age_no_group", choices))
