import pytest

from burgertop_app.domain.households import home_key, households


@pytest.mark.parametrize(
    "cells",
    [
        ("Dorpsstr. 12-II", "1234 ab"),
        ("Dorpsstraat 12 II", "1234AB"),
        ("1234AB", "Dorpsstraat 12 II"),
    ],
)
def test_one_home_has_one_key_however_it_is_written(cells):
    assert home_key(cells) == home_key(("Dorpsstraat 12-II", "1234AB"))


def test_neighbours_have_another_key():
    assert home_key(("Dorpsstraat 12", "1234AB")) != home_key(("Dorpsstraat 14", "1234AB"))


def test_what_is_no_address_is_compared_as_text():
    assert home_key(("Boerderij  De Hoop",)) == home_key(("boerderij de hoop",)) != ""


def test_no_address_is_nobodys_home():
    assert households([("p1", home_key(("", ""))), ("p2", home_key(("", "")))]) == {"p1": "", "p2": ""}


def test_household_is_named_after_its_first_number():
    found = households([("p2", "home"), ("p1", "home"), ("p3", "other")])

    assert found == {"p1": "p1", "p2": "p1", "p3": ""}
