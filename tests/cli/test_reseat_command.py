import csv

import pytest
import typer
from typer.testing import CliRunner

from burgertop_app.cli import reseat, seat
from burgertop_app.i18n import speaking


@pytest.fixture
def day(tmp_path):
    """36 people with a printed plan, three who stayed away and two who walked in."""
    rows = [f"P{number:02d},{'vm'[number % 2]},{'abc'[number % 3]}" for number in range(1, 37)]
    _write(tmp_path / "people.csv", ["nummer,geslacht,wijk", *rows])
    _write(tmp_path / "absent.csv", ["nummer", "P03", "P17", "P30"])
    _write(tmp_path / "walk-ins.csv", ["nummer,geslacht,wijk", "W1,v,a", "W2,m,b"])
    _invoke(
        "seat",
        tmp_path,
        people="people.csv",
        spread="geslacht,wijk",
        table_size="6",
        rounds="3",
        out="plan.csv",
        steps="1500",
    )
    return tmp_path


@pytest.fixture
def run(day):
    usual = {
        "plan": "plan.csv",
        "people": "people.csv",
        "absent": "absent.csv",
        "walk_ins": "walk-ins.csv",
        "out": "plan2.csv",
    }
    with speaking("nl"):
        yield lambda **other: _invoke("reseat", day, **(usual | other))


def test_everybody_who_came_sits_once_a_round(run, day):
    result = run()

    rows = _seats(day / "plan2.csv")
    assert result.exit_code == 0
    assert {person for person, _ in rows} == {
        *(f"P{n:02d}" for n in range(1, 37) if n not in {3, 17, 30}),
        "W1",
        "W2",
    }
    assert len(rows) == 35 * 3


def test_the_moves_that_are_told_are_the_moves_that_are_written(run, day):
    result = run(calm="2")

    before, after = _seats(day / "plan.csv"), _seats(day / "plan2.csv")
    moved = [
        f"{person}, ronde {number}: van tafel {before[person, number]} naar tafel {table}."
        for (person, number), table in after.items()
        if person[0] == "P" and before[person, number] != table
    ]
    told = [line for line in result.stdout.splitlines() if "van tafel" in line]
    assert sorted(told) == sorted(moved)
    assert any(f"{len(moved)} van de 99 gedrukte plaatsen" in line for line in result.stdout.splitlines())
    assert "W1, ronde 1: nieuw, aan tafel" in result.stdout


def test_full_calm_moves_nobody(run, day):
    result = run(calm="10")

    before, after = _seats(day / "plan.csv"), _seats(day / "plan2.csv")
    assert result.exit_code == 0
    assert all(after[seat] == before[seat] for seat in after if seat in before)
    assert "0 van de 99 gedrukte plaatsen veranderen." in result.stdout


def test_the_calmer_the_fewer_move(run, day):
    moved = []
    for calm in ("0", "4", "10"):
        run(calm=calm)
        before, after = _seats(day / "plan.csv"), _seats(day / "plan2.csv")
        moved.append(sum(before.get(seat, table) != table for seat, table in after.items()))

    assert moved == sorted(moved, reverse=True)
    assert moved[0] > moved[2] == 0


def test_rules_hold_in_a_repair_and_rules_of_absent_people_are_let_go(run, day):
    rules = day / "rules.toml"
    rules.write_text(
        "[[lock]]\nperson = 'P03'\nround = 1\ntable = 1\n"
        "[[lock]]\nperson = 'W1'\nround = 2\ntable = 4\n"
        "[[table]]\ntable = 1\nlow = 2\nhigh = 4\n",
        encoding="utf-8",
    )

    result = run(rules=str(rules))

    after = _seats(day / "plan2.csv")
    assert result.exit_code == 0
    assert after["W1", "2"] == "4"
    assert all(sum(after[seat] == "1" for seat in after if seat[1] == number) <= 4 for number in "123")


def test_many_who_stay_away_still_leave_a_plan(run, day):
    _write(day / "absent.csv", ["nummer", *(f"P{n:02d}" for n in range(1, 26))])

    assert run().exit_code == 0


