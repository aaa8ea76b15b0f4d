"""What people want to talk about, typed or from a sheet."""

from __future__ import annotations

from datetime import date

import pytest

from burgertop_app.domain.errors import InvalidInput
from burgertop_app.domain.people import State
from burgertop_app.domain.requests import PersonForm
from burgertop_app.messages.errors import sentence
from tests.beginnings import beginning


@beginning
def event(house, process):
    """Six people, two of them with one name; two topics at two tables."""
    for name in ("Ada", "Bo", "Cem", "Dik", "Jan de Vries", "Jan de Vries"):
        house.people.add(process, PersonForm(name=name, state=State.DRAWN))
    made = house.meetings.add(process, title="Paneldag", on=date(2026, 9, 26), place="").id
    house.meetings.set_tables(made, 2, low=2, high=4)
    house.meetings.add_round(made)
    for place, topic in zip(house.meetings.places(made), ("Groen", "Wonen"), strict=True):
        house.meetings.describe_place(place.id, topic=topic)
    return made


@pytest.fixture
def people(house, event):
    return {line.number: line.participation_id for line in house.meetings.expected(event)}


@pytest.fixture
def sheet(tmp_path):
    def made(*lines):
        path = tmp_path / "keuzes.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return made


def test_choices_are_kept_as_the_meeting_writes_them(house, event, people):
    one, other, *_more = people.values()

    house.topic_choices.keep(event, {one: ["groen", "WONEN"], other: ["Wonen"]})
    house.topic_choices.keep(event, {other: []})

    assert house.topic_choices.choices(event) == {one: ("Groen", "Wonen")}


def test_a_sheet_is_read_by_number_or_name(house, event, people, sheet):
    numbers = list(people)
    path = sheet(
        "nummer;naam;keuze 1;keuze 2", f"{numbers[0]};;wonen;groen", ";Bo;Groen;", f"{numbers[2]};Cem;;"
    )

    found = house.topic_choices.look(event, path)

    assert found.choices == {
        people[numbers[0]]: ("Wonen", "Groen"),
        people[numbers[1]]: ("Groen",),
        people[numbers[2]]: (),
    }
    assert found.empty == 1
    assert house.topic_choices.choices(event) == {}


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["nummer,keuze 1", "99,Groen"], "choices_stranger"),
        (["naam,keuze 1", "Jan de Vries,Groen"], "choices_namesakes"),
        (["naam,keuze 1", "Eva,Groen"], "choices_no_name"),
        (["naam,keuze 1", "Ada,Sport"], "choice_topic_unknown_row"),
        (["naam,keuze 1,keuze 2", "Ada,Groen,groen"], "choice_twice_row"),
        (["naam,keuze 1", "Ada,Groen", "Ada,Wonen"], "choices_person_twice"),
        (["naam,keuze 1", ",Groen"], "choices_nobody"),
        (["naam,wens", "Ada,Groen"], "choices_columns"),
        (["keuze 1", "Groen"], "choices_columns"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_row(house, event, sheet, lines, code):
    with pytest.raises(InvalidInput) as caught:
        house.topic_choices.look(event, sheet(*lines))

    assert caught.value.code == code
    assert "Jan" not in str(caught.value.params)


def test_an_unknown_topic_is_refused(house, event, people):
    with pytest.raises(InvalidInput, match="choice_topic_unknown"):
        house.topic_choices.keep(event, {next(iter(people.values())): ["Sport"]})


def test_topics_come_in_the_order_of_the_tables(house, event):
    assert house.topic_choices.topics(event) == ("Groen", "Wonen")


def test_an_earlier_choice_can_be_put_back_when_its_topic_is_called_otherwise(house, event, people):
    one, *_more = people.values()
    house.topic_choices.keep(event, {one: ["Groen", "Wonen"]})
    for place in house.meetings.places(event):
        if place.topic == "Groen":
            house.meetings.describe_place(place.id, topic="Parken")
    house.topic_choices.keep(event, {one: ["Parken"]})

    house.topic_choices.put_back(event, {one: ("Groen", "Wonen")})

    assert house.topic_choices.choices(event) == {one: ("Groen", "Wonen")}


@pytest.mark.parametrize(
    "lines",
    [
        ["Anna de Boer;Groen", "Bo;Wonen"],
        ["nummer;keuze 1", "Anna de Boer;Groen"],
    ],
)
def test_a_sheet_that_cannot_be_read_tells_no_name(house, event, sheet, lines):
    with pytest.raises(InvalidInput) as refused:
        house.topic_choices.look(event, sheet(*lines))

    assert "Anna" not in f"{refused.value.params} {sentence(refused.value)}"
