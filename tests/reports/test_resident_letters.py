"""Letters to residents: everyone's own page, what is filled in, and the card to send back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from burgertop_app.domain.papers.common import PrintedPerson
from burgertop_app.domain.papers.letters import ResidentLetter, ResidentLettersPaper
from burgertop_app.reports.pdf.document import pdf
from burgertop_app.reports.resident_letters import resident_letters_document


@pytest.fixture
def letter():
    return ResidentLetter(
        person=PrintedPerson(number="W-1", name="Şebnem Öztürk"),
        address=("Dorpsstraat 12 II", "1234 AB  Waterrijk"),
        filled=(("naam", "Şebnem Öztürk"), ("code", "7KQM-3XWA"), ("website", "https://meedoen.example")),
        code="7KQM-3XWA",
        scan="7KQM3XWA",
    )


@pytest.fixture
def invitation(masthead, letter):
    return ResidentLettersPaper(
        masthead=masthead,
        kind="Uitnodiging",
        subject="Doet u mee, {naam}?",
        text="Beste {naam},\n\nUw code:\n{code}\n\nKijk op {website}.",
        place="Waterrijk",
        on=date(2026, 8, 20),
        letters=(letter,),
        reply_by=date(2026, 9, 11),
        choices=(("leeftijd", ("16-29", "30+")),),
    )


def test_a_letter_has_its_person_filled_in(invitation, read):
    page = read(pdf(resident_letters_document(invitation))).pages[0]

    assert "Doet u mee, Şebnem Öztürk?" in page
    assert "1234 AB  Waterrijk" in page.replace("\n", " ") or "1234 AB Waterrijk" in page


def test_a_line_end_before_a_blank_stays(invitation, read):
    page = read(pdf(resident_letters_document(invitation))).pages[0]

    assert "Uw code:\n7KQM-3XWA" in page


def test_the_reply_card_has_the_code_and_no_name(invitation, read):
    card = read(pdf(resident_letters_document(invitation))).pages[1]

    assert "7KQM-3XWA" in card
    assert "16-29" in card
    assert "Öztürk" not in card


def test_each_person_gets_pages_of_their_own(invitation, letter, read):
    others = tuple(
        replace(letter, person=PrintedPerson(number=f"W-{n}", name=f"Bewoner {n}")) for n in (2, 3)
    )

    pages = read(pdf(resident_letters_document(replace(invitation, letters=(letter, *others))))).pages

    assert len(pages) == 6


def test_a_letter_without_a_code_has_no_reply_card(invitation, letter, read):
    seen = read(pdf(resident_letters_document(replace(invitation, letters=(replace(letter, code=""),)))))

    assert len(seen.pages) == 1


@pytest.mark.parametrize(
    "name",
    [
        "<b>Jan</b> & co",
        "[klik](https://kwaad.example)",
        "**Jan**",
        "{code}",
        "- Jan",
        "1. Jan",
        "Jan" * 40,
    ],
)
def test_a_name_is_never_markup(invitation, letter, read, name):
    hostile = replace(letter, filled=(("naam", name), *letter.filled[1:]))

    seen = read(pdf(resident_letters_document(replace(invitation, letters=(hostile,)))))

    assert "".join(f"Beste {name},".split()) in "".join(seen.text.split())