def test_tables_for_which_too_few_are_left_close_and_are_told(run, day):
    _write(day / "absent.csv", ["nummer", *(f"P{n:02d}" for n in range(1, 35)), "W1"])

    result = run()

    after = _seats(day / "plan2.csv")
    assert result.exit_code == 0
    assert len(after) == 3 * 3
    assert all(len({after[seat] for seat in after if seat[1] == number}) == 1 for number in "123")
    assert sum(line.endswith(" sluiten.") for line in result.stdout.splitlines()) == 3


def test_the_tables_close_where_fewest_people_sit(run, day):
    before = _seats(day / "plan.csv")
    there = {table: [p for p, n in before if n == "1" and before[p, n] == table] for table in "123456"}
    left = {"1": 0, "2": 2, "3": 2, "4": 1, "5": 2, "6": 2}
    gone = [person for table, count in left.items() for person in there[table][count:]]
    _write(day / "absent.csv", ["nummer", *gone, "W1", "W2"])

    result = run(calm="10")

    after = _seats(day / "plan2.csv")
    moved = [p for p, n in after if n == "1" and after[p, n] != before[p, n]]
    assert result.exit_code == 0
    assert moved == there["4"][:1]
    assert "Ronde 1: tafel 1 en 4 sluiten." in result.stdout.splitlines()


def test_a_table_where_somebody_must_sit_stays_open(run, day):
    people = [f"P{n:02d}" for n in range(1, 37)]
    _write(day / "absent.csv", ["nummer", *people[4:]])
    _write(
        day / "rules.toml",
        [
            "[[lock]]\nperson = 'P01'\nround = 1\ntable = 5",
            "[[need]]\npeople = ['P02']\nproperty = 'lift'\ntables = [3]\nrounds = [1]",
        ],
    )

    result = run(rules="rules.toml")

    after = _seats(day / "plan2.csv")
    assert result.exit_code == 0
    assert (after["P01", "1"], after["P02", "1"]) == ("5", "3")


def test_a_closed_table_has_no_facilitator(run, day, led):
    _write(day / "absent.csv", ["nummer", *(f"P{n:02d}" for n in range(1, 31))])

    result = run(rules="rules.toml", facilitators="led.csv", facilitators_out="led2.csv")

    after, leads = _seats(day / "plan2.csv"), _seats(day / "led2.csv")
    assert result.exit_code == 0
    assert sorted(zip((seat[1] for seat in leads), leads.values(), strict=True)) == sorted(
        {(seat[1], table) for seat, table in after.items()}
    )


def test_a_table_that_was_not_used_stays_closed(run, day):
    """A plan that was repaired before has such tables."""
    before = _seats(day / "plan.csv")
    rows = [
        f"{person},{number},{ {'4': '3', '5': '6'}.get(table, table) }"
        for (person, number), table in before.items()
    ]
    _write(day / "plan.csv", ["person_id,round,table", *rows])

    result = run()

    assert result.exit_code == 0
    assert set(_seats(day / "plan2.csv").values()) == {"1", "2", "3", "6"}
    assert "sluit" not in result.stdout


def test_an_unused_table_opens_when_the_others_are_full(run, day):
    before = _seats(day / "plan.csv")
    rows = [f"{person},{number},{table}" for (person, number), table in before.items() if table != "2"]
    _write(day / "plan.csv", ["person_id,round,table", *rows])
    _write(day / "absent.csv", ["nummer", "P01"])
    _write(day / "walk-ins.csv", ["nummer,geslacht,wijk", *(f"W{n},{'vm'[n % 2]},a" for n in range(5))])

    result = run()

    assert result.exit_code == 0
    assert set(_seats(day / "plan2.csv").values()) == {"1", "2", "3", "4", "5", "6"}


