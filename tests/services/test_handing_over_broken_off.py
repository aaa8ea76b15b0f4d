"""Taking over that is broken off, by a crash or a full disk: nothing of it is in, or all of it."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from burgertop_app.domain.errors import NotPossible
from burgertop_app.domain.requests import NewCard, PersonForm
from burgertop_app.messages.errors import sentence
from burgertop_app.storage import copies
from tests.laptops import Team, process_of

TAKER = Path(__file__).parents[1] / "fixtures" / "killed_taker.py"
CARDS = 25
HANDOVER = "burgertop_app.storage.handover"
BEFORE = {
    "while the copy is made": "burgertop_app.storage.copies:_copy:1",
    "when the copy stands": "burgertop_app.storage.copies:copy_away:1",
    "among the rows": f"{HANDOVER}.rows:take:40",
    "when all rows are in": f"{HANDOVER}.naming:put_in_order:1",
    "just before it is kept": "burgertop_app.storage.log:Journal.close:1",
}
AFTER = "sqlalchemy.orm:Session.commit:1"


@pytest.fixture
def team(tmp_path, laid_out):
    found = Team(tmp_path, laid_out)
    yield found
    found.close()


@pytest.fixture
def office(team):
    return team.first()


@pytest.fixture
def file(team, office):
    """What a second laptop hands over: cards with many words, which need room."""
    hall = team.copy(office, "ZAAL")
    for number in range(CARDS):
        hall.house.cards.add(process_of(hall), NewCard(text=f"Meer bomen {number} " * 60, table_no=1))
    return hall.hand("goed")


def kill(laptop, file, point):
    """Take over from the terminal in a process of its own, which is killed at a point."""
    path = laptop.house.workspace.path
    laptop.close()
    home = laptop.folder / "home"
    home.mkdir()
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA"), str(home))
    done = subprocess.run(
        [sys.executable, str(TAKER), point, "takeover", str(path), str(file)],
        env=os.environ | places | {"LC_ALL": "nl_NL.UTF-8", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=False,
        timeout=300,
    )
    laptop.open(path)
    return done.returncode


@pytest.mark.parametrize("point", BEFORE.values(), ids=BEFORE.keys())
def test_killed_before_it_is_kept_leaves_everything_as_it_was_and_it_can_be_done_again(office, file, point):
    before = office.content()

    code = kill(office, file, point)

    assert code != 0
    assert (office.content(), office.sound()) == (before, True)
    office.read(file)
    assert (len(office.rows("card")), office.sound()) == (CARDS, True)
    assert not list(office.folder.glob("~*.new*"))


def test_killed_when_it_is_kept_leaves_all_of_it(office, file):
    code = kill(office, file, AFTER)

    assert code != 0
    assert (len(office.rows("card")), office.sound()) == (CARDS, True)
    assert office.read(file).nothing


@pytest.mark.parametrize("point", ["burgertop_app.storage.copies:_copy:1", f"{HANDOVER}.rows:take:40"])
def test_what_a_killed_one_leaves_behind_is_there_until_the_next(office, file, point):
    kill(office, file, point)
    left = list(office.folder.glob("~*.new"))

    office.read(file)

    assert len(left) == 1
    assert not left[0].exists()
    assert len(list(office.folder.glob("panel *.burgertop"))) == 1


def test_a_killed_one_that_erased_somebody_leaves_no_copy_with_that_person(team, office):
    office.house.people.add(process_of(office), PersonForm(name="Truus Voorbeeld"))
    hall = team.copy(office, "ZAAL")
    (person,) = {row["person_id"] for row in hall.rows("participation")}
    hall.house.privacy.erase(person)

    kill(office, hall.hand(), AFTER)
    hall.house.cards.add(process_of(hall), NewCard(text="Meer bomen", table_no=1))
    office.read(hall.hand())

    copies = [path for path in office.folder.iterdir() if path != office.house.workspace.path]
    assert not [path for path in copies if path.is_file() and b"Truus Voorbeeld" in path.read_bytes()]


@pytest.mark.parametrize(
    "name",
    [
        "~panel.burgertop.new",
        "~ander vóór overdracht 2026-03-02 1000.burgertop.new",
        "~panel vóór overdracht 2026-03-02 1000 vóór overdracht 2026-03-02 1100.burgertop.new",
        "~panel vóór overdracht van mij.burgertop.new",
        "panel vóór overdracht 2026-03-02 1000.burgertop",
    ],
)
def test_what_another_program_is_making_or_somebody_keeps_is_left_alone(office, file, name):
    other = office.folder / name
    other.write_bytes(b"of another")

    office.read(file)

    assert other.read_bytes() == b"of another"


@pytest.mark.parametrize("ending", ["", "-journal", "-wal"])
@pytest.mark.parametrize("stem", ["panel", "panel [2] a@b"])
def test_what_was_left_behind_is_known_by_its_name(team, office, file, stem, ending):
    name = stem + " vóór overdracht 2026-03-02 1000 2.burgertop"
    path = office.house.workspace.path.with_name(stem + ".burgertop")
    office.close()
    office.folder.joinpath("panel.burgertop").rename(path)
    office.open(path)
    left = [path.with_name(f"~{name}.new{ending}"), path.with_name(f"~~{name}.new.new{ending}")]
    for each in left:
        each.write_bytes(b"half")

    office.read(file)

    assert not [each for each in left if each.exists()]


def refused(laptop, file):
    """The sentence with which it is refused; nothing changed and nothing lies about."""
    before = laptop.content(), laptop.rows("log_entry")
    with pytest.raises(NotPossible) as error:
        laptop.read(file)
    assert (laptop.content(), laptop.rows("log_entry"), laptop.sound()) == (*before, True)
    assert list(laptop.folder.glob("[!~]*.burgertop")) == [laptop.house.workspace.path]
    assert not list(laptop.folder.glob("~*.new*"))
    return sentence(error.value)


FULL = "De schijf is vol. Er is niets veranderd. Maak ruimte en probeer het opnieuw."


def test_a_disk_that_is_full_while_the_copy_is_made(office, file, monkeypatch):
    def full(_path, fresh):
        fresh.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(copies, "_copy", full)

    assert refused(office, file) == FULL


def test_a_disk_that_gets_full_among_the_rows(office, file):
    engine = office.house.workspace.context.work.engine
    with office.house.workspace.context.work.reading() as store:
        pages = store.connection.exec_driver_sql("PRAGMA page_count").scalar_one()

    def narrow(connection, *_more):
        connection.execute(f"PRAGMA max_page_count = {pages + 4}")

    event.listen(engine, "checkout", narrow)
    said = refused(office, file)
    event.remove(engine, "checkout", narrow)

    assert said == FULL


def test_a_disk_that_is_full_when_it_is_kept(office, file, monkeypatch):
    def full(_session):
        raise OperationalError("COMMIT", {}, sqlite3.OperationalError("database or disk is full"))

    monkeypatch.setattr(Session, "commit", full)

    assert refused(office, file) == FULL


def test_a_disk_that_is_full_when_a_hand_over_is_written_leaves_no_half_file(office, monkeypatch):
    def full(path, _content):
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    to = office.folder / "uit.burgertop-overdracht"
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(NotPossible) as error:
            office.house.handing_over.make(to)

    assert error.value.code == "disk_full"
    assert not list(office.folder.glob("*overdracht*"))
    assert office.rows("export_record") == []
