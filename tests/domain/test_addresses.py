import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.addresses import address_key, tidy_postcode


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Dorpsstr. 12-II",), ("Dorpsstraat 12 II",)),
        (("Dorpsstraat 12a",), ("DORPSSTRAAT 12 A",)),
        (("Dorpsstraat 12-3",), ("Dorpsstraat 12 3 hoog",)),
        (("Dorpsstraat 12 huis",), ("Dorpsstr 12-hs",)),
        (("Burg. v.d. Bergstr. 7",), ("Burgemeester van den Bergstraat 7",)),
        (("2e Jan Steenstraat 5",), ("Tweede Jan Steenstr. 5",)),
        (("Café-plein 1944 12",), ("Cafepln 1944-12",)),
        (("Dorpsstraat 12", "1234 ab"), ("Dorpstraat 12", "1234AB")),
        (("Dorpsstraat 12, 1234 AB Waterrijk",), ("Dorpsstr. 12", "1234AB", "Waterrijk")),
        (("Dorpsstraat 12", "", "1234 AB Waterrijk"), ("Dorpsstraat 12", "1234AB")),
        (("Spui 1", "", "'s-Gravenhage"), ("Spui 1", "", "Den Haag")),
        (("Dorpsstraat 012",), ("Dorpsstraat 12",)),
        (("straat 219", "1219AB"), ("straat 219", "1219 ab")),
    ],
)
def test_one_home_has_one_key(one, other):
    assert address_key(*one) == address_key(*other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Dorpsstraat 12",), ("Dorpsstraat 12a",)),
        (("Dorpsstraat 1-23",), ("Dorpsstraat 12-3",)),
        (("Dorpsstraat 12 1-2",), ("Dorpsstraat 12 12",)),
        (("Dorpsstraat 12",), ("Dorpslaan 12",)),
        (("Dorpsstraat 12", "1234AB"), ("Dorpsstraat 12", "1234AC")),
        (("Dorpsstraat 12", "", "Oost"), ("Dorpsstraat 12", "", "West")),
        (("1e Laan 12",), ("2e Laan 12",)),
    ],
)
def test_two_homes_have_two_keys(one, other):
    assert address_key(*one) != address_key(*other)


@pytest.mark.parametrize(
    "parts", [("",), ("Dorpsstraat",), ("", "1234AB"), ("onbekend", "1234AB", "Waterrijk"), ("12",)]
)
def test_what_is_no_home_has_no_key(parts):
    assert address_key(*parts) == ""


@given(st.text(max_size=40), st.text(max_size=10), st.text(max_size=20))
def test_any_text_gives_a_key_or_none(address, postcode, place):
    assert address_key(address, postcode, place) == address_key(f" {address} ", postcode, place)


def test_postcode_is_written_with_a_space():
    assert (tidy_postcode("1234ab"), tidy_postcode("B-9000")) == ("1234 AB", "B-9000")
