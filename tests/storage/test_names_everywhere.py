"""An inventory: the name of a person in every text of every table, and where it is left after an erasure."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import JSON, LargeBinary, select, update

from burgertop_app.domain.name_marks import Fixed
from burgertop_app.domain.people import Contact, Person
from burgertop_app.domain.responses import Commitment
from burgertop_app.services.context import Context
from burgertop_app.services.privacy import Privacy
from burgertop_app.storage import codecs, log
from burgertop_app.storage.erased_names import LEFT
from burgertop_app.storage.mapping import kept_rows
from burgertop_app.storage.workspace_file import create

content = runpy.run_path(str(Path(__file__).parents[1] / "fixtures" / "filling.py"))["_content"]
NAME = "Fatma van der Zonnebloem"
SAID = "Gebeld met F. van der Zonnebloem."
FIXED = {
    ("house_style", "accent"): "#005a5a",
    ("advice_version", "content"): json.dumps({"title": SAID}),
    ("progress_report", "content"): json.dumps([SAID]),
}


@pytest.fixture
def file(tmp_path, opener):
    opened = create(tmp_path / "panel.burgertop", opener)
    yield opened
    opened.close()


@pytest.fixture
def privacy(file, clock, entropy):
    return Privacy(Context(file.work, clock, entropy))


def texts(row):
    """The columns of a table that can hold a name, with a value that does."""
    for name, hint in codecs.hints(row.keeps).items():
        column = row.__table__.columns[name]
        if column.foreign_keys:
            continue
        if isinstance(column.type, JSON):
            said = codecs.in_json(hint).write(content(hint, SAID))
            yield column, said if SAID in json.dumps(said) else None
        elif hint in (str, str | None):
            yield column, FIXED.get((row.__tablename__, name), SAID)
        elif isinstance(column.type, LargeBinary):
            yield column, SAID.encode()


def marks(privacy):
    """The marks of an erasure, without the one that was there before."""
    return [line for line in privacy.marks() if line.mark.target_id != UUID(int=1)]


def told(lines):
    return {(line.mark.kind, line.mark.target_id, line.mark.times) for line in lines}


@pytest.fixture
def everywhere(file, filled):
    """Somebody whose name stands in every text of every row, all of them about others."""
    with file.work.writing("fill") as store:
        filled(store)
        person = store.add(Person(id=store.new_id()))
        store.add(Contact(id=store.new_id(), person_id=person.id, name=NAME))
        for row in kept_rows():
            if row.__tablename__ not in ("person", "contact"):
                cells = {column.name: said for column, said in texts(row) if said is not None}
                if cells:
                    store.connection.execute(update(row.__table__).values(**cells))
    return person.id


def named(file):
    """The columns in which the name stands."""
    found = set()
    with file.engine.connect() as connection:
        for row in kept_rows():
            for column, _said in texts(row):
                for cell in connection.execute(select(column)).scalars():
                    said = cell.decode() if isinstance(cell, bytes) else json.dumps(cell, ensure_ascii=False)
                    if "Zonnebloem" in said:
                        found.add((row.__tablename__, column.name))
    return found


def test_a_name_stays_only_in_the_columns_that_are_left_for_a_reason(file, everywhere, privacy):
    before = named(file) - {("contact", "name")}

    privacy.erase(everywhere)

    left = {(table, column) for table, columns in LEFT.items() for column in columns}
    files = {("attachment", "content"), ("draw_file", "content")}
    assert len(before) > 190
    assert named(file) == before & (left | files)


def test_every_column_that_is_left_exists_and_has_a_reason():
    columns = {row.__tablename__: {column.name for column, _said in texts(row)} for row in kept_rows()}

    assert all(set(left) <= columns[table] for table, left in LEFT.items())
    assert all(reason for left in LEFT.values() for reason in left.values())


def test_every_row_can_be_read_after_it(file, everywhere, privacy):
    privacy.erase(everywhere)

    with file.work.reading() as store:
        for row in kept_rows():
            if row.__tablename__ not in ("participation", "process"):
                assert isinstance(store.find(row.keeps), tuple)


def test_what_was_fixed_is_marked_without_the_name(file, everywhere, privacy):
    privacy.erase(everywhere)

    kept = marks(privacy)
    assert {line.mark.kind for line in kept} == set(Fixed)
    assert all(line.mark.holds_back for line in kept if not line.mark.unread)
    assert "Zonnebloem" not in repr(privacy.marks())


def test_the_outlook_tells_before_it_happens_what_the_marks_tell_after(everywhere, privacy):
    outlook = privacy.outlook(everywhere)
    privacy.erase(everywhere)

    assert told(marks(privacy)) == told((*outlook.found, *outlook.unread))


def test_the_log_loses_a_name_that_the_row_lost_long_before(file, filled, privacy):
    with file.work.writing("fill") as store:
        made = filled(store)
        person = store.add(Person(id=store.new_id()))
        store.add(Contact(id=store.new_id(), person_id=person.id, name=NAME))
    with file.work.writing("name") as store:
        kept = store.change(store.get(Commitment, made["commitment"].id), owner=NAME)
    with file.work.writing("other") as store:
        kept = store.change(kept, owner="Team Groen")
        other = store.change(kept, text="Een bank")

    privacy.erase(person.id)

    with file.engine.connect() as connection:
        (report,) = log.verify_chain(connection)
        entries = log.entries(connection, row_id=other.id)
    assert report.intact
    assert [entry.after for entry in entries if entry.erased_at is None] == [
        {"text": "Een bank"},
        entries[-1].after,
    ]
    path = file.path
    file.close()
    assert b"Zonnebloem" not in path.read_bytes()


def test_nothing_is_done_when_something_fails_halfway(file, everywhere, privacy, monkeypatch):
    before = named(file)
    monkeypatch.setattr("burgertop_app.storage.name_marks.keep", lambda *_all: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        privacy.erase(everywhere)

    assert named(file) == before
    assert marks(privacy) == []
