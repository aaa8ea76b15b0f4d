"""Stage one in the workspace: everyone drawn is invited with a code, and nobody else is kept."""

from __future__ import annotations

import pytest
from letter_list import KEEPING, codes, people_list, read, reply, stored

from burgertop_app.domain.address_list import AreaPlan, InviteRequest
from burgertop_app.domain.codes import tidy_code
from burgertop_app.domain.errors import Conflict, InvalidInput, NotPossible
from burgertop_app.domain.inviting import Invitation, InvitationRound
from burgertop_app.domain.people import Contact, Person, State
from burgertop_app.domain.requests import PersonForm
from burgertop_app.domain.sheets import table as sheet_table
from burgertop_app.messages.errors import sentence
from burgertop_app.services import inviting
from burgertop_app.services.inviting import LettersAsked


def test_everyone_drawn_is_invited_with_a_code_of_their_own(house, process, invited):
    lines = house.people.lines(process)

    assert len(lines) == 20
    assert {line.state for line in lines} == {State.INVITED}
    assert len({tidy_code(code) for code in codes(house, process)}) == 20


def test_area_and_age_group_are_known_as_the_quotas_call_them_and_the_birth_year_is_not_kept(
    house, process, invited
):
    (first, *_rest) = stored(house, Invitation)

    assert set(first.known) == {"wijk", "leeftijd"}
    assert first.known["leeftijd"] in ("16-44", "45+")


def test_who_was_not_drawn_is_kept_nowhere(house, process, invited):
    names = {contact.name for contact in stored(house, Contact)}

    assert len(names) == 20
    assert stored(house, InvitationRound)[0].rows == 60


def test_second_round_passes_over_homes_that_are_in_the_process(house, process, invited):
    found = read(house, process, people_list())

    assert len(found.entries) == 40


def test_list_that_grew_old_is_refused_whole(house, process, quotas):
    found = read(house, process, people_list())
    plan = tuple(AreaPlan(*area) for area in found.areas)
    drawn = inviting.draw_letters(LettersAsked(found, plan, 60))
    house.people.add(
        process, PersonForm(name="Ana", address="Dorpsstraat 7", postcode="1234AB", place="Testdam")
    )

    with pytest.raises(Conflict, match="invite_changed"):
        house.inviting.make(process, InviteRequest(listed=found, plan=plan, drawn=drawn, keeping=KEEPING))

    assert len(house.people.lines(process)) == 1


def test_round_without_replies_can_be_undone_without_a_trace(house, process, invited):
    house.inviting.take_back(invited)

    assert house.people.lines(process) == ()
    assert house.inviting.rounds(process) == ()
    assert stored(house, Person) == stored(house, Invitation) == ()


def test_round_with_a_reply_cannot_be_undone(house, process, invited):
    house.replying.record(process, reply(codes(house, process)[0], declines=True))

    with pytest.raises(NotPossible, match="invite_answered"):
        house.inviting.take_back(invited)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([("Naam", "Opmerking"), ("Ana", "x")], "list_no_address"),
        ([("Straat", "Naam"), ("Kade 1", "Ana")], "list_no_area"),
        ([("Straat", "Wijk"), ("zonder nummer", "Noord")], "list_nobody"),
        ([("Straat", "Wijk"), ("Kade 1", "")], "list_nobody"),
        ([("Straat", "Wijk", "BSN"), ("Kade 1", "Noord", "111222333")], "bsn_column"),
    ],
)
def test_hostile_list_is_refused_with_a_sentence(house, process, rows, code):
    with pytest.raises(InvalidInput) as refused:
        read(house, process, sheet_table("lijst.csv", rows))

    assert refused.value.code == code
    assert "{" not in sentence(refused.value)


def test_rows_that_cannot_be_invited_are_told_by_reason(house, process):
    listed = sheet_table(
        "lijst.csv",
        [
            ("Straat", "Wijk", "Naam", "Geboortejaar"),
            ("Kade 1", "Noord", "Ana", "1980"),
            ("Kade 1", "noord", "Ana", "1980"),
            ("Kade", "Noord", "Bo", "1980"),
            ("Kade 3", "", "Cees", "1980"),
            ("Kade 4", "Noord", "Dirk", "2020"),
            ("Kade 5", "Noord", "Eva", "31-2-1980"),
            ("Kade 1", "Zuid", "Fem", "1985"),
        ],
    )

    found = read(house, process, listed)

    assert {str(reason): rows for reason, rows in found.left_out.items()} == {
        "double": (3,),
        "no_address": (4,),
        "no_area": (5,),
        "too_young": (6,),
        "born_wrong": (7,),
    }
    assert {entry.area for entry in found.entries} == {"Noord"}
