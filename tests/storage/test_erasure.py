"""After an erasure nothing tells who it was: not in a table, not in the bytes of the file."""

from __future__ import annotations

import dataclasses

import pytest
from sqlalchemy import select, text

from burgertop_app.domain.draw_records import DrawEntry
from burgertop_app.domain.errors import Conflict, NotPossible
from burgertop_app.domain.log import Operation
from burgertop_app.domain.people import Contact, Declared, Household, Need, Participation, Person, State
from burgertop_app.domain.workspaces import Attachment, Place
from burgertop_app.services.context import Context
from burgertop_app.services.privacy import Privacy
from burgertop_app.storage import erased_names, erasure, log
from burgertop_app.storage.base import Row
from burgertop_app.storage.mapping import kept_rows, translation
from burgertop_app.storage.workspace_file import create, open_file

MARK = "Zÿlqvist"


@pytest.fixture(params=[Place.LOCAL, Place.NETWORK])
def file(tmp_path, opener, request):
    folder = tmp_path / "werk"
    folder.mkdir()
    opened = create(folder / "panel.burgertop", opener, request.param)
    yield opened
    opened.close()


@pytest.fixture
def privacy(file, clock, entropy):
    return Privacy(Context(file.work, clock, entropy))


@pytest.fixture
def made(file, filled):
    """Every table filled, every row about the person changed once, and a need removed before."""
    with file.work.writing("fill") as store:
        made = filled(store, MARK)
    with file.work.writing("change") as store:
        contact = made["contact"] = store.change(made["contact"], name=f"{MARK} de Jong")
        made["attachment"] = store.change(made["attachment"], content=f"Beste {contact.name}".encode() * 500)
        gone = store.add(dataclasses.replace(made["need"], id=store.new_id(), note=f"{MARK} rolstoel"))
        gone = store.change(gone, note=f"{MARK} tolk")
        store.remove(gone)
    return made


ABOUT_NOBODY = {"table_round": {"topic": "what a table talks about, whoever leads it"}}
"""Texts in rows that refer to somebody and yet say nothing about them."""


def test_every_text_in_a_row_about_somebody_goes_or_has_a_reason():
    left = {
        row.__tablename__: {
            column.name
            for column in erased_names.texts(row.__table__, row.keeps)
            if not column.info.get("privacy")
        }
        for row in kept_rows()
        if erasure.referring(row.__table__) and row.__tablename__ not in erasure.REMOVED
    }

    assert {table: names for table, names in left.items() if names} == {
        table: set(reasons) for table, reasons in ABOUT_NOBODY.items()
    }


def cells(file):
    """Every cell of every table, as text."""
    with file.engine.connect() as connection:
        for table in [*Row.metadata.sorted_tables, text("alembic_version")]:
            for row in connection.execute(select(text("*")).select_from(table)):
                yield from ((str(table), str(cell)) for cell in row)


def files_with(file, words):
    return [
        each.name for each in file.path.parent.rglob("*") if each.is_file() and words in each.read_bytes()
    ]


def test_before_the_erasure_the_person_is_everywhere(file, made):
    told = {table for table, cell in cells(file) if MARK in cell}

    assert told >= {"contact", "declared", "need", "channel", "household", "log_payload", "draw_entry"}
    assert files_with(file, MARK.encode())


def test_after_the_erasure_nothing_tells_who_it_was(file, made, privacy):
    privacy.erase(made["person"].id)

    assert [(table, cell) for table, cell in cells(file) if MARK in cell or "lqvist" in cell] == []
    assert files_with(file, MARK.encode()) == []
    assert files_with(file, b"lqvist") == []
    file.close()
    assert files_with(file, b"lqvist") == []


def test_the_log_stays_whole_and_shows_what_was_erased(file, made, privacy, clock):
    privacy.erase(made["person"].id)

    with file.engine.connect() as connection:
        (report,) = log.verify_chain(connection)
        entries = log.entries(connection)
    assert report.intact
    assert report.erased == sum(entry.erased_at == clock() for entry in entries) > 20
    assert entries[0].operation is Operation.ERASE
    assert all(entry.before == entry.after == {} for entry in entries if entry.erased_at)


