"""Who may be named in public, and what is taken out of texts."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from burgertop_app.domain.person_details import Details, Traces
from burgertop_app.domain.person_names import Names
from burgertop_app.domain.public_names import Guard, public_contact, public_owner


@pytest.mark.parametrize(
    ("owner", "public"),
    [
        ("Wonen", "Wonen"),
        ("Financiën", "Financiën"),
        ("afdeling Openbare Ruimte", "afdeling Openbare Ruimte"),
        ("Karin de Boer, afdeling Wonen", "afdeling Wonen"),
        ("wethouder Jansen", "wethouder"),
        ("wethouder P. van der Veen (Zorg en Welzijn)", "wethouder, Zorg en Welzijn"),
        ("College van B&W", "College"),
        ("Karin de Boer", "de gemeente"),
        ("Jansen", "de gemeente"),
        ("k.deboer@waterrijk.nl", "de gemeente"),
        ("", "de gemeente"),
    ],
)
def test_an_owner_in_public_is_an_office(owner, public):
    assert public_owner(owner, "de gemeente") == public


def test_contact_in_public_has_offices_shared_mailboxes_and_numbers_that_are_no_mobile():
    ours = "Team Bewoners en Bestuur, panel@waterrijk.nl, 010 123 45 67"
    said = f"{ours}, Sanne Bakker, s.bakker@waterrijk.nl, 06-12345678"

    assert public_contact(said) == ("Team Bewoners en Bestuur", "panel@waterrijk.nl", "010 123 45 67")


@pytest.fixture
def guard():
    details = Details(["ana@vos.nl"], ["06-12345678", "+31 10 1234567", "112"], ["Dorpsstraat 12", "1234 AB"])
    return Guard(Traces(Names(["Ana de Vos", "Şükrü Öztürk", "Lange"]), details))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ana de Vos zei het.", "[…] zei het."),
        ("ANA  DE\nVOS", "[…]"),
        ("Mail ana@vos.nl of bel 0612345678.", "Mail […] of bel […]."),
        ("Bel +31 6 12 34 56 78 of 010-1234567", "Bel […] of […]"),
        ("Op Dorpsstraat 12, 1234AB", "Op […], […]"),
        ("Dorpsstraat 123 en 1234 ab", "Dorpsstraat 123 en […]"),
        ("şükrü öztürk", "[…]"),
        ("Lange straat; bel 112; Ana en de Vos", "Lange straat; bel 112; Ana en de Vos"),
    ],
)
def test_what_belongs_to_people_is_taken_out(guard, text, left):
    assert guard.without(text, "[…]") == left
    assert guard.finds(text) == (left != text)


@dataclass(frozen=True)
class Inner:
    text: str
    count: int = 1


@dataclass(frozen=True)
class Outer:
    inner: tuple[Inner, ...]
    raw: bytes = b"Ana de Vos"


def test_every_text_of_a_value_is_cleared(guard):
    assert guard.cleared(Outer((Inner("door Ana de Vos"),)), "…") == Outer((Inner("door …"),))
