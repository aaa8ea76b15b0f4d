"""People by hand: adding, editing, states and the story."""

from __future__ import annotations

from datetime import date

import pytest

from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.people import EventKind, NeedKind, Role, State
from burgertop_app.domain.requests import Keeping, PersonForm
from burgertop_app.services.people import form_of


def one(house, process):
    (line,) = house.people.lines(process)
    return line


def add(house, process, **given):
    return house.people.add(process, PersonForm(**({"name": "Aylin Demir"} | given))).id


def test_somebody_added_by_hand_is_in_the_list_with_the_next_number(house, process):
    add(house, process, features={"wijk": "Centrum"}, needs={NeedKind.INTERPRETER: "Turks"})

    line = one(house, process)

    assert (line.number, line.name, line.state) == ("1", "Aylin Demir", State.REGISTERED)
    assert line.features == {"wijk": "Centrum"}
    assert line.needs == (NeedKind.INTERPRETER,)


def test_a_number_of_ones_own_is_kept(house, process):
    add(house, process, number="p-17")

    assert one(house, process).number == "p-17"


def test_a_number_that_somebody_has_is_refused_and_nobody_is_added(house, process):
    add(house, process, number="a-17")

    with pytest.raises(InvalidInput) as refused:
        add(house, process, number="A-17", name="Bram Vos")

    assert refused.value.code == "person_number_taken"
    assert one(house, process).name == "Aylin Demir"


def test_the_next_free_number_skips_one_that_was_typed(house, process):
    add(house, process, number="1")

    add(house, process, name="Bram Vos")

    assert [line.number for line in house.people.lines(process)] == ["1", "2"]


def test_somebody_without_a_name_is_refused(house, process):
    with pytest.raises(InvalidInput) as refused:
        add(house, process, name="  ")

    assert refused.value.code == "person_name_empty"


def test_a_citizen_service_number_is_refused_as_number(house, process):
    with pytest.raises(InvalidInput) as refused:
        add(house, process, number="111222333")

    assert refused.value.code == "person_number_bsn"
    assert house.people.lines(process) == ()


def test_a_citizen_service_number_in_a_note_is_refused(house, process):
    with pytest.raises(InvalidInput) as refused:
        add(house, process, needs={NeedKind.OTHER: "BSN 111222333"})

    assert refused.value.code == "bsn_text"


def test_who_is_added_by_hand_is_kept_for_a_year_for_the_process(house, process):
    added = add(house, process)

    story = house.people.story(added)

    assert (story.purpose, story.keep_until) == ("Burgerpanel Test", date(2027, 3, 2))


def test_another_purpose_and_day_are_kept_and_proposed_for_the_next(house, process):
    keeping = Keeping("Nieuwsbrief", date(2026, 6, 1))

    added = house.people.add(process, PersonForm(name="Bram Vos"), keeping).id

    assert house.people.story(added).keep_until == date(2026, 6, 1)
    assert house.people.keeping(process) == keeping


def test_a_day_in_the_past_is_refused(house, process):
    with pytest.raises(InvalidInput) as refused:
        house.people.add(process, PersonForm(name="Bram Vos"), Keeping("Loting", date(2026, 3, 1)))

    assert refused.value.code == "import_keep_until_past"


def test_editing_keeps_every_field_and_the_number(house, process):
    added = add(house, process, number="7", features={"wijk": "Centrum"}, channel="brief")
    changed = PersonForm(
        name="Aylin de Wit",
        address="Dorpsstraat 1",
        postcode="1234 AB",
        place="Testdam",
        email="aylin@example.org",
        phone="06 12345678",
        role=Role.OBSERVER,
        features={"wijk": "Noord", "leeftijd": "30-44"},
        needs={NeedKind.QUIET: "liefst bij het raam"},
        channel="bibliotheek",
    )

    house.people.edit(added, changed)

    kept = form_of(house.people.story(added))
    assert kept == PersonForm(**(vars(changed) | {"number": "7"}))


def test_an_emptied_value_and_channel_are_taken_away(house, process):
    added = add(house, process, features={"wijk": "Centrum"}, channel="brief")

    house.people.edit(added, PersonForm(name="Aylin Demir", features={"wijk": ""}))

    assert one(house, process).features == {}
    assert one(house, process).channel == ""


