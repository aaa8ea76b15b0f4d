"""Revisions stand on their own, older files come along, and a failed migration touches nothing."""

from __future__ import annotations

import ast
import gzip
import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from burgertop_app.domain.errors import CheckFailed, InvalidInput
from burgertop_app.domain.processes import Process
from burgertop_app.storage import copies, migrate
from burgertop_app.storage.base import Row
from burgertop_app.storage.mapping import kept_rows
from burgertop_app.storage.workspace_file import create, open_file

SAVED = sorted((Path(__file__).parents[1] / "fixtures" / "files").glob("*.burgertop.gz"))
REVISIONS = sorted((migrate.FOLDER / "versions").glob("0*.py"))


@pytest.fixture
def closed(tmp_path, opener):
    folder = tmp_path / "werk"
    folder.mkdir()
    file = create(folder / "panel.burgertop", opener)
    with file.work.writing("start") as store:
        store.add(Process(id=store.new_id(), form="x", recipe="{}", recipe_sha256="", title="Groen"))
    file.close()
    return file.path


@pytest.fixture
def later(tmp_path, monkeypatch):
    """Adds a later revision with this upgrade."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))

    def add(upgrade):
        (folder / "versions" / "9999_later.py").write_text(
            "import sqlalchemy as sa\nfrom alembic import op\n"
            f"revision = '9999'\ndown_revision = '{migrate.current()}'\n\n"
            f"def upgrade():\n    {upgrade}\n"
        )
        monkeypatch.setattr(migrate, "FOLDER", folder)
        migrate.revisions.cache_clear()

    yield add
    monkeypatch.undo()
    migrate.revisions.cache_clear()


def test_the_revisions_together_make_the_tables_that_the_rows_declare():
    with create_engine("sqlite://").begin() as connection:
        migrate.upgrade(connection)

        assert compare_metadata(MigrationContext.configure(connection), Row.metadata) == []


@pytest.mark.parametrize("revision", REVISIONS, ids=lambda file: file.stem)
def test_a_revision_imports_nothing_of_ours(revision):
    imported = [
        name
        for node in ast.walk(ast.parse(revision.read_text(encoding="utf-8")))
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for name in (getattr(node, "module", None) or "", *(alias.name for alias in node.names))
    ]

    assert not [name for name in imported if name.startswith("burgertop_app")]


def test_there_is_a_saved_file_of_every_revision():
    assert [file.name.partition(".")[0] for file in SAVED] == sorted(migrate.revisions())


@pytest.mark.parametrize("saved", SAVED, ids=lambda file: file.name)
def test_a_saved_file_of_any_version_opens_with_everything_in_it(saved, tmp_path, opener):
    path = tmp_path / "saved.burgertop"
    path.write_bytes(gzip.decompress(saved.read_bytes()))
    with sqlite3.connect(path) as raw:
        had = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    raw.close()

    file = open_file(path, opener)
    with file.work.reading() as store:
        counts = {row.__tablename__: len(store.find(row.keeps)) for row in kept_rows()}
    file.close()

    assert [name for name, count in counts.items() if name in had and not count] == []
    report = copies.check(path)
    assert report.sound
    assert report.revision == migrate.current()


def test_an_older_file_is_brought_up_to_date(closed, opener, later):
    later("op.add_column('process', sa.Column('extra', sa.String(), nullable=True))")

    file = open_file(closed, opener)

    with file.work.reading() as store:
        assert [process.title for process in store.find(Process)] == ["Groen"]
    with file.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT extra FROM process").all() == [(None,)]
    file.close()
    assert copies.check(closed).revision == "9999"
    assert [each.name for each in closed.parent.iterdir()] == [closed.name]


@pytest.mark.parametrize(
    "upgrade",
    [
        "op.execute('DELETE FROM process')",
        "op.execute('DELETE FROM site')",
        "op.execute('SELECT * FROM nowhere')",
        "op.drop_table('log_payload'); op.execute('INSERT INTO nowhere VALUES (1)')",
    ],
)
def test_a_migration_that_fails_leaves_the_file_as_it_was(closed, opener, later, upgrade):
    before = closed.read_bytes()
    later(upgrade)

    with pytest.raises(CheckFailed, match="migration_failed"):
        open_file(closed, opener)

    assert closed.read_bytes() == before
    assert [each.name for each in closed.parent.iterdir()] == [closed.name]


def test_a_file_from_the_future_is_refused_by_the_present(closed, opener, later, monkeypatch):
    later("pass")
    open_file(closed, opener).close()
    monkeypatch.undo()
    migrate.revisions.cache_clear()

    with pytest.raises(InvalidInput, match="workspace_newer"):
        open_file(closed, opener)
