"""Each of the five methods on random tiny draws with shared homes and people kept in and out."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from burgertop_app.domain.draws import METHODS, Lottery
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.engines.sortition.lottery import compute

SLOW = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    derandomize=True,
)
pytestmark = pytest.mark.parametrize("method", METHODS)


@SLOW
@given(data=st.data())
def test_every_panel_meets_every_quota_and_rule(ruled, allowed, method, data):
    instance = data.draw(ruled(method))
    panels = set(allowed(*instance))
    assume(panels)

    lottery = compute(*instance, UNHEARD)

    assert drawn(lottery) <= panels
    assert len(lottery.panels) == 1000


@SLOW
@given(data=st.data())
def test_draw_without_any_panel_is_refused(ruled, allowed, method, data):
    instance = data.draw(ruled(method))
    assume(not allowed(*instance))

    with pytest.raises(NotPossible) as refused:
        compute(*instance, UNHEARD)

    assert refused.value.code == "draw_no_panel"


def drawn(lottery: Lottery):
    """The panels with a weight and the numbered ones, members in the order of the pool."""
    return {*lottery.panels, *(panel for _weight, panel in lottery.portfolio)}
