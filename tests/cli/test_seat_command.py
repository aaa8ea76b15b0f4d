import csv
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from burgertop_app.cli import seat
from burgertop_app.i18n import speaking

STEPS = ["--steps", "400"]


@pytest.fixture
def people(tmp_path):
    path = tmp_path / "people.csv"
    rows = [f"P{number:02d},{'vm'[number % 2]},{'abc'[number % 3]}" for number in range(1, 25)]
    path.write_text("\n".join(["Nummer,Geslacht,wijk", *rows]), encoding="utf-8")
    return path


@pytest.fixture
def out(tmp_path):
    return tmp_path / "plan.csv"


@pytest.fixture
def run(people, out):
    app = typer.Typer()
    app.callback()(lambda: None)
    seat.register(app)
    usual = {
        "--people": str(people),
        "--spread": "geslacht,wijk",
        "--table-size": "5",
        "--rounds": "3",
        "--out": str(out),
    }

    def invoke(*words, **other):
        given = usual | {f"--{name.replace('_', '-')}": value for name, value in other.items()}
        options = [word for pair in given.items() for word in pair]
        return CliRunner().invoke(app, ["seat", *options, *(words or STEPS)])

    with speaking("nl"):
        yield invoke


def test_seat_writes_everybody_once_a_round_at_tables_of_even_size(run, out):
    result = run()

    rows = _rows(out)
    sizes = [sum(row["table"] == str(t) and row["round"] == "2" for row in rows) for t in range(1, 6)]
    assert result.exit_code == 0
    assert list(rows[0]) == ["person_id", "round", "table"]
    assert len({(row["person_id"], row["round"]) for row in rows}) == len(rows) == 72
    assert sorted(sizes) == [4, 5, 5, 5, 5]


def test_seat_says_how_good_the_plan_is(run):
    result = run()

    assert result.stdout.splitlines()[:2] == [
        "24 mensen, 5 tafels, 3 rondes.",
        "Elke tafel is zo goed gemengd als mogelijk is.",
    ]
    assert result.stderr == ""


def test_the_same_steps_and_seed_write_the_same_file(run, out):
    run("--steps", "100", "--seed", "7")
    first = out.read_bytes()

    run("--steps", "100", "--seed", "7")

    assert out.read_bytes() == first


def test_the_search_can_be_given_seconds(run, out):
    result = run("--seconds", "0.1")

    assert result.exit_code == 0
    assert len(_rows(out)) == 72


def test_locks_in_a_rules_file_are_kept(run, out, tmp_path):
    rules = tmp_path / "rules.toml"
    rules.write_text('[[lock]]\nperson = "P03"\nround = 2\ntable = 4\n', encoding="utf-8")

    result = run(rules=str(rules))

    assert result.exit_code == 0
    assert {"person_id": "P03", "round": "2", "table": "4"} in _rows(out)


def test_another_column_can_tell_people_apart(run, people, out):
    people.write_text(people.read_text(encoding="utf-8").replace("Nummer", "code"), encoding="utf-8")

    result = run(id="CODE")

    assert result.exit_code == 0
    assert _rows(out)[0]["person_id"] == "P01"


@pytest.mark.parametrize(
    ("other", "words", "said"),
    [
        ({"people": "nergens.csv"}, STEPS, "nergens.csv"),
        ({"spread": "leeftijd"}, STEPS, "“leeftijd”"),
        ({"spread": ","}, STEPS, "Noem er minstens één."),
        ({"spread": "wijk,WIJK"}, STEPS, "staat er een twee keer"),
        ({"spread": "nummer"}, STEPS, "Kies een andere kolom."),
        ({"id": "code"}, STEPS, "“code”"),
        ({"table_size": "1"}, STEPS, "Kies tafels van minstens 2 mensen."),
        ({"rounds": "0"}, STEPS, "0 rondes kan niet."),
        ({"rounds": "1000000000"}, STEPS, "Kies 1 tot 20 rondes."),
        ({"rules": "nergens.toml"}, STEPS, "nergens.toml"),
        ({"seed": "-1"}, STEPS, "Geef 0 of een groter getal."),
        ({}, ["--steps", "0"], "Geef minstens 1 stap."),
        ({}, ["--seconds", "1", "--steps", "1"], "niet allebei"),
    ],
)
def test_bad_input_gives_one_sentence_and_exit_2(run, out, other, words, said):
    result = run(*words, **other)

    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not out.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("Nummer,Geslacht,wijk\nP1,v,a\nP2,m,b\nP1,v,a\n", "Rij 4 van people.csv: het nummer P1"),
        ("Nummer,Geslacht,wijk\nP1,v,a\n,m,b\n", "Rij 3 van people.csv heeft geen nummer"),
        ("Nummer,Geslacht,wijk\nP1,v,a\n", "Er zijn er minstens twee nodig."),
        ("naam,Geslacht,wijk\nP1,v,a\nP2,v,b\n", "--id"),
        ("", "leeg"),
    ],
)
def test_people_that_cannot_be_seated_are_refused_by_row(run, people, out, content, said):
    people.write_text(content, encoding="utf-8")

    result = run()

    assert result.exit_code == 2
    assert said in result.stderr
    assert not out.exists()


