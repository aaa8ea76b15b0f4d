"""A lottery whose thousand panels do not follow its chances is refused."""

import pytest

from burgertop_app.domain.canonical import WHOLE
from burgertop_app.domain.draws import PANELS, Certificate, DrawRules, Lottery, refuse_rough
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.quotas import Quota, Quotas
from burgertop_app.messages.errors import sentence

THOUSANDTH = WHOLE // PANELS


def lottery(first, times):
    """Two people for one seat: `first` is the exact chance of a in thousandths, who has `times` panels."""
    return Lottery(
        rules=DrawRules(seats=1),
        quotas=Quotas((Quota("sex", "f", 0, 1),)),
        engine="",
        pool_sha256="",
        quotas_sha256="",
        certificate=Certificate(0, 0),
        exact=(("a", round(first * THOUSANDTH)), ("b", WHOLE - round(first * THOUSANDTH))),
        portfolio=(),
        panels=(("a",),) * times + (("b",),) * (PANELS - times),
    )


@pytest.mark.parametrize(("first", "times"), [(500, 500), (500, 503), (500, 497), (0.9, 0), (0, 0), (1, 1)])
def test_panels_that_follow_the_chances_pass(first, times):
    refuse_rough(lottery(first, times))


@pytest.mark.parametrize(("first", "times"), [(500, 504), (500, 496), (500.5, 504), (3.1, 0)])
def test_a_chance_moved_by_more_than_three_in_a_thousand_is_refused(first, times):
    with pytest.raises(NotPossible, match="draw_rounding_rough") as raised:
        refuse_rough(lottery(first, times))

    assert "hoogstens 3 op de 1000" in sentence(raised.value)


@pytest.mark.parametrize("first", [1, 2.9])
def test_a_chance_of_one_in_a_thousand_that_is_rounded_away_is_refused(first):
    with pytest.raises(NotPossible, match="draw_rounding_lost") as raised:
        refuse_rough(lottery(first, 0))

    assert "1 van de mensen" in sentence(raised.value)
