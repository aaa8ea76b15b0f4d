import csv

import pytest
import typer
from typer.testing import CliRunner

from burgertop_app.cli import seat
from burgertop_app.i18n import speaking

STEPS = ["--steps", "400"]
TOPICS = "[[topic]]\nname = 'groen'\nround = 2\ntables = [1, 2]\n"


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
        ("[[lock]]\nperson = 'P99'\nround = 1\ntable = 1\n", "regel 1 van rules.toml noemt P99"),
        ("\n[[lock]]\nperson = 'P01'\nround = 4\ntable = 1\n", "regel 2 van rules.toml heeft 4 bij “round”"),
        ("[[lock]]\nperson = 'P01'\nround = 1\ntable = 6\n", "het hoogste is 5"),
        ("[[lock]]\nperson = 'P01'\nround = 1\n", "geen bruikbare “table”"),
        ("[[lock]]\nperson = 'P01'\nround = true\ntable = 1\n", "geen bruikbare “round”"),
        ("[[lock]]\nperson = 'P01'\nround = 1\ntable = 1\nseat = 3\n", "“seat”"),
        ("[lock]\nperson = 'P01'\n", "[[lock]]"),
        ("lock = [1]\n", "[[lock]]"),
        ("[[quiet]]\na = 'P01'\n", "een kop “quiet”"),
        ("a = 1\n\n[[lock\n", "Regel 3 van rules.toml"),
        ("[[apart]]\npeople = ['P01']\n", "minstens twee mensen"),
        ("[[apart]]\npeople = ['P01', 'P02']\n" + "[[together]]\npeople = ['P02', 'P01']\n", "P01 en P02"),
        ("[[together]]\npeople = ['P01', 'P02', 'P03', 'P04', 'P05', 'P06']\n", "6 mensen"),
        ("[[need]]\npeople = ['P01']\nproperty = 'lift'\n", "“lift”"),
        ("[[mixing]]\nattribute = 'wijk'\nvalue = 'q'\nmode = 'spread'\n", "a, b, c"),
        ("[[mixing]]\nattribute = 'wijk'\nvalue = 'a'\nmode = 'alone'\n", "never_one"),
        ("[[weight]]\nattribute = 'wijk'\nweight = -1\n", "“weight”"),
        ("[[choice]]\nperson = 'P01'\ntopics = ['groen']\n", "“groen”"),
        ("[[sizes]]\nround = 1\nsizes = [20, 5]\n", "25"),
        ("[[earlier]]\nplan = 'nergens.csv'\n", "nergens.csv"),
        (
            "".join(
                f"[[need]]\npeople = ['P{n:02d}']\nproperty = 'rolstoel'\ntables = [5]\n" for n in range(1, 6)
            ),
            "(rolstoel)",
        ),
        (
            "[[lock]]\nperson = 'P01'\nround = 1\ntable = 1\n" * 2,
            "regel 5 van rules.toml gaat over hetzelfde als die op regel 1",
        ),
        ("[[ 'weight' ]]\nattribute = 'wijk'\nweight = 2\n" * 2, "regel 4 van rules.toml"),
        ("[[table]]\ntable = 1\nhigh = 5\n" * 2, "regel 4 van rules.toml"),
        ("[[sizes]]\nround = 1\nsizes = [24]\n" * 2, "regel 4 van rules.toml"),
        (
            TOPICS + "[[choice]]\nperson = 'P01'\ntopics = ['groen']\n" + "[[choice]]\nperson = 'P01'\n"
            "topics = ['groen']\nround = 2\n",
            "regel 8 van rules.toml gaat over hetzelfde als die op regel 5",
        ),
        (
            TOPICS + "[[choice]]\nperson = 'P01'\ntopics = ['groen', 'groen']\n",
            "regel 5 van rules.toml noemt “groen” twee keer",
        ),
        (
            TOPICS + "[[topic]]\nname = 'water'\nround = 2\ntables = [3, 2]\n",
            "regel 5 van rules.toml geeft tafel 2 een tweede onderwerp",
        ),
        (
            "[[apart]]\npeople = ['P01', 'P02']\n[[apart]]\npeople = ['P02', 'P01']\nrounds = [3, 1, 2]\n",
            "regel 3 van rules.toml gaat over hetzelfde als die op regel 1",
        ),
        ("[[together]]\npeople = ['P01', 'P02']\n" * 2, "hetzelfde als die op regel 1"),
        ("[[observer]]\npeople = ['P01', 'P02']\n[[observer]]\npeople = ['P02', 'P01']\n", "die op regel 1"),
        (
            "[[absent]]\npeople = 'P01'\nrounds = 2\n[[absent]]\npeople = ['P01']\nrounds = [2]\n",
            "die op regel 1",
        ),
        (
            (
                "[[need]]\npeople = ['P01']\nproperty = 'x'\ntables = [1, 2]\n"
                "[[need]]\npeople = ['P01']\ntables = [2, 1]\nproperty = 'x'\n"
            ),
            "regel 5 van rules.toml gaat over hetzelfde als die op regel 1",
        ),
        ("[[earlier]]\nplan = 'eerder.csv'\n[[earlier]]\nplan = './eerder.csv'\n", "regel 3 van rules.toml"),
        ("[[sizes]]\nround = 1\nsizes = [23, 1]\n", "iemand alleen zitten"),
        ("[[table]]\ntable = 1\nhigh = 1\n", "“low”"),
        ("[[table]]\ntable = 1\nlow = 1\nhigh = 4\n", "iemand alleen zitten"),
        (
            "[[absent]]\npeople = ['P01']\nrounds = [2]\n[[lock]]\nperson = 'P01'\nround = 2\ntable = 1\n",
            "maar P01 is er dan niet",
        ),
        (
            f"[[absent]]\npeople = {[f'P{n:02d}' for n in range(1, 24)]}\nrounds = [2]\n",
            "regel 1 van rules.toml zijn er te weinig mensen in ronde 2: 1",
        ),
        ("[[lock]]\nperson = 'P01'\nround = 1\ntable = " + "9" * 900, "1000000000000…"),
        ("[[lock]]\nperson = 'P01'\nround = 1\ntable = 0x" + "f" * 6000, "1000000000000…"),
        ("[[lock]]\nperson = '" + "P" * 9000 + "'\nround = 1\ntable = 1", "PPP…"),
        ('[[lock]]\nperson = "P\\n\\u202eX"\nround = 1\ntable = 1', "P  X"),
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


