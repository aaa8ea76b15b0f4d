import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.canonical import WHOLE, canonical, decimals, sha256, trillionths


def test_keys_are_sorted_and_nothing_is_spaced():
    assert canonical({"b": [1, True, None], "a": "x"}) == b'{"a":"x","b":[1,true,null]}'


def test_text_is_composed_utf8():
    assert canonical("Zoe\u0308") == canonical("Zoë") == '"Zoë"'.encode()


def test_floats_are_refused_however_deep():
    with pytest.raises(TypeError):
        canonical({"a": [{"b": 0.5}]})


def test_hash_is_the_one_anyone_gets():
    assert sha256({"b": 1, "a": "ë"}) == "6d59c8a521068fb0b5d42876439bbc114b3e096833843988accbb03471d90467"


@given(st.integers(0, WHOLE))
def test_chances_come_back_as_they_were(chance):
    assert trillionths(decimals(chance)) == chance


@pytest.mark.parametrize("text", ["1", "0.5", "0.0000000000001", "-0.000000000001", "0.00000000000x"])
def test_other_ways_to_write_a_chance_are_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        trillionths(text)
