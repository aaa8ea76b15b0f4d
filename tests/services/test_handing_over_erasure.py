"""Somebody who was erased on one laptop does not come back from the other."""

from __future__ import annotations

import pytest

from burgertop_app.domain.errors import BurgertopError
from burgertop_app.domain.events import Presence
from burgertop_app.domain.people import State
from burgertop_app.domain.requests import NewCard, PersonForm
from tests.laptops import Team, process_of

NAME = "Fatma Demirbakan"
TRACES = ("Demirbakan", "fatma@voorbeeld.nl")


@pytest.fixture
def team(tmp_path, laid_out):
    found = Team(tmp_path, laid_out)
    yield found
    found.close()


@pytest.fixture
def office(team):
    laptop = team.first()
    process = process_of(laptop)
    laptop.house.people.add(process, PersonForm(name=NAME, email="fatma@voorbeeld.nl"))
    laptop.house.people.add(process, PersonForm(name="Piet Anders"))
    laptop.house.meetings.add(process, title="Avond", on=None, place="Zaal")
    return laptop


@pytest.fixture
def hall(team, office):
    """A second laptop on which her name was written down, and on which she was checked in."""
    laptop = team.copy(office, "ZAAL")
    process = process_of(laptop)
    (event,) = laptop.house.meetings.events(process)
    laptop.house.cards.add(process, NewCard(text=f"{NAME} belt over de bomen", table_no=1))
    laptop.house.event_day.attend(event.id, {person(laptop): Presence.PRESENT})
    return laptop


def person(laptop):
    return laptop.house.people.lines(process_of(laptop))[0].participation_id


def erase(laptop):
    (who,) = {row["person_id"] for row in laptop.rows("participation") if row["id"] == person(laptop)}
    laptop.house.privacy.erase(who)


def told(laptop):
    """Which traces stand in the bytes of the closed file."""
    path = laptop.house.workspace.path
    laptop.close()
    content = path.read_bytes()
    return [trace for trace in TRACES if trace.encode() in content]


def test_who_was_erased_here_does_not_come_back(office, hall):
    erase(office)

    office.read(hall.hand())

    assert [row["name"] for row in office.rows("contact")] == ["", "Piet Anders"]
    assert [row["text"] for row in office.rows("card_text")] == ["… belt over de bomen"]
    assert office.sound()
    assert told(office) == []


def test_who_was_erased_there_goes_here(office, hall):
    erase(office)

    hall.read(office.hand())

    assert [row["name"] for row in hall.rows("contact")] == ["", "Piet Anders"]
    assert [row["text"] for row in hall.rows("card_text")] == ["… belt over de bomen"]
    assert hall.sound()
    assert told(hall) == []


def test_no_copy_from_before_keeps_the_name(office, hall):
    erase(office)
    folder = hall.house.workspace.path.parent

    taken = hall.house.handing_over.take_over(office.hand())

    assert taken.before is None
    assert [path.name for path in folder.glob("[!~]*.burgertop")] == ["panel.burgertop"]


def test_the_count_of_who_came_stays_and_both_are_alike(office, hall):
    erase(office)
    for reader, maker in ((office, hall), (hall, office), (office, hall)):
        reader.read(maker.hand())

    assert len(office.rows("attendance")) == 1
    assert [row["state"] for row in office.rows("participation")] == [State.ERASED, State.REGISTERED]
    assert office.content() == hall.content()


def test_a_third_laptop_gets_her_from_neither_order(team, office, hall):
    third, fourth = team.copy(office, "MARKT"), team.copy(office, "BIEB")
    from_hall = hall.hand("zaal")
    erase(office)
    from_office = office.hand("kantoor")

    third.read(from_hall, from_office)
    fourth.read(from_office, from_hall)

    assert third.content() == fourth.content()
    assert told(third) == []
    assert told(fourth) == []


def test_reading_more_of_the_other_laptop_later_brings_nothing_of_her(office, hall):
    erase(office)
    office.read(hall.hand("een"))
    hall.house.cards.add(process_of(hall), NewCard(text=f"Bel {NAME} terug", table_no=2))

    office.read(hall.hand("twee"))

    assert {row["text"] for row in office.rows("card_text")} == {"… belt over de bomen", "Bel … terug"}
    assert told(office) == []


def test_an_import_taken_back_here_leaves_a_shell_for_who_came_there(office, hall):
    walked = office.house.event_day.walk_in(
        office.house.meetings.events(process_of(office))[0].id, PersonForm(name="Karel Loopin")
    )[1]
    hall.read(office.hand("een"))
    hall.house.cards.add(
        process_of(hall), NewCard(text="Groen", table_no=1, authors=(walked.participation_id,))
    )
    office.house.event_day.walk_out(office.house.meetings.events(process_of(office))[0].id, walked)

    try:
        office.read(hall.hand("twee"))
        hall.read(office.hand("drie"))
    except BurgertopError as error:
        pytest.fail(error.code)

    assert office.content() == hall.content()
    assert office.sound()
    assert hall.sound()
    assert "Karel Loopin" not in str(hall.content())
