import re
from pathlib import Path

import pytest

from burgertop_app.domain.draw_requests import Checked
from burgertop_app.domain.draws import Certificate, DrawRules
from burgertop_app.domain.preflight import Bound, Clash, Demand, Easing, Obstacle, Preflight, Relaxation
from burgertop_app.i18n import speaking
from burgertop_app.messages.draws import (
    chance_sentence,
    checked_sentence,
    clash_sentence,
    obstacle_sentence,
    preflight_lines,
    relaxation_sentence,
)

SOURCE = Path(__file__).parents[2] / "burgertop_app"
PRACTICAL = Demand("opleiding", "praktisch", Bound.LOW, 18)
CHECKS = sorted(
    {
        code
        for path in (SOURCE / "services").glob("draw_checks*.py")
        for code in re.findall(r'"((?:right|beyond)_\w+)"', path.read_text("utf-8"))
    }
)


@pytest.mark.parametrize("code", CHECKS)
def test_every_check_has_its_words(code):
    names = (
        "people",
        "quotas",
        "number",
        "replacements",
        "reserves",
        "lottery",
        "file",
        "files",
        "engine",
        "here",
    )

    said = checked_sentence(Checked(code, tuple((name, "7") for name in names)))

    assert said[0].isupper()
    assert "{" not in said


def test_way_out_is_said_with_its_cost():
    assert relaxation_sentence(Relaxation((Easing(PRACTICAL, 17),))) == (
        "opleiding praktisch: minstens 18 → 17 (1 plaats)"
    )


def test_clash_is_said_in_words():
    clash = Clash((PRACTICAL, Demand("wijk", "Zuid", Bound.HIGH, 2)), household=True)

    assert clash_sentence(clash, 30) == (
        "Dit kan niet allemaal tegelijk in een panel van 30 uit deze pool: opleiding praktisch: minstens 18; "
        "wijk Zuid: hooguit 2; hooguit één persoon per huishouden."
    )


def test_obstacle_says_what_to_do():
    obstacle = Obstacle(
        "supply_short", (("feature", "leeftijd"), ("value", "75+"), ("low", 3), ("people", 2))
    )

    assert obstacle_sentence(obstacle) == (
        "leeftijd: het minimum bij 75+ is 3, maar het aantal mensen met deze waarde is 2. "
        "Verlaag het minimum of zoek meer mensen."
    )


def test_quick_look_promises_no_more_than_it_knows():
    found = Preflight(seats=2, people=9, supplies=(), obstacles=(), possible=None)

    assert preflight_lines(found) == ["Volgens de telling staat niets in de weg."]


HIGHEST = "It has been proven that no lottery with these quotas can make the lowest chance higher."
OPEN = (
    "With these quotas the lowest chance can never be more than 9.0000\N{NO-BREAK SPACE}%; "
    "whether that can be reached is not proven."
)
LOWER = (
    "This method does not make the lowest chance as high as possible; "
    "it can never be more than 9.0000\N{NO-BREAK SPACE}%."
)
LEXIMIN = (
    "It has been proven that nobody’s chance can be higher without lowering that of somebody whose chance is "
    "as low or lower."
)
NASH = (
    "It has been proven that no lottery with these quotas makes the product of all chances "
    "more than 0.01\N{NO-BREAK SPACE}% larger."
)
GOLDILOCKS = (
    "It has been proven that no lottery with these quotas brings the highest and the lowest chance together "
    "closer to equal chances; at most a millionth is left to gain."
)
NOTHING = "Nothing has been proven of these chances: other lotteries may be much fairer."


@pytest.mark.parametrize(
    ("method", "bound", "said"),
    [
        ("maximin", 79_646_017_699, HIGHEST),
        ("maximin", 90_000_000_000, OPEN),
        ("leximin", 79_646_017_699, f"{HIGHEST} {LEXIMIN}"),
        ("nash", 90_000_000_000, f"{LOWER} {NASH}"),
        ("goldilocks", 90_000_000_000, f"{LOWER} {GOLDILOCKS}"),
        ("quick", 1_000_000_000_000, NOTHING),
    ],
)
def test_lowest_chance_is_said_with_what_its_method_proves(method, bound, said):
    class Made:
        rules = DrawRules(3, method)
        certificate = Certificate(79_646_017_697, bound)

    with speaking("en"):
        assert chance_sentence(Made()) == f"The lowest chance is 7.9646\N{NO-BREAK SPACE}%. {said}"