def test_rules_that_no_plan_keeps_leave_no_file(run, out, tmp_path):
    """Three who stay apart at two tables: each rule can be kept alone, which is all that is looked at."""
    rules = tmp_path / "rules.toml"
    needs = "".join(f"[[need]]\npeople = ['P{n:02d}']\nproperty = 'x'\ntables = [1, 2]\n" for n in (1, 2, 3))
    rules.write_text(needs + "[[apart]]\npeople = ['P01', 'P02', 'P03']\n", encoding="utf-8")

    result = run(rules=str(rules))

    assert result.exit_code == 2
    assert "zitten P0" in result.stderr
    assert not out.exists()


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


def test_an_earlier_plan_is_never_written_over(run, out, tmp_path):
    out.write_text("person_id,round,table\nP01,1,1\nP02,1,1\n", encoding="utf-8")
    rules = tmp_path / "rules.toml"
    rules.write_text("[[earlier]]\nplan = 'plan.csv'\n", encoding="utf-8")
    before = out.read_bytes()

    result = run(rules=str(rules))

    assert result.exit_code == 2
    assert out.read_bytes() == before


def test_tables_of_two_for_an_odd_number_are_refused(run, out, people):
    rows = people.read_text(encoding="utf-8").splitlines()
    people.write_text("\n".join(rows[:-1]), encoding="utf-8")

    result = run(table_size="2")

    assert result.exit_code == 2
    assert "iemand alleen zitten" in result.stderr
