from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from burgertop_app.domain.canonical import WHOLE
from burgertop_app.domain.draws import DrawRules, Entry, KeptOut, Pool
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.quotas import Quota, Quotas
from burgertop_app.engines.sortition.leximin import portfolio
from burgertop_app.engines.sortition.lottery import compute
from burgertop_app.engines.sortition.types import collapse

SLOW = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@SLOW
@given(data=st.data())
def test_chances_are_leximin_over_all_panels(tiny, every_panel, data):
    pool, quotas, rules = data.draw(tiny)
    panels = every_panel(pool, quotas, rules)
    assume(panels)

    found = chances(pool, quotas, rules)

    assert found == pytest.approx(leximin_by_listing(pool.by_number, panels), abs=1e-6)


@SLOW
@given(data=st.data())
def test_chances_are_leximin_with_somebody_kept_in(tiny, every_panel, data):
    pool, quotas, rules = data.draw(tiny)
    panels = every_panel(pool, quotas, rules)
    assume(panels)
    seated = data.draw(st.sampled_from(panels))[0]

    found = chances(pool, quotas, replace(rules, keep_in=(seated,)))

    left = [panel for panel in panels if seated in panel]
    assert found == pytest.approx(leximin_by_listing(pool.by_number, left), abs=1e-6)


@SLOW
@given(data=st.data())
def test_chances_are_leximin_with_somebody_kept_out(tiny, every_panel, data):
    pool, quotas, rules = data.draw(tiny)
    barred = data.draw(st.sampled_from(sorted(pool.by_number)))
    panels = [panel for panel in every_panel(pool, quotas, rules) if barred not in panel]
    assume(panels)

    found = chances(pool, quotas, replace(rules, keep_out=(KeptOut(barred, "-"),)))

    assert found == pytest.approx(leximin_by_listing(pool.by_number, panels), abs=1e-6)


def test_vector_that_fractions_reach_and_panels_do_not_is_lowered_to_what_panels_reach(every_panel):
    people = ["111", "010", "100", "010", "001"]
    bounds = [(0, 2), (0, 3), (1, 3), (1, 2), (1, 2), (0, 2)]
    pool = Pool(("f0", "f1", "f2"), tuple(Entry(f"p{n}", tuple(each)) for n, each in enumerate(people)))
    quotas = Quotas(tuple(Quota(f"f{n // 2}", str(n % 2), *bound) for n, bound in enumerate(bounds)))
    panels = every_panel(pool, quotas, DrawRules(3))

    found = chances(pool, quotas, DrawRules(3))
    bound = portfolio(collapse(pool, quotas, DrawRules(3)), np.random.default_rng(1), UNHEARD).bound

    assert found == pytest.approx(leximin_by_listing(pool.by_number, panels), abs=1e-6)
    assert bound == pytest.approx(0.5, abs=1e-6)


@pytest.mark.parametrize(
    ("name", "lowest", "spread"), [("n70", 0.2, 0.6331), ("n200", 0.079646, 0.3908)], ids=["n70", "n200"]
)
def test_known_pool_has_the_known_chances(request, name, lowest, spread):
    pool, quotas, rules = request.getfixturevalue(name)
    lottery = compute(pool, quotas, replace(rules, method="leximin"), UNHEARD)

    assert lottery.certificate.min_probability / WHOLE == pytest.approx(lowest, abs=1e-6)
    assert lottery.certificate.upper_bound - lottery.certificate.min_probability <= WHOLE * 1e-7
    assert gini([chance / WHOLE for _number, chance in lottery.exact]) == pytest.approx(spread, abs=1e-4)


def chances(pool, quotas, rules):
    """Everyone's chance as the program has it, by number."""
    types = collapse(pool, quotas, rules)
    found = portfolio(types, np.random.default_rng(1), UNHEARD)
    each = (found.panels * found.weights[:, None]).sum(axis=0) / types.counts / WHOLE
    known = {number: float(each[n]) for n, members in enumerate(types.members) for number in members}
    return {number: known.get(number, 0.0) for number in pool.by_number}


def leximin_by_listing(people, panels):
    """Everyone's leximin chance over the listed panels; who can still rise is asked person by person."""
    sits = np.array([[float(person in panel) for panel in panels] for person in people])
    fixed = {place: 0.0 for place, row in enumerate(sits) if not row.any()}
    while len(fixed) < len(sits):
        rising = [place for place in range(len(sits)) if place not in fixed]
        level = highest(sits, fixed, rising)
        known = np.array([fixed.get(place, level) for place in range(len(sits))]) - 1e-9
        stuck = [place for place in rising if most(sits, known, place) <= level + 1e-6]
        fixed |= dict.fromkeys(stuck, level)
    return {person: fixed[place] for place, person in enumerate(people)}


def highest(sits, fixed, rising):
    """The highest lowest chance of the `rising`, the `fixed` ones kept."""
    rows = [*(np.append(-sits[place], 1.0) for place in rising), *(np.append(-sits[p], 0.0) for p in fixed)]
    limits = [0.0] * len(rising) + [1e-9 - chance for chance in fixed.values()]
    gain = [0.0] * sits.shape[1] + [-1.0]
    one = [[1.0] * sits.shape[1] + [0.0]]
    return -linprog(gain, A_ub=rows, b_ub=limits, A_eq=one, b_eq=[1.0]).fun


def most(sits, known, place):
    """The highest chance of one person when nobody falls below what is known."""
    one = [[1.0] * sits.shape[1]]
    return -linprog(-sits[place], A_ub=-sits, b_ub=-known, A_eq=one, b_eq=[1.0]).fun


def gini(values):
    values = np.sort(values)
    places = 2 * np.arange(len(values)) - len(values) + 1
    return (places * values).sum() / (len(values) * values.sum())
