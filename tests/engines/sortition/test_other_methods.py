"""Nash, goldilocks and quick against every panel of tiny pools."""

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog, minimize, minimize_scalar

from burgertop_app.domain.canonical import WHOLE
from burgertop_app.domain.draws import DrawRules, Entry, Pool
from burgertop_app.domain.errors import Cancelled
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.quotas import Quota, Quotas
from burgertop_app.engines.sortition import goldilocks, nash, quick
from burgertop_app.engines.sortition.types import collapse

SLOW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
METHODS = pytest.mark.parametrize("method", [nash, goldilocks, quick], ids=lambda method: method.__name__)

# Five people of whom no mix of whole panels reaches what fractions of people would: panels must be priced.
AWKWARD = (
    Pool(
        ("f0", "f1", "f2"),
        tuple(Entry(f"p{n}", tuple(p)) for n, p in enumerate(["111", "010", "100", "010", "001"])),
    ),
    Quotas(
        tuple(
            Quota(f"f{n // 2}", str(n % 2), *bound)
            for n, bound in enumerate([(0, 2), (0, 3), (1, 3), (1, 2), (1, 2), (0, 2)])
        )
    ),
    DrawRules(3),
)


def seats_of(panels, types):
    """People per type of each panel, shape (panels, types), each once."""
    owner = {number: place for place, members in enumerate(types.members) for number in members}
    rows = np.zeros((len(panels), len(types)), dtype=int)
    for row, panel in enumerate(panels):
        for number in panel:
            rows[row, owner[number]] += 1
    return np.unique(rows, axis=0)


def expected(found):
    return (found.panels * found.weights[:, None]).sum(axis=0) / WHOLE


@SLOW
@given(data=st.data())
def test_nash_reaches_the_largest_sum_of_logarithms(ruled, allowed, data):
    instance = data.draw(ruled("nash"))
    panels = allowed(*instance)
    assume(panels)
    types = collapse(*instance)

    found = expected(nash.portfolio(types, np.random.default_rng(0), UNHEARD))

    most = largest_log_sum(seats_of(panels, types), types.counts)
    assert log_sum(found, types.counts) >= most - 1e-4


@SLOW
@given(data=st.data())
def test_goldilocks_reaches_the_least_cost(ruled, allowed, data):
    instance = data.draw(ruled("goldilocks"))
    panels = allowed(*instance)
    assume(panels)
    types = collapse(*instance)
    drawn = (types.floor < types.counts) & (seats_of(panels, types).sum(axis=0) > 0)
    assume(drawn.any())
    equal = (instance[2].seats - types.floor.sum()) / types.counts[drawn].sum()
    assume(equal > 0)

    chances = (expected(goldilocks.portfolio(types, np.random.default_rng(0), UNHEARD)) / types.counts)[drawn]

    least = least_cost((seats_of(panels, types) / types.counts)[:, drawn], equal)
    assert chances.max() / equal + equal / chances.min() == pytest.approx(least, abs=1e-5)


def test_nash_prices_panels_where_fractions_promise_too_much(every_panel):
    types = collapse(*AWKWARD)

    found = expected(nash.portfolio(types, np.random.default_rng(0), UNHEARD))

    most = largest_log_sum(seats_of(every_panel(*AWKWARD), types), types.counts)
    assert log_sum(found, types.counts) == pytest.approx(most, abs=1e-4)


def test_goldilocks_prices_panels_where_fractions_promise_too_much(every_panel):
    types = collapse(*AWKWARD)

    chances = expected(goldilocks.portfolio(types, np.random.default_rng(0), UNHEARD)) / types.counts

    least = least_cost(seats_of(every_panel(*AWKWARD), types) / types.counts, 3 / 5)
    assert chances.max() / 0.6 + 0.6 / chances.min() == pytest.approx(least, abs=1e-5)


def test_nash_of_a_known_pool_is_proven(n200):
    types = collapse(*n200)

    seats = expected(nash.portfolio(types, np.random.default_rng(0), UNHEARD))

    assert log_sum(seats, types.counts) == pytest.approx(-429.43458, abs=2e-4)


