import pickle
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from burgertop_app.domain.canonical import WHOLE
from burgertop_app.domain.draws import DrawRules, Entry, KeptOut, Pool
from burgertop_app.domain.errors import Cancelled, NotPossible
from burgertop_app.domain.lottery_file import lottery_sha256
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.quotas import Quota, Quotas
from burgertop_app.engines.sortition.lottery import compute
from burgertop_app.engines.sortition.relaxation import fairest, reachable
from burgertop_app.engines.sortition.types import collapse

SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@pytest.fixture(scope="module")
def n70_lottery(n70):
    return compute(*n70, UNHEARD)


@pytest.fixture(scope="module")
def n200_lottery(n200):
    return compute(*n200, UNHEARD)


@SLOW
@given(data=st.data())
def test_every_panel_meets_every_quota(tiny, meets, every_panel, data):
    instance = data.draw(tiny)
    pool, quotas, _rules = instance
    assume(every_panel(*instance))

    lottery = compute(*instance, UNHEARD)

    drawn = {*lottery.panels, *(panel for _weight, panel in lottery.portfolio)}
    assert all(meets(panel, pool, quotas) for panel in drawn)


@SLOW
@given(data=st.data())
def test_lowest_chance_is_the_highest_of_all_lotteries(tiny, every_panel, data):
    instance = data.draw(tiny)
    panels = every_panel(*instance)
    assume(panels)

    found = compute(*instance, UNHEARD).certificate

    assert found.min_probability / WHOLE == pytest.approx(highest_lowest(panels), abs=1e-6)
    assert found.upper_bound / WHOLE == pytest.approx(highest_lowest(panels), abs=1e-6)


@SLOW
@given(data=st.data())
def test_only_people_in_no_panel_are_without_a_chance(tiny, every_panel, data):
    instance = data.draw(tiny)
    panels = every_panel(*instance)
    assume(panels)

    lottery = compute(*instance, UNHEARD)

    reachable = {member for panel in panels for member in panel}
    assert set(lottery.without_chance) == set(instance[0].by_number) - reachable


