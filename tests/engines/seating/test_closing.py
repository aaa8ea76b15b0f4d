from dataclasses import replace

import pytest

from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.seating import SeatingProblem
from burgertop_app.domain.seating_rules import Printed, SeatingRules
from burgertop_app.domain.seating_sizes import near
from burgertop_app.engines.seating.bounds import bounds
from burgertop_app.engines.seating.closing import PrintedRound, tables_in_use
from burgertop_app.engines.seating.counting import figures
from burgertop_app.engines.seating.feasibility import refuse_impossible
from burgertop_app.engines.seating.repairing import repaired

SEVEN = PrintedRound(
    number=0,
    people=7,
    taken=(3, 1, 2, 1),
    in_all=(9, 5, 6, 4),
    seats=((2, 7),) * 4,
    used=frozenset(range(4)),
    may={},
)


def test_the_table_with_fewest_people_closes_and_of_those_the_one_with_fewest_in_all():
    assert tables_in_use(SEVEN) == {0, 1, 2}


def test_tables_close_until_each_has_its_fewest():
    assert tables_in_use(replace(SEVEN, seats=((3, 7),) * 4)) == {0, 2}


def test_a_table_where_somebody_must_sit_stays():
    assert tables_in_use(replace(SEVEN, may={5: frozenset({3})})) == {0, 2, 3}


def test_one_of_the_tables_that_suit_somebody_stays():
    assert tables_in_use(replace(SEVEN, people=4, may={5: frozenset({1, 3})})) == {0, 1}


def test_tables_stay_for_as_many_as_need_them():
    """Three people need table 2 or 4, which have two seats each."""
    seats = ((2, 7), (2, 2), (2, 7), (2, 2))
    may = dict.fromkeys((4, 5, 6), frozenset({1, 3}))

    assert tables_in_use(replace(SEVEN, people=6, seats=seats, may=may)) == {0, 1, 3}


def test_a_table_opens_for_whoever_must_sit_there():
    assert tables_in_use(replace(SEVEN, people=9, used=frozenset({0, 1}), may={2: frozenset({3})})) == {
        0,
        1,
        3,
    }


def test_a_table_opens_when_the_others_are_full():
    assert tables_in_use(replace(SEVEN, people=15, used=frozenset({1, 2}))) == {0, 1, 2}


def test_too_few_for_the_tables_that_must_stay_are_told():
    with pytest.raises(NotPossible) as refused:
        tables_in_use(replace(SEVEN, people=3, may={0: frozenset({0}), 1: frozenset({1})}))

    assert (refused.value.code, refused.value.params["round"]) == ("reseat_few_people", 1)
    assert refused.value.params["tables"] == 2


def test_nobody_sits_at_a_closed_table_and_nobody_leads_it():
    """Tables with seats for nobody: of three tables the second one, and of two the first one."""
    seats = (((2, 5), (0, 0), (2, 5)), ((0, 0), (6, 8)))
    printed = ((0, 0, 1, 1, 2, 2), (0, 0, 0, 1, 1, 1))
    problem = SeatingProblem(
        people=tuple("abcdef"),
        attributes=("sex",),
        values=tuple((sex,) for sex in "vmvmvm"),
        sizes=tuple(
            near(
                [row.count(table) if seats[at][table][1] else 0 for table in range(len(seats[at]))],
                seats[at],
                6,
            )
            for at, row in enumerate(printed)
        ),
        rules=SeatingRules(leaders=("Noor", "Sem"), printed=Printed(printed)),
    )

    refuse_impossible(problem)
    after, plan = repaired(problem, seats, 1, UNHEARD)

    found = figures(after, plan)
    assert (after.sizes[0][1], after.sizes[1]) == (0, (0, 6))
    assert 1 not in plan.tables[0]
    assert set(plan.leaders[0]) == {0, 2}
    assert sorted(plan.leaders[1]) == [-1, 1]
    assert (found.broken, found.repeats >= bounds(after).repeats) == ((), True)


def test_a_table_of_fewer_than_nobody_is_refused():
    with pytest.raises(InvalidInput, match="seating_sizes"):
        SeatingProblem(("a", "b"), (), ((), ()), ((3, -1),))
