import csv

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
        ({}, ["--seconds", "0"], "meer dan 0"),
        ({}, ["--seconds", "nan"], "meer dan 0"),
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


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[[lock]]\nperson = 'P99'\nround = 1\ntable = 1\n", "P99"),
        ("[[lock]]\nperson = 'P01'\nround = 4\ntable = 1\n", "heeft er 3"),
        ("[[lock]]\nperson = 'P01'\nround = 1\ntable = 6\n", "heeft er 5"),
        ("[[lock]]\nperson = 'P01'\nround = 1\n", "geen bruikbare “table”"),
        ("[[lock]]\nperson = 'P01'\nround = true\ntable = 1\n", "geen bruikbare “round”"),
        ("[[lock]]\nperson = 'P01'\nround = 1\ntable = 1\nseat = 3\n", "“seat”"),
        ("[lock]\nperson = 'P01'\n", "[[lock]]"),
        ("lock = [1]\n", "[[lock]]"),
        ("[[apart]]\na = 'P01'\nb = 'P02'\n", "“apart”"),
        ("[[lock\n", "(TOML)"),
        ("[[lock]]\nperson = 'P01'\nround = 1\ntable = 1\n" * 2, "twee vaste plaatsen"),
        (
            "".join(f"[[lock]]\nperson = 'P{n:02d}'\nround = 1\ntable = 5\n" for n in range(1, 7)),
            "maar daar zijn 4 plaatsen",
        ),
    ],
)
def test_rules_that_cannot_be_kept_are_refused(run, out, tmp_path, content, said):
    rules = tmp_path / "rules.toml"
    rules.write_text(content, encoding="utf-8")

    result = run(rules=str(rules))

    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not out.exists()


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
