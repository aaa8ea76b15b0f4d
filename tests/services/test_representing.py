"""The representativity statement: what it says, what it leaves out, and that it stands once it left."""

from __future__ import annotations

import pytest
from letter_list import codes, invite, reply

from burgertop_app.domain.drawing import QuotaEntry, QuotaForm
from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.events import Presence
from burgertop_app.domain.papers.representation import StageKind
from burgertop_app.domain.people import Participation, State
from burgertop_app.domain.representing import NotesForm, looks_special
from burgertop_app.domain.requests import PersonForm
from burgertop_app.services.stage_figures import figures, notes_of
from tests.beginnings import beginning

QUOTAS = (("leeftijd", "jong", 5, 0.4), ("leeftijd", "oud", 5, 0.6), ("herkomst", "a", 5, 0.5))


@beginning
def town(house, process):
    """Forty people, ten young; a panel of twelve, six of them young."""
    lines = (*QUOTAS, ("herkomst", "b", 5, 0.5))
    entries = tuple(QuotaEntry(feature=f, value=v, low=low, high=12, share=part) for f, v, low, part in lines)
    house.drawing.set_quotas(process, QuotaForm(lines=entries, source="CBS"))
    for number in range(40):
        told = {"leeftijd": "jong" if number < 10 else "oud", "herkomst": "ab"[number % 2]}
        house.people.add(process, PersonForm(name=f"Bewoner {number}", features=told))
    people = [line.participation_id for line in house.people.lines(process)]
    panel = [*people[:6], *people[10:16]]
    house.people.mark(panel, State.DRAWN)
    return process, panel


def shown(house, town):
    return house.representing.view(town[0]).shown


def test_each_stage_has_its_people_and_shares(house, town):
    found = shown(house, town)

    assert [(stage.kind, stage.people) for stage in found.stages] == [
        (StageKind.POPULATION, None),
        (StageKind.REGISTERED, 40),
        (StageKind.DRAWN, 12),
    ]
    assert [line.shares for line in found.features[0].values] == [(0.4, 0.25, 0.5), (0.6, 0.75, 0.5)]


def test_a_gap_says_where_it_arose_and_how_it_ended(house, town):
    said = shown(house, town).gaps

    assert (
        "jong (leeftijd): 40 % van de inwoners, 25 % van de aanmeldingen, 50 % van het panel. "
        "Zij hebben zich minder aangemeld. Uiteindelijk waren zij met meer dan hun deel."
    ) in [each.replace("\u00a0", " ") for each in said]


def test_a_sensitive_feature_is_left_out_until_there_is_a_ground(house, town):
    before = [one.feature for one in shown(house, town).features]

    house.representing.note(
        town[0], NotesForm(special=("herkomst",), grounds={"herkomst": "Iedereen stemde ermee in."})
    )

    assert before == ["leeftijd"]
    assert [one.feature for one in shown(house, town).features] == ["leeftijd", "herkomst"]


def test_what_left_does_not_change_with_one_person_more(house, town):
    process, panel = town
    event = house.meetings.add(process, title="Avond", on=None, place="").id
    house.event_day.attend(event, dict.fromkeys(panel[:11], Presence.PRESENT))
    first = house.representing.paper(process).shown

    house.event_day.attend(event, {panel[11]: Presence.PRESENT})

    assert house.representing.paper(process).shown.features == first.features


def test_an_erasure_changes_no_count_of_a_meeting(house, town):
    process, panel = town
    event = house.meetings.add(process, title="Avond", on=None, place="").id
    house.event_day.attend(event, dict.fromkeys(panel, Presence.PRESENT))
    before = counts_of_the_meeting(house, process)

    with house.workspace.context.work.reading() as store:
        person = store.get(Participation, panel[0]).person_id
    house.privacy.erase(person)

    assert counts_of_the_meeting(house, process) == before
    assert before["leeftijd", "jong"] == 6


def counts_of_the_meeting(house, process):
    with house.workspace.context.work.reading() as store:
        return figures(store, process, notes_of(store, process)).groups[-1].counts


def test_without_groups_there_is_no_statement(house, process):
    with pytest.raises(NotPossible, match="statement_nothing"):
        house.representing.paper(process)


@pytest.mark.parametrize(
    ("feature", "special"),
    [("herkomst", True), ("Beperking", True), ("ras", True), ("wijk", False), ("terras", False)],
)
def test_a_name_that_looks_sensitive_is_treated_so(feature, special):
    assert looks_special(feature) is special


@pytest.fixture
def letters(house, process):
    """Twenty letters in two areas; the codes of each."""
    lines = [
        QuotaEntry(feature="wijk", value=value, low=5, high=15, share=0.5) for value in ("Noord", "Zuid")
    ]
    house.drawing.set_quotas(process, QuotaForm(lines=tuple(lines), source="CBS"))
    invite(house, process)
    found = {"Noord": [], "Zuid": []}
    for code in codes(house, process):
        found[house.replying.look_up(process, code).area].append(code)
    return found


def of_letters(house, process):
    found = house.representing.view(process).shown
    place = [stage.kind for stage in found.stages].index(StageKind.INVITED)
    return [line.shares[place] for line in found.features[0].values]


def test_the_part_of_the_letters_is_shown_while_many_did_not_answer(house, process, letters):
    for area in letters.values():
        for code in area[:5]:
            house.replying.record(process, reply(code))

    assert of_letters(house, process) == [0.5, 0.5]


def test_the_part_of_the_letters_is_left_out_where_nearly_all_of_an_area_registered(house, process, letters):
    for code in (*letters["Noord"][:6], *letters["Zuid"][:5]):
        house.replying.record(process, reply(code))

    assert of_letters(house, process) == [None, None]
