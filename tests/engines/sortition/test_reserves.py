from dataclasses import replace

import pytest

from burgertop_app.domain.draw_protocol import DrawnNumber
from burgertop_app.domain.draws import DrawRules, Entry, KeptOut, Pool
from burgertop_app.domain.drop_out import DropOut, ValueRate
from burgertop_app.domain.progress import UNHEARD
from burgertop_app.domain.quotas import Quota, Quotas
from burgertop_app.engines.sortition.lottery import compute
from burgertop_app.engines.sortition.reserves import reserve_list


@pytest.fixture(scope="module")
def drawn(n200):
    return compute(*n200, UNHEARD), n200[0], DrawnNumber(417, "dice 6 2 4")


def test_nobody_is_twice_a_reserve_or_in_the_panel_too(drawn):
    lottery, pool, number = drawn

    listed = reserve_list(lottery, pool, number, 40)

    assert len(set(listed)) == 40
    assert not set(listed) & set(lottery.panels[417])


def test_longer_list_begins_with_the_shorter_one(drawn):
    assert reserve_list(*drawn, 25)[:10] == reserve_list(*drawn, 10)


def test_another_seed_gives_another_list(drawn):
    lottery, pool, number = drawn

    assert reserve_list(lottery, pool, replace(number, seed="dice 6 2 5"), 10) != reserve_list(*drawn, 10)


def test_list_mirrors_the_panel_when_nobody_is_expected_to_drop_out(drawn):
    lottery, pool, number = drawn
    lottery = replace(lottery, drop_out=DropOut(0))
    sexes = [pool.by_number[each].values[0] for each in lottery.panels[417]]

    listed = [pool.by_number[each].values[0] for each in reserve_list(lottery, pool, number, 30)]

    assert abs(listed.count("vrouw") - sexes.count("vrouw")) <= 1


def test_who_is_kept_out_is_no_reserve(n200):
    pool, quotas, rules = n200
    kept = tuple(KeptOut(entry.number, "-") for entry in pool.entries[:10])
    lottery = compute(pool, quotas, replace(rules, keep_out=kept), UNHEARD)

    listed = reserve_list(lottery, pool, DrawnNumber(0, "x"), 200)

    assert not set(listed) & {each.number for each in kept}
    assert len(listed) == 200 - 10 - 30


def test_no_household_is_in_panel_and_reserves_at_once(n200):
    pool, quotas, rules = n200
    paired = tuple(
        Entry(entry.number, entry.values, f"home {place // 2}") for place, entry in enumerate(pool.entries)
    )
    shared = Pool(pool.features, paired)
    lottery = compute(shared, quotas, rules, UNHEARD)

    listed = reserve_list(lottery, shared, DrawnNumber(5, "x"), 200)

    homes = [shared.by_number[each].household for each in (*lottery.panels[5], *listed)]
    assert len(homes) == len(set(homes))


def test_value_that_drops_out_more_often_gets_the_first_reserves():
    entries = tuple(Entry(f"{value}{place}", (value,)) for value in "ab" for place in range(6))
    pool, quotas = Pool(("f",), entries), Quotas((Quota("f", "a", 3, 3), Quota("f", "b", 3, 3)))
    lottery = compute(pool, quotas, DrawRules(6), UNHEARD)
    b_drops_out = DropOut(200, (ValueRate("f", "a", 0), ValueRate("f", "b", 400)))

    listed = reserve_list(replace(lottery, drop_out=b_drops_out), pool, DrawnNumber(0, "x"), 3)

    assert [number[0] for number in listed] == ["b", "b", "b"]


def test_other_rates_give_another_list(drawn):
    lottery, pool, number = drawn
    other = replace(lottery, drop_out=DropOut(400))

    assert reserve_list(other, pool, number, 10) != reserve_list(*drawn, 10)
