"""A workspace as a file: one when closed, held when open, untouched when refused.

Long because every way in which a file can be unfit has its own test.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from burgertop_app.domain.errors import InvalidInput, NotPossible
from burgertop_app.domain.processes import Process
from burgertop_app.domain.workspaces import Opened, Place
from burgertop_app.messages.errors import sentence
from burgertop_app.storage import inspection, owner, workspace_file
from burgertop_app.storage.connections import connect
from burgertop_app.storage.sites import Register
from burgertop_app.storage.workspace_file import create, open_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "werk"
    folder.mkdir()
    return folder / "panel.burgertop"


@pytest.fixture
def closed(path, opener):
    """A workspace with one process, closed."""
    file = create(path, opener)
    start(file, "Groen")
    file.close()
    return path


def start(file, title):
    with file.work.writing("start") as store:
        return store.add(Process(id=store.new_id(), form="x", recipe="{}", recipe_sha256="", title=title))


def titles(file):
    with file.work.reading() as store:
        return [process.title for process in store.find(Process)]


def traces(folder):
    """Every file in `folder` with what is in it."""
    return {
        each.name: hashlib.sha256(each.read_bytes()).hexdigest()
        for each in folder.iterdir()
        if each.is_file()
    }


def refusal(path, opener, **also):
    before = traces(path.parent)
    with pytest.raises(InvalidInput) as refused:
        open_file(path, opener, **also)
    assert traces(path.parent) == before
    assert path.name in sentence(refused.value)
    return refused.value.code


@pytest.mark.parametrize("place", list(Place))
def test_closed_means_one_file(path, opener, place):
    file = create(path, opener, place)
    start(file, "Groen")
    file.close()

    assert [each.name for each in path.parent.iterdir()] == ["panel.burgertop"]
    assert path.read_bytes()[18:20] == b"\x01\x01"


def test_on_a_local_disk_it_writes_ahead(path, opener):
    file = create(path, opener, Place.LOCAL)

    with file.engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert connection.execute(text("PRAGMA secure_delete")).scalar() == 1
    file.close()


@pytest.mark.parametrize("place", [Place.NETWORK, Place.SYNCED])
def test_on_a_network_it_keeps_the_file_for_itself(path, opener, place):
    file = create(path, opener, place)
    start(file, "Groen")

    other = sqlite3.connect(path, timeout=0)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("SELECT * FROM process")
    other.close()
    assert path.with_name("panel.burgertop-journal").stat().st_size == 0
    assert not path.with_name("panel.burgertop-wal").exists()
    assert titles(file) == ["Groen"]
    file.close()


def test_what_was_written_is_there_at_the_next_opening(closed, opener):
    file = open_file(closed, opener)

    assert titles(file) == ["Groen"]
    file.close()


@pytest.mark.parametrize(
    "name", ["Panel #1 100% klaar?.burgertop", 'wörk \'n "meer".burgertop', "漢字.burgertop"]
)
def test_any_name_will_do(path, opener, name):
    file = create(path.with_name(name), opener)
    start(file, "Groen")
    file.close()

    again = open_file(path.with_name(name), opener)
    assert titles(again) == ["Groen"]
    again.close()
    assert [each.name for each in path.parent.iterdir()] == [name]


def test_a_disk_that_fills_up_is_told_and_loses_nothing(closed, opener):
    file = open_file(closed, opener, Place.NETWORK)
    with file.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    with pytest.raises(NotPossible, match="disk_full"):
        start(file, "Te groot" * 100_000)

    assert titles(file) == ["Groen"]
    file.close()


def test_closing_twice_is_harmless(closed, opener):
    file = open_file(closed, opener)
    file.close()
    file.close()

    assert not owner.owner_file(closed).exists()


def test_opening_and_looking_changes_nothing(closed, opener):
    before = closed.read_bytes()

    file = open_file(closed, opener, Place.NETWORK)
    titles(file)
    file.close()

    assert closed.read_bytes() == before


def test_a_second_opener_hears_who_has_it_open(closed, opener):
    file = open_file(closed, opener)
    other = replace(opener, who="Bram", computer="LAPTOP-2")

    with pytest.raises(InvalidInput) as refused:
        open_file(closed, other)

    assert refused.value.code == "workspace_in_use"
    assert (refused.value.params["who"], refused.value.params["computer"]) == ("Anna", "LAPTOP-1")
    assert "Anna op LAPTOP-1 sinds 02-03-2026" in sentence(refused.value)
    assert titles(file) == ["Groen"]
    file.close()


def test_after_closing_another_may_open(closed, opener):
    open_file(closed, opener).close()

    file = open_file(closed, replace(opener, who="Bram"))

    assert owner.holder(closed).who == "Bram"
    file.close()


def test_an_owner_file_without_an_owner_stands_in_nobodys_way(closed, opener, clock):
    owner.owner_file(closed).write_text(
        '{"who": "Cas", "computer": "X", "since": "2026-01-01T00:00:00+00:00"}'
    )

    assert owner.holder(closed) is None
    file = open_file(closed, opener)

    assert owner.holder(closed) == Opened("Anna", "LAPTOP-1", clock())
    file.close()


def test_an_owner_file_that_cannot_be_read_still_holds(closed, opener):
    file = open_file(closed, opener)
    owner.owner_file(closed).write_bytes(b"\xff\xfe")

    assert refusal(closed, opener) == "workspace_in_use_unknown"
    file.close()


def test_a_missing_file_is_named(path, opener):
    assert refusal(path, opener) == "workspace_missing"


def test_a_folder_is_not_a_workspace(path, opener):
    path.mkdir()

    assert refusal(path, opener) == "workspace_is_folder"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "workspace_empty"),
        (b"PK\x03\x04 een zip", "workspace_not_ours"),
        (b"x" * 5000, "workspace_not_ours"),
    ],
)
def test_any_other_file_is_refused(path, opener, content, code):
    path.write_bytes(content)

    assert refusal(path, opener) == code


def test_a_database_of_another_program_is_refused(path, opener):
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recepten (naam)")
    other.commit()
    other.close()

    assert refusal(path, opener) == "workspace_not_ours"


def test_a_newer_workspace_is_refused(closed, opener):
    edit(closed, "UPDATE alembic_version SET version_num = '9999'")

    assert refusal(closed, opener) == "workspace_newer"


def test_a_row_that_refers_to_nothing_counts_as_damage(closed, opener):
    edit(closed, "UPDATE process SET site_id = 'ffffffffffffffffffffffffffffffff'")

    assert refusal(closed, opener) == "workspace_damaged"


@pytest.mark.parametrize("size", [100, 4096, 50_000])
def test_a_truncated_workspace_is_damaged(closed, opener, size):
    closed.write_bytes(closed.read_bytes()[:size])

    assert refusal(closed, opener) == "workspace_damaged"


@pytest.mark.parametrize("page", [0, 1, 5, 20, 40])
def test_a_page_with_flipped_bytes_is_damaged(closed, opener, page):
    content = bytearray(closed.read_bytes())
    start_at = page * 4096 + (100 if page == 0 else 0)
    for at in range(start_at, start_at + 16):
        content[at] ^= 0xFF
    closed.write_bytes(content)

    assert refusal(closed, opener) == "workspace_damaged"


def test_a_read_only_file_is_refused(closed, opener, as_visitor):
    closed.chmod(0o444)
    before = traces(closed.parent)

    assert as_visitor(closed) == "workspace_read_only"
    assert traces(closed.parent) == before


def test_a_file_in_a_read_only_folder_is_refused(closed, opener, as_visitor):
    closed.chmod(0o666)
    closed.parent.chmod(0o555)
    before = traces(closed.parent)

    assert as_visitor(closed) == "workspace_folder_read_only"
    assert traces(closed.parent) == before


def test_a_new_file_in_a_read_only_folder_is_refused(path, as_visitor):
    path.parent.chmod(0o555)

    assert as_visitor(path, create=True) == "workspace_folder_read_only"
    assert traces(path.parent) == {}


def test_a_file_that_is_there_is_not_made_anew(closed, opener):
    before = traces(closed.parent)

    with pytest.raises(InvalidInput, match="workspace_exists"):
        create(closed, opener)

    assert traces(closed.parent) == before


def test_a_folder_that_is_not_there_is_named(tmp_path, opener):
    with pytest.raises(InvalidInput, match="workspace_folder_missing"):
        create(tmp_path / "weg" / "a.burgertop", opener)


def test_a_full_disk_at_creation_leaves_nothing(path, opener, monkeypatch):
    def full(_connection):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("burgertop_app.storage.migrate.stamp", full)

    with pytest.raises(NotPossible, match="disk_full"):
        create(path, opener)

    assert traces(path.parent) == {}


def test_after_a_crash_it_opens_with_everything_and_closes_as_one_file(closed, opener):
    file = open_file(closed, opener, Place.LOCAL)
    start(file, "Grijs")
    crashed = closed.parent / "crash"
    crashed.mkdir()
    for each in closed.parent.iterdir():
        if each.is_file():
            shutil.copy(each, crashed / each.name)
    file.close()
    assert (crashed / "panel.burgertop-wal").stat().st_size > 0

    again = open_file(crashed / closed.name, opener, Place.LOCAL)

    assert titles(again) == ["Groen", "Grijs"]
    again.close()
    assert [each.name for each in crashed.iterdir()] == [closed.name]


def test_opening_that_fails_halfway_lets_go_of_the_file(closed, opener, monkeypatch):
    engines = []

    def watched(path, place):
        engines.append(connect(path, place))
        return engines[0]

    def no_folder(*_asked):
        raise PermissionError

    monkeypatch.setattr(workspace_file, "connect", watched)
    monkeypatch.setattr(Register, "recognise", no_folder)
    with pytest.raises(PermissionError):
        open_file(closed, opener)

    assert engines[0].pool.checkedin() == 0
    monkeypatch.undo()
    open_file(closed, opener).close()


def test_a_damaged_file_with_rests_of_a_crash_is_left_as_it_is(closed, opener):
    file = open_file(closed, opener, Place.LOCAL)
    start(file, "Grijs")
    wal = closed.with_name(closed.name + "-wal").read_bytes()
    content = closed.read_bytes()
    file.close()
    closed.write_bytes(content[: len(content) // 2])
    closed.with_name(closed.name + "-wal").write_bytes(wal)

    assert refusal(closed, opener) == "workspace_damaged"


def test_what_a_killed_look_left_is_cleared(closed, opener):
    rest = closed.with_name(f"~{closed.name}.look")
    rest.mkdir()
    (rest / closed.name).write_bytes(b"oud")
    closed.with_name(f"~{closed.name}.new").write_bytes(b"half")

    open_file(closed, opener).close()

    assert [each.name for each in closed.parent.iterdir()] == [closed.name]


def test_closing_after_the_stick_was_pulled_out_says_so(closed, opener):
    file = open_file(closed, opener, Place.NETWORK)
    shutil.rmtree(closed.parent)

    with pytest.raises(NotPossible, match="disk_gone"):
        file.close()

    assert not closed.parent.exists()


def edit(path, statement):
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


# One file is made and opened first: after that nothing need be read from an administrator's own folders.
VISIT = """
import os, sys, tempfile
from datetime import UTC, datetime
from pathlib import Path
from burgertop_app.domain.errors import BurgertopError
from burgertop_app.storage.workspace_file import Opener, create, open_file
def opener(folder):
    return Opener("Dirk", "X", lambda: datetime(2026, 3, 2, tzinfo=UTC), os.urandom, Path(folder))
with tempfile.TemporaryDirectory() as folder:
    first = Path(folder) / "a.burgertop"
    create(first, opener(folder)).close()
    open_file(first, opener(folder)).close()
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    (create if sys.argv[2] == "create" else open_file)(Path(sys.argv[1]), opener("/nowhere"))
except BurgertopError as error:
    print(error.code)
"""


@pytest.fixture
def as_visitor(tmp_path):
    """The code somebody without rights gets; an administrator, who may write anywhere, becomes one first."""
    above = [tmp_path, *tmp_path.parents]
    before = {each: each.stat().st_mode for each in above if not each.stat().st_mode & 0o001}
    for each, mode in before.items():
        each.chmod(mode | 0o711)

    def visit(path: Path, *, create: bool = False) -> str:
        done = subprocess.run(
            [sys.executable, "-c", VISIT, path, "create" if create else "open"],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )
        return done.stdout.strip() or done.stderr

    yield visit
    for each in tmp_path.rglob("*"):
        each.chmod(0o755 if each.is_dir() else 0o644)
    for each, mode in before.items():
        each.chmod(mode)


def test_our_mark_stands_in_the_file(closed):
    assert closed.read_bytes()[68:72] == b"BTOP" == inspection.APPLICATION_ID.to_bytes(4)
