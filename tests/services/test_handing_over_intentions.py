"""One intention put in other words on two laptops: it goes on as one, and what differs is shown."""

from __future__ import annotations

import pytest

from burgertop_app.domain.intention_entry import NewIntention
from burgertop_app.domain.requests import PersonForm
from burgertop_app.messages.handovers import difference_words, saying_words
from tests.laptops import Team, alike, process_of


@pytest.fixture
def team(tmp_path, laid_out):
    found = Team(tmp_path, laid_out)
    yield found
    found.close()


@pytest.fixture
def office(team):
    """A laptop with one intention of one participant."""
    laptop = team.first()
    process = process_of(laptop)
    laptop.house.people.add(process, PersonForm(name="Truus Voorbeeld"))
    (person,) = laptop.house.people.lines(process)
    wanted = NewIntention(text="Ik fiets", participation_id=person.participation_id)
    laptop.house.intending.add(process, [wanted])
    return laptop


@pytest.fixture
def hall(team, office):
    return team.copy(office, "ZAAL")


def line(laptop):
    (found,) = laptop.house.intending.lines(process_of(laptop))
    return found


def reword(laptop, text, *, share=False):
    laptop.house.intending.reword(line(laptop).id, text, share=share)


def reworded(office, hall, **how):
    """The hall is later."""
    reword(office, "Ik fiets naar kantoor")
    hall.now = office.now.replace(hour=12)
    reword(hall, "Ik fiets naar de zaal", **how)


def only(laptop):
    (found,) = laptop.house.handing_over.differences()
    return found


def choose(laptop, said):
    found = only(laptop)
    at = next(place for place, each in enumerate(found.sayings) if saying_words(found, each) == said)
    laptop.house.handing_over.settle({found.key: at})


def test_it_counts_once_and_the_preview_shows_both_wordings(office, hall):
    reworded(office, hall)

    (seen,) = office.house.handing_over.preview(hall.hand()).differences
    alike(office, hall)

    assert difference_words(seen) == ("voornemen voor morgen: 1", "Woorden")
    assert [(saying_words(seen, said), said.laptop, said.here) for said in seen.sayings] == [
        ("Ik fiets naar de zaal", "ZAAL", False),
        ("Ik fiets naar kantoor", "KANTOOR", True),
    ]
    assert seen.stands == 0
    now = line(office)
    assert (now.text, now.number, now.wordings, now.counts) == ("Ik fiets naar de zaal", 1, 3, True)
    assert [row["text"] for row in office.rows("intention") if row["standing"] == "active"] == [now.text]


def test_the_wording_that_gave_way_is_chosen_and_stands_everywhere(office, hall):
    reworded(office, hall)
    alike(office, hall)

    choose(office, "Ik fiets naar kantoor")
    alike(office, hall)

    assert (line(hall).text, line(hall).number, line(hall).wordings) == ("Ik fiets naar kantoor", 1, 4)
    assert office.house.handing_over.differences() == hall.house.handing_over.differences() == ()


def test_the_wording_that_stands_is_chosen_without_one_more(office, hall):
    reworded(office, hall)
    file = hall.hand()
    found = office.house.handing_over.preview(file).differences[0]

    office.read(file, choices={found.key: found.stands})
    alike(office, hall)

    assert (line(hall).text, line(hall).wordings) == ("Ik fiets naar de zaal", 3)
    assert hall.house.handing_over.differences() == ()


def test_two_other_choices_are_a_difference_again(office, hall):
    reworded(office, hall)
    alike(office, hall)
    choose(office, "Ik fiets naar kantoor")
    choose(hall, "Ik fiets naar de zaal")
    alike(office, hall)

    assert {each.called for each in only(hall).sayings} == {"Ik fiets naar kantoor", "Ik fiets naar de zaal"}


@pytest.mark.parametrize(("chosen", "shared"), [("Ja", True), ("Nee", False)])
def test_shown_on_one_and_not_on_the_other_is_shown_beside_the_words(office, hall, chosen, shared):
    reworded(office, hall, share=True)
    alike(office, hall)

    share, words = office.house.handing_over.differences()
    at = next(place for place, said in enumerate(share.sayings) if saying_words(share, said) == chosen)
    office.house.handing_over.settle({words.key: 1, share.key: at})
    alike(office, hall)

    assert difference_words(share)[1] == "Mag getoond worden, zonder naam"
    assert (line(hall).text, line(hall).share) == ("Ik fiets naar kantoor", shared)
    assert hall.house.handing_over.differences() == ()


@pytest.mark.parametrize(("chosen", "counts"), [("telt mee", True), ("ingetrokken: Toch niet", False)])
def test_withdrawn_here_and_in_other_words_there_is_shown(office, hall, chosen, counts):
    office.house.intending.withdraw(line(office).id, "Toch niet")
    hall.now = office.now.replace(hour=12)
    reword(hall, "Ik fiets naar de zaal")
    alike(office, hall)
    assert line(office).counts

    choose(office, chosen)
    alike(office, hall)

    assert line(hall).counts == counts
    assert hall.house.handing_over.differences() == ()


def test_the_same_words_on_both_are_no_difference(office, hall):
    for laptop in (office, hall):
        reword(laptop, "Ik fiets elke dag")
    alike(office, hall)

    assert line(hall).number == 1
    assert office.house.handing_over.differences() == ()


def test_words_that_the_other_had_read_are_no_difference(office, hall):
    reword(office, "Ik fiets naar kantoor")
    hall.read(office.hand())
    reword(hall, "Ik fiets naar de zaal")
    alike(office, hall)

    assert (line(office).text, line(office).wordings) == ("Ik fiets naar de zaal", 3)
    assert office.house.handing_over.differences() == ()


def test_a_wording_made_by_a_slow_clock_comes_in_behind_the_one_before_it(team, office, hall):
    third = team.copy(office, "MARKT")
    office.now = office.now.replace(hour=15)
    reword(office, "Ik fiets naar kantoor")
    hall.read(office.hand())
    reword(hall, "Ik fiets naar de zaal")

    third.read(hall.hand())

    assert (line(third).text, line(third).wordings) == ("Ik fiets naar de zaal", 3)


def test_of_an_erased_participant_nothing_is_shown(office, hall):
    reworded(office, hall)
    alike(office, hall)
    (person,) = {row["person_id"] for row in office.rows("participation")}
    office.house.privacy.erase(person)
    alike(office, hall)

    assert line(hall).erased
    assert office.house.handing_over.differences() == hall.house.handing_over.differences() == ()
