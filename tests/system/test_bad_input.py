"""Every command with input that cannot be used: one Dutch sentence, exit 2 or 3, and nothing left behind."""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from burgertop_app.cli.main import build
from burgertop_app.services.house import House
from burgertop_app.services.preferences import Preferences
from burgertop_app.services.workspaces import Workspaces

POOL = Path(__file__).parents[1] / "fixtures" / "pools" / "nl_n70_k24_f5"
PEOPLE = (POOL / "people.csv").read_text("utf-8")
QUOTAS = (POOL / "quotas.csv").read_text("utf-8")
FIRST = PEOPLE.splitlines()[1]
SOMEBODY = re.compile(r"naam\d|straat \d")
"""Every name and address in the pool looks like one of these."""
NOISE = hashlib.shake_256(b"noise").digest(9000)

SHEETS = {
    "nothing": b"",
    "a byte order mark only": b"\xef\xbb\xbf",
    "a header only": PEOPLE.splitlines()[0].encode(),
    "noise": NOISE,
    "half an archive": b"PK\x03\x04" + NOISE,
    "a web page": b"<!DOCTYPE html><html></html>",
    "UTF-16 without a mark": PEOPLE.encode("utf-16-le"),
    "UTF-16 cut off": PEOPLE.encode("utf-16")[:-1],
    "a quote that stays open": PEOPLE.replace("naam5", '"naam5', 1).encode(),
    "a row too long": (PEOPLE + "p99" + ",x" * 12 + "\n").encode(),
    "a header twice": PEOPLE.replace("name", "id", 1).encode(),
}
LISTS = {
    "a number twice": (PEOPLE + FIRST + "\n", "Rij 72 van sheet.csv"),
    "no number": (PEOPLE + "," + FIRST.split(",", 1)[1] + "\n", "Rij 72 van sheet.csv"),
    "a citizen service number": (PEOPLE.replace("name", "bsn", 1), "Kolom B"),
}
POOLS = LISTS | {
    "an unknown value": (PEOPLE.replace("vrouw", "vrouwtje", 1), "Rij 2 van sheet.csv"),
    "an empty value": (PEOPLE.replace(",vrouw,", ",,", 1), "Rij 2 van sheet.csv"),
    "no column for a feature": (PEOPLE.replace("geslacht", "iets", 1), "geen kolom “geslacht”"),
}
QUOTA_SHEETS = {
    "a quota twice": (QUOTAS + QUOTAS.splitlines()[1] + "\n", "Rij 28 van sheet.csv"),
    "a minimum over its maximum": (QUOTAS.replace("vrouw,", "vrouw,99", 1), "Rij 2 van sheet.csv"),
    "half a person": (QUOTAS.replace("vrouw,", "vrouw,1.", 1), "Rij 2 van sheet.csv"),
    "a number beyond all reason": (QUOTAS.replace("vrouw,", "vrouw," + "9" * 5000, 1), "veel te hoog"),
    "no maximum": (QUOTAS.replace(",max,", ",meest,", 1), "geen kolom “max”"),
    "a feature nobody has": (QUOTAS + "inkomen,hoog,1,3,0,9\n", "geen kolom “inkomen”"),
    "a value nobody has": (QUOTAS + "geslacht,x,1,3,0,9\n", "geslacht"),
}


@pytest.fixture
def run(opener, clock, entropy, tmp_path):
    """Do what words say in the folder `desk`; a mistake may change nothing there."""
    house = House(Workspaces(opener), Preferences(tmp_path / "preferences.json"), clock, entropy)
    app = build(house, lambda _house, _files: None)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def desk(tmp_path):
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


def words_of(command, desk, *, people=POOL / "people.csv", quotas=POOL / "quotas.csv", seats=24, out="out"):
    pool = ("--people", people, "--quotas", quotas, "--seats", seats)
    tables = ("--spread", "geslacht", "--table-size", 6, "--rounds", 2, "--steps", 5)
    return {
        "preflight": ("preflight", *pool),
        "lottery": ("lottery", *pool, "--out", desk / out),
        "draw": ("draw", *pool, "--seed", "x", "--out", desk / out),
        "demo": ("demo", *pool, "--out", desk / out),
        "seat": ("seat", "--people", people, *tables, "--out", desk / out),
    }[command]


def contents(folder):
    return {path: path.read_bytes() if path.is_file() else None for path in sorted(folder.rglob("*"))}


def refused(result, code=2):
    """Whether it ended as a mistake should: one line at least, nobody named, no fault of ours."""
    ended = isinstance(result.exception, SystemExit) and result.exit_code == code
    return ended and bool(result.stderr.strip()) and not SOMEBODY.search(result.stderr)