def test_people_at_one_address_share_a_household_however_it_is_spelled(house, process):
    first = add(house, process, address="Dorpsstraat 12", postcode="1234ab")
    second = add(house, process, name="Bram Vos", address="dorpsstr. 12", postcode="1234 AB")
    kept = house.workspace.context.work

    with kept.reading() as store:
        from burgertop_app.domain.people import Participation, Person

        homes = {
            store.get(Person, store.get(Participation, each).person_id).household_id
            for each in (first, second)
        }

    assert len(homes) == 1
    assert None not in homes


def test_states_are_told_in_the_story_with_their_reason(house, process, clock):
    added = add(house, process, state=State.INVITED)
    clock.on(days=3)
    house.people.mark([added], State.REGISTERED)
    clock.on(days=3)

    house.people.mark([added], State.WITHDRAWN, "verhuist")

    told = [(line.kind, line.note) for line in house.people.story(added).story]
    assert told == [
        (EventKind.INVITED, ""),
        (EventKind.REGISTERED, ""),
        (EventKind.WITHDRAWN, "verhuist"),
    ]
    assert one(house, process).state is State.WITHDRAWN


def test_who_has_the_state_already_gets_no_second_line(house, process):
    added = add(house, process)

    house.people.mark([added], State.REGISTERED)

    assert len(house.people.story(added).story) == 1


def test_putting_back_undoes_the_state_and_its_line_in_the_story(house, process):
    added = add(house, process)
    other = add(house, process, name="Bram Vos", state=State.INVITED)
    before = {added: State.REGISTERED, other: State.INVITED}
    house.people.mark([added, other], State.DECLINED)

    house.people.put_back(before, State.DECLINED)

    assert [line.state for line in house.people.lines(process)] == [State.REGISTERED, State.INVITED]
    assert [line.kind for line in house.people.story(added).story] == [EventKind.REGISTERED]


def test_an_erased_person_keeps_the_number_and_can_no_longer_be_changed(house, process):
    added = add(house, process)
    house.privacy.erase(house.people.story(added).contact.person_id)

    house.people.mark([added], State.DECLINED)
    with pytest.raises(NotPossible) as refused:
        house.people.edit(added, PersonForm(name="Toch iemand"))

    assert refused.value.code == "person_erased"
    assert (one(house, process).number, one(house, process).name) == ("1", "")
    assert one(house, process).state is State.ERASED


def test_five_thousand_people_are_listed_in_order_of_number(house, process, people_sheet):
    people_sheet.bring(house, process, 5_000)

    lines = house.people.lines(process)

    assert [line.number for line in lines] == [str(number) for number in range(1, 5_001)]
    assert lines[4_999].name == "Persoon 5000"
    assert lines[4_999].features == {"wijk": "Noord", "leeftijd": "30-44"}


def naming(house, person):
    return [(kept.given_on, kept.withdrawn_on) for kept in house.people.story(person).naming]


def test_consent_to_be_named_is_kept_with_its_day(house, process):
    added = add(house, process, named_on=date(2026, 2, 20))

    assert naming(house, added) == [(date(2026, 2, 20), None)]
    assert form_of(house.people.story(added)).named_on == date(2026, 2, 20)


def test_withdrawn_consent_stays_readable_and_may_be_given_again(house, process, clock):
    added = add(house, process, named_on=date(2026, 2, 20))
    house.people.edit(added, PersonForm(name="Aylin Demir"))
    clock.on(days=5)

    house.people.edit(added, PersonForm(name="Aylin Demir", named_on=date(2026, 3, 7)))

    assert naming(house, added) == [
        (date(2026, 2, 20), date(2026, 3, 2)),
        (date(2026, 3, 7), None),
    ]


def test_undoing_a_withdrawal_gives_the_same_consent_back(house, process):
    added = add(house, process, named_on=date(2026, 2, 20))
    before = form_of(house.people.story(added))
    house.people.edit(added, PersonForm(name="Aylin Demir"))

    house.people.edit(added, before)

    assert naming(house, added) == [(date(2026, 2, 20), None)]


def test_consent_of_a_day_that_has_yet_to_come_is_refused(house, process):
    with pytest.raises(InvalidInput) as refused:
        add(house, process, named_on=date(2026, 3, 3))

    assert refused.value.code == "consent_in_future"
    assert house.people.lines(process) == ()


def test_erasing_somebody_takes_the_consent_along(house, process):
    added = add(house, process, named_on=date(2026, 2, 20))

    house.privacy.erase(house.people.story(added).contact.person_id)

    assert naming(house, added) == []