def test_the_shell_and_the_counts_stay(file, made, privacy, clock):
    privacy.erase(made["person"].id)

    with file.work.reading() as store:
        part = store.get(Participation, made["participation"].id)
        entry = store.get(DrawEntry, made["draw_entry"].id)
        assert store.get(Person, made["person"].id).erased_at == clock()
        assert store.get(Contact, made["contact"].id).name == ""
        assert store.count(Declared) == store.count(Need) == 0
        assert store.get(Attachment, made["attachment"].id).content == b""
    assert (part.state, part.number, part.salt) == (State.ERASED, made["participation"].number, "")
    assert (entry.leaf, entry.exact, entry.features) == (
        made["draw_entry"].leaf,
        made["draw_entry"].exact,
        {},
    )


def test_every_row_can_still_be_read(file, made, privacy):
    privacy.erase(made["person"].id)

    with file.work.reading() as store:
        for row in kept_rows():
            assert isinstance(store.find(row.keeps), tuple)


def test_another_person_in_the_same_house_keeps_everything(file, made, privacy, filled):
    with file.work.writing("another") as store:
        other = store.add(Person(id=store.new_id(), household_id=made["household"].id))
        contact = store.add(Contact(id=store.new_id(), person_id=other.id, name="Anna Huisgenoot"))

    privacy.erase(made["person"].id)

    with file.work.reading() as store:
        assert store.get(Contact, contact.id).name == "Anna Huisgenoot"
        assert store.get(Person, other.id).household_id == made["household"].id
        assert store.get(Household, made["household"].id).key == made["household"].key
        entries = log.entries(store.connection, row_id=contact.id)
    assert entries[0].after["name"] == "Anna Huisgenoot"


def test_erasing_twice_is_refused(file, made, privacy):
    privacy.erase(made["person"].id)

    with pytest.raises(Conflict, match="person_erased_already"):
        privacy.erase(made["person"].id)


def test_what_a_killed_migration_left_goes_too(file, made, privacy):
    file.path.with_name(f"~{file.path.name}.new").write_text(MARK)

    privacy.erase(made["person"].id)

    assert files_with(file, MARK.encode()) == []


def test_a_reader_who_stays_is_told_of_and_closing_finishes_it(tmp_path, opener, filled, monkeypatch):
    monkeypatch.setattr("burgertop_app.storage.connections.PATIENCE", 0.1)
    file = create(tmp_path / "panel.burgertop", opener, Place.LOCAL)
    with file.work.writing("fill") as store:
        made = filled(store, MARK)
    reader = file.engine.connect()
    reader.execute(text("SELECT * FROM person")).all()

    with pytest.raises(NotPossible, match="erasure_unfinished"):
        Privacy(Context(file.work, opener.clock, opener.entropy)).erase(made["person"].id)

    reader.close()
    file.close()
    assert MARK.encode() not in file.path.read_bytes()
    open_file(file.path, opener).close()


@pytest.mark.parametrize("row", list(kept_rows()), ids=lambda row: row.__tablename__)
def test_every_table_about_a_person_is_removed_or_can_be_emptied(row, filled):
    table = row.__table__
    if table.name in erasure.REMOVED or not erasure.personal(table):
        return
    own = [column.name for column in erasure.personal(table) if column.foreign_keys]

    assert not own, "a reference that tells about a person cannot be emptied: put the table in REMOVED"
    assert set(erasure.blanks(table)) == {column.name for column in erasure.personal(table)}


def test_nothing_refers_to_a_person_through_a_third_table():
    reached = {t.name for t in Row.metadata.sorted_tables if erasure.referring(t)} - set(erasure.IDENTITIES)
    further = {
        (table.name, key.column.table.name)
        for table in Row.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name in reached and erasure.personal(table) and not erasure.referring(table)
    }

    assert further == set()


def test_values_of_removed_tables_have_nothing_to_count():
    assert {row.__tablename__ for row in kept_rows()} >= erasure.REMOVED
    assert "draw_entry" not in erasure.REMOVED
    assert translation(DrawEntry).table.name == "draw_entry"


@pytest.mark.parametrize(
    ("table", "column"),
    [("draw", "witnesses"), ("offer", "to"), ("commitment", "owner"), ("disposition", "owner")],
)
def test_column_that_may_hold_the_name_of_an_official_is_marked(table, column):
    marked = {each.name for each in erasure.personal(Row.metadata.tables[table])}

    assert column in marked