@pytest.mark.parametrize("command", ["preflight", "lottery", "draw", "demo", "seat"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_people_that_are_no_sheet_are_refused(run, desk, command, sheet):
    (desk / "sheet.csv").write_bytes(SHEETS[sheet])
    before = contents(desk)

    result = run(*words_of(command, desk, people=desk / "sheet.csv"))

    assert refused(result), result.output
    assert "sheet.csv" in result.stderr
    assert contents(desk) == before


@pytest.mark.parametrize("command", ["preflight", "lottery", "draw", "demo"])
@pytest.mark.parametrize("sheet", sorted(SHEETS.keys() - {"a header twice"}))
def test_quotas_that_are_no_sheet_are_refused(run, desk, command, sheet):
    (desk / "sheet.csv").write_bytes(SHEETS[sheet])
    before = contents(desk)

    result = run(*words_of(command, desk, quotas=desk / "sheet.csv"))

    assert refused(result), result.output
    assert "sheet.csv" in result.stderr
    assert contents(desk) == before


@pytest.mark.parametrize("command", ["preflight", "lottery", "draw", "demo"])
@pytest.mark.parametrize("fault", POOLS)
def test_people_with_a_fault_are_refused_with_the_place(run, desk, command, fault):
    text, said = POOLS[fault]
    (desk / "sheet.csv").write_text(text, "utf-8")
    before = contents(desk)

    result = run(*words_of(command, desk, people=desk / "sheet.csv"))

    assert refused(result), result.output
    assert said in result.stderr
    assert contents(desk) == before


@pytest.mark.parametrize("fault", LISTS)
def test_people_to_seat_with_a_fault_are_refused_with_the_place(run, desk, fault):
    text, said = LISTS[fault]
    (desk / "sheet.csv").write_text(text, "utf-8")

    result = run(*words_of("seat", desk, people=desk / "sheet.csv"))

    assert refused(result), result.output
    assert said in result.stderr
    assert [path.name for path in desk.iterdir()] == ["sheet.csv"]


@pytest.mark.parametrize("command", ["preflight", "lottery", "draw", "demo"])
@pytest.mark.parametrize("fault", QUOTA_SHEETS)
def test_quotas_with_a_fault_are_refused_with_the_place(run, desk, command, fault):
    text, said = QUOTA_SHEETS[fault]
    (desk / "sheet.csv").write_text(text, "utf-8")
    before = contents(desk)

    result = run(*words_of(command, desk, quotas=desk / "sheet.csv"))

    assert refused(result), result.output
    assert said in result.stderr
    assert contents(desk) == before


@pytest.mark.parametrize("command", ["preflight", "lottery", "draw", "demo"])
@pytest.mark.parametrize("seats", [0, -1, 71, 10**9, 10**30, "vier", ""])
def test_seats_that_cannot_be_are_refused(run, desk, command, seats):
    result = run(*words_of(command, desk, seats=seats))

    assert (result.exit_code, list(desk.iterdir())) == (2, []), result.output


@pytest.mark.parametrize("command", ["preflight", "lottery", "draw", "demo", "seat"])
@pytest.mark.parametrize("name", ["weg.csv", ".", "x" * 300 + ".csv", "~$people.csv"])
def test_people_that_are_not_there_are_refused(run, desk, command, name):
    result = run(*words_of(command, desk, people=desk / name))

    assert refused(result), result.output
    assert not list(desk.iterdir())


@pytest.mark.parametrize("mark", ["~$people.csv", ".~lock.people.csv#"])
@pytest.mark.parametrize("command", ["preflight", "lottery", "draw", "demo", "seat"])
def test_people_open_in_a_spreadsheet_program_are_refused(run, desk, command, mark):
    shutil.copy(POOL / "people.csv", desk)
    (desk / mark).write_text("Anna")

    result = run(*words_of(command, desk, people=desk / "people.csv"))

    assert refused(result), result.output
    assert "is open in Excel" in result.stderr


@pytest.mark.parametrize("command", ["lottery", "draw", "demo", "seat"])
@pytest.mark.parametrize("out", ["file/out", "x" * 300])
def test_a_place_that_cannot_be_written_is_refused(run, desk, command, out):
    (desk / "file").write_text("van mij")
    before = contents(desk)

    result = run(*words_of(command, desk, out=out))

    assert refused(result), result.output
    assert contents(desk) == before


@pytest.mark.parametrize("command", ["lottery", "draw", "demo"])
@pytest.mark.parametrize("out", ["file", "full"])
def test_what_stands_there_is_never_overwritten(run, desk, command, out):
    (desk / "file").write_text("van mij")
    (desk / "full").mkdir()
    (desk / "full" / "brief.txt").write_text("van mij")
    before = contents(desk)

    result = run(*words_of(command, desk, out=out))

    assert refused(result), result.output
    assert contents(desk) == before


@pytest.mark.parametrize(
    ("option", "text", "said"),
    [
        ("--keep-in", "id\np9999\n", "Rij 2 van kept.csv"),
        ("--keep-in", "id\np1\np1\n", "Rij 3 van kept.csv"),
        ("--keep-out", "nummertje\np1\n", "geen kolom “id”"),
        ("--keep-in", "id\n" + "\n".join(f"p{n}" for n in range(30)), "30 mensen staan vast"),
        ("--keep-out", "id\n" + "\n".join(f"p{n}" for n in range(60)), "maar 10 mensen"),
    ],
)
@pytest.mark.parametrize("command", ["preflight", "lottery", "draw"])
def test_odd_lists_of_people_to_keep_are_refused(run, desk, command, option, text, said):
    (desk / "kept.csv").write_text(text)

    result = run(*words_of(command, desk), option, desk / "kept.csv")

    assert refused(result), result.output
    assert said in result.stderr
    assert [path.name for path in desk.iterdir()] == ["kept.csv"]


@pytest.mark.parametrize("command", ["number", "verify"])
@pytest.mark.parametrize("name", ["weg", "file", "empty", "x" * 300])
def test_what_is_no_draw_is_refused(run, desk, command, name):
    (desk / "file").write_text("van mij")
    (desk / "empty").mkdir()

    result = run(command, desk / name, *(("--seed", "x") if command == "number" else ()))

    assert refused(result), result.output


def test_number_keeps_what_else_stands_in_the_folder(run, desk):
    run(*words_of("lottery", desk))
    (desk / "out" / "notaris").mkdir()
    (desk / "out" / "notaris" / "verslag.txt").write_text("van mij")

    result = run("number", desk / "out", "--seed", "x")

    assert result.exit_code == 0
    assert (desk / "out" / "notaris" / "verslag.txt").read_text() == "van mij"


@pytest.mark.parametrize("number", ["1000", "-1", "", "zeven", "9" * 5000])
def test_a_number_that_no_panel_has_leaves_the_draw_as_it_was(run, desk, number):
    run(*words_of("lottery", desk))
    before = contents(desk)

    result = run("number", desk / "out", "--number", number)

    assert refused(result), result.output
    assert contents(desk) == before


DAMAGE = {
    "cut in half": (lambda raw: raw[: len(raw) // 2], 3),
    "without its schema": (lambda raw: raw[:100] + bytes(4000) + raw[4100:], 3),
    "of zeros": (lambda raw: bytes(len(raw)), 2),
    "empty": (lambda _raw: b"", 2),
    "of noise": (lambda _raw: NOISE, 2),
}
STATEMENTS = {
    "a table gone": ("DROP TABLE card_text", 3),
    "the log gone": ("DROP TABLE log_entry", 3),
    "an id that is none": ("UPDATE site SET id = 'zz'", 3),
    "a moment that is none": ("UPDATE log_entry SET at = 'gisteren'", 3),
    "two versions": ("INSERT INTO alembic_version VALUES ('9999')", 3),
    "no version": ("DELETE FROM alembic_version", 3),
    "a newer version": ("UPDATE alembic_version SET version_num = '9999'", 2),
    "an altered log": ("UPDATE log_entry SET who = 'Bram'", 3),
}


@pytest.fixture
def file(desk, opener):
    opened = Workspaces(opener).create(desk / "panel.burgertop")
    opened.set("naam", {"voor": "Anna"})
    opened.close()
    return opened.path


@pytest.mark.parametrize("command", ["check", "backup", "restore"])
@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_workspace_is_refused_and_left_as_it_is(run, desk, file, command, damage):
    change, code = DAMAGE[damage]
    file.write_bytes(change(file.read_bytes()))
    before = contents(desk)

    result = run(command, file, *(() if command == "check" else ("--to", desk / "copy.burgertop")))

    assert refused(result, code), result.output
    assert "panel.burgertop" in result.stderr
    assert contents(desk) == before


@pytest.mark.parametrize("command", ["check", "backup", "restore"])
@pytest.mark.parametrize("damage", STATEMENTS)
def test_a_workspace_with_something_wrong_inside_is_refused(run, desk, file, command, damage):
    statement, code = STATEMENTS[damage]
    connection = sqlite3.connect(file)
    connection.execute(statement)
    connection.commit()
    connection.close()
    before = contents(desk)

    result = run(command, file, *(() if command == "check" else ("--to", desk / "copy.burgertop")))

    assert refused(result, code), result.output
    assert "panel.burgertop" in result.stderr
    assert contents(desk) == before


@pytest.mark.parametrize("command", ["check", "backup", "restore"])
@pytest.mark.parametrize("name", ["weg.burgertop", ".", "x" * 300])
def test_a_workspace_that_is_not_there_is_refused(run, desk, command, name):
    result = run(command, desk / name, *(() if command == "check" else ("--to", desk / "copy.burgertop")))

    assert refused(result), result.output
    assert not list(desk.iterdir())


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "20-02-2026", "", "9999-12-31"])
def test_a_day_that_is_none_is_refused(run, day):
    assert refused(run("due", "--received", day))
