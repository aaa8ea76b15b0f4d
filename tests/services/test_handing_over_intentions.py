"""One intention put in other words on two laptops: it goes on as one, and what differs is shown."""

from __future__ import annotations

from dataclasses import replace

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


def entered(laptop, text, **of):
    """Enter what the one participant, or a table, does tomorrow."""
    (person,) = laptop.house.people.lines(process_of(laptop))
    wanted = NewIntention(text=text, **(of or {"participation_id": person.participation_id}))
    laptop.house.intending.add(process_of(laptop), [wanted])


def texts(laptop):
    return [one.text for one in laptop.house.intending.lines(process_of(laptop)) if one.counts]


@pytest.mark.parametrize("of", [{}, {"table_no": 3}], ids=["participant", "table"])
def test_the_same_paper_entered_on_both_counts_once(office, hall, of):
    entered(office, "Ik plant een boom", **of)
    entered(hall, "ik  plant een boom", **of)

    double = office.house.handing_over.preview(hall.hand()).double
    alike(office, hall)

    assert double == {"intention": 1}
    assert len(texts(office)) == len(texts(hall)) == 2


def test_the_same_paper_under_two_numbers_is_no_difference_of_numbers(office, hall):
    entered(office, "Ik plant een boom")
    entered(hall, "Ik eet minder vlees")
    entered(hall, "Ik plant een boom")
    alike(office, hall)

    numbers = [one.number for one in hall.house.intending.lines(process_of(hall))]
    assert (len(numbers), len(set(numbers))) == (3, 3)
    assert hall.house.handing_over.differences() == ()


@pytest.mark.parametrize(
    ("here", "there"),
    [({"table_no": 1}, {"table_no": 2}), ({"table_no": None}, {"table_no": None}), ({}, {"table_no": 1})],
    ids=["other tables", "of nobody", "a person and a table"],
)
def test_the_same_words_of_somebody_else_count_too(office, hall, here, there):
    entered(office, "Ik plant een boom", **here)
    entered(hall, "Ik plant een boom", **there)
    alike(office, hall)

    assert len(texts(hall)) == 3


def test_other_words_of_the_same_participant_count_too(office, hall):
    entered(office, "Ik plant een boom")
    entered(hall, "Ik plant twee bomen")
    alike(office, hall)

    assert texts(hall) == ["Ik fiets", "Ik plant een boom", "Ik plant twee bomen"]
    assert hall.house.handing_over.differences() == ()


def test_one_put_in_the_words_of_a_new_one_stays_beside_it(office, hall):
    reword(office, "Ik plant een boom")
    entered(hall, "Ik plant een boom")
    alike(office, hall)

    assert texts(hall) == ["Ik plant een boom", "Ik plant een boom"]


def test_the_same_paper_that_may_be_shown_on_one_only_is_shown_as_a_difference(office, hall):
    entered(office, "Ik plant een boom", table_no=3)
    hall.now = office.now.replace(hour=12)
    entered(hall, "Ik plant een boom", table_no=3, share=True)
    alike(office, hall)

    found = only(office)
    assert difference_words(found)[1] == "Mag getoond worden, zonder naam"
    assert [saying_words(found, each) for each in found.sayings] == ["Ja", "Nee"]
    assert found == replace(only(hall), sayings=found.sayings)


def test_the_same_paper_withdrawn_on_one_is_shown_as_a_difference(office, hall):
    entered(office, "Ik plant een boom")
    entered(hall, "Ik plant een boom")
    hall.now = office.now.replace(hour=12)
    made = hall.house.intending.lines(process_of(hall))[1]
    hall.house.intending.withdraw(made.id, "Toch niet")
    alike(office, hall)

    assert texts(office) == ["Ik fiets"]
    choose(office, "telt mee")
    alike(office, hall)
    assert texts(hall) == ["Ik fiets", "Ik plant een boom"]
    assert hall.house.handing_over.differences() == ()


def test_the_same_paper_of_somebody_erased_leaves_no_words_in_the_log(office, hall):
    entered(office, "Ik plant een boom")
    entered(hall, "Ik plant een boom")
    alike(office, hall)
    (person,) = {row["person_id"] for row in office.rows("participation")}
    office.house.privacy.erase(person)
    alike(office, hall)

    for laptop in (office, hall):
        assert "plant een boom" not in repr(laptop.rows("log_payload")) + repr(laptop.rows("intention"))