@SLOW
@given(data=st.data())
def test_numbered_panels_stay_close_to_the_exact_chances(tiny, every_panel, data):
    instance = data.draw(tiny)
    assume(every_panel(*instance))

    lottery = compute(*instance, UNHEARD)

    forgotten = [n for n, chance in lottery.exact if chance >= WHOLE // 1000 and not lottery.counts[n]]
    assert len(lottery.panels) == 1000
    assert lottery.largest_deviation <= 0.003
    assert not forgotten


@SLOW
@given(data=st.data())
def test_exact_chances_are_the_weights_of_the_panels(tiny, every_panel, data):
    instance = data.draw(tiny)
    assume(every_panel(*instance))

    lottery = compute(*instance, UNHEARD)

    sums = dict.fromkeys(instance[0].by_number, 0)
    for weight, panel in lottery.portfolio:
        for member in panel:
            sums[member] += weight
    assert sum(weight for weight, _panel in lottery.portfolio) == WHOLE
    assert dict(lottery.exact) == sums


@SLOW
@given(data=st.data())
def test_no_panel_is_drawn_from_where_there_is_none(tiny, every_panel, data):
    instance = data.draw(tiny)
    assume(not every_panel(*instance))

    with pytest.raises(NotPossible):
        compute(*instance, UNHEARD)


def test_known_pool_has_the_known_optimum(n200_lottery):
    assert n200_lottery.certificate.min_probability / WHOLE == pytest.approx(0.079646, abs=1e-6)
    assert not n200_lottery.without_chance
    assert n200_lottery.largest_deviation <= 0.001


def test_pool_with_excluded_people_is_fair_to_the_others(n70_lottery):
    assert n70_lottery.certificate.min_probability / WHOLE == pytest.approx(0.2, abs=1e-6)
    assert len(n70_lottery.without_chance) == 34


def test_equal_people_have_equal_chances(n200, n200_lottery):
    chances = {}
    for number, chance in n200_lottery.exact:
        chances.setdefault(n200[0].by_number[number].values, []).append(chance)

    assert all(max(equal) - min(equal) <= 1 for equal in chances.values())


def test_equal_people_sit_equally_often(n200, n200_lottery):
    times = {}
    for number, count in n200_lottery.counts.items():
        times.setdefault(n200[0].by_number[number].values, []).append(count)

    assert all(max(equal) - min(equal) <= 1 for equal in times.values())


def test_order_of_people_and_quotas_changes_nothing(n70, n70_lottery):
    pool, quotas, rules = n70
    turned = Pool(pool.features, pool.entries[::-1])

    again = compute(turned, Quotas(quotas.items[::-1]), rules, UNHEARD)

    assert again.panels == n70_lottery.panels
    assert again.exact == n70_lottery.exact


def test_reason_of_a_keep_out_steers_nothing(n70):
    pool, quotas, rules = n70
    first = compute(pool, quotas, replace(rules, keep_out=(KeptOut("p13", "cool-down"),)), UNHEARD)
    second = compute(pool, quotas, replace(rules, keep_out=(KeptOut("p13", "interest"),)), UNHEARD)

    assert first.panels == second.panels


def test_another_feature_gives_another_lottery(n70, n70_lottery):
    pool, quotas, rules = n70
    other = replace(pool.entries[0], values=("man", *pool.entries[0].values[1:]))
    changed = compute(Pool(pool.features, (other, *pool.entries[1:])), quotas, rules, UNHEARD)

    assert lottery_sha256(changed) != lottery_sha256(n70_lottery)


def test_who_is_kept_out_is_in_no_panel(n200):
    pool, quotas, rules = n200
    lottery = compute(pool, quotas, replace(rules, keep_out=(KeptOut("p3", "-"),)), UNHEARD)

    assert lottery.counts["p3"] == 0
    assert "p3" not in lottery.without_chance


def test_who_is_kept_in_is_in_every_panel(n200):
    pool, quotas, rules = n200
    lottery = compute(pool, quotas, replace(rules, keep_in=("p3",)), UNHEARD)

    assert lottery.counts["p3"] == 1000


def test_request_and_lottery_travel_between_processes(n70, n70_lottery):
    assert pickle.loads(pickle.dumps(n70)) == n70  # noqa: S301 - our own bytes
    assert pickle.loads(pickle.dumps(n70_lottery)) == n70_lottery  # noqa: S301 - our own bytes


@pytest.mark.parametrize("wanted", ["draw_cover", "draw_bound", "draw_panels", "draw_mix", "draw_rounding"])
def test_cancel_stops_the_work_in_each_phase(n200, wanted):
    class Impatient:
        def checkpoint(self, phase, _fraction=None):
            if phase == wanted:
                raise Cancelled

    with pytest.raises(Cancelled):
        compute(*n200, Impatient())


def test_bound_that_panels_of_whole_people_miss_is_lowered_with_proof(every_panel):
    people = ["111", "010", "100", "010", "001"]
    bounds = [(0, 2), (0, 3), (1, 3), (1, 2), (1, 2), (0, 2)]
    pool = Pool(("f0", "f1", "f2"), tuple(Entry(f"p{n}", tuple(each)) for n, each in enumerate(people)))
    quotas = Quotas(tuple(Quota(f"f{n // 2}", str(n % 2), *bound) for n, bound in enumerate(bounds)))
    types = collapse(pool, quotas, DrawRules(3))

    found = compute(pool, quotas, DrawRules(3), UNHEARD).certificate

    reached = highest_lowest(every_panel(pool, quotas, DrawRules(3)))
    assert fairest(types, reachable(types)).bound == pytest.approx(0.6)
    assert reached == pytest.approx(0.5)
    assert found.min_probability / WHOLE == pytest.approx(reached, abs=1e-6)
    assert found.upper_bound / WHOLE == pytest.approx(reached, abs=1e-6)


def highest_lowest(panels):
    """The maximin chance over all `panels`, by one linear program."""
    people = sorted({member for panel in panels for member in panel})
    rows = np.zeros((len(people), len(panels) + 1))
    rows[:, -1] = 1
    for column, panel in enumerate(panels):
        rows[[people.index(member) for member in panel], column] = -1
    one = [[1.0] * len(panels) + [0.0]]
    gain = [0.0] * len(panels) + [-1.0]
    return -linprog(gain, A_ub=rows, b_ub=np.zeros(len(people)), A_eq=one, b_eq=[1.0]).fun
