from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from burgertop_app.domain.draws import DrawRules, Entry, Pool
from burgertop_app.domain.preflight import Bound, Demand, Easing
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.quotas import Quota, Quotas
from burgertop_app.engines.sortition.preflight import examine, look

SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def pool_of(*values, features=("age", "area")):
    return Pool(features, tuple(Entry(f"p{n}", each) for n, each in enumerate(values)))


def eased(quotas, relaxation):
    """The quotas after a way out."""
    changed = {(e.demand.feature, e.demand.value, e.demand.bound): e.number for e in relaxation.easings}
    return Quotas(
        tuple(
            replace(
                quota,
                low=changed.get((quota.feature, quota.value, Bound.LOW), quota.low),
                high=changed.get((quota.feature, quota.value, Bound.HIGH), quota.high),
            )
            for quota in quotas.items
        )
    )


def without(quotas, demand):
    """The quotas with one side of one of them left out."""
    open_side = {"low": 0} if demand.bound is Bound.LOW else {"high": 99}
    return Quotas(
        tuple(
            replace(quota, **open_side)
            if (quota.feature, quota.value) == (demand.feature, demand.value)
            else quota
            for quota in quotas.items
        )
    )


def only(quotas, demands):
    """The quotas with every side left out that `demands` does not name."""
    kept = quotas
    for quota in quotas.items:
        for bound, number in ((Bound.LOW, quota.low), (Bound.HIGH, quota.high)):
            demand = Demand(quota.feature, quota.value, bound, number)
            kept = kept if demand in demands else without(kept, demand)
    return kept


@pytest.mark.parametrize(
    ("seats", "bounds", "code"),
    [
        (5, ((0, 9), (0, 9)), "seats_over_people"),
        (2, ((2, 2), (0, 2)), "supply_short"),
        (2, ((1, 2), (2, 2)), "lows_over_seats"),
        (3, ((0, 1), (0, 1)), "highs_under_seats"),
    ],
)
def test_counting_finds_the_obstacle(seats, bounds, code):
    pool = pool_of(("young",), ("old",), ("old",), features=("age",))
    quotas = Quotas((Quota("age", "young", *bounds[0]), Quota("age", "old", *bounds[1])))

    found = look(pool, quotas, DrawRules(seats))

    assert found.possible is False
    assert code in [obstacle.code for obstacle in found.obstacles]


def test_clash_names_just_the_demands_that_clash():
    pool = pool_of(("young", "north"), ("young", "north"), ("old", "south"), ("old", "south"))
    quotas = Quotas(
        (
            Quota("age", "young", 1, 1),
            Quota("age", "old", 1, 1),
            Quota("area", "north", 2, 2),
            Quota("area", "south", 0, 2),
        )
    )

    found = examine(pool, quotas, DrawRules(2), UNHEARD)

    assert set(found.clash.demands) in (
        {Demand("age", "young", Bound.HIGH, 1), Demand("area", "north", Bound.LOW, 2)},
        {Demand("age", "old", Bound.LOW, 1), Demand("area", "north", Bound.LOW, 2)},
    )


def test_way_out_stays_within_the_flex():
    pool = pool_of(("young", "north"), ("young", "north"), ("old", "south"), ("old", "south"))
    quotas = Quotas(
        (
            Quota("age", "young", 1, 1, 1, 1),
            Quota("age", "old", 1, 1, 1, 1),
            Quota("area", "north", 2, 2, 1, 2),
            Quota("area", "south", 0, 2, 0, 2),
        )
    )

    found = examine(pool, quotas, DrawRules(2), UNHEARD)

    assert [each.easings for each in found.relaxations] == [
        (Easing(Demand("area", "north", Bound.LOW, 2), 1),)
    ]


@SLOW
@given(data=st.data())
def test_thorough_look_knows_whether_there_is_a_panel(tiny, every_panel, data):
    instance = data.draw(tiny)
    found = examine(*instance, UNHEARD)

    assert found.possible == bool(every_panel(*instance))


@SLOW
@given(data=st.data())
def test_people_without_a_chance_are_those_in_no_panel(tiny, every_panel, data):
    instance = data.draw(tiny)
    panels = every_panel(*instance)
    assume(panels)

    found = examine(*instance, UNHEARD)

    named = {number for each in found.hopeless for number in each.numbers}
    assert named == set(instance[0].by_number) - {member for panel in panels for member in panel}


