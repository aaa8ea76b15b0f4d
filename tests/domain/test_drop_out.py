import pytest

from burgertop_app.domain.drop_out import DropOut, ValueRate, drop_out_from_json
from burgertop_app.domain.errors import InvalidInput

LEARNT = DropOut(
    150, (ValueRate("age", "young", 250), ValueRate("home", "country", 100)), processes=3, people=90
)


def test_without_anything_learnt_everybody_is_as_likely_to_drop_out():
    assert DropOut().chance({"age": "young"}) == DropOut().chance({"age": "old"}) == 150
    assert not DropOut().learnt


def test_each_value_adds_to_the_overall_rate_or_takes_from_it():
    assert LEARNT.chance({"age": "young", "home": "town"}) == 250
    assert LEARNT.chance({"age": "young", "home": "country"}) == 200
    assert LEARNT.chance({"age": "old", "home": "country"}) == 100


def test_chance_stays_within_bounds():
    steep = DropOut(500, (ValueRate("a", "x", 1000), ValueRate("b", "x", 1000), ValueRate("c", "y", 0)))

    assert steep.chance({"a": "x", "b": "x"}) == 900
    assert DropOut(100, (ValueRate("a", "x", 0), ValueRate("b", "x", 0))).chance({"a": "x", "b": "x"}) == 0


def test_rate_above_a_thousand_is_refused():
    with pytest.raises(InvalidInput, match="drop_out_rate"):
        DropOut(1001)


def test_what_is_written_is_read_back():
    assert drop_out_from_json(LEARNT.as_json()) == LEARNT
