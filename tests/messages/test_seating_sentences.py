import pytest

from burgertop_app.domain.seating import (
    BrokenKind,
    BrokenRule,
    Misfit,
    SeatingBounds,
    SeatingFigures,
    SeatingProblem,
)
from burgertop_app.domain.seating_rules import SeatingRules
from burgertop_app.i18n import speaking
from burgertop_app.messages.seating import (
    bound_words,
    broken_words,
    excess_words,
    extent_words,
    misfit_words,
    move_words,
    moved_words,
    repeat_words,
)


@pytest.fixture(autouse=True)
def _english():
    with speaking("en"):
        yield


def test_a_misfit_is_told_with_tables_counted_from_one():
    told = misfit_words(Misfit(0, 3, "age", "65+", count=5, low=2, high=3))

    assert told == "Round 1, table 4: 5 with age 65+ (fair: 2 or 3)."


@pytest.mark.parametrize(
    ("people", "sizes", "told"),
    [
        (4, ((2, 2), (2, 2)), "4 people, 2 tables, 2 rounds."),
        (4, ((4,),), "4 people, 1 table, 1 round."),
        (6, ((2, 2, 2), (3, 3), (6,)), "6 people, 3, 2, and 1 tables, 3 rounds."),
    ],
)
def test_the_extent_tells_people_tables_and_rounds(people, sizes, told):
    problem = SeatingProblem(tuple("abcdef"[:people]), (), ((),) * people, sizes)

    assert extent_words(problem) == told


@pytest.mark.parametrize(
    ("excess", "told"),
    [
        (0, "Every table is as mixed as can be."),
        (1, "1 person sits outside the fair number at a table."),
        (4, "4 times somebody sits outside the fair number at a table."),
    ],
)
def test_excess_is_told_in_persons(excess, told):
    assert excess_words(SeatingFigures(excess, 0, 0)) == told


@pytest.mark.parametrize(
    ("repeats", "bounds", "told"),
    [
        (0, (0, 0), "Nobody meets the same person twice."),
        (3, (0, 0), "3 times two people meet again."),
        (
            15,
            (15, 15),
            "15 times two people meet again. With these tables and rounds nothing better is possible.",
        ),
        (
            15,
            (10, 15),
            (
                "15 times two people meet again. Less often than now is only possible when some of them meet "
                "three times."
            ),
        ),
    ],
)
def test_repeats_say_when_nothing_better_is_possible(repeats, bounds, told):
    assert repeat_words(SeatingFigures(0, repeats, repeats), SeatingBounds(*bounds)) == told


FOUR = SeatingProblem(tuple("abcd"), (), ((),) * 4, ((2, 2),) * 2, (), SeatingRules(leaders=("Noor", "Sem")))


@pytest.mark.parametrize(
    ("sizes", "told"),
    [
        (((2, 2),) * 2, "2 tables of 2: at least 3 times two people meet again, however they are seated."),
        (((4,),), "1 table of 4: at least 3 times two people meet again, however they are seated."),
        (((3, 1),), "2 tables of 1 to 3: at least 3 times two people meet again, however they are seated."),
        (((2, 2), (4,)), "2 rounds: at least 3 times two people meet again, however they are seated."),
    ],
)
def test_what_no_plan_can_avoid_is_told_with_the_tables(sizes, told):
    problem = SeatingProblem(tuple("abcd"), (), ((),) * 4, sizes)

    assert bound_words(problem, SeatingBounds(3, 4)) == told


def test_nothing_is_told_when_everything_can_be_avoided():
    assert bound_words(FOUR, SeatingBounds(0, 0)) == ""


@pytest.mark.parametrize(
    ("kind", "second", "table", "told"),
    [
        (BrokenKind.APART, 4, -1, "In round 2, a and Noor share a table."),
        (BrokenKind.TOGETHER, 1, -1, "In round 2, a and b sit apart."),
        (BrokenKind.TABLE, -1, 1, "In round 2, a sits at table 2, which does not suit."),
        (BrokenKind.LOCK, -1, 0, "In round 2, a sits at table 1, which does not suit."),
    ],
)
def test_a_broken_rule_is_told_by_number_of_person_and_round(kind, second, table, told):
    assert broken_words(FOUR, BrokenRule(1, kind, 0, second, table)) == told


def test_moves_are_told_from_where_to_where():
    assert move_words("P7", 1, 2, 4) == "P7, round 2: from table 3 to table 5."
    assert move_words("W1", 0, -1, 4) == "W1, round 1: new, at table 5."
    assert moved_words(1, 867) == "1 of 867 printed seats changes."
