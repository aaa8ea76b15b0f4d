"""The one rule that tells when a text holds how somebody can be reached, or where they live."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgertop_app.domain.people import Contact
from burgertop_app.domain.person_details import Details, Traces, details_of
from burgertop_app.domain.person_names import Names

ONE = UUID(int=1)
HOME = "Dorpsstraat 12-a"


def without(details, text):
    return Traces(Names([]), details).without(text, "…")


@pytest.mark.parametrize(
    ("phone", "said"),
    [
        ("06-12345678", "06-12345678"),
        ("06-12345678", "0612345678"),
        ("06-12345678", "06 12 34 56 78"),
        ("06-12345678", "06 - 12 34 56 78"),
        ("06-12345678", "+31 6 12345678"),
        ("06-12345678", "+31 (0)6 12345678"),
        ("06-12345678", "(06) 12345678"),
        ("06-12345678", "0031612345678"),
        ("06-12345678", "6 12345678"),
        ("+31612345678", "06.12.34.56.78"),
        ("0031 6 12345678", "06\u00a012345678"),
        ("+31 (0)6 12345678", "06 12345678"),
        ("010 123 4567 / 06 12345678", "0612345678"),
        ("010/1234567", "010-1234567"),
        ("+49 151 1234567", "0049 151 1234567"),
        ("+49 151 1234567", "+49 (151) 1234567"),
    ],
)
def test_a_telephone_number_is_found_however_it_is_written(phone, said):
    assert without(Details([], [phone], []), f"Bel {said} na 12 uur.") == "Bel … na 12 uur."


@pytest.mark.parametrize(
    ("phone", "said"),
    [
        ("06-12345678", "06-12345679"),
        ("06-12345678", "06-123456789"),
        ("06-12345678", "1106-12345678"),
        ("06-12345678", "a0612345678"),
        ("06-12345678", "06: 12345678"),
        ("02-20260129", "op 2026-01-29"),
        ("112", "bel 112"),
        ("", "bel 0612345678"),
    ],
)
def test_another_number_or_a_day_stays(phone, said):
    assert without(Details([], [phone], []), said) == said


def test_of_two_numbers_in_a_row_only_the_known_one_goes():
    known = Details([], ["06-12345678"], [])

    assert without(known, "010 1234567 06 12345678 2026") == "010 1234567 … 2026"


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Mail ana@vos.nl.", "Mail …."),
        ("mailto:Ana@Vos.NL?subject=x", "mailto:…?subject=x"),
        ('{"x": "\\"ana@vos.nl\\", |ana@vos.nl|, mail=ana@vos.nl"}', '{"x": "\\"…\\", |…|, mail=…"}'),
        ("<ana@vos.nl>, **ana@vos.nl**", "<…>, **…**"),
        ("jana@vos.nl, ana@vos.nl.example, ana@vos", "jana@vos.nl, ana@vos.nl.example, ana@vos"),
    ],
)
def test_an_email_address_is_found_whole(said, left):
    assert without(Details([" ana@vos.nl "], [], []), said) == left


def test_a_long_text_without_a_space_takes_no_longer_than_another():
    known = Details(["ana@vos.nl"], ["06-12345678"], [HOME])

    assert list(known.spans("x" * 1_000_000 + "@" + "1" * 1_000_000 + " ana@vos.nl")) == [
        (2_000_002, 2_000_012)
    ]


@pytest.mark.parametrize(
    ("home", "said", "left"),
    [
        (HOME, "In de Dorpsstraat 12-a woont", "In de … woont"),
        (HOME, "dorpsstraat 12A, daar", "…, daar"),
        (HOME, "DORPSSTRAAT, 12 a", "…"),
        (HOME, "Dorpsstraat\n12 a", "…"),
        ("Plein 1944 12", "Plein 1944 12", "…"),
        ("1e Kerkstraat 3", "aan de 1e Kerkstraat 3.", "aan de …."),
        ("Burg. Janssenlaan 7", "Burg. Janssenlaan 7", "…"),
        ("Curaçaostraat 9", "Curacaostraat 9", "…"),
        ("Flat De Boom, Kerkstraat 12", "Kerkstraat 12", "…"),
        ("Kerkstraat 12, 1234 AB", "1234 AB is onze buurt", "1234 AB is onze buurt"),
        (HOME, "Dorpsstraat 12", "Dorpsstraat 12"),
        ("Dorpsstraat 12", "Dorpsstraat 123, Dorpsstraat 12b", "Dorpsstraat 123, Dorpsstraat 12b"),
        ("Dorpsstraat 12", "Op de Dorpsstraat. 12 mensen", "Op de Dorpsstraat. 12 mensen"),
        ("Dorpsstraat", "Dorpsstraat", "Dorpsstraat"),
        ("12", "12 mensen", "12 mensen"),
        ("A 1", "tafel A 1", "tafel A 1"),
    ],
)
def test_a_home_is_found_with_its_number_only(home, said, left):
    assert without(details_of([Contact(id=ONE, person_id=ONE, address=home)]), said) == left


def test_the_postcode_goes_with_the_home_and_alone_where_that_is_asked():
    lives = [Contact(id=ONE, person_id=ONE, address="Dorpsstraat 12", postcode="1234 AB")]
    said = "Dorpsstraat 12, 1234AB Testdam; de buurt 1234 AB"

    assert without(details_of(lives), said) == "… Testdam; de buurt 1234 AB"
    assert without(details_of(lives, postcodes=True), said) == "… Testdam; de buurt …"


def test_how_an_office_is_reached_stays():
    known = Details(["griffie@testdam.nl", "ana@vos.nl"], ["010-1234567"], ["Raadhuisplein 1", "Kade 3"])
    said = "Gemeente\nRaadhuisplein 1\ngriffie@testdam.nl, 010 123 45 67"

    known.leave(said)

    assert without(known, said) == said
    assert without(known, "ana@vos.nl, Kade 3") == "…, …"


def test_a_name_in_an_address_for_email_goes_with_the_address():
    both = Traces(Names(["Fatma Demir"]), Details(["fatma.demir@example.nl"], [], []))

    assert both.without("Fatma Demir, fatma.demir@example.nl", "…") == "…, …"
    assert both.finds("FATMA.DEMIR@EXAMPLE.NL")


TEXT = st.text(max_size=120)


@given(TEXT, TEXT, TEXT, TEXT)
def test_no_detail_and_no_text_upsets_it(mail, phone, home, text):
    found = Traces(Names([]), Details([f"{mail}@x.nl"], [phone, "06-12345678"], [home, "Kade 3"]))

    left = found.without(f"{text} Kade 3 ; 0612345678", "…")

    assert "Kade 3" not in left
    assert "0612345678" not in left
    Details([], ["06-12345678"], [home]).leave(text)
