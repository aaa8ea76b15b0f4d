"""Support per group: the lowest beside the total, and no vote that can be worked out."""

from __future__ import annotations

import itertools
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burgertop_app.domain.ballot_methods import BallotMethod, BallotRule, GroupQuestion
from burgertop_app.engines.ballots.groups import support
from burgertop_app.engines.ballots.hiding import Cell, hidden

AREA = GroupQuestion("wijk", ("Noord", "Zuid", "Oost"))
AGE = GroupQuestion("leeftijd", ("jong", "oud"))


def method(rule=BallotRule.MAJORITY, groups=(AREA,), secret=True):
    return BallotMethod(rule=rule, groups=groups, secret=secret, seed="1")


def vote(*groups, secret=True):
    """The support after votes for and against one option: name, for, against, for each group."""
    papers = [((1,), name) for name, yes, _no in groups for _one in range(yes)]
    papers += [((-1,), name) for name, _yes, no in groups for _one in range(no)]
    cells = [{"wijk": name} if name else {} for _paper, name in papers]
    return support(method(secret=secret), [paper for paper, _name in papers], cells, 1)


def shown(result, question=0):
    return {group.name: group.shares[0] for group in result.questions[question].groups}


def test_each_group_of_ten_is_shown_with_the_lowest_beside_the_total():
    result = vote(("Noord", 9, 3), ("Zuid", 5, 5), ("Oost", 11, 4))

    assert shown(result) == {"Noord": Fraction(3, 4), "Zuid": Fraction(1, 2), "Oost": Fraction(11, 15)}
    assert result.total == (Fraction(25, 37),)
    assert (result.lowest[0].group, result.lowest[0].share) == ("Zuid", Fraction(1, 2))


def test_a_small_group_is_left_out_and_does_not_follow_from_the_total():
    result = vote(("Noord", 9, 3), ("Zuid", 2, 5), ("Oost", 11, 4))

    assert shown(result) == {"Noord": None, "Zuid": None, "Oost": Fraction(11, 15)}
    assert result.questions[0].groups[1].papers is None


def test_people_who_left_the_question_empty_are_a_group_too():
    result = vote(("Noord", 9, 3), ("Zuid", 5, 6), ("Oost", 10, 6), ("", 1, 2))

    assert shown(result)["Zuid"] is None
    assert [group.name for group in result.questions[0].groups] == ["Noord", "Zuid", "Oost"]


def test_a_group_of_one_mind_is_left_out_of_a_secret_vote():
    result = vote(("Noord", 12, 0), ("Zuid", 5, 5), ("Oost", 8, 7))

    assert shown(result)["Noord"] is None
    assert list(shown(result).values()).count(None) >= 2


def test_in_an_open_vote_a_group_of_one_mind_is_shown():
    assert shown(vote(("Noord", 12, 0), ("Zuid", 5, 5), ("Oost", 8, 7), secret=False))["Noord"] == 1


def test_when_everybody_is_of_one_mind_no_group_is_shown():
    result = vote(("Noord", 12, 0), ("Zuid", 12, 0), ("Oost", 12, 0))

    assert set(shown(result).values()) == {None}
    assert result.total == (1,)
    assert result.lowest == (None,)


def test_a_group_and_one_that_lies_in_it_but_for_a_few_are_not_both_shown():
    places = [("Noord", "jong")] * 14 + [("Zuid", "jong")] * 3 + [("Zuid", "oud")] * 30
    papers = [((-1,) if at % 3 else (1,)) for at in range(len(places))]
    cells = [{"wijk": area, "leeftijd": age} for area, age in places]

    result = support(method(groups=(AREA, AGE)), papers, cells, 1)

    assert None in (shown(result)["Noord"], shown(result, 1)["jong"])


def crossed(*places, votes=lambda at: at % 3):
    """The support of groups by area and age; each place is an area, an age and how many people."""
    cells = [{"wijk": area, "leeftijd": age} for area, age, count in places for _one in range(count)]
    papers = [((-1,) if votes(at) else (1,)) for at in range(len(cells))]
    return support(method(groups=(AREA, AGE)), papers, cells, 1)


WIDE = ["Oost koop", "Oost anders", "West koop", "West anders"] * 12
"""People spread over two areas and two kinds of home."""


def at_home(people):
    """What is shown of areas and of homes; each of `people` is an area and a kind of home."""
    areas = GroupQuestion("wijk", ("Noord", "Zuid", "Oost", "West"))
    homes = GroupQuestion("huis", ("huur", "koop", "anders"))
    papers = [((-1,) if at % 3 else (1,)) for at in range(len(people))]
    cells = [dict(zip(("wijk", "huis"), said.split(), strict=True)) for said in people]
    result = support(method(groups=(areas, homes)), papers, cells, 1)
    return shown(result), shown(result, 1)