def test_the_example_of_every_rule_can_be_used(run, out, tmp_path):
    example = tmp_path / "rules.toml"
    people = tmp_path / "twelve.csv"
    rows = [f"P{number:02d},{'vm'[number % 2]},{'abc'[number % 3]}" for number in range(1, 13)]
    people.write_text("\n".join(["Nummer,Geslacht,wijk", *rows]), encoding="utf-8")
    led = tmp_path / "led.csv"

    run("--rules-template", str(example))
    result = run(
        "--steps",
        "900",
        "--facilitators-out",
        str(led),
        people=str(people),
        table_size="4",
        rules=str(example),
    )

    seats = {(row["person_id"], row["round"]): row["table"] for row in _rows(out)}
    leaders = {(row["person_id"], row["round"]): row["table"] for row in _rows(led)}
    assert result.exit_code == 0
    assert [seats["P01", number] for number in "123"] == ["1", "1", "1"]
    assert seats["P02", "1"] in "23"
    assert seats["P04", "1"] == "2"
    assert seats["P05", "1"] != seats["P06", "1"]
    assert seats["P07", "2"] == seats["P08", "2"]
    assert ("P09", "3") not in seats
    assert seats["P12", "3"] == "3"
    assert sorted(table for (_, number), table in seats.items() if number == "2") == ["1"] * 6 + ["2"] * 6
    assert leaders["Noor", "1"] != seats["P11", "1"]
    assert ("Noor", "3") not in leaders
    assert leaders["Noor", "2"] == "1"
    assert "gespreksleider" in result.stdout


def test_the_example_is_written_over_nothing(run, tmp_path):
    there = tmp_path / "rules.toml"
    there.write_text("mine", encoding="utf-8")

    result = run("--rules-template", str(there))

    assert result.exit_code == 2
    assert there.read_text(encoding="utf-8") == "mine"


def test_people_who_met_before_meet_others(run, out, tmp_path):
    run("--steps", "900", rounds="1")
    earlier = tmp_path / "earlier.csv"
    out.rename(earlier)
    rules = tmp_path / "rules.toml"
    rules.write_text('[[earlier]]\nplan = "earlier.csv"\n', encoding="utf-8")

    result = run("--steps", "2000", rounds="1", rules=str(rules))

    assert result.stdout.splitlines()[2] == "Niemand komt dezelfde persoon twee keer tegen."


@pytest.mark.parametrize("seconds", ["0", "-1", "-0.0", "nan", "inf", "-inf", "1e999", "86401"])
def test_a_time_that_cannot_be_is_refused(run, out, seconds):
    result = run(f"--seconds={seconds}")

    assert result.exit_code == 2
    assert "Geef meer dan 0 en hoogstens 86" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not out.exists()


def test_a_folder_where_nothing_may_be_written_is_told_before_the_search(run, tmp_path, monkeypatch):
    """Refused by the system, as in a read-only folder; whoever runs the tests may be allowed everything."""
    opened = Path.open

    def refused(path, mode="r", *more, **others):
        if path.parent.name == "dicht" and "w" in mode:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, mode, *more, **others)

    (tmp_path / "dicht").mkdir(mode=0o555)
    monkeypatch.setattr(Path, "open", refused)

    result = run("--seconds", "3600", out=str(tmp_path / "dicht" / "plan.csv"))

    assert result.exit_code == 2
    assert "u mag daar niet schrijven" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert list((tmp_path / "dicht").iterdir()) == []


def test_what_cannot_be_avoided_is_told(run):
    result = run("--steps", "30", table_size="12", rounds="2")

    assert "2 tafels van 12: minstens 60 keer treffen twee mensen elkaar opnieuw" in result.stdout


def test_a_column_with_a_value_for_everybody_is_refused(run, people):
    rows = [f"P{number},straat {number}" for number in range(80)]
    people.write_text("\n".join(["id,adres", *rows]), encoding="utf-8")

    result = run(spread="adres")

    assert result.exit_code == 2
    assert "80 verschillende waarden" in result.stderr


def test_the_people_are_never_overwritten(run, people):
    before = people.read_bytes()

    result = run(out=str(people))

    assert result.exit_code == 2
    assert "Kies een andere naam." in result.stderr
    assert people.read_bytes() == before


def test_a_folder_that_is_not_there_is_told_before_the_search(run, tmp_path):
    result = run(out=str(tmp_path / "nergens" / "plan.csv"))

    assert result.exit_code == 2
    assert "nergens" in result.stderr


def _rows(path):
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_tables_of_two_for_an_odd_number_are_refused(run, out, people):
    rows = people.read_text(encoding="utf-8").splitlines()
    people.write_text("\n".join(rows[:-1]), encoding="utf-8")

    result = run(table_size="2")

    assert result.exit_code == 2
    assert "iemand alleen zitten" in result.stderr
