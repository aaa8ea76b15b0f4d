"""Letters to residents: whose words count, what is refused, and what leaves a record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import default
from uuid import UUID

import pytest
from openpyxl import load_workbook

from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.inviting import MailKind
from burgertop_app.domain.registration import Recipient
from burgertop_app.domain.workspaces import ExportRecord
from burgertop_app.messages.errors import sentence

ANNA = Recipient(
    participation_id=UUID(int=7),
    number="W-0007",
    name="Anna",
    address="Dorpsstraat 12",
    postcode="1234 AB",
    town="Waterrijk",
    email="anna@waterrijk.example",
    code="7KQM3XWA",
    area="Noord",
    features={"wijk": "Noord", "leeftijd": "30-44"},
    salt="ab" * 32,
)
BOB = replace(ANNA, participation_id=UUID(int=8), number="W-0008", name="Bob", email="")
OWN = "Beste {naam}, uw code is {code}. Reageer voor {reageren voor}."


@pytest.fixture
def letters(house, process):
    house.lettering.keep_setup(
        process, return_address="Postbus 1", signed_by="Anna", website="", reply_by=date(2026, 9, 11)
    )
    return house.lettering


def test_the_house_text_counts_until_there_is_an_own_one(letters, process):
    before = letters.wording(process, MailKind.INVITATION)
    letters.keep_wording(process, MailKind.INVITATION, "Doe mee", OWN)
    after = letters.wording(process, MailKind.INVITATION)

    assert (before.own, after.own, after.text) == (False, True, OWN)


def test_the_house_text_can_be_taken_back(letters, process):
    before = letters.wording(process, MailKind.INVITATION)
    letters.keep_wording(process, MailKind.INVITATION, "Doe mee", OWN)

    letters.take_back_wording(process, MailKind.INVITATION)

    assert letters.wording(process, MailKind.INVITATION) == before


def test_an_own_text_without_the_code_is_not_kept(letters, process):
    with pytest.raises(InvalidInput, match="letter_blank_needed"):
        letters.keep_wording(process, MailKind.INVITATION, "Doe mee", "Beste {naam}")

    assert not letters.wording(process, MailKind.INVITATION).own


def test_the_house_text_names_the_website_only_when_there_is_one(letters, process):
    offline = letters.wording(process, MailKind.INVITATION).text
    letters.keep_setup(
        process, return_address="", signed_by="", website="https://meedoen.example", reply_by=None
    )

    online = letters.wording(process, MailKind.INVITATION).text

    assert ("{website}" in offline, "{website}" in online) == (False, True)


def test_a_shared_blank_that_nothing_fills_is_refused(house, process):
    house.lettering.keep_wording(process, MailKind.INVITATION, "Doe mee", OWN)

    with pytest.raises(InvalidInput, match="letter_hole_here"):
        house.lettering.paper(process, MailKind.INVITATION, [ANNA])


def test_all_blanks_that_nothing_fills_are_named_at_once_with_their_place(house, process):
    own = "Beste {naam}, kom op {bijeenkomsten} of kijk op {website} voor {reageren voor}. {code}"
    house.lettering.keep_wording(process, MailKind.INVITATION, "Doe mee", own)

    with pytest.raises(InvalidInput) as refused:
        house.lettering.check(process, MailKind.INVITATION)

    said = sentence(refused.value)
    assert all(f"{{{word}}}" in said for word in ("bijeenkomsten", "website", "reageren voor"))
    assert "pagina Tafels" in said
    assert "In elke brief" in said


def test_a_letter_has_the_person_filled_in(letters, process):
    letters.keep_wording(process, MailKind.INVITATION, "Doe mee", OWN)

    letter = letters.paper(process, MailKind.INVITATION, [ANNA]).letters[0]

    assert dict(letter.filled) | {"code": "7KQM-3XWA", "naam": "Anna"} == dict(letter.filled)
    assert letter.address == ("Dorpsstraat 12", "1234 AB  Waterrijk")
    assert letter.scan == "7KQM3XWA"


def test_a_confirmation_has_all_that_is_needed_to_check_the_draw(letters, process):
    own = "{nummer} {kenmerken} {controlecode}"
    letters.keep_wording(process, MailKind.CONFIRMATION, "U doet mee", own)

    filled = dict(letters.paper(process, MailKind.CONFIRMATION, [ANNA]).letters[0].filled)

    assert filled["nummer"] == "W-0007"
    assert filled["kenmerken"] == "wijk: Noord\nleeftijd: 30-44"
    assert filled["controlecode"] == "ab" * 32


def test_nobody_gets_no_letter(letters, process):
    with pytest.raises(NotPossible, match="letter_nobody"):
        letters.paper(process, MailKind.INVITATION, [])


def test_a_merge_list_has_a_row_a_person_and_leaves_a_record(letters, house, process, tmp_path):
    letters.keep_wording(process, MailKind.INVITATION, "Doe mee", OWN)

    house.letter_files.save_merge_list(process, MailKind.INVITATION, [ANNA, BOB], tmp_path / "brieven.xlsx")

    rows = list(load_workbook(tmp_path / "brieven.xlsx").active.iter_rows(values_only=True))
    assert [row[0] for row in rows] == ["naam", "Anna", "Bob"]
    assert kept_exports(house)[-1].people == 2


def test_drafts_go_to_people_with_an_address_only(letters, house, process, tmp_path):
    letters.keep_wording(process, MailKind.INVITATION, "Doe mee, {naam}", OWN)

    left = house.letter_files.save_drafts(process, MailKind.INVITATION, [ANNA, BOB], tmp_path / "concepten")

    made = list((tmp_path / "concepten").iterdir())
    read = message_from_bytes(made[0].read_bytes(), policy=default)
    assert [file.name for file in made] == ["W-0007.eml"]
    assert (read["To"], read["Subject"]) == ("anna@waterrijk.example", "Doe mee, Anna")
    assert left == (BOB,)
    assert kept_exports(house)[-1].people == 1


def test_without_any_address_no_draft_is_made(letters, house, process, tmp_path):
    with pytest.raises(NotPossible, match="letter_no_email"):
        house.letter_files.save_drafts(process, MailKind.INVITATION, [BOB], tmp_path / "concepten")

    assert list(tmp_path.glob("concepten*")) == []


def kept_exports(house):
    with house.workspace.context.work.reading() as store:
        return store.find(ExportRecord)
