from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from burgertop_app.engines.sortition.sharing import shared
from burgertop_app.engines.sortition.types import Types


@st.composite
def portfolios(draw):
    """Panels of three types with up to four members each, and weights."""
    counts = draw(st.lists(st.integers(1, 4), min_size=3, max_size=3))
    number = draw(st.integers(1, 6))
    panels = [[draw(st.integers(0, count)) for count in counts] for _panel in range(number)]
    weights = [draw(st.integers(1, 1000)) for _panel in range(number)]
    return counts, np.array(panels), np.array(weights)


def types_of(counts):
    members = tuple(
        tuple(f"{kind}{n}" for n in range(count)) for kind, count in zip("abc", counts, strict=True)
    )
    sizes = np.array(counts, dtype=float)
    return Types(sizes, np.zeros(3), members, np.ones((1, 3)), np.zeros(1), sizes.sum(keepdims=True))


@settings(deadline=None, derandomize=True)
@given(portfolios())
def test_members_of_a_type_share_its_seats_equally(portfolio):
    counts, panels, weights = portfolio

    parts = shared(panels, weights, types_of(counts), np.random.default_rng(1))

    seats = Counter()
    for weight, panel in parts:
        seats.update(dict.fromkeys(panel, weight))
    for kind, count, column in zip("abc", counts, panels.T, strict=True):
        mine = [seats[f"{kind}{n}"] for n in range(count)]
        assert sum(mine) == int((column * weights).sum())
        assert max(mine) - min(mine) <= 1


@settings(deadline=None, derandomize=True)
@given(portfolios())
def test_panels_of_people_hold_nobody_twice_and_keep_their_weight(portfolio):
    counts, panels, weights = portfolio

    parts = shared(panels, weights, types_of(counts), np.random.default_rng(1))

    shapes = {tuple(row) for row in panels.tolist()}
    assert sum(weight for weight, _panel in parts) == weights.sum()
    assert all(len(set(panel)) == len(panel) for _weight, panel in parts)
    assert {tuple(sum(m[0] == kind for m in panel) for kind in "abc") for _w, panel in parts} <= shapes
