"""`check`, `backup` and `restore` from the terminal."""

from __future__ import annotations

import hashlib
import sqlite3

import pytest
import typer
from typer.testing import CliRunner

from burgertop_app.cli import workspace as commands
from burgertop_app.services.workspaces import Workspaces


@pytest.fixture
def run():
    app = typer.Typer(pretty_exceptions_enable=False)
    commands.register(app)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def file(tmp_path, opener):
    opened = Workspaces(opener).create(tmp_path / "panel.burgertop")
    opened.set("naam", {"voor": "Anna"})
    opened.close()
    return opened.path


def test_check_says_what_was_checked(run, file):
    result = run("check", file)

    assert result.exit_code == 0
    assert "Bestand: gaaf" in result.stdout
    assert "Verwijzingen tussen rijen: compleet." in result.stdout
    assert "Logboek van LAPTOP-1: 1 regel, klopt" in result.stdout
    assert "de nieuwste" in result.stdout


def test_check_changes_nothing(run, file):
    before = hashlib.sha256(file.read_bytes()).digest()

    run("check", file)

    assert hashlib.sha256(file.read_bytes()).digest() == before
    assert {each.name for each in file.parent.iterdir()} == {"panel.burgertop", "user-data"}


def test_check_of_an_altered_log_ends_with_3_and_names_the_entry(run, file):
    edit(file, "UPDATE log_entry SET who = 'Iemand anders'")

    result = run("check", file)

    assert result.exit_code == 3
    assert "Logboek van LAPTOP-1: regel 1 is achteraf veranderd." in result.stdout


def test_check_of_a_reference_to_nothing_ends_with_3(run, file):
    edit(file, "UPDATE setting SET site_id = 'ffffffffffffffffffffffffffffffff'")

    result = run("check", file)

    assert result.exit_code == 3
    assert "Verwijzingen: 1 rij verwijst naar iets dat er niet is." in result.stdout


def test_check_of_a_damaged_file_ends_with_3(run, file):
    file.write_bytes(file.read_bytes()[:20_000])

    result = run("check", file)

    assert result.exit_code == 3
    assert "beschadigd" in result.stdout + result.stderr


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("weg.burgertop", None, "is er niet"),
        ("a.docx", b"PK", "is geen werkbestand"),
        ("leeg", b"", "is leeg"),
    ],
)
def test_check_of_something_else_ends_with_2_and_a_sentence(run, tmp_path, name, content, said):
    if content is not None:
        (tmp_path / name).write_bytes(content)

    result = run("check", tmp_path / name)

    assert result.exit_code == 2
    assert said in result.stderr
    assert name in result.stderr


def test_check_and_backup_of_an_open_workspace(run, file, opener, tmp_path):
    opened = Workspaces(opener).open(file)
    opened.set("naam", {"voor": "Bram"})

    checked, copied = run("check", file), run("backup", file, "--to", tmp_path / "kopie.burgertop")
    opened.close()

    assert (checked.exit_code, copied.exit_code) == (0, 0)
    assert "2 regels, klopt" in checked.stdout
    again = Workspaces(opener).open(tmp_path / "kopie.burgertop")
    assert again.setting("naam") == {"voor": "Bram"}
    again.close()


def test_backup_is_one_file(run, file, tmp_path):
    (tmp_path / "map").mkdir()

    result = run("backup", file, "--to", tmp_path / "map" / "kopie.burgertop")

    assert result.exit_code == 0
    assert [each.name for each in (tmp_path / "map").iterdir()] == ["kopie.burgertop"]
    assert (tmp_path / "map" / "kopie.burgertop").read_bytes()[18:20] == b"\x01\x01"


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_nothing_is_overwritten(run, file, tmp_path, command):
    there = tmp_path / "kopie.burgertop"
    there.write_text("van mij")

    result = run(command, file, "--to", there)

    assert result.exit_code == 2
    assert "wordt niet overschreven" in result.stderr
    assert there.read_text() == "van mij"


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_of_a_damaged_workspace_no_copy_is_made(run, file, tmp_path, command):
    edit(file, "UPDATE log_payload SET content = '{}'")

    result = run(command, file, "--to", tmp_path / "kopie.burgertop")

    assert result.exit_code == 3
    assert not (tmp_path / "kopie.burgertop").exists()
    assert not list(tmp_path.glob("~*"))


def test_a_folder_that_is_not_there_is_named(run, file, tmp_path):
    result = run("backup", file, "--to", tmp_path / "weg" / "kopie.burgertop")

    assert result.exit_code == 2
    assert "weg" in result.stderr


def test_restore_brings_everything_back(run, file, tmp_path, opener):
    run("backup", file, "--to", tmp_path / "kopie.burgertop")
    file.unlink()

    result = run("restore", tmp_path / "kopie.burgertop", "--to", file)

    assert result.exit_code == 0
    opened = Workspaces(opener).open(file)
    assert opened.setting("naam") == {"voor": "Anna"}
    opened.close()


def edit(file, statement):
    connection = sqlite3.connect(file)
    connection.execute(statement)
    connection.commit()
    connection.close()
