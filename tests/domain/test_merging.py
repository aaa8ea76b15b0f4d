"""Small numbers: what is published gives no small group away, not even to somebody who solves for it."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import linprog

from burgertop_app.domain.merging import JOIN, LEAST_IN_PANEL, LEAST_IN_POOL, large, merged
from burgertop_app.domain.public_quotas import GroupSize


def group(value, pool, low, feature="leeftijd"):
    """A value with `pool` registrants and a quota from `low`."""
    return GroupSize(feature, value, pool, low)


def published(groups, kept=None):
    """Per feature with more than one group: what is published of each, its numbers added up."""
    known = {(each.feature, each.value): each for each in groups}
    return [
        GroupSize(
            feature,
            JOIN.join(heap),
            sum(known[feature, value].pool_count for value in heap),
            sum(known[feature, value].low for value in heap),
        )
        for feature, heaps in merged(groups, kept).items()
        if len(heaps) > 1
        for heap in heaps
    ]


def values(groups):
    return [shown.value for shown in groups]


def town(rng):
    """Three features of one pool of 200, with small values here and there."""
    made = []
    for feature, size in (("leeftijd", 6), ("wijk", 9), ("opleiding", 4)):
        cells = rng.multinomial(200, rng.dirichlet(np.full(size, 0.6)))
        made += [
            group(f"{feature}-{place}", int(cell), int(cell * 30 // 200), feature)
            for place, cell in enumerate(cells)
        ]
    return made


def solved(groups, shown, value):
    """The least and the most that the pool count of `value` can be, for a reader of everything published.

    Unknown are the counts of all values; known are the sum of each published group, how many people the
    stage has, and that counts are not negative.
    """
    places = {each.value: at for at, each in enumerate(groups)}
    rows, sums = [], []
    for feature in dict.fromkeys(each.feature for each in groups):
        rows.append([float(each.feature == feature) for each in groups])
        sums.append(200.0)
    for each in shown:
        parts = each.value.split(JOIN)
        rows.append([float(other in parts) for other in places])
        sums.append(each.pool_count)
    aim = np.zeros(len(groups))
    aim[places[value]] = 1
    ends = [linprog(sign * aim, A_eq=rows, b_eq=sums, bounds=(0, None)) for sign in (1, -1)]
    assert all(end.success for end in ends)
    return ends[0].fun, -ends[1].fun


def test_large_values_stay_as_they_are():
    groups = [group("16-29", 20, 6), group("30-64", 50, 14), group("65+", 30, 10)]

    assert published(groups) == groups


def test_a_value_with_few_in_the_pool_joins_the_smaller_neighbour():
    groups = [group("16-29", 20, 6), group("30-64", 4, 14), group("65+", 76, 10)]

    assert values(published(groups)) == ["16-29 / 30-64", "65+"]


def test_a_value_with_few_seats_is_merged_too():
    groups = [group("vrouw", 48, 14), group("man", 46, 13), group("anders", 6, 0)]

    assert values(published(groups)) == ["vrouw", "man / anders"]


def test_a_feature_that_ends_in_one_group_is_left_out():
    groups = [group("ja", 97, 29, "beperking"), group("nee", 3, 1, "beperking"), *town_of_two()]

    assert {shown.feature for shown in published(groups)} == {"wonen"}


def town_of_two():
    return [group("huur", 60, 15, "wonen"), group("koop", 40, 15, "wonen")]


@pytest.mark.parametrize("seed", range(40))
def test_no_published_group_is_small(seed):
    shown = published(town(np.random.default_rng(seed)))

    assert all(each.pool_count >= LEAST_IN_POOL for each in shown)
    assert all(each.low >= LEAST_IN_PANEL for each in shown)


@pytest.mark.parametrize("seed", range(12))
def test_a_hidden_count_cannot_be_solved_for(seed):
    groups = town(np.random.default_rng(seed))
    shown = published(groups)
    hidden = [each for each in groups if each.value not in values(shown)]

    spans = [solved(groups, shown, each.value) for each in hidden]

    assert hidden
    assert all(most - least >= LEAST_IN_POOL for least, most in spans)
    assert all(least <= each.pool_count <= most for each, (least, most) in zip(hidden, spans, strict=True))


def test_without_merging_the_same_attack_finds_every_count():
    groups = town(np.random.default_rng(3))

    assert all(solved(groups, groups, each.value) == (each.pool_count,) * 2 for each in groups)


def test_a_feature_whose_values_changed_since_the_merging_was_fixed_is_left_out():
    fixed = {"leeftijd": (("16-29", "30-64"), ("65+",))}
    groups = [group("16-39", 50, 14), group("40+", 50, 14), *town_of_two()]

    assert {shown.feature for shown in published(groups, fixed)} == {"wonen"}


def test_a_merging_that_was_fixed_holds_when_the_numbers_grew():
    fixed = {"leeftijd": (("16-29", "30-64"), ("65+",))}
    groups = [group("16-29", 30, 9), group("30-64", 40, 11), group("65+", 30, 10)]

    assert values(published(groups, fixed)) == ["16-29 / 30-64", "65+"]


def test_a_draw_shows_no_group_that_became_small_since_the_merging_was_fixed():
    fixed = {"leeftijd": (("16-29", "30-64"), ("65+",)), "wonen": (("huur",), ("koop",))}
    groups = [group("16-29", 3, 3), group("30-64", 1, 3), group("65+", 30, 10), *town_of_two()]

    assert large(groups, fixed) == {"wonen": (("huur",), ("koop",))}


def test_a_draw_shows_no_feature_of_which_one_group_is_left_or_the_values_differ():
    fixed = {"leeftijd": (("16-29", "30+"),), "wonen": (("huur",), ("koop", "anders"))}
    groups = [group("16-29", 30, 9), group("30+", 30, 9), *town_of_two()]

    assert large(groups, fixed) == {}
