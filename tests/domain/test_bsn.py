import pytest

from burgertop_app.domain.bsn import names_bsn, passes, refuse_bsn, refuse_bsn_text
from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.sheets import table
from burgertop_app.messages.errors import sentence

NUMBERS = ["111222333", "123456782", "10000008", "999999990", "123456782", "111.222.333"]
WRONG = ["123456789", "111222334", "100000009", "999999999", "123456788"]


def sheet(title, values):
    return table("a.csv", [["naam", title], *(["x", value] for value in values)])


@pytest.mark.parametrize(
    "title",
    [
        *("bsn", "BSN", "B.S.N.", "bsn nr", "BSN-nummer", "bsnnr", "BsnNummer", "klantBSN", "bsn_partner"),
        *("sofi", "Sofinummer", "sofi-nr", "SOFINR.", "persoonsbsn"),
        *("burgerservicenummer", "Burger Service Nr", "burgerservicenr", "Burger-service-nummer deelnemer"),
        *("citizen service number", "BSN (verplicht)"),
    ],
)
def test_header_that_asks_for_a_bsn_is_seen(title):
    assert names_bsn(title)


@pytest.mark.parametrize(
    "title", ["Sofie", "naam Sofia", "nummer", "servicenummer", "club snel", "burger", "website", "sofitel"]
)
def test_other_headers_are_left_alone(title):
    assert not names_bsn(title)


@pytest.mark.parametrize("number", ["111222333", "123456782", "10000008"])
def test_numbers_that_pass(number):
    assert passes(number)


@pytest.mark.parametrize("number", ["123456789", "000000000", "1234567", "1112223330"])
def test_numbers_that_do_not_pass(number):
    assert not passes(number)


def test_column_with_bsns_is_refused_by_name_and_never_by_value():
    with pytest.raises(InvalidInput) as caught:
        refuse_bsn(sheet("kenmerk", NUMBERS))

    words = sentence(caught.value)
    assert "kenmerk" in words
    assert not any(number in words for number in NUMBERS)


@pytest.mark.parametrize(
    "values", [NUMBERS[:4], [*NUMBERS, *WRONG], WRONG, ["0612345678"] * 9, ["20240101"] * 2]
)
def test_column_without_bsns_passes(values):
    assert refuse_bsn(sheet("kenmerk", values)) is None


def test_nineteen_in_twenty_is_enough():
    with pytest.raises(InvalidInput, match="bsn_column"):
        refuse_bsn(sheet("kenmerk", [*["123456782"] * 19, "123456789"]))


@pytest.mark.parametrize(
    "text", ["\n".join(NUMBERS), "Mijn BSN is 123456782.", "bsn: 1112.22.333", "sofinr 111222333"]
)
def test_pasted_numbers_are_refused(text):
    with pytest.raises(InvalidInput) as caught:
        refuse_bsn_text(text, "kaart")

    assert "123456782" not in sentence(caught.value)


@pytest.mark.parametrize(
    "text",
    ["Waarom moet ik mijn BSN geven?", "bel 0612345678 of 0201234567", "€ 123.456.782,00", "123456782"],
)
def test_ordinary_text_passes(text):
    assert refuse_bsn_text(text, "kaart") is None