def test_quick_panels_differ_by_the_random_stream(n200):
    types = collapse(*n200)

    one, two = (quick.portfolio(types, np.random.default_rng(seed), UNHEARD) for seed in (1, 2))

    assert not np.array_equal(one.panels, two.panels)


def test_quick_makes_panels_where_greedy_alone_gets_stuck(n70):
    types = collapse(*n70)

    found = quick.portfolio(types, np.random.default_rng(0), UNHEARD)

    assert types.fits(found.panels)
    assert found.weights.sum() == WHOLE


@METHODS
@pytest.mark.parametrize("seats", [1, 3])
def test_quotas_that_fix_everything_still_give_a_panel(method, seats):
    pool = Pool(("f",), tuple(Entry(f"p{n}", ("a",)) for n in range(3)))
    types = collapse(pool, Quotas((Quota("f", "a", seats, seats),)), DrawRules(seats))

    found = method.portfolio(types, np.random.default_rng(0), UNHEARD)

    assert expected(found).tolist() == [seats]


@METHODS
def test_everybody_kept_in_is_a_panel(method):
    pool = Pool(("f",), tuple(Entry(f"p{n}", ("a",)) for n in range(3)))
    types = collapse(pool, Quotas((Quota("f", "a", 0, 2),)), DrawRules(2, keep_in=("p0", "p1")))

    found = method.portfolio(types, np.random.default_rng(0), UNHEARD)

    assert types.fits(found.panels)


@METHODS
def test_cancel_passes_through_another_method(n70, method):
    class Impatient:
        def checkpoint(self, phase, _fraction=None):
            if phase == "draw_panels":
                raise Cancelled

    with pytest.raises(Cancelled):
        method.portfolio(collapse(*n70), np.random.default_rng(0), Impatient())


def log_sum(seats, counts):
    reached = seats > 0
    return float((counts * np.log(np.where(reached, seats, 1.0) / counts))[reached].sum())


def largest_log_sum(panels, counts):
    """The largest Σ log chance over all mixes of `panels`, by a general solver."""
    reached = panels.sum(axis=0) > 0
    panels, counts = panels[:, reached], counts[reached]

    def loss(weights):
        return -float((counts * np.log(np.maximum(weights @ panels, 1e-12) / counts)).sum())

    def slope(weights):
        return -(panels @ (counts / np.maximum(weights @ panels, 1e-12)))

    one = {"type": "eq", "fun": lambda weights: weights.sum() - 1, "jac": np.ones_like}
    start, limits = np.full(len(panels), 1 / len(panels)), [(0, 1)] * len(panels)
    found = minimize(
        loss,
        start,
        jac=slope,
        bounds=limits,
        constraints=[one],
        method="SLSQP",
        options={"maxiter": 500, "ftol": 1e-12},
    )
    return -loss(np.maximum(found.x, 0) / np.maximum(found.x, 0).sum())


def least_cost(chances, equal):
    """The least of highest/equal + equal/lowest over all mixes, trying every lowest chance."""
    number, people = chances.shape

    def highest(low):
        rows = np.vstack(
            [np.hstack([chances.T, -np.ones((people, 1))]), np.hstack([-chances.T, np.zeros((people, 1))])]
        )
        right = np.concatenate([np.zeros(people), np.full(people, -low)])
        one = [[1.0] * number + [0.0]]
        found = linprog([0.0] * number + [1.0], A_ub=rows, b_ub=right, A_eq=one, b_eq=[1.0])
        return found.fun if found.success else 1e3 * (1 + low)

    def cost(low):
        return highest(low) / equal + equal / low

    low = np.hstack([-chances.T, np.ones((people, 1))])
    best = -linprog(
        [0.0] * number + [-1.0], A_ub=low, b_ub=np.zeros(people), A_eq=[[1.0] * number + [0.0]], b_eq=[1.0]
    ).fun
    found = minimize_scalar(cost, bounds=(best * 1e-3, best), method="bounded", options={"xatol": 1e-9})
    return min(found.fun, cost(best * (1 - 1e-9)))