def test_two_groups_together_give_away_nobody_who_is_not_in_a_group_of_another_question():
    areas, homes = at_home(["Noord huur"] * 15 + ["Zuid huur"] * 14 + ["Zuid koop"] + WIDE)

    assert None in (areas["Noord"], areas["Zuid"], homes["huur"])
    assert None in (areas["Oost"], areas["West"], homes["koop"], homes["anders"])


def test_groups_that_were_left_out_together_give_nobody_away_in_another_question():
    areas, homes = at_home(["Noord huur"] * 6 + ["Zuid huur"] * 6 + ["Oost huur"] + WIDE)

    assert areas["Noord"] is None
    assert areas["Zuid"] is None
    assert None in (areas["Oost"], areas["West"], homes["huur"])


def test_small_groups_that_are_few_together_do_not_follow_as_a_sum():
    result = vote(("Noord", 9, 8), ("Zuid", 2, 2), ("Oost", 3, 2))

    assert set(shown(result).values()) == {None}


def test_groups_of_two_questions_side_by_side_give_away_nobody_in_a_third():
    asked = [GroupQuestion(name, ("ja", "nee", "soms")) for name in ("a", "b", "c")]
    rest = [f"{a} {b} {c}" for a in ("nee", "soms") for b in ("nee", "soms") for c in ("nee", "soms")]
    said = ["ja ja nee"] * 12 + ["ja soms ja"] * 13 + ["ja soms soms"] * 2 + rest * 11
    papers = [((-1,) if at % 3 else (1,)) for at in range(len(said))]
    cells = [dict(zip("abc", line.split(), strict=True)) for line in said]

    result = support(method(groups=tuple(asked)), papers, cells, 1)

    assert None in (shown(result)["ja"], shown(result, 1)["ja"], shown(result, 2)["ja"])


def test_what_lies_in_one_group_and_not_in_another_is_not_of_one_mind():
    result = crossed(
        ("Noord", "jong", 12),
        ("Noord", "oud", 12),
        ("Zuid", "oud", 30),
        votes=lambda at: at % 3 and not 12 <= at < 24,
    )

    known = {**shown(result), **shown(result, 1)}
    assert None in (known["Noord"], known["jong"])


def test_groups_that_cross_widely_are_all_shown():
    result = crossed(
        ("Noord", "jong", 12),
        ("Noord", "oud", 12),
        ("Zuid", "jong", 12),
        ("Zuid", "oud", 12),
        ("Oost", "oud", 15),
    )

    assert None not in (*shown(result).values(), *shown(result, 1).values())


@pytest.mark.parametrize(
    ("rule", "paper", "share"),
    [
        (BallotRule.DOTS, (3, None, None), (1, 0, 0)),
        (BallotRule.SCORE, (5, None, 10), (Fraction(1, 2), 0, 1)),
        (BallotRule.BORDA, (1, 2, 3), (1, Fraction(1, 2), 0)),
        (BallotRule.TEMPERATURE, (5, 3, None), (1, Fraction(1, 2), None)),
        (BallotRule.CONSENT, (1, 0, -1), (1, 1, 0)),
        (BallotRule.TOP, (None, 2, 1), (0, 1, 1)),
    ],
)
def test_what_support_means_for_each_method(rule, paper, share):
    assert support(method(rule, groups=()), [paper], [{}], 3).total == share


CELLS = st.lists(
    st.integers(0, 5).flatmap(lambda size: st.tuples(st.just(size), st.integers(0, size))),
    min_size=2,
    max_size=4,
)


@settings(max_examples=400)
@given(CELLS)
def test_nobody_who_knows_the_rule_can_be_certain(cells):
    least = 3
    made = [cell(*each) for each in cells]
    out = sorted(place for place in hidden(made, secret=True, least=least) if made[place].papers)
    if len(out) == sum(one.papers > 0 for one in made):
        return
    total = sum(made[place].given for place in out)
    worlds = [
        world
        for world in itertools.product(*(range(made[place].papers + 1) for place in out))
        if sum(world) == total
        and any(goes(made[at].papers, given, least) for at, given in zip(out, world, strict=True))
    ]

    for spot, place in enumerate(out):
        size = made[place].papers
        if size > 1:
            assert any(0 < world[spot] < size for world in worlds)
        if size < least:
            assert len({world[spot] for world in worlds}) > 1


def cell(size, given):
    return Cell(size, given, 1, given in (0, size))


def goes(size, given, least):
    return size < least or given in (0, size)