@pytest.mark.parametrize(
    ("name", "lines", "said"),
    [
        (
            "absent.csv",
            ["nummer", *(f"P{n:02d}" for n in range(1, 37)), "W1"],
            "In ronde 1 zijn er te weinig mensen: 1",
        ),
        ("absent.csv", ["nummer", "P99"], "Rij 2 van absent.csv: P99"),
        ("walk-ins.csv", ["nummer,geslacht,wijk", "P01,v,a", "W2,m,b"], "P01 in walk-ins.csv"),
        ("walk-ins.csv", ["nummer,geslacht", "W1,v", "W2,m"], "“wijk”"),
        ("plan.csv", ["person_id,round,table", "P01,1,nul"], "Rij 2 van plan.csv heeft “nul” bij “table”"),
        ("plan.csv", ["person_id,round,table", "P01,1,2", "P01,1,3"], "Rij 3 van plan.csv"),
        ("plan.csv", ["person_id,round,table", "P77,1,1"], "P77"),
        ("plan.csv", ["person_id,round", "P01,1"], "“table”"),
    ],
)
def test_bad_files_give_one_sentence_and_write_nothing(run, day, name, lines, said):
    _write(day / name, lines)

    result = run()

    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (day / "plan2.csv").exists()


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"calm": "11"}, "tot en met 10"),
        ({"out": "plan.csv"}, "Kies een andere naam."),
        ({"seed": "-1"}, "Geef 0 of een groter getal."),
    ],
)
def test_bad_options_are_refused(run, other, said):
    result = run(**other)

    assert result.exit_code == 2
    assert said in result.stderr


def test_everybody_absent_is_refused(run, day):
    people = [f"P{n:02d}" for n in range(1, 37)]
    _write(day / "absent.csv", ["nummer", *people, "W1", "W2"])

    result = run()

    assert result.exit_code == 2
    assert "Iedereen is afwezig" in result.stderr


@pytest.fixture
def led(day):
    """The day planned again with a facilitator at each of six tables, and who led which."""
    rules = [line for no in range(6) for line in ("[[facilitator]]", f'name = "Leider {no}"')]
    _write(day / "rules.toml", rules)
    _invoke(
        "seat",
        day,
        people="people.csv",
        spread="geslacht,wijk",
        table_size="6",
        rounds="3",
        out="plan.csv",
        rules="rules.toml",
        facilitators_out="led.csv",
        steps="1500",
    )
    return (day / "led.csv").read_text(encoding="utf-8")


def test_facilitators_keep_the_tables_they_led(run, day, led):
    result = run(rules="rules.toml", facilitators="led.csv", facilitators_out="led2.csv")

    assert result.exit_code == 0
    assert sorted((day / "led2.csv").read_text(encoding="utf-8").split()) == sorted(led.split())


def test_rules_with_facilitators_need_to_know_who_led_what(run, led):
    result = run(rules="rules.toml")

    assert result.exit_code == 2
    assert "--facilitators" in result.output


def test_a_round_that_is_missing_in_the_plan_is_told(run, day):
    rows = (day / "plan.csv").read_text(encoding="utf-8").splitlines()
    _write(day / "plan.csv", [line for line in rows if ",2," not in line])

    result = run()

    assert result.exit_code == 2
    assert "Ronde 2 ontbreekt in plan.csv" in result.output.replace("\n", " ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[facilitator]]\nname = "Noor"\n[[facilitator]]\nname = "Noor"', "heeft al iemand"),
        ('[[facilitator]]\nname = "P01"', "heeft al iemand"),
        ('[[facilitator]]\nname = "N"\n[[observer]]\npeople = ["N"]', "is gespreksleider"),
        ("lock = " + "[" * 4000, "Regel 1 van rules.toml"),
        ("lock = " + "9" * 6000, "Regel 1 van rules.toml"),
    ],
)
def test_rules_that_cannot_be_are_a_sentence(run, day, text, told):
    _write(day / "rules.toml", [text])

    result = run(rules="rules.toml")

    assert result.exit_code == 2
    assert told in " ".join(result.output.split())


def _invoke(command, folder, **given):
    app = typer.Typer()
    app.callback()(lambda: None)
    seat.register(app)
    reseat.register(app)
    files = {"people", "plan", "absent", "walk_ins", "out", "rules", "facilitators", "facilitators_out"}
    words = [
        word
        for name, value in given.items()
        for word in (f"--{name.replace('_', '-')}", str(folder / value) if name in files else value)
    ]
    return CliRunner().invoke(app, [command, *words])


def _write(path, lines):
    path.write_text("\n".join(lines), encoding="utf-8")


def _seats(path):
    with path.open(encoding="utf-8", newline="") as handle:
        return {(row["person_id"], row["round"]): row["table"] for row in csv.DictReader(handle)}
