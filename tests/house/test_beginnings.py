"""A beginning that is laid back is the one that was played: to the last row, in a file of its own."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from burgertop_app.domain.requests import NewProcess, PersonForm
from burgertop_app.services.house import furnish
from burgertop_app.services.workspaces import Workspaces
from burgertop_app.storage.workspace_file import Opener
from tests.beginnings import Beginnings, Chance, beginnings_of
from tests.conftest import Clock

PANEL = NewProcess(form="burgerpanel", title="Burgerpanel Test", topic="Wonen", municipality="Testdam")


@pytest.fixture
def shelf(tmp_path):
    """A shelf of this test alone."""
    return Beginnings(tmp_path)


@pytest.fixture
def fresh(tmp_path):
    """Makes workspaces that stand at the same point, each in a folder of its own."""
    opened = []

    def made(name):
        clock, chance = Clock(), Chance()
        folder = tmp_path / name
        folder.mkdir()
        opener = Opener("Anna", "LAPTOP-1", clock, chance, folder / "user-data")
        opened.append(Workspaces(opener).create(folder / "proef.burgertop"))
        return opened[-1], clock, chance

    yield made
    for workspace in opened:
        workspace.close()


class Play:
    """Something to play, that counts how often it was."""

    def __init__(self):
        self.__qualname__ = "play"
        self.times = 0

    def __call__(self, house, clock):
        self.times += 1
        process = house.processes.start(PANEL).id
        clock.on(days=3)
        return [house.people.add(process, PersonForm(name=f"Mens {number}")).id for number in range(3)]


def begin(shelf, at, play):
    return shelf.begin(at, play, {"house": furnish(at[0]), "clock": at[1]})


def rows(workspace):
    with closing(sqlite3.connect(workspace.path)) as connection:
        return list(connection.iterdump())


def test_what_is_laid_back_is_what_playing_makes(shelf, fresh):
    play, played, laid = Play(), fresh("a"), fresh("b")

    first, second = begin(shelf, played, play), begin(shelf, laid, play)

    assert play.times == 1
    assert first == second
    assert rows(played[0]) == rows(laid[0])
    assert (played[1].now, played[2].taken) == (laid[1].now, laid[2].taken)


def test_work_goes_on_as_if_it_had_been_played(shelf, fresh):
    play, played, laid = Play(), fresh("a"), fresh("b")
    for at in (played, laid):
        begin(shelf, at, play)
        house = furnish(at[0])
        house.people.add(house.processes.all()[0].id, PersonForm(name="Later"))

    assert rows(played[0]) == rows(laid[0])
    assert all(chain.fault is None for chain in laid[0].chains())


def test_what_one_test_changes_no_other_sees(shelf, fresh):
    play, first, second, third = Play(), fresh("a"), fresh("b"), fresh("c")
    begin(shelf, first, play)
    begin(shelf, second, play).append("vreemd")
    house = furnish(second[0])
    house.people.add(house.processes.all()[0].id, PersonForm(name="Vreemd"))

    assert begin(shelf, third, play) == begin(Beginnings(shelf._folder / "a"), fresh("d"), play)
    assert not [line for line in rows(third[0]) if "Vreemd" in line]


@pytest.mark.parametrize("how", ["clock", "chance", "log"])
def test_from_another_point_it_is_played_again(shelf, fresh, how):
    play, first, second = Play(), fresh("a"), fresh("b")
    begin(shelf, first, play)
    if how == "clock":
        second[1].on(days=1)
    elif how == "chance":
        second[2](4)
    else:
        second[0].set("taal", {"code": "nl"})

    begin(shelf, second, play)

    assert play.times == 2


TIMES = []


@beginnings_of
def people(house, process, /, count=1, *, name="Mens"):
    """The ids of so many people."""
    TIMES.append((count, name))
    return [house.people.add(process, PersonForm(name=f"{name} {number}")).id for number in range(count)]


@pytest.mark.parametrize("turn", [1, 2])
def test_a_call_is_played_once_for_the_same_words(house, process, people, turn):
    """The second turn gets back what the first one played."""
    made = people(2)

    assert [line.participation_id for line in house.people.lines(process)] == made
    assert TIMES.count((2, "Mens")) == 1


def test_a_call_with_other_words_is_another_one(house, process, people):
    people(2, name="Gast")

    assert [line.name for line in house.people.lines(process)] == ["Gast 0", "Gast 1"]


def test_calls_go_on_from_each_other(house, process, people):
    first, second = people(), people()

    assert first != second
    assert len(house.people.lines(process)) == 2