@settings(SLOW, max_examples=40)
@given(data=st.data())
def test_clash_is_impossible_and_none_of_it_can_be_missed(tiny, every_panel, data):
    instance = data.draw(tiny)
    pool, quotas, rules = instance
    harder = Quotas(
        tuple(replace(q, low=q.low + 1, high=max(q.high, q.low + 1)) for q in quotas.items[:2])
        + quotas.items[2:]
    )
    assume(not every_panel(pool, harder, rules))

    clash = examine(pool, harder, rules, UNHEARD).clash

    clashing = only(harder, clash.demands)
    homeless = (
        pool
        if clash.household
        else Pool(pool.features, tuple(replace(entry, household="") for entry in pool.entries))
    )
    assert not every_panel(homeless, clashing, rules)
    assert all(every_panel(homeless, without(clashing, demand), rules) for demand in clash.demands)


@settings(SLOW, max_examples=40)
@given(data=st.data())
def test_every_way_out_makes_a_panel_possible(tiny, every_panel, data):
    instance = data.draw(tiny)
    pool, quotas, rules = instance
    harder = Quotas(
        tuple(replace(q, low=q.low + 1, high=max(q.high, q.low + 1)) for q in quotas.items[:2])
        + quotas.items[2:]
    )
    assume(not every_panel(pool, harder, rules))

    ways = examine(pool, harder, rules, UNHEARD).relaxations

    assert len(ways) <= 3
    assert [way.cost for way in ways] == sorted(way.cost for way in ways)
    assert all(every_panel(pool, eased(harder, way), rules) for way in ways)


def every_change(quotas, seats, cost):
    """The quotas after every change of exactly `cost` seats within their room."""
    sides = [
        (place, bound)
        for place, quota in enumerate(quotas.items)
        for bound, room in ((Bound.LOW, quota.most_lower), (Bound.HIGH, quota.most_higher(seats)))
        for _step in range(min(room, cost))
    ]
    for chosen in sorted(set(combinations(sides, cost))):
        items = list(quotas.items)
        for place, bound in chosen:
            quota = items[place]
            by = {"low": quota.low - 1} if bound is Bound.LOW else {"high": quota.high + 1}
            items[place] = replace(quota, **by, low_flex=None, high_flex=None)
        yield Quotas(tuple(items))


@settings(SLOW, max_examples=40)
@given(data=st.data())
def test_no_smaller_change_than_the_first_way_out_makes_a_panel_possible(tiny, every_panel, data):
    pool, quotas, rules = data.draw(tiny)
    harder = Quotas(
        tuple(
            replace(q, low=q.low + 1, high=max(q.high, q.low + 1), low_flex=data.draw(st.integers(0, q.low)))
            for q in quotas.items[:2]
        )
        + quotas.items[2:]
    )
    assume(not every_panel(pool, harder, rules))

    ways = examine(pool, harder, rules, UNHEARD).relaxations

    smaller = ways[0].cost if ways else 3
    assume(smaller <= 3)
    assert not any(
        every_panel(pool, eased_by, rules)
        for cost in range(1, smaller)
        for eased_by in every_change(harder, rules.seats, cost)
    )


@settings(SLOW, max_examples=40)
@given(data=st.data())
def test_every_step_of_a_way_out_is_needed(tiny, every_panel, data):
    pool, quotas, rules = data.draw(tiny)
    harder = Quotas(
        tuple(replace(q, low=q.low + 1, high=max(q.high, q.low + 1)) for q in quotas.items[:2])
        + quotas.items[2:]
    )
    assume(not every_panel(pool, harder, rules))

    for way in examine(pool, harder, rules, UNHEARD).relaxations:
        for place, easing in enumerate(way.easings):
            step = 1 if easing.number < easing.demand.number else -1
            less = replace(easing, number=easing.number + step)
            shorter = replace(way, easings=(*way.easings[:place], less, *way.easings[place + 1 :]))
            assert not every_panel(pool, eased(harder, shorter), rules)


@SLOW
@given(data=st.data())
def test_the_quick_look_never_refuses_what_can_be_drawn(tiny, every_panel, data):
    instance = data.draw(tiny)
    assume(every_panel(*instance))

    assert look(*instance).possible is None


def test_excluded_people_are_named_with_the_demands(n70):
    found = examine(*n70, UNHEARD)

    assert sum(len(each.numbers) for each in found.hopeless) == 34
    assert all(each.clash.demands for each in found.hopeless)
